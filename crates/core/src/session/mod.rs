//! A visit: what has been answered so far, where the visitor is, and what follows from it. Pure: a browser, a clock and
//! every word on the screen belong to the callers; what a profile gets belongs to `screening`.

mod action;
mod codec;
mod edit;
mod entry;
mod field;
mod host;
mod library;
mod number;
mod outcome;
mod page;
mod place;
mod progress;
mod scope;
mod sorted;
mod step;

pub use action::Action;
pub use codec::{link, restore, resume, store};
pub use entry::{follow, Entry, Move};
pub use field::{default_scale, Draft, Drafts, Field, Scale};
pub use library::{found, is_size_bound, Filter, Found};
pub use number::{read_date, spelled};
pub use outcome::{groups, tally, Group, Tally};
pub use page::visible;
pub use place::{Place, Trail};
pub use progress::{progress, stake, Progress, Stake};
pub use step::{is_idle, step};

use self::sorted::Sorted;
use crate::dataset::{Dataset, Status};
use crate::date::Date;
use crate::profile::Profile;
use crate::screening::{Screener, Screening};
use std::rc::Rc;

/// Colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// In the order of showing, and of a stored visit.
    pub const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Contrast];
}

/// How the visitor wants to see the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// 适老版: larger letters and targets.
    pub large: bool,
}

/// Something the visitor should know about what was read from a link or from storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link could not be read at all.
    DamagedLink,
    /// It was made with another version of the dataset.
    OtherVersion(String),
    /// So many answers in it could not be used.
    Dropped(usize),
    /// Its reference date is no day of the calendar.
    BadDate,
    /// The page around the widget gave so many answers.
    Prefilled(usize),
}

/// How it stands with the clauses that give something definite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Definite {
    /// Questions may still change one of them.
    #[default]
    Open,
    /// All are settled, and the visitor has not seen the outcome since.
    Settled,
    /// All are settled, and the visitor knows.
    Shown,
}

/// Everything there is to a visit.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the visitor is and was.
    pub trail: Trail,
    /// What has been answered.
    pub profile: Profile,
    /// Text typed into fields, as it was typed.
    pub drafts: Drafts,
    /// The day for which periods are judged.
    pub reference_date: Date,
    /// The reference date as typed, where it is no day of the calendar.
    pub date_draft: Option<String>,
    /// The day of the visit.
    pub today: Date,
    /// What the visitor is looking for in the library.
    pub filter: Filter,
    /// Open cards, with the questions that were open when each was opened.
    pub opened: Sorted<u16, Rc<[u16]>>,
    /// How the visitor wants to see it.
    pub settings: Settings,
    /// What was wrong with a link or with storage.
    pub notices: Vec<Notice>,
    /// Goes up whenever the visitor asked to go on and something has to be mended first.
    pub refusals: u32,
    /// What the profile gets; `None` at the start, and on the first page until it is painted.
    pub screening: Option<Rc<Screening>>,
    /// How it stands with the clauses that give something definite.
    pub definite: Definite,
}

impl State {
    /// A new visit.
    pub fn new(today: Date) -> Self {
        Self {
            trail: Trail::default(),
            profile: Profile::default(),
            drafts: Drafts::default(),
            reference_date: today,
            date_draft: None,
            today,
            filter: Filter::default(),
            opened: Sorted::default(),
            settings: Settings::default(),
            notices: Vec::new(),
            refusals: 0,
            screening: None,
            definite: Definite::Open,
        }
    }

    /// Where the visitor is.
    pub fn place(&self) -> &Place {
        self.trail.here()
    }

    pub(in crate::session) fn screened(mut self, screener: &Screener) -> Self {
        // Which question is best next is asked for when the visitor goes on: an answer does not wait for it.
        let screening = screener.settle(&self.profile.space(screener.dataset()), self.reference_date);
        self.definite = match (scope::Scope::new(screener, &self.profile, &screening).is_first, self.definite) {
            (true, _) => Definite::Open,
            (false, Definite::Open) => Definite::Settled,
            (false, known) => known,
        };
        self.screening = Some(Rc::new(screening));
        self
    }
}

/// The middle of the month in which the list was published: a day on which its dated clauses can be looked at.
pub fn list_date(dataset: &Dataset) -> Option<Date> {
    format!("{}-15", dataset.published).parse().ok()
}

/// Is nothing that has an end in force on this day, so that the list is history.
pub fn is_historical(dataset: &Dataset, on: Date) -> bool {
    !dataset.clauses.iter().any(|clause| {
        let dated = clause.last_day(&dataset.events).is_some();
        dated && dataset.status(clause, on, true) == Status::InForce
    })
}

#[cfg(all(test, feature = "compile"))]
mod tests;

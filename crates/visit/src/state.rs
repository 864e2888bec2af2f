//! Everything there is to a visit.

use crate::draft::Drafts;
use crate::layout::part;
use crate::mode::Mode;
use crate::place::{Place, Trail};
use crate::reckoned::Reckoned;
use crate::sorted::Sorted;
use huiqi_core::dataset::visit::{Asked, Gate};
use huiqi_core::dataset::{Dataset, Kind, Status};
use huiqi_core::date::Date;
use huiqi_core::profile::{Answer, Profile};
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
    /// 适老版: larger letters and targets, one question a page.
    pub large: bool,
}

/// Something the visitor should know about what was read from a link or from storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link could not be read at all.
    DamagedLink,
    /// It was made with another version of the dataset.
    OtherVersion(String),
    /// Answers in it could not be used: those of known questions by their index, and how many others.
    Dropped(Vec<u16>, usize),
    /// The page around the widget gave so many answers.
    Prefilled(usize),
}

/// What the visitor is looking for in the library; what is `None` or empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which must occur.
    pub words: String,
    /// By document instead of by topic.
    pub by_document: bool,
    /// Only what is worth money.
    pub money: bool,
    /// Only what has no end of its own.
    pub undated: bool,
    /// Only what this firm may have.
    pub mine: bool,
    /// Index into `Dataset::agencies`.
    pub agency: Option<u8>,
    /// Kind of benefit.
    pub kind: Option<Kind>,
    /// Status of the period.
    pub status: Option<Status>,
}

/// Everything there is to a visit.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the visitor is and was.
    pub trail: Trail,
    /// What has been answered.
    pub profile: Profile,
    /// Situations that were tapped, indices into the list's gates, ascending.
    pub gates: Vec<u8>,
    /// Members of sets that were asked for and are not known, a bit each, by question.
    pub unclear: Sorted<u16, u32>,
    /// Questions that the page around the widget answered and the visitor has not touched.
    pub told: Vec<u16>,
    /// Questions that the visitor answered, or took an answer back of: the host's word no longer counts there.
    pub touched: Vec<u16>,
    /// Text typed into fields, as it was typed.
    pub drafts: Drafts,
    /// The day of the visit.
    pub today: Date,
    /// The day that the visitor or the host judges instead of today.
    pub day: Option<Date>,
    /// Did the visitor choose the day, and how the widget looks: the host's words no longer count there.
    pub chosen: Chosen,
    /// What the visitor is looking for in the library.
    pub filter: Filter,
    /// Items whose cards are open, ascending.
    pub opened: Vec<u16>,
    /// Items in the order in which their cards stand, from when the visitor came to them: a figure that is typed into a card
    /// moves none.
    pub order: Vec<u16>,
    /// How the visitor wants to see it.
    pub settings: Settings,
    /// What was wrong with a link or with storage.
    pub notices: Vec<Notice>,
    /// Goes up whenever the visitor asked to go on and something has to be mended first.
    pub refusals: u32,
    /// The state before the last removal, where it can be taken back.
    pub undo: Option<Rc<State>>,
    /// One's own visit, while another's is shown read-only.
    pub own: Option<Rc<State>>,
    /// What it all comes to; `None` until something is screened.
    pub reckoned: Option<Rc<Reckoned>>,
    /// It was worked out before the last answer: a tap is painted first, and [`Action::Screen`] follows.
    ///
    /// [`Action::Screen`]: crate::Action::Screen
    pub stale: bool,
}

/// What the visitor chose rather than the host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The day that is judged.
    pub day: bool,
    /// Colours and size.
    pub look: bool,
}

impl State {
    /// A new visit.
    pub fn new(today: Date) -> Self {
        Self {
            trail: Trail::default(),
            profile: Profile::default(),
            gates: Vec::new(),
            unclear: Sorted::default(),
            told: Vec::new(),
            touched: Vec::new(),
            drafts: Drafts::default(),
            today,
            day: None,
            chosen: Chosen::default(),
            filter: Filter::default(),
            opened: Vec::new(),
            order: Vec::new(),
            settings: Settings::default(),
            notices: Vec::new(),
            refusals: 0,
            undo: None,
            own: None,
            reckoned: None,
            stale: false,
        }
    }

    /// Where the visitor is.
    pub fn place(&self) -> Place {
        self.trail.here()
    }

    /// The day for which periods are judged.
    pub fn reference_date(&self) -> Date {
        self.day.unwrap_or(self.today)
    }

    /// Is this what another shared: shown, never changed.
    pub fn is_shared(&self) -> bool {
        self.own.is_some()
    }

    /// The firm's trade: the value of the choice by which the list tells what is common.
    pub fn trade(&self, dataset: &Dataset) -> Option<u8> {
        match self.profile.get(usize::from(dataset.visit.trade?)) {
            Some(Answer::Choice(trade)) => Some(*trade),
            _ => None,
        }
    }

    /// 回查 or 现行: by the data on the day of the visit; a day that was chosen is judged as it is.
    pub fn mode(&self, dataset: &Dataset) -> Mode {
        match self.day {
            Some(_) => Mode::Current,
            None => Mode::on(dataset, self.today),
        }
    }

    /// Situations that are open: tapped, or something that decides behind them is answered. Ascending.
    pub fn open_gates(&self, dataset: &Dataset) -> Vec<u8> {
        let is_open = |gate: u8, of: &Gate| {
            self.gates.contains(&gate) || of.asks.iter().any(|asked| self.is_said(dataset, asked))
        };
        let gates = (0_u8..).zip(&dataset.visit.gates);
        gates.filter(|(gate, of)| is_open(*gate, of)).map(|(gate, _)| gate).collect()
    }

    /// Has something been said there; of a set about one of these members.
    pub fn is_said(&self, dataset: &Dataset, asked: &Asked) -> bool {
        let members = part(dataset, asked).members;
        match self.profile.get(usize::from(asked.question)) {
            Some(Answer::Set { yes, no }) => {
                let unclear = self.unclear.get(asked.question).copied().unwrap_or(0);
                (yes | no | unclear) & members != 0
            }
            Some(_) => true,
            None => self.unclear.get(asked.question).is_some_and(|unclear| unclear & members != 0),
        }
    }
}

//! What a profile gets: verdicts, amounts, totals, reasons and the next question. Asking and answering over time belongs
//! to `huiqi-visit`; how conditions and amounts are computed belongs to `rules`.

mod combine;
mod estimate;
mod explain;
mod implied;
mod itemised;
mod judge;
mod matters;
mod memory;
mod nearest;
mod needs;
mod period;
mod plan;
mod report;
mod spot;
mod standing;
mod tax;
mod together;
mod totals;

#[cfg(feature = "compile")]
pub(crate) use combine::{are_overlong, MOST as MOST_COMBINATIONS};
pub use estimate::{EstimateRow, Estimated};
pub use explain::{CriterionView, Explanation};
pub use itemised::{HeadlineRow, ItemAmount, ItemRow, Range, Text};
pub use nearest::{Change, Nearest};
pub use needs::Needs;
pub use report::{Report, REPORT_VERSION};
pub use spot::Spot;
pub use standing::{Amount, Standing};
pub use totals::{Total, TotalKind, Totals};

use crate::dataset::{Clause, Dataset, Status};
use crate::date::Date;
use crate::profile::Profile;
use crate::rules::{Engine, Space, VarId, VarSet};
use memory::{Key, Memory, Sought};
use serde::Serialize;

/// Parts of the space that one clause may be cut into; the compiler proves that no profile needs more.
pub const CLAUSE_BUDGET: u32 = 20_000;

/// Is a clause had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// In every completion.
    Eligible,
    /// In none.
    Ineligible,
    /// In some but not all.
    Undetermined,
}

impl Verdict {
    /// What it comes to if a clause can be had, and can be missed.
    fn of(can_hold: bool, can_fail: bool) -> Self {
        match (can_hold, can_fail) {
            (true, true) => Self::Undetermined,
            (true, false) => Self::Eligible,
            (false, _) => Self::Ineligible,
        }
    }
}

/// The bit of one of several; no bit for the 65th and those that follow.
fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
}

/// Is a clause's amount part of the totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// In every completion.
    Yes,
    /// In none.
    No,
    /// In some but not all.
    Maybe,
}

/// What screening says of one clause.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseResult {
    /// Is it had.
    pub verdict: Verdict,
    /// Worth if had, before exclusions; `None` where it is not had or is a right.
    pub amount: Option<Amount>,
    /// An amount put off, not worth anything: what may be paid later. Boxed: there seldom is one, and it would
    /// make the result too large.
    pub deferred: Option<Box<Amount>>,
    /// Is the amount part of the totals.
    pub counted: Counted,
    /// Are verdict and amount as narrow as they can be.
    pub tight: bool,
    /// Where the reference date lies. While it hangs on open answers whether a later end holds for the firm: as if it did not.
    pub status: Status,
    /// Where it lies too, while that is open: as if the later end did hold.
    pub or: Option<Status>,
    /// A later end than the list's holds for the firm, whatever is open.
    pub extended: bool,
    /// Questions whose answers may still change verdict or amount, ascending.
    pub open: Vec<u16>,
}

/// An amount that another takes the place of.
#[derive(Clone, Debug, PartialEq)]
pub struct Excluded {
    /// Index of the clause that is not counted.
    pub clause: usize,
    /// Index of the clause that is counted in its place.
    pub because_of: usize,
    /// Index of the exclusion.
    pub exclusion: usize,
    /// What the clause would be worth.
    pub amount: Amount,
}

/// Readings of one right, or the joint tax effect: totalled once.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupResult {
    /// Id of the reading group, or `tax`.
    pub id: String,
    /// What the group is worth as a whole.
    pub amount: Amount,
}

/// Everything that screening says of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// By clause, as in [`Dataset::clauses`].
    pub clauses: Vec<ClauseResult>,
    /// By period status and kind.
    pub totals: Totals,
    /// Amounts not counted because of others.
    pub excluded: Vec<Excluded>,
    /// What is totalled as one.
    pub groups: Vec<GroupResult>,
    /// Index of the question that settles most; `None` where nothing is open, or where it was not looked for ([`Screener::settle`]).
    pub next_question: Option<usize>,
}

/// A dataset made ready for screening.
#[derive(Debug)]
pub struct Screener {
    dataset: Dataset,
    /// For whom a later end is one, judged as if these were clauses: each with the index of the clause that has it.
    ends: Vec<(usize, Clause)>,
    /// Variables that each clause refers to, and then each of `ends`.
    needs: Vec<Needs>,
    memory: Option<Memory>,
}

impl Screener {
    /// Makes a dataset ready.
    pub fn new(dataset: Dataset) -> Self {
        let ends = period::ends(&dataset);
        let all = dataset.clauses.iter().chain(ends.iter().map(|(_, end)| end));
        let needs = all.map(|clause| Needs::of(&dataset, clause)).collect();
        Self { dataset, ends, needs, memory: None }
    }

    /// Keeps what is found from one profile to the next: for a visit, in which they differ by one answer. Results are the
    /// same.
    pub fn remembering(self) -> Self {
        Self { memory: Some(Memory::default()), ..self }
    }

    /// The key of a search of a clause over the engine's space, where findings are kept.
    fn key(&self, clause: usize, engine: &Engine, sought: Sought) -> Option<(&Memory, Key)> {
        let memory = self.memory.as_ref()?;
        Some((memory, Key::of(clause, &self.needs.get(clause)?.all, engine, sought)))
    }

    /// The dataset.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Every variable that a clause refers to.
    pub fn depends(&self, clause: usize) -> Option<&VarSet> {
        self.needs.get(clause).map(|needs| &needs.all)
    }

    /// Variables that a clause refers to, part by part.
    pub fn needs(&self, clause: usize) -> Option<&Needs> {
        self.needs.get(clause)
    }

    /// What a variable answers.
    pub fn spot(&self, variable: VarId) -> Option<Spot<'_>> {
        Spot::of(&self.dataset, variable)
    }

    /// A clause, or past them one of `ends`.
    fn clause(&self, index: usize) -> Option<&Clause> {
        let end = || self.ends.get(index.checked_sub(self.dataset.clauses.len())?).map(|(_, end)| end);
        self.dataset.clauses.get(index).or_else(end)
    }

    /// Screens a profile on a reference date.
    pub fn screen(&self, profile: &Profile, reference_date: Date) -> Screening {
        let mut screening = self.settle(&profile.space(&self.dataset), reference_date);
        screening.next_question = self.next_question(profile, &screening);
        screening
    }

    /// Screens the completions of a space, without choosing a next question.
    pub fn settle(&self, space: &Space, reference_date: Date) -> Screening {
        let mut engine = Engine::over(&self.dataset.rules, space, CLAUSE_BUDGET);
        let mut standings = Vec::with_capacity(self.dataset.clauses.len());
        (0..self.dataset.clauses.len()).for_each(|clause| standings.extend(judge::stand(self, &mut engine, clause)));
        let statuses = period::statuses(self, &mut engine, reference_date);
        let combined = combine::combine(self, &mut engine, &standings, &statuses);
        let results = standings.iter().zip(statuses).zip(combined.counted);
        let result =
            |((standing, running), counted): ((&Standing, _), _)| standing.result(&self.dataset, running, counted);
        let clauses = results.map(result).collect();
        Screening {
            clauses,
            totals: combined.totals,
            excluded: combined.excluded,
            groups: combined.groups,
            next_question: None,
        }
    }

    /// Screens one clause alone, as if no other were there.
    pub fn judge(&self, space: Space, clause: usize, reference_date: Date) -> Option<ClauseResult> {
        let of = self.dataset.clauses.get(clause)?;
        let mut engine = Engine::new(&self.dataset.rules, space, CLAUSE_BUDGET);
        let standing = judge::stand(self, &mut engine, clause)?;
        let running = period::running(self, &mut engine, clause, of, reference_date);
        let counted = match standing.verdict() {
            Verdict::Eligible => Counted::Yes,
            Verdict::Ineligible => Counted::No,
            Verdict::Undetermined => Counted::Maybe,
        };
        Some(standing.result(&self.dataset, running, counted))
    }

    /// Questions, ascending, whose answers can still change a clause's verdict, amount or, on the reference date, status:
    /// each was tried.
    pub fn open_questions(&self, profile: &Profile, clause: usize, reference_date: Date) -> Vec<u16> {
        matters::open_questions(self, &profile.space(&self.dataset), clause, reference_date)
    }

    /// Can the answer to a question still change any clause.
    pub fn matters(&self, profile: &Profile, screening: &Screening, question: usize) -> bool {
        self.matters_over(&profile.space(&self.dataset), screening, question)
    }

    fn matters_over(&self, space: &Space, screening: &Screening, question: usize) -> bool {
        let dependent = screening
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, result)| result.open.iter().any(|q| usize::from(*q) == question));
        dependent.into_iter().any(|(clause, result)| {
            let end = || self.ends.iter().position(|(of, _)| *of == clause && result.or.is_some());
            matters::matters(self, space, clause, question)
                || end().is_some_and(|end| matters::matters(self, space, self.dataset.clauses.len() + end, question))
        })
    }

    /// The open question that settles the most; `None` where no answer can change anything any more.
    pub fn next_question(&self, profile: &Profile, screening: &Screening) -> Option<usize> {
        plan::next_question(self, profile, screening)
    }

    /// Why a clause has its verdict, and how its amount comes about.
    pub fn explain(&self, profile: &Profile, clause: usize) -> Explanation {
        explain::explain(&self.dataset, profile, clause)
    }

    /// May a clause have a nearest change at all: it is not had and not over, is worth money, and hangs on no award.
    pub fn may_come_near(&self, clause: usize, result: &ClauseResult) -> bool {
        let of = self.dataset.clauses.get(clause);
        of.is_some_and(|of| nearest::qualifies(of, result.verdict, result.status))
    }

    /// The nearest change that would bring a clause which is not had; `None` where there is none, or it would be over.
    pub fn nearest(&self, profile: &Profile, reference_date: Date, clause: usize) -> Option<Nearest> {
        let result = self.judge(profile.space(&self.dataset), clause, reference_date)?;
        let near = self.may_come_near(clause, &result).then(|| nearest::nearest(self, profile, reference_date, clause));
        near.flatten()
    }

    /// The report of a screening, as the public contract has it.
    pub fn report(&self, profile: &Profile, reference_date: Date) -> Report {
        report::report(self, profile, reference_date)
    }
}

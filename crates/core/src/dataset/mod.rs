//! The compiled dataset: rules, questions, clauses and their wording. How it is made from `policies.json` belongs to
//! `compile`; what a profile gets out of it belongs to `screening`.

mod agency;
mod bands;
mod clause;
mod estimate;
mod link;
mod names;
mod period;
mod question;
mod renamed;
pub mod visit;

pub use agency::{Agency, Level};
pub use clause::{Clause, Criterion, Kind, Nature, Reading, Strength};
pub use estimate::Estimate;
pub use link::{Contradiction, Exclusion, GroupReading, Implication, Item, ReadingGroup, TaxBrackets, TaxScheme};
pub use names::DISCLAIMER;
pub use period::{Horizon, Later, Period, Status, Trigger};
pub use question::{Member, Question, Shape};
pub use renamed::Renamed;
pub use visit::Visit;

use crate::pack::{self, packed, Damaged};
use crate::rules::Rules;

/// A compiled dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// Version, such as `2020-07.1`.
    pub version: String,
    /// Month in which the list was published.
    pub published: String,
    /// Title of the list.
    pub title: String,
    /// Who published the list.
    pub publisher: String,
    /// Where to report a mistake, once the bureau has set it.
    pub contact: Option<String>,
    /// The days of which the list tells.
    pub horizon: Horizon,
    /// Offices.
    pub agencies: Vec<Agency>,
    /// Events without an official date.
    pub events: Vec<Event>,
    /// Parts of the questionnaire.
    pub sections: Vec<Named>,
    /// Questions, in the order of asking.
    pub questions: Vec<Question>,
    /// What every visitor is asked first: what an owner knows without looking it up. A phone shows it before it has
    /// screened anything. Where it is empty the planner chooses from the start.
    ///
    /// INVARIANT: indices into [`Self::questions`], in their order; checked when the dataset is compiled.
    pub first_page: Vec<u16>,
    /// Policies, in the order of the list.
    pub policies: Vec<Policy>,
    /// Clauses of all policies, in their order: the rows E, F and Q.
    pub clauses: Vec<Clause>,
    /// Background, never counted: the rows G and N.
    pub background: Vec<Background>,
    /// Groups of clauses that are readings of one right.
    pub reading_groups: Vec<ReadingGroup>,
    /// Clauses that may not be had together.
    pub exclusions: Vec<Exclusion>,
    /// Contradictions of the source and what was decided.
    pub contradictions: Vec<Contradiction>,
    /// What answers make certain of each other, in words; by index as in [`Rules::links`].
    pub implications: Vec<Implication>,
    /// How the joint tax effect is worked out.
    pub tax: Option<TaxScheme>,
    /// What the visit needs beside the rules.
    pub visit: Visit,
    /// Former ids of questions and members.
    pub renamed: Vec<Renamed>,
    /// Likely ranges of number questions; of several for one question the first that can be worked out is offered.
    pub estimates: Vec<Estimate>,
    /// Expressions and figures.
    pub rules: Rules,
}
packed!(Dataset {
    version,
    published,
    title,
    publisher,
    contact,
    horizon,
    agencies,
    events,
    sections,
    questions,
    first_page,
    policies,
    clauses,
    background,
    reading_groups,
    exclusions,
    contradictions,
    implications,
    tax,
    visit,
    renamed,
    estimates,
    rules
});

/// An id with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
}
packed!(Named { id, name });

/// An event on which a period depends.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Name shown.
    pub name: String,
    /// Its day, where one is set.
    pub date: Option<crate::date::Date>,
    /// What is known of it.
    pub note: String,
}
packed!(Event { name, date, note });

/// One of the list's policies or documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// `P01` … `P17`, `D1` … `D6`.
    pub id: String,
    /// Name in the list.
    pub title: String,
    /// Official titles of the documents.
    pub document: String,
    /// Document numbers; empty where none is printed.
    pub number: String,
    /// Class of the list.
    pub category: String,
    /// Whom it supports, as the list says.
    pub audience: String,
    /// When it runs, as the list says.
    pub period_text: String,
    /// Offices, indices into [`Dataset::agencies`].
    pub agencies: Vec<u8>,
}
packed!(Policy { id, title, document, number, category, audience, period_text, agencies });

/// A row G or N of the inventory.
#[derive(Clone, Debug, PartialEq)]
pub struct Background {
    /// Inventory id.
    pub id: String,
    /// Index into [`Dataset::policies`].
    pub policy: u16,
    /// `G` or `N`.
    pub row: char,
    /// A short name.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Line of the source.
    pub line: u16,
}
packed!(Background { id, policy, row, title, text, line });

impl Dataset {
    /// Index of a question by its id.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Reads what [`Self::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let dataset: Self = pack::from_bytes(bytes)?;
        if dataset.rules.is_sound() && dataset.leads_somewhere() {
            Ok(dataset)
        } else {
            Err(Damaged)
        }
    }

    /// Is there every condition and every figure that a clause or an estimate names.
    fn leads_somewhere(&self) -> bool {
        let estimated = |of: &Estimate| self.rules.has_figure(of.low) && self.rules.has_figure(of.high);
        self.estimates.iter().all(estimated)
            && self.clauses.iter().all(|clause| {
                clause.criteria.iter().all(|criterion| self.rules.has_condition(criterion.when))
                    && clause.worth.iter().all(|reading| {
                        self.rules.has_figure(reading.low)
                            && reading.high.is_none_or(|high| self.rules.has_figure(high))
                    })
            })
    }

    /// The compact form that the wasm embeds.
    pub fn to_bytes(&self) -> Vec<u8> {
        pack::to_bytes(self)
    }
}

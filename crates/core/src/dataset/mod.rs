//! The compiled dataset: rules, questions, clauses and their wording. How it is made from `policies.json` belongs to
//! `compile`; what a profile gets out of it belongs to `screening`.

mod clause;
mod link;
mod period;
mod question;

pub use clause::{Clause, Criterion, Kind, Nature, Reading, Strength};
pub use link::{Contradiction, Exclusion, GroupReading, Item, ReadingGroup, TaxBrackets, TaxScheme};
pub use period::{Later, Period, Status, Trigger};
pub use question::{Member, Question, Shape};

use crate::rules::Rules;
use serde::{Deserialize, Serialize};

/// A compiled dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Offices.
    pub agencies: Vec<Named>,
    /// Events without an official date.
    pub events: Vec<Event>,
    /// Parts of the questionnaire.
    pub sections: Vec<Named>,
    /// Questions, in the order of asking.
    pub questions: Vec<Question>,
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
    /// How the joint tax effect is worked out.
    pub tax: Option<TaxScheme>,
    /// Expressions and figures.
    pub rules: Rules,
}

/// An id with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
}

/// An event on which a period depends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Name shown.
    pub name: String,
    /// Its day, where one is set.
    pub date: Option<crate::date::Date>,
    /// What is known of it.
    pub note: String,
}

/// One of the list's policies or documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// A row G or N of the inventory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Background {
    /// Inventory id.
    pub id: String,
    /// Index into [`Dataset::policies`].
    pub policy: u8,
    /// `G` or `N`.
    pub row: char,
    /// A short name.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Line of the source.
    pub line: u16,
}

impl Dataset {
    /// Index of a question by its id.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Reads what [`Self::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        let dataset: Self = postcard::from_bytes(bytes)?;
        if dataset.rules.is_sound() {
            Ok(dataset)
        } else {
            Err(postcard::Error::DeserializeBadEncoding)
        }
    }

    /// The compact form that the wasm embeds.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }
}

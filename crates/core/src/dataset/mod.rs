//! The compiled dataset: rules, questions, clauses and their wording. How it is made from `policies.json` belongs to
//! `compile`; what a profile gets out of it belongs to `screening`.

mod period;
mod question;

pub use period::{Later, Period, Status, Trigger};
pub use question::{Member, Question, Shape};

use crate::rules::{ExprId, Rules};
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

/// How firm a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strength {
    /// 明确
    Definite,
    /// 应
    Due,
    /// 优先
    Priority,
    /// 支持
    Supported,
    /// 鼓励
    Encouraged,
    /// 义务
    Obligation,
}

/// What a benefit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 奖补
    Grant,
    /// 减免
    Reduction,
    /// 退返
    Refund,
    /// 贴息
    InterestSubsidy,
    /// 扣除的税额影响
    TaxEffect,
    /// 缓缴递延
    Deferral,
    /// 非金额权利
    Right,
}

impl Kind {
    /// Does it add to the cash total.
    pub const fn is_cash(self) -> bool {
        match self {
            Self::Grant | Self::Reduction | Self::Refund | Self::InterestSubsidy => true,
            Self::TaxEffect | Self::Deferral | Self::Right => false,
        }
    }
}

/// How a criterion is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// By the answers.
    Threshold,
    /// By the office; the answer is the visitor's own view.
    Discretion,
    /// By an award that is held already.
    Award,
}

/// What must hold for a clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique within the clause.
    pub id: String,
    /// In plain words.
    pub text: String,
    /// How it is decided.
    pub nature: Nature,
    /// The condition.
    pub when: ExprId,
}

/// One reading of an amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Name shown; empty where there is only one.
    pub name: String,
    /// The reading to tell first.
    pub preferred: bool,
    /// Computes the least amount.
    pub low: ExprId,
    /// Computes the greatest amount; `None` where the source gives no bound.
    pub high: Option<ExprId>,
}

/// A clause: a row E, F or Q of the inventory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    /// Inventory id, such as `P01-a`.
    pub id: String,
    /// Index into [`Dataset::policies`].
    pub policy: u8,
    /// `E`, `F` or `Q`.
    pub row: char,
    /// How firm it is.
    pub strength: Strength,
    /// A short name.
    pub title: String,
    /// What it says.
    pub text: String,
    /// What it is worth.
    pub kind: Kind,
    /// When it runs.
    pub period: Period,
    /// Offices, indices into [`Dataset::agencies`].
    pub agencies: Vec<u8>,
    /// What must hold; all of it.
    pub criteria: Vec<Criterion>,
    /// Amounts in yuan, one per reading; for a tax effect the deduction; for a right at most an amount put off.
    pub worth: Vec<Reading>,
    /// Index into [`Dataset::reading_groups`], and of the reading in it.
    pub reading: Option<(u8, u8)>,
    /// Short remarks for the visitor.
    pub notes: Vec<String>,
    /// What changed after the list.
    pub later: Vec<Later>,
    /// Ids of the contradictions decided here.
    pub decisions: Vec<String>,
    /// Why an eligible clause is not counted, where another clause carries its amount.
    pub not_counted: Option<String>,
    /// Line of the source.
    pub line: u16,
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

/// Clauses that are readings of one right: within a reading the best counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadingGroup {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// Its readings.
    pub readings: Vec<GroupReading>,
}

/// One reading of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupReading {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// The reading to tell first.
    pub preferred: bool,
}

/// A clause or a group of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Item {
    /// Index into [`Dataset::clauses`].
    Clause(u16),
    /// Index into [`Dataset::reading_groups`].
    Group(u8),
}

/// At most one of the items counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exclusion {
    /// Inventory id, such as `X13`.
    pub id: String,
    /// Who excludes each other; empty where the exclusion is only told.
    pub items: Vec<Item>,
    /// 明文, 文义, 推断 …
    pub basis: String,
    /// In plain words.
    pub text: String,
}

/// A contradiction of the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contradiction {
    /// Inventory id, such as `C01`.
    pub id: String,
    /// `range`, `note`, `reading` or `reason`.
    pub decision: String,
    /// In plain words.
    pub text: String,
}

/// How a deduction turns into tax saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaxScheme {
    /// Variable: class of the taxpayer.
    pub class: u16,
    /// Variable: the year.
    pub year: u16,
    /// Variable: taxable income before the deductions.
    pub income: u16,
    /// For each class, for each year: brackets as (upper bound, rate within).
    pub brackets: Vec<Vec<TaxBrackets>>,
}

/// The tax on an income: by brackets up to `limit`, at `flat` on all of it beyond.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaxBrackets {
    /// Ascending: up to this income, at this rate.
    pub steps: Vec<(rust_decimal::Decimal, rust_decimal::Decimal)>,
    /// Rate on the whole income once it passes the last step.
    pub flat: rust_decimal::Decimal,
}

impl Dataset {
    /// Index of a question by its id.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Reads what [`Self::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }

    /// The compact form that the wasm embeds.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }
}

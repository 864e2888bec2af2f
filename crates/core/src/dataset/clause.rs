//! Clauses: what must hold, and what it is worth.

use super::{Later, Period};
use crate::pack::packed;
use crate::rules::{CondId, FigureId};
use serde::Serialize;

/// How firm a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
packed!(Strength: Definite, Due, Priority, Supported, Encouraged, Obligation; else Self::Definite);

/// What a benefit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
packed!(Kind: Grant, Reduction, Refund, InterestSubsidy, TaxEffect, Deferral, Right; else Self::Grant);

impl Kind {
    /// All of them, cash first.
    pub const ALL: [Self; 7] = [
        Self::Grant,
        Self::Reduction,
        Self::Refund,
        Self::InterestSubsidy,
        Self::TaxEffect,
        Self::Deferral,
        Self::Right,
    ];

    /// Does it add to the cash total.
    pub const fn is_cash(self) -> bool {
        match self {
            Self::Grant | Self::Reduction | Self::Refund | Self::InterestSubsidy => true,
            Self::TaxEffect | Self::Deferral | Self::Right => false,
        }
    }
}

/// How a criterion is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// By the answers.
    Threshold,
    /// By the office; the answer is the visitor's own view.
    Discretion,
    /// By an award that is held already.
    Award,
}
packed!(Nature: Threshold, Discretion, Award; else Self::Threshold);

/// What must hold for a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Unique within the clause.
    pub id: String,
    /// In plain words.
    pub text: String,
    /// How it is decided.
    pub nature: Nature,
    /// The condition.
    pub when: CondId,
}
packed!(Criterion { id, text, nature, when });

/// One reading of an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Name shown; empty where there is only one.
    pub name: String,
    /// The reading to tell first.
    pub preferred: bool,
    /// Computes the least amount.
    pub low: FigureId,
    /// Computes the greatest amount; `None` where the source gives no bound.
    pub high: Option<FigureId>,
}
packed!(Reading { name, preferred, low, high });

/// A clause: a row E, F or Q of the inventory.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Inventory id, such as `P01-a`.
    pub id: String,
    /// Index into [`Dataset::policies`].
    pub policy: u16,
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
impl Clause {
    /// The last day on which it can be had or applied for, where one is known: for those firms for which it is latest.
    pub fn last_day(&self, events: &[super::Event]) -> Option<crate::date::Date> {
        self.period.last_day(events, &self.later, true)
    }

    /// For whom its later end is one, where that is not for everyone.
    pub fn later_end_for(&self) -> Option<crate::rules::CondId> {
        self.period.extension(&self.later)?.when
    }

    /// What its formula reckons, where that is not what is had: a right may have a word of its own for it.
    pub fn reckoned(&self) -> Option<&str> {
        let own = self.worth.first().filter(|reading| self.kind == Kind::Right && !reading.name.is_empty());
        own.map(|reading| reading.name.as_str()).or(self.kind.reckoned())
    }

    /// Its criteria's conditions.
    pub fn conditions(&self) -> Vec<CondId> {
        self.criteria.iter().map(|criterion| criterion.when).collect()
    }

    /// What its amounts are computed by: of each reading the least, and the greatest where there is one.
    pub fn amounts(&self) -> Vec<FigureId> {
        let mut ends = Vec::with_capacity(2 * self.worth.len());
        for reading in &self.worth {
            ends.push(reading.low);
            ends.extend(reading.high);
        }
        ends
    }
}
packed!(Clause {
    id,
    policy,
    row,
    strength,
    title,
    text,
    kind,
    period,
    agencies,
    criteria,
    worth,
    reading,
    notes,
    later,
    decisions,
    not_counted,
    line
});

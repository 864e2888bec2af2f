//! What ties clauses together: readings of one right, exclusions, contradictions, and the joint tax effect.

use crate::pack::packed;
use crate::rules::VarSet;

/// Clauses that are readings of one right: within a reading the best counts.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingGroup {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// Its readings.
    pub readings: Vec<GroupReading>,
}
packed!(ReadingGroup { id, name, readings });

/// One reading of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupReading {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// The reading to tell first.
    pub preferred: bool,
}
packed!(GroupReading { id, name, preferred });

/// A clause or a group of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// Index into [`Dataset::clauses`].
    Clause(u16),
    /// Index into [`Dataset::reading_groups`].
    Group(u8),
}
packed!(Item: Clause(a), Group(a); else Self::Clause(0));

/// At most one of the items counts; or the source leaves open whether more than one does.
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusion {
    /// Inventory id, such as `X13`.
    pub id: String,
    /// Who excludes each other; empty where the exclusion is only told.
    pub items: Vec<Item>,
    /// The source does not say whether they add up: totals run from the best one to the sum.
    pub open: bool,
    /// 明文, 文义, 推断 …
    pub basis: String,
    /// In plain words.
    pub text: String,
}
packed!(Exclusion { id, items, open, basis, text });

/// A contradiction of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Inventory id, such as `C01`.
    pub id: String,
    /// `range`, `note`, `reading` or `reason`.
    pub decision: String,
    /// In plain words.
    pub text: String,
}
packed!(Contradiction { id, decision, text });

/// What an answer makes certain of another, in words. The conditions are a [`crate::rules::Link`].
#[derive(Clone, Debug, PartialEq)]
pub struct Implication {
    /// Stable id.
    pub id: String,
    /// In plain words, as a reason.
    pub text: String,
    /// A clause, a policy, a contradiction, or `facts 2.1`; of two sources at least.
    pub source: String,
}
packed!(Implication { id, text, source });

/// How a deduction turns into tax saved.
#[derive(Clone, Debug, PartialEq)]
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
packed!(TaxScheme { class, year, income, brackets });

impl TaxScheme {
    /// The variables that it asks for beside a deduction.
    pub fn reads(&self) -> VarSet {
        let mut variables = VarSet::default();
        [self.class, self.year, self.income].into_iter().for_each(|variable| variables.insert(variable));
        variables
    }
}

/// The tax on an income: by brackets up to `limit`, at `flat` on all of it beyond.
#[derive(Clone, Debug, PartialEq)]
pub struct TaxBrackets {
    /// Ascending: up to this income, at this rate.
    pub steps: Vec<(rust_decimal::Decimal, rust_decimal::Decimal)>,
    /// Rate on the whole income once it passes the last step.
    pub flat: rust_decimal::Decimal,
}
packed!(TaxBrackets { steps, flat });

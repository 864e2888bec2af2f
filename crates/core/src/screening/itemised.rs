//! What a report says by item, beside its clauses. Which item has which word belongs to the visit, which knows what was asked.

use super::Amount;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// An item as it stands.
#[derive(Debug, Serialize)]
pub struct ItemRow {
    /// Its id: that of its first clause.
    pub id: String,
    /// `can`, `that_year`, `ended`, `ask`, `unasked` or `refused`.
    pub word: &'static str,
    /// Cash, effect on taxes or deferral, as far as it is a figure; `null` without one.
    pub amount: Option<ItemAmount>,
    /// Ids of the offices.
    pub offices: Vec<String>,
    /// Ids of the clauses, the counted one first.
    pub clauses: Vec<String>,
    /// Ids of situations behind which something stands that was not asked and may decide it.
    pub unasked: Vec<String>,
}

/// An amount of one sort; an end that rests on the limit of a question is no figure and `null`.
#[derive(Debug, Serialize)]
pub struct ItemAmount {
    /// `cash`, `tax_effect` or `deferral`.
    pub sort: &'static str,
    /// At least.
    pub min: Option<Text>,
    /// At most.
    pub max: Option<Text>,
}

/// The sentence at the top.
#[derive(Debug, Serialize)]
pub struct HeadlineRow {
    /// Items that are had and may be worth money.
    pub items: usize,
    /// Of these, how many have a cash figure: their sum is `cash`.
    pub figured: usize,
    /// The sum of the cash figures.
    pub cash: Range,
    /// Items that have to be asked about first; below the line.
    pub ask: usize,
    /// The sum of their cash figures.
    pub ask_cash: Range,
}

/// A range of money.
#[derive(Debug, Serialize)]
pub struct Range {
    min: Text,
    max: Option<Text>,
}

impl From<Amount> for Range {
    fn from(amount: Amount) -> Self {
        Self { min: Text::fen(amount.min), max: amount.max.map(Text::fen) }
    }
}

/// A value written as text.
#[derive(Debug)]
pub struct Text(pub(super) String);

impl Text {
    /// A sum of money, to the fen.
    pub fn fen(amount: Decimal) -> Self {
        Self(crate::decimal::to_fen(amount).to_string())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl HeadlineRow {
    /// The sums as ranges.
    pub fn range(min: Decimal, max: Option<Decimal>) -> Range {
        Range::from(Amount { min, max })
    }
}

//! 企业: who the firm is, in at most six taps.

use super::{Ask, Counts, Row};

/// 企业.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm {
    /// The questions, in the order of asking; a measure that the trade does not use is not among them.
    pub asks: Vec<Ask>,
    /// How many of them are answered.
    pub answered: usize,
    /// In the large form the one that is shown.
    pub at: usize,
    /// Names of the classes that the firm may be in (中型、小型、微型), by the list's own classification; `None` while
    /// it says nothing.
    pub classes: Option<Vec<u8>>,
    /// So far.
    pub counts: Counts,
    /// Items that it can probably have, so far.
    pub likely: Vec<Row>,
}

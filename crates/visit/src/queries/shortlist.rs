//! 名单: what such a firm can probably have, by name, at once.

use super::{Counts, Row, Sentence};

/// Items that hang on one situation.
#[derive(Clone, Debug, PartialEq)]
pub struct Hang {
    /// Index of the gate.
    pub gate: u8,
    /// The items, those worth money first.
    pub items: Vec<Row>,
}

/// 先放一边, by why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    /// Hang on situations that are rare for the trade, or were not tapped though they were shown.
    pub rare: Vec<Hang>,
    /// The list says no to such a firm.
    pub refused: Vec<Row>,
    /// Whoever the firm is.
    pub everyone: Vec<Row>,
    /// To be complied with.
    pub duties: Vec<Row>,
}

/// 名单. INVARIANT: every item stands in it once.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortlist {
    /// Who the firm is.
    pub firm: Vec<Sentence>,
    /// How many of each; they add up to all items.
    pub counts: Counts,
    /// Clauses in all.
    pub clauses: usize,
    /// 多半能享受.
    pub likely: Vec<Row>,
    /// 看情况, by situation, the trade's own first.
    pub depends: Vec<Hang>,
    /// 先放一边.
    pub aside: Aside,
}

//! 情况: the situations to tap.

use crate::action::Action;

/// A situation to tap.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Index into `Dataset::visit.gates`.
    pub gate: u8,
    /// Was it tapped.
    pub open: bool,
    /// Items that hang on it. Over all gates each item is counted once.
    pub items: usize,
    /// Taps that its chapter still needs; 0 where it is not open.
    pub taps: usize,
    /// What the tap does.
    pub action: Action,
}

/// 情况.
#[derive(Clone, Debug, PartialEq)]
pub struct Situations {
    /// Common for the trade, and worth money.
    pub money: Vec<Gate>,
    /// Common for the trade, with rights and services only.
    pub rights: Vec<Gate>,
    /// Rare for the trade: one tap away.
    pub rare: Vec<Gate>,
    /// Items behind the rare ones.
    pub rare_items: usize,
    /// Taps still needed for all that was opened.
    pub taps: usize,
}

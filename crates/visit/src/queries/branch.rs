//! 补充: a chapter that a situation opened.

use super::{Ask, Row};

/// A chapter on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Index of the gate.
    pub gate: u8,
    /// Taps that it still needs.
    pub taps: usize,
}

/// 补充.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Index of the gate; its `chapter` is the title.
    pub gate: u8,
    /// Every chapter that was opened, in order.
    pub steps: Vec<Step>,
    /// The questions: those answered keep their place, those that no longer matter go.
    pub asks: Vec<Ask>,
    /// In the large form the one that is shown.
    pub at: usize,
    /// Items for which it is asked.
    pub items: Vec<Row>,
    /// Of the item that is nearest to being settled: conditions that hold, that have to be asked at the office, and that are open.
    pub nearest: Option<(u16, [usize; 3])>,
    /// Is there another chapter after this one; else 结果 comes next.
    pub more: bool,
}

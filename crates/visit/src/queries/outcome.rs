//! 结果: one sentence, the ledger under it, the cards, and everything else folded. It reconciles: the headline is the sum of
//! the ledger's counted rows, each of which is a card, and the counts add up to all items.

use super::{Card, Hang, Row, Sort, Sum, Word};
use crate::mode::Mode;

/// The sentence at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Cards that are had (能办, 当年可办) and may be worth money.
    pub had: usize,
    /// Their cash: INVARIANT: the sum of those rows of the ledger.
    pub cash: Sum,
    /// Their effect on taxes, beside it.
    pub tax: Sum,
    /// What is put off, beside it.
    pub deferral: Sum,
    /// Below the line: 要先问, how many and how much cash.
    pub ask: (usize, Sum),
    /// Below the line: 刚截止.
    pub ended: (usize, Sum),
}

/// A row of the ledger; it has the number of its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// The card's number.
    pub number: usize,
    /// The item in one line.
    pub row: Row,
    /// Which sum it belongs to.
    pub sort: Sort,
    /// Above the line: in the headline.
    pub counted: bool,
}

/// Why items are folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Had (or over, or to be asked), but no money: rights and services.
    Rights(Word),
    /// Had, but worth nothing more than the firm has anyway.
    Nothing,
    /// 要先问, without money, or only supported or encouraged.
    Ask,
    /// 未问, by situation.
    Unasked,
    /// 写明不给.
    Refused,
    /// Whoever the firm is.
    Everyone,
    /// To be complied with.
    Duties,
}

/// Items that are folded together.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// Why.
    pub why: Why,
    /// How many.
    pub count: usize,
    /// The items; empty where they stand by situation.
    pub items: Vec<Row>,
    /// The items by situation, the trade's own first; of [`Why::Unasked`] only. The flag says: common for the trade.
    pub hangs: Vec<(bool, Hang)>,
}

/// 结果. INVARIANT: `cards.len()` and the folds' counts add up to `items`.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// 回查 or 现行.
    pub mode: Mode,
    /// The sentence.
    pub headline: Headline,
    /// Rows with their cards' numbers: those counted, then those below the line.
    pub ledger: Vec<LedgerRow>,
    /// Everything that is or may be worth money and is had, over, or to be asked: what to do first, first.
    pub cards: Vec<Card>,
    /// How many of the cards stand open on the page; the others are folded.
    pub lead: usize,
    /// Of the lead cards, how many are to be done first (先查/先办 这 n 件).
    pub first: usize,
    /// Everything else, by why.
    pub folds: Vec<Fold>,
    /// All items.
    pub items: usize,
    /// All clauses.
    pub clauses: usize,
    /// Pages of the sheet.
    pub pages: usize,
}

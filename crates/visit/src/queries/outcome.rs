//! 结果: one sentence, the ledger under it, the cards, and everything else folded. It reconciles: the headline is the sum of
//! the ledger's counted rows, each of which is a card, and the counts add up to all items.

use super::card::card;
use super::shortlist::hangs;
use super::{Card, Hang, Row, Sort, Sum, Word};
use crate::cards::{card_rows, is_card, is_had, offices, sum};
use crate::mode::Mode;
use crate::reckon::known;
use crate::reckoned::{Bin, Item, Reckoned, Waits};
use crate::row::{Money, Worth};
use crate::state::State;
use huiqi_core::screening::Screener;

/// The sentence at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Cards that are had (能办, 当年可办) and may be worth money.
    pub had: usize,
    /// Their cash: INVARIANT: the sum of those rows of the ledger.
    pub cash: Sum,
    /// Their effect on taxes, beside it: worked out together, which may be less than the sum of the cards.
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

/// Cards that stand open on the page at most.
const LEAD: usize = 5;
/// Of these, those to be done first at most.
const FIRST: usize = 2;

/// 结果.
pub fn outcome(screener: &Screener, state: &State) -> Outcome {
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let mut rows = card_rows(&reckoned);
    // What has come since stands behind.
    rows.sort_by_key(|row| state.order.iter().position(|item| *item == row.item).unwrap_or(usize::MAX));
    let ledger = ledger(&rows);
    let cards: Vec<Card> =
        (1..).zip(&rows).map(|(number, row)| card(screener, state, &reckoned, *row, number)).collect();
    let had = rows.iter().filter(|row| is_had(row)).count();
    Outcome {
        mode: reckoned.mode,
        headline: headline(&reckoned, &ledger, had),
        ledger,
        lead: cards.len().min(LEAD),
        first: rows.iter().take_while(|row| is_had(row)).count().min(FIRST),
        folds: folds(&reckoned),
        items: dataset.visit.items.len(),
        clauses: dataset.clauses.len(),
        pages: offices(dataset, &rows).len(),
        cards,
    }
}

/// The sentence at the top, without the cards.
pub fn headline_of(reckoned: &Reckoned) -> Headline {
    let rows = card_rows(reckoned);
    headline(reckoned, &ledger(&rows), rows.iter().filter(|row| is_had(row)).count())
}

fn ledger(rows: &[Row]) -> Vec<LedgerRow> {
    (1..).zip(rows).filter_map(|(number, row)| ledger_row(number, row)).collect()
}

fn ledger_row(number: usize, row: &Row) -> Option<LedgerRow> {
    Some(LedgerRow { number, row: *row, sort: row.money.sort()?, counted: is_had(row) })
}

fn headline(reckoned: &Reckoned, ledger: &[LedgerRow], had: usize) -> Headline {
    let sum_of = |sort: Sort, wanted: &dyn Fn(&LedgerRow) -> bool| {
        sum(ledger.iter().filter(|row| row.sort == sort && wanted(row)).map(|row| row.row.money))
    };
    let below = |word: Word| {
        let is_word = move |row: &LedgerRow| row.row.word == word;
        (ledger.iter().filter(|row| is_word(row)).count(), sum_of(Sort::Cash, &is_word))
    };
    Headline {
        had,
        cash: sum_of(Sort::Cash, &|row| row.counted),
        tax: joint(sum_of(Sort::Tax, &|row| row.counted), reckoned.tax),
        deferral: sum_of(Sort::Deferral, &|row| row.counted),
        ask: below(Word::Ask),
        ended: below(Word::Ended),
    }
}

/// The tax cards' count with their joint effect.
fn joint(sum: Sum, tax: Option<Worth>) -> Sum {
    match tax {
        Some(tax) if sum.figured > 0 => Sum { min: tax.min.unwrap_or_default(), max: tax.max, ..sum },
        _ => sum,
    }
}

/// Everything that is no card, by why.
fn folds(reckoned: &Reckoned) -> Vec<Fold> {
    let mut folds: Vec<Fold> = Vec::new();
    for item in reckoned.items.iter().filter(|item| !is_card(item)) {
        let why = why(item);
        match folds.iter_mut().find(|fold| fold.why == why) {
            Some(fold) => fold.items.push(item.row),
            None => folds.push(Fold { why, count: 0, items: vec![item.row], hangs: Vec::new() }),
        }
    }
    folds.sort_by_key(|fold| order(fold.why));
    for fold in &mut folds {
        fold.count = fold.items.len();
        if fold.why == Why::Unasked {
            fold.items.clear();
            fold.hangs = unasked(reckoned);
        }
    }
    folds
}

/// What was not asked, by situation.
fn unasked(reckoned: &Reckoned) -> Vec<(bool, Hang)> {
    let hangs = hangs(&reckoned.layout, &reckoned.items, |item| {
        (!is_card(item) && why(item) == Why::Unasked).then_some(match item.waits {
            Waits::Gate(gate) => Some(gate),
            Waits::Nothing | Waits::Figure | Waits::Who => None,
        })
    });
    let is_common = |hang: &Hang| hang.gate.is_none_or(|gate| reckoned.layout.is_common(gate));
    hangs.into_iter().map(|hang| (is_common(&hang), hang)).collect()
}

fn why(item: &Item) -> Why {
    match (item.bin, item.row.word, item.row.money) {
        (Bin::Duty, ..) => Why::Duties,
        (Bin::Everyone, ..) => Why::Everyone,
        (_, Word::Refused, _) => Why::Refused,
        (_, Word::Unasked, _) => Why::Unasked,
        (_, _, Money::Nothing(_)) => Why::Nothing,
        (_, Word::Ask, _) => Why::Ask,
        (_, word @ (Word::Can | Word::ThatYear | Word::Ended), _) => Why::Rights(word),
    }
}

fn order(why: Why) -> usize {
    match why {
        Why::Rights(_) => 0,
        Why::Nothing => 1,
        Why::Ask => 2,
        Why::Unasked => 3,
        Why::Refused => 4,
        Why::Everyone => 5,
        Why::Duties => 6,
    }
}

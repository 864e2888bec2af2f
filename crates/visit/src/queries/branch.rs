//! 补充: a chapter that a situation opened.

use super::ask::ask;
use super::{Ask, Row};
use crate::place::Place;
use crate::plan::{chapter, chapters, gate_taps};
use crate::reckon::{conditions, known};
use crate::state::State;
use huiqi_core::screening::Screener;

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

/// 补充; `None` where the visitor is in no chapter.
pub fn branch(screener: &Screener, state: &State) -> Option<Branch> {
    let Place::Branch(gate, at) = state.place() else { return None };
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let of = dataset.visit.gates.get(usize::from(gate))?;
    let steps: Vec<Step> = chapters(dataset, state, &reckoned)
        .into_iter()
        .map(|gate| Step { gate, taps: gate_taps(dataset, state, &reckoned, gate) })
        .collect();
    let asks: Vec<Ask> =
        chapter(dataset, state, &reckoned, gate).into_iter().filter_map(|part| ask(screener, state, part)).collect();
    let is_here = |question: u16| of.asks.iter().any(|asked| asked.question == question);
    let items: Vec<Row> = reckoned
        .items
        .iter()
        .filter(|item| {
            let clauses = dataset.visit.items.get(usize::from(item.row.item)).map(|item| item.clauses.as_slice());
            clauses.unwrap_or_default().iter().any(|clause| {
                screener.depends(usize::from(*clause)).is_some_and(|depends| {
                    depends.iter().any(|variable| {
                        let question = dataset.rules.variables.get(usize::from(variable)).map(|of| of.question);
                        question.is_some_and(is_here)
                    })
                })
            })
        })
        .map(|item| item.row)
        .collect();
    let nearest = items
        .iter()
        .filter(|row| row.word == crate::row::Word::Unasked)
        .map(|row| (row.item, conditions(screener, state, &reckoned, row.clause)))
        .min_by_key(|(_, [_, _, open])| *open);
    let rank = reckoned.layout.rank(gate);
    let more = steps.iter().any(|step| step.taps > 0 && reckoned.layout.rank(step.gate) > rank);
    let at = usize::from(at).min(asks.len().saturating_sub(1));
    Some(Branch { gate, steps, asks, at, items, nearest, more })
}

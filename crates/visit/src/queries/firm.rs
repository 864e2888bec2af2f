//! 企业: who the firm is, in at most six taps.

use super::ask::ask;
use super::shortlist::counts;
use super::{Ask, Counts, Row};
use crate::place::Place;
use crate::plan::who;
use crate::reckoned::Bin;
use crate::state::State;
use huiqi_core::rules::Engine;
use huiqi_core::screening::Screener;

/// 企业.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm {
    /// The questions, in the order of asking; a measure that the trade does not use is not among them.
    pub asks: Vec<Ask>,
    /// How many of them are answered.
    pub answered: usize,
    /// In the large form the one that is shown.
    pub at: usize,
    /// Classes that the firm may be in (中型、小型、微型), indices into the table of the list's first classification; `None`
    /// while it says nothing.
    pub classes: Option<Vec<u8>>,
    /// So far.
    pub counts: Counts,
    /// Items that it can probably have, so far.
    pub likely: Vec<Row>,
}

/// 企业.
pub fn firm(screener: &Screener, state: &State) -> Firm {
    let reckoned = state.reckoned.as_deref();
    let parts = who(screener, state, reckoned);
    let asks: Vec<Ask> = parts.into_iter().filter_map(|part| ask(screener, state, part)).collect();
    let items = reckoned.map(|reckoned| reckoned.items.as_slice()).unwrap_or_default();
    let likely = items.iter().filter(|item| item.bin == Bin::Likely).map(|item| item.row).collect();
    let last = asks.len().saturating_sub(1);
    let at = match state.place() {
        Place::Firm(at) => usize::from(at).min(last),
        Place::Start
        | Place::Shortlist
        | Place::Situations
        | Place::Branch(..)
        | Place::Outcome
        | Place::Sheet
        | Place::Answers
        | Place::Change(_)
        | Place::Library => 0,
    };
    let answered = asks.iter().filter(|ask| ask.answered).count();
    Firm { asks, answered, at, classes: classes(screener, state), counts: counts(items), likely }
}

/// The classes that are still possible, by the first classification of the list.
fn classes(screener: &Screener, state: &State) -> Option<Vec<u8>> {
    let rules = &screener.dataset().rules;
    let (_, table) = rules.fact(0)?;
    let mask = Engine::new(rules, state.profile.space(screener.dataset()), 1).classes(0);
    let possible: Vec<u8> =
        (0_u8..).zip(&table.classes).filter(|(class, _)| mask & (1 << class) != 0).map(|(class, _)| class).collect();
    (possible.len() < table.classes.len()).then_some(possible)
}

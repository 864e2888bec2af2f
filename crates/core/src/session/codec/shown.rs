//! What stands open on the screens, for the storage of the browser: cards, and what the library is searched for.

use super::super::{step, Filter};
use super::text::{escaped, unescaped};
use super::{Action, Screener, State};
use crate::dataset::{Dataset, Kind, Status};

/// Ids of the open cards, joined by `~`.
pub fn write_opened(dataset: &Dataset, state: &State) -> String {
    let ids = state.opened.iter().filter_map(|(clause, _)| dataset.clauses.get(usize::from(clause)));
    ids.map(|clause| clause.id.as_str()).collect::<Vec<_>>().join("~")
}

/// Opens the cards of these ids; those of other releases stay away.
pub fn open(screener: &Screener, state: State, ids: &str) -> State {
    let clauses = &screener.dataset().clauses;
    let named = ids.split('~').filter_map(|id| clauses.iter().position(|clause| clause.id == id));
    named
        .filter_map(|clause| u16::try_from(clause).ok())
        .fold(state, |state, clause| step(screener, &state, Action::Toggle(clause)))
}

/// Words, kind, office, period and size, joined by `~`; each choice by its place in the list of all.
pub fn write_filter(filter: &Filter) -> String {
    let at = |place: Option<usize>| place.map_or(String::new(), |place| place.to_string());
    [
        escaped(&filter.words),
        at(filter.kind.and_then(|kind| Kind::ALL.iter().position(|other| *other == kind))),
        at(filter.agency.map(usize::from)),
        at(filter.status.and_then(|status| Status::ALL.iter().position(|other| *other == status))),
        at(filter.size_bound.map(usize::from)),
    ]
    .join("~")
}

/// Reads what [`write_filter`] wrote; a choice that is not there narrows nothing.
pub fn read_filter(dataset: &Dataset, text: &str) -> Filter {
    let mut parts = text.split('~');
    let words = unescaped(parts.next().unwrap_or_default());
    let mut next = || parts.next().and_then(|place| place.parse::<usize>().ok());
    Filter {
        words,
        kind: next().and_then(|at| Kind::ALL.get(at).copied()),
        agency: next().filter(|at| *at < dataset.agencies.len()).and_then(|at| u8::try_from(at).ok()),
        status: next().and_then(|at| Status::ALL.get(at).copied()),
        size_bound: next().map(|at| at == 1),
    }
}

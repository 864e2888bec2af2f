//! Looking for policies and clauses by words, kind, office, period and size.

use crate::dataset::{Background, Clause, Dataset, Kind, Policy, Status};
use crate::date::Date;
use crate::screening::Screener;

/// What the visitor is looking for; what is `None` or empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which must occur.
    pub words: String,
    /// Kind of benefit.
    pub kind: Option<Kind>,
    /// Index into [`Dataset::agencies`].
    pub agency: Option<u8>,
    /// Status of the period.
    pub status: Option<Status>,
    /// Only for medium, small and micro firms (`true`), or whatever the size (`false`).
    pub size_bound: Option<bool>,
}

/// A policy that was found, with its rows that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index into [`Dataset::policies`].
    pub policy: usize,
    /// Indices into [`Dataset::clauses`].
    pub clauses: Vec<u16>,
    /// Indices into [`Dataset::background`].
    pub background: Vec<u16>,
}

/// What a filter finds.
pub fn found(screener: &Screener, filter: &Filter, on: Date) -> Vec<Found> {
    let dataset = screener.dataset();
    let words: Vec<String> = filter.words.split_whitespace().map(str::to_ascii_lowercase).collect();
    let is_plain =
        filter.kind.is_none() && filter.agency.is_none() && filter.status.is_none() && filter.size_bound.is_none();
    dataset
        .policies
        .iter()
        .enumerate()
        .map(|(index, policy)| {
            let of_policy = |owner: u16| usize::from(owner) == index;
            let clauses = (0_u16..).zip(&dataset.clauses).filter(|(at, clause)| {
                of_policy(clause.policy)
                    && fits(screener, filter, usize::from(*at), clause, on)
                    && says(policy, &[&clause.id, &clause.title, &clause.text], &words)
            });
            let background = (0_u16..)
                .zip(&dataset.background)
                .filter(|(_, row)| is_plain && of_policy(row.policy) && background_says(policy, row, &words));
            Found {
                policy: index,
                clauses: clauses.map(|(at, _)| at).collect(),
                background: background.map(|(at, _)| at).collect(),
            }
        })
        .filter(|found| !found.clauses.is_empty() || !found.background.is_empty())
        .collect()
}

fn background_says(policy: &Policy, row: &Background, words: &[String]) -> bool {
    says(policy, &[&row.id, &row.title, &row.text], words)
}

fn says(policy: &Policy, texts: &[&String], words: &[String]) -> bool {
    let policy = [&policy.id, &policy.title, &policy.document, &policy.number, &policy.audience];
    words.iter().all(|word| policy.iter().chain(texts).any(|text| text.to_ascii_lowercase().contains(word.as_str())))
}

fn fits(screener: &Screener, filter: &Filter, index: usize, clause: &Clause, on: Date) -> bool {
    let dataset = screener.dataset();
    filter.kind.is_none_or(|kind| clause.kind == kind)
        && filter.agency.is_none_or(|agency| clause.agencies.contains(&agency))
        && filter
            .status
            .is_none_or(|status| [false, true].map(|later| dataset.status(clause, on, later)).contains(&status))
        && filter.size_bound.is_none_or(|bound| is_size_bound(screener, index) == bound)
}

/// Does the clause ask for the size of the firm: it then refers to every measure by which size is told.
pub fn is_size_bound(screener: &Screener, clause: usize) -> bool {
    let dataset: &Dataset = screener.dataset();
    screener.depends(clause).is_some_and(|depends| {
        dataset
            .rules
            .facts
            .iter()
            .any(|fact| fact.measures.iter().chain([&fact.by]).all(|variable| depends.contains(*variable)))
    })
}

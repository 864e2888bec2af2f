//! 查政策: all policies, found by words, by topic or by document.

use crate::row::{Row, Word};
use crate::state::{Filter, State};
use huiqi_core::dataset::{Clause, Dataset, Policy};
use huiqi_core::screening::Screener;

/// A clause that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index into `Dataset::clauses`.
    pub clause: u16,
    /// The item's row, where something was screened; see `Row`.
    pub row: Option<super::Row>,
}

/// Clauses of one topic, or of one policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Index into `Dataset::visit.topics`, or with `Filter::by_document` into `Dataset::policies`.
    pub of: u16,
    /// The clauses, in the order of the list.
    pub clauses: Vec<Found>,
    /// Background rows, by document only: indices into `Dataset::background`.
    pub background: Vec<u16>,
    /// Offices named by the clauses.
    pub offices: usize,
}

/// 查政策.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// What was found, without empty sections.
    pub sections: Vec<Section>,
    /// Clauses found.
    pub clauses: usize,
    /// Does the filter narrow at all.
    pub narrowed: bool,
    /// Items that this firm may have; `None` before anything is known.
    pub mine: Option<usize>,
}

/// 查政策.
pub fn library(screener: &Screener, state: &State) -> Library {
    let dataset = screener.dataset();
    let filter = &state.filter;
    let words: Vec<String> = filter.words.split_whitespace().map(str::to_ascii_lowercase).collect();
    let mut sections: Vec<Section> = if filter.by_document {
        (0_u16..).zip(&dataset.policies).map(|(of, _)| empty(of)).collect()
    } else {
        (0_u16..).zip(&dataset.visit.topics).map(|(of, _)| empty(of)).collect()
    };
    let mut clauses = 0;
    for (index, clause) in (0_u16..).zip(&dataset.clauses) {
        let item = dataset.visit.item_of(index);
        let row = item.and_then(|item| row_of(state, item));
        if !fits(dataset, filter, clause, state, row.as_ref()) || !says(dataset, clause, item, &words) {
            continue;
        }
        let of = if filter.by_document {
            Some(clause.policy)
        } else {
            item.and_then(|item| dataset.visit.items.get(usize::from(item))).map(|item| u16::from(item.topic))
        };
        if let Some(section) = of.and_then(|of| sections.get_mut(usize::from(of))) {
            section.clauses.push(Found { clause: index, row });
            clauses += 1;
        }
    }
    let plain = Filter { words: String::new(), by_document: filter.by_document, ..Filter::default() };
    let is_plain = Filter { words: String::new(), ..filter.clone() } == plain;
    if filter.by_document && is_plain {
        add_background(dataset, &mut sections, &words);
    }
    for section in &mut sections {
        section.offices = offices(dataset, &section.clauses);
    }
    sections.retain(|section| !section.clauses.is_empty() || !section.background.is_empty());
    let mine = state.reckoned.as_ref().map(|reckoned| reckoned.items.iter().filter(|item| is_mine(&item.row)).count());
    Library { sections, clauses, narrowed: !is_plain || !words.is_empty(), mine }
}

fn empty(of: u16) -> Section {
    Section { of, clauses: Vec::new(), background: Vec::new(), offices: 0 }
}

fn row_of(state: &State, item: u16) -> Option<Row> {
    state.reckoned.as_ref()?.items.get(usize::from(item)).map(|item| item.row)
}

/// May this firm have it, as far as is known.
fn is_mine(row: &Row) -> bool {
    match row.word {
        Word::Can | Word::ThatYear | Word::Ended | Word::Ask => true,
        Word::Unasked | Word::Refused => false,
    }
}

fn fits(dataset: &Dataset, filter: &Filter, clause: &Clause, state: &State, row: Option<&Row>) -> bool {
    let statuses = || [false, true].map(|later| dataset.status(clause, state.reference_date(), later));
    (!filter.money || !clause.worth.is_empty())
        && (!filter.undated || clause.last_day(&dataset.events).is_none())
        && (!filter.mine || row.is_some_and(is_mine))
        && filter.kind.is_none_or(|kind| clause.kind == kind)
        && filter.agency.is_none_or(|agency| clause.agencies.contains(&agency))
        && filter.status.is_none_or(|wanted| statuses().contains(&wanted))
}

/// Do all words occur in a clause, its policy, its item or its topic.
fn says(dataset: &Dataset, clause: &Clause, item: Option<u16>, words: &[String]) -> bool {
    let item = item.and_then(|item| dataset.visit.items.get(usize::from(item)));
    let topic = item.and_then(|item| dataset.visit.topics.get(usize::from(item.topic)));
    let agencies = clause.agencies.iter().filter_map(|agency| dataset.agencies.get(usize::from(*agency)));
    let mut texts: Vec<&str> = vec![&clause.id, &clause.title, &clause.text];
    texts.extend(policy_texts(dataset.policies.get(usize::from(clause.policy))));
    texts.extend(item.map(|item| item.name.as_str()));
    texts.extend(topic.map(|topic| topic.name.as_str()));
    texts.extend(topic.iter().flat_map(|topic| topic.words.iter().map(String::as_str)));
    texts.extend(agencies.flat_map(|agency| [agency.name.as_str(), agency.short.as_str()]));
    words.iter().all(|word| texts.iter().any(|text| text.to_ascii_lowercase().contains(word.as_str())))
}

fn policy_texts(policy: Option<&Policy>) -> Vec<&str> {
    let Some(policy) = policy else { return Vec::new() };
    [&policy.id, &policy.title, &policy.document, &policy.number, &policy.audience].map(String::as_str).to_vec()
}

fn add_background(dataset: &Dataset, sections: &mut [Section], words: &[String]) {
    for (index, row) in (0_u16..).zip(&dataset.background) {
        let mut texts: Vec<&str> = vec![&row.id, &row.title, &row.text];
        texts.extend(policy_texts(dataset.policies.get(usize::from(row.policy))));
        let says = words.iter().all(|word| texts.iter().any(|text| text.to_ascii_lowercase().contains(word.as_str())));
        if let Some(section) = sections.get_mut(usize::from(row.policy)).filter(|_| says) {
            section.background.push(index);
        }
    }
}

fn offices(dataset: &Dataset, found: &[Found]) -> usize {
    let mut all: Vec<u8> = found
        .iter()
        .filter_map(|found| dataset.clauses.get(usize::from(found.clause)))
        .flat_map(|clause| clause.agencies.iter().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

//! Where the reference date lies in each clause's period. A later end may hold for some firms only; whether it does is judged
//! like a clause, so that it is as tight as a verdict.

use super::judge::stand;
use super::{Screener, Verdict};
use crate::dataset::{Clause, Criterion, Dataset, Kind, Nature, Status};
use crate::date::Date;
use crate::rules::Engine;

/// How a clause's period stands to the reference date.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    pub status: Status,
    pub or: Option<Status>,
    pub extended: bool,
    /// Questions that decide between `status` and `or`, ascending.
    pub open: Vec<u16>,
}

impl Running {
    /// Every status that it may have.
    pub fn all(&self) -> impl Iterator<Item = Status> {
        [Some(self.status), self.or].into_iter().flatten()
    }
}

/// The conditions under which later ends are ones, as clauses that give nothing.
pub fn ends(dataset: &Dataset) -> Vec<(usize, Clause)> {
    let end = |(index, clause): (usize, &Clause)| {
        let when = clause.later_end_for()?;
        let criterion = Criterion { id: String::new(), text: String::new(), nature: Nature::Threshold, when };
        let plain = Clause { kind: Kind::Right, criteria: vec![criterion], worth: Vec::new(), ..clause.clone() };
        Some((index, plain))
    };
    dataset.clauses.iter().enumerate().filter_map(end).collect()
}

/// Of every clause.
pub fn statuses(screener: &Screener, engine: &mut Engine, on: Date) -> Vec<Running> {
    let clauses = screener.dataset().clauses.iter().enumerate();
    clauses.map(|(index, clause)| running(screener, engine, index, clause, on)).collect()
}

/// Of one clause.
pub fn running(screener: &Screener, engine: &mut Engine, index: usize, clause: &Clause, on: Date) -> Running {
    let dataset = screener.dataset();
    let (own, later) = (dataset.status(clause, on, false), dataset.status(clause, on, true));
    let surely = |status, extended| Running { status, or: None, extended, open: Vec::new() };
    let Some(end) = screener.ends.iter().position(|(of, _)| *of == index) else {
        return surely(own, clause.period.extended_by.is_some());
    };
    let standing = stand(screener, engine, dataset.clauses.len() + end);
    match standing.as_ref().map_or(Verdict::Undetermined, super::Standing::verdict) {
        Verdict::Eligible => surely(later, true),
        Verdict::Ineligible => surely(own, false),
        Verdict::Undetermined if own == later => surely(own, false),
        Verdict::Undetermined => {
            let open = standing.map(|standing| standing.open(dataset)).unwrap_or_default();
            Running { open, or: Some(later), ..surely(own, false) }
        }
    }
}

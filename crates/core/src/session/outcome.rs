//! The groups in which an outcome is shown, and how many clauses fit.

use crate::dataset::{Clause, Dataset, Nature, Status, Strength};
use crate::profile::Profile;
use crate::screening::{ClauseResult, Screener, Screening, Verdict};
use rust_decimal::Decimal;

/// Where a clause is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// 可享受
    Entitled,
    /// 待补充
    Pending,
    /// 可争取: wants an award.
    Attainable,
    /// 差一步: a single condition fails, and the firm can still change it.
    NearMiss,
    /// 已过期: had or open, but ended on the reference date.
    Ended,
    /// 不符合
    Ineligible,
    /// 义务
    Duty,
    /// 还可关注: supported or encouraged only.
    Watch,
}

impl Group {
    /// All of them, in the order of showing.
    pub const ALL: [Self; 8] = [
        Self::Entitled,
        Self::Pending,
        Self::Attainable,
        Self::NearMiss,
        Self::Ended,
        Self::Ineligible,
        Self::Duty,
        Self::Watch,
    ];
}

/// The clauses of each group, those worth most first; every clause is in one.
pub fn groups(screener: &Screener, profile: &Profile, screening: &Screening) -> Vec<(Group, Vec<u16>)> {
    let dataset = screener.dataset();
    let mut placed: Vec<(Group, Decimal, u16)> = (0_u16..)
        .zip(&dataset.clauses)
        .zip(&screening.clauses)
        .map(|((index, clause), result)| (group(screener, profile, index, clause, result), worth(result), index))
        .collect();
    placed.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)).then(one.2.cmp(&other.2)));
    Group::ALL
        .into_iter()
        .map(|group| (group, placed.iter().filter(|(of, ..)| *of == group).map(|(.., index)| *index).collect()))
        .collect()
}

fn worth(result: &ClauseResult) -> Decimal {
    result.amount.map_or(Decimal::NEGATIVE_ONE, |amount| amount.max.unwrap_or(amount.min))
}

fn group(screener: &Screener, profile: &Profile, index: u16, clause: &Clause, result: &ClauseResult) -> Group {
    let ended = result.status == Status::Ended;
    match result.verdict {
        Verdict::Ineligible if ended => Group::Ineligible,
        Verdict::Ineligible => missed(screener, profile, index, clause),
        Verdict::Eligible | Verdict::Undetermined => match clause.strength {
            Strength::Obligation => Group::Duty,
            _ if ended => Group::Ended,
            Strength::Supported | Strength::Encouraged => Group::Watch,
            Strength::Definite | Strength::Due | Strength::Priority if result.verdict == Verdict::Eligible => {
                Group::Entitled
            }
            Strength::Definite | Strength::Due | Strength::Priority => {
                let needs_award = clause.criteria.iter().any(|criterion| criterion.nature == Nature::Award);
                if needs_award {
                    Group::Attainable
                } else {
                    Group::Pending
                }
            }
        },
    }
}

/// Why a clause that has not ended is missed decides where it is shown.
fn missed(screener: &Screener, profile: &Profile, index: u16, clause: &Clause) -> Group {
    if matches!(clause.strength, Strength::Obligation | Strength::Supported | Strength::Encouraged) {
        return Group::Ineligible;
    }
    let failing = screener.explain(profile, usize::from(index)).criteria;
    if !failing.is_empty() && failing.iter().all(|criterion| criterion.nature == Nature::Award) {
        return Group::Attainable;
    }
    match failing.as_slice() {
        [only] if only.nature == Nature::Threshold && is_feasible(screener, index, clause, &only.id) => Group::NearMiss,
        _ => Group::Ineligible,
    }
}

/// May the firm still change all that the criterion reads.
fn is_feasible(screener: &Screener, index: u16, clause: &Clause, criterion: &str) -> bool {
    let place = clause.criteria.iter().position(|other| other.id == criterion);
    let read = screener.needs(usize::from(index)).zip(place).and_then(|(needs, place)| needs.criteria.get(place));
    read.is_some_and(|read| read.iter().all(|variable| screener.spot(variable).is_some_and(|spot| spot.is_feasible())))
}

/// How many firm clauses fit, for the live result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Had, and not ended.
    pub entitled: usize,
    /// Open, and not ended.
    pub pending: usize,
    /// Had, but ended on the reference date.
    pub ended: usize,
    /// Open, and ended.
    pub ended_pending: usize,
}

/// Counts the clauses that give something definite.
pub fn tally(dataset: &Dataset, screening: &Screening) -> Tally {
    let mut tally = Tally::default();
    for (clause, result) in dataset.clauses.iter().zip(&screening.clauses) {
        if matches!(clause.strength, Strength::Obligation | Strength::Supported | Strength::Encouraged) {
            continue;
        }
        let count = match (result.verdict, result.status) {
            (Verdict::Ineligible, _) => continue,
            (Verdict::Eligible, Status::Ended) => &mut tally.ended,
            (Verdict::Eligible, _) => &mut tally.entitled,
            (Verdict::Undetermined, Status::Ended) => &mut tally.ended_pending,
            (Verdict::Undetermined, _) => &mut tally.pending,
        };
        *count += 1;
    }
    tally
}

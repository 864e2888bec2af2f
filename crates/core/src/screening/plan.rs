//! The next question: the one that settles most. Showing it, and why, belongs to the widget.

use super::judge::{verdict, worth};
use super::{ClauseResult, Screener, Screening, Verdict, CLAUSE_BUDGET};
use crate::dataset::{Clause, Dataset, Question, Shape};
use crate::decimal::{floor, over, plus};
use crate::profile::Profile;
use crate::rules::{Domain, Engine, Space, Stop, VarId};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A step towards settling a clause, shared by the questions that it still needs. Less than a clause settled: a thousand.
const STEP: u64 = 300;

/// What asking a question would bring, compared field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Clauses settled by the answer, on average over answers, in thousandths.
    settled: u64,
    /// Yuan at stake, by the question's typical answer.
    stake: Decimal,
}

/// The open question that settles the most clauses, then the most yuan at stake, then the first. A question that no
/// clause depends on any more is never chosen, nor one that was answered with 不清楚.
///
/// Every open question is looked at, and every clause counts alike: looking closely at the promising ones only, or
/// weighing clauses by their worth, takes up to half as many questions more (`scripts/prove planner`).
pub fn next_question(screener: &Screener, profile: &Profile, screening: &Screening) -> Option<usize> {
    let dataset = screener.dataset();
    let space = profile.space(dataset);
    let mut engine = Engine::over(&dataset.rules, &space, CLAUSE_BUDGET);
    let steered = steered(screener, &mut engine, screening);
    let mut ranked: Vec<(Reverse<Score>, usize)> = Vec::new();
    for (index, question) in dataset.questions.iter().enumerate() {
        let mut settled = steps(dataset, screening, index);
        if settled == 0 || profile.get(index).is_some() {
            continue;
        }
        settled += steered.iter().filter(|by| usize::from(**by) == index).count() as u64 * STEP;
        settled += lookahead(screener, &mut engine, screening, index, question);
        let stake = match &question.shape {
            Shape::Number { typical, .. } => typical.unwrap_or_default(),
            Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Date { .. } | Shape::Group { .. } => Decimal::ZERO,
        };
        ranked.push((Reverse(Score { settled, stake }), index));
    }
    ranked.sort();
    ranked.into_iter().map(|(_, index)| index).find(|index| screener.matters_over(&space, screening, *index))
}

/// Clauses that still depend on a question, each with its index.
fn dependent<'a>(
    dataset: &'a Dataset,
    screening: &'a Screening,
    question: usize,
) -> impl Iterator<Item = (usize, &'a Clause, &'a ClauseResult)> {
    let clauses = dataset.clauses.iter().zip(&screening.clauses).enumerate();
    clauses
        .filter(move |(_, (_, result))| result.open.iter().any(|open| usize::from(*open) == question))
        .map(|(index, (clause, result))| (index, clause, result))
}

/// Steps towards settling: of a clause that needs three answers, each is worth a third.
fn steps(dataset: &Dataset, screening: &Screening, index: usize) -> u64 {
    dependent(dataset, screening, index)
        .map(|(.., result)| STEP / u64::try_from(result.open.len()).unwrap_or(u64::MAX).max(1))
        .sum()
}

/// For each clause that is had, the question that says which others its amount needs: monthly figures or quarterly ones.
fn steered(screener: &Screener, engine: &mut Engine, screening: &Screening) -> Vec<u16> {
    let dataset = screener.dataset();
    let had = |(result, _): &(&ClauseResult, _)| result.verdict == Verdict::Eligible && !result.open.is_empty();
    let clauses = screening.clauses.iter().zip(dataset.clauses.iter().zip(&screener.needs));
    let mut by = |(_, (clause, needs))| {
        engine.restart(CLAUSE_BUDGET);
        match worth(clause, needs, engine) {
            Err(Stop::Open(split)) => dataset.rules.variables.get(usize::from(split.variable())).map(|of| of.question),
            _ => None,
        }
    };
    clauses.filter(had).filter_map(&mut by).collect()
}

/// Verdicts that the answer settles, on average over a few answers that stand for all.
fn lookahead(
    screener: &Screener,
    engine: &mut Engine,
    screening: &Screening,
    index: usize,
    question: &Question,
) -> u64 {
    let dataset = screener.dataset();
    let answers = answers(dataset, engine.space(), question);
    let open: Vec<usize> = dependent(dataset, screening, index)
        .filter(|(_, _, result)| result.verdict == Verdict::Undetermined)
        .map(|(clause, ..)| clause)
        .collect();
    let (mut settled, mut possible) = (0, 0);
    for answer in &answers {
        let mut trail = Vec::new();
        if engine.assume(answer, &mut trail) {
            possible += 1;
            for clause in &open {
                settled += if verdict(screener, engine, *clause) == Verdict::Undetermined { 0 } else { 1_000 };
            }
        }
        engine.forget(trail);
    }
    settled / possible.max(1)
}

/// A few answers that stand for all: every choice; of a set none and all; of a number its ends and its typical value.
fn answers(dataset: &Dataset, space: &Space, question: &Question) -> Vec<Vec<(VarId, Domain)>> {
    let first = question.variable;
    let one = |domain| vec![(first, domain)];
    match (&question.shape, space.get(first)) {
        (Shape::YesNo | Shape::Choice(_), Domain::Choices(mask)) => Domain::each(mask).map(one).collect(),
        (Shape::Set(members), _) => [1, 2]
            .into_iter()
            .map(|mask| {
                // What links settle of a set is no longer answered.
                let open = (first..).take(members.len()).filter(|variable| space.get(*variable).is_open());
                open.map(|variable| (variable, Domain::Choices(mask))).collect()
            })
            .collect(),
        (Shape::Number { typical, .. }, Domain::Range(low, high)) => {
            let middle = typical.unwrap_or(over(plus(low, high), Decimal::TWO)).clamp(low, high);
            [low, middle, high].into_iter().map(|number| one(Domain::Range(number, number))).collect()
        }
        (Shape::Date { .. }, Domain::Range(low, high)) => {
            let middle = floor(over(plus(low, high), Decimal::TWO));
            [low, middle, high].into_iter().map(|day| one(Domain::Range(day, day))).collect()
        }
        (Shape::Group { group, .. }, Domain::Range(..)) => {
            let rows = dataset.rules.groups.get(usize::from(*group)).map_or(first, |rows| rows.count);
            [Decimal::ZERO, Decimal::ONE].into_iter().map(|count| vec![(rows, Domain::Range(count, count))]).collect()
        }
        _ => Vec::new(),
    }
}

//! The next question: the one that settles most. Showing it, and why, belongs to the widget.

use super::judge::verdict;
use super::{ClauseResult, Screener, Screening, Verdict, CLAUSE_BUDGET};
use crate::dataset::{Clause, Dataset, Kind, Nature, Question, Shape, Strength};
use crate::decimal::{over, plus};
use crate::profile::Profile;
use crate::rules::{Domain, Engine, Space, VarId};
use rust_decimal::Decimal;

/// Questions looked at closely; the others would settle less even at best.
const SHORTLIST: usize = 8;

/// What asking a question would bring, compared field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Clauses settled by the answer, on average over answers, in thousandths; firm clauses weigh most.
    settled: u64,
    /// Yuan at stake, by the question's typical answer.
    stake: Decimal,
}

/// The open question that settles the most clauses, then the most yuan at stake, then the first. A question that no
/// clause depends on any more is never chosen, nor one that was answered with 不清楚.
pub fn next_question(screener: &Screener, profile: &Profile, screening: &Screening) -> Option<usize> {
    let dataset = screener.dataset();
    let open: Vec<(usize, &Question)> =
        dataset.questions.iter().enumerate().filter(|(index, _)| profile.get(*index).is_none()).collect();
    let mut promising: Vec<(Score, usize, &Question)> = open
        .into_iter()
        .map(|(index, question)| (progress(dataset, screening, index, question), index, question))
        .filter(|(score, ..)| score.settled > 0)
        .collect();
    promising.sort_by_key(|(score, index, _)| (std::cmp::Reverse(*score), *index));
    let shortlist: Vec<_> = promising.drain(..SHORTLIST.min(promising.len())).collect();
    let mut engine = Engine::new(&dataset.rules, profile.space(dataset), CLAUSE_BUDGET);
    let mut ranked: Vec<(Score, usize)> = shortlist
        .into_iter()
        .map(|(score, index, question)| {
            let settled = score.settled + lookahead(screener, &mut engine, screening, index, question);
            (Score { settled, ..score }, index)
        })
        .collect();
    ranked.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    let rest = promising.into_iter().map(|(_, index, _)| index);
    ranked.into_iter().map(|(_, index)| index).chain(rest).find(|index| screener.matters(profile, screening, *index))
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

/// How much a clause matters: amounts and definite rights come long before what is only supported or encouraged, and an
/// award, which few firms hold, after what any firm may have.
fn weight(clause: &Clause) -> u64 {
    if clause.criteria.iter().any(|criterion| criterion.nature == Nature::Award) {
        return 10;
    }
    match (clause.kind, clause.strength) {
        (Kind::Right, Strength::Supported | Strength::Encouraged) => 1,
        (Kind::Right, Strength::Due | Strength::Priority | Strength::Obligation) => 4,
        (Kind::Right, Strength::Definite) => 40,
        (Kind::Deferral | Kind::TaxEffect, _) => 100,
        _ => 200,
    }
}

/// A step towards settling: of a clause that needs three answers, each is worth a third.
fn progress(dataset: &Dataset, screening: &Screening, index: usize, question: &Question) -> Score {
    let settled = dependent(dataset, screening, index)
        .map(|(_, clause, result)| 300 * weight(clause) / u64::try_from(result.open.len()).unwrap_or(u64::MAX).max(1))
        .sum();
    let stake = match &question.shape {
        Shape::Number { typical: Some(typical), .. } => *typical,
        _ => Decimal::ZERO,
    };
    Score { settled, stake }
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
    let mut settled = 0;
    for answer in &answers {
        let before: Vec<(VarId, Domain)> =
            answer.iter().map(|(variable, domain)| (*variable, engine.assume(*variable, *domain))).collect();
        for (index, clause) in open.iter().filter_map(|index| Some((*index, dataset.clauses.get(*index)?))) {
            let decided = verdict(screener, engine, index) != Verdict::Undetermined;
            settled += if decided { 1_000 * weight(clause) } else { 0 };
        }
        for (variable, domain) in before.into_iter().rev() {
            engine.assume(variable, domain);
        }
    }
    settled / u64::try_from(answers.len()).unwrap_or(u64::MAX).max(1)
}

/// A few answers that stand for all: every choice; of a set none and all; of a number its ends and its typical value.
fn answers(dataset: &Dataset, space: &Space, question: &Question) -> Vec<Vec<(VarId, Domain)>> {
    let first = question.variable;
    let one = |domain| vec![(first, domain)];
    match (&question.shape, space.get(first)) {
        (Shape::YesNo | Shape::Choice(_), Domain::Choices(mask)) => {
            (0..32).map(|bit| mask & (1 << bit)).filter(|bit| *bit != 0).map(|bit| one(Domain::Choices(bit))).collect()
        }
        (Shape::Set(members), _) => [1, 2]
            .into_iter()
            .map(|mask| (first..).take(members.len()).map(|variable| (variable, Domain::Choices(mask))).collect())
            .collect(),
        (Shape::Number { typical, .. }, Domain::Range(low, high)) => {
            let middle = typical.unwrap_or(over(plus(low, high), Decimal::TWO)).clamp(low, high);
            [low, middle, high].into_iter().map(|number| one(Domain::Range(number, number))).collect()
        }
        (Shape::Date { .. }, Domain::Range(low, high)) => {
            let middle = (over(plus(low, high), Decimal::TWO)).floor();
            [low, middle, high].into_iter().map(|day| one(Domain::Range(day, day))).collect()
        }
        (Shape::Group { group, .. }, Domain::Range(..)) => {
            let rows = dataset.rules.groups.get(usize::from(*group)).map_or(first, |rows| rows.count);
            [Decimal::ZERO, Decimal::ONE].into_iter().map(|count| vec![(rows, Domain::Range(count, count))]).collect()
        }
        _ => Vec::new(),
    }
}

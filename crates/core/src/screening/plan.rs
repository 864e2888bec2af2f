//! The next question: the one that settles most.

use super::{Screener, Screening, Verdict};
use crate::dataset::{Kind, Shape, Strength};
use crate::profile::Profile;
use rust_decimal::Decimal;

/// The open question that settles the most clauses, then the most yuan at stake, then the first. A question that no
/// clause still depends on is never chosen, nor one that was answered with 不清楚.
pub fn next_question(screener: &Screener, profile: &Profile, screening: &Screening) -> Option<usize> {
    let questions = &screener.dataset().questions;
    let mut best: Option<(Score, usize)> = None;
    for question in 0..questions.len() {
        if profile.get(question).is_some() {
            continue;
        }
        let score = score(screener, screening, question);
        if score.weight > 0 && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, question));
        }
    }
    best.map(|(_, question)| question)
}

/// What a question would bring, compared field by field.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Score {
    /// Open clauses, each weighing the more the fewer questions it still needs.
    weight: u32,
    /// Yuan at stake, by typical answers.
    stake: Decimal,
}

fn score(screener: &Screener, screening: &Screening, question: usize) -> Score {
    let mut score = Score { weight: 0, stake: Decimal::ZERO };
    let clauses = screening.clauses.iter().zip(&screener.dataset().clauses);
    for (result, clause) in clauses.filter(|(result, _)| result.open.iter().any(|open| usize::from(*open) == question))
    {
        let needs = u32::try_from(result.open.len()).unwrap_or(u32::MAX).max(1);
        let firm = match clause.strength {
            Strength::Supported | Strength::Encouraged => 1,
            Strength::Definite if clause.kind != Kind::Right => 40,
            Strength::Definite | Strength::Due | Strength::Priority | Strength::Obligation => 8,
        };
        let verdict_open = if result.verdict == Verdict::Undetermined { 3 } else { 1 };
        score.weight += (1_000 * firm * verdict_open / needs).max(1);
        score.stake += typical(screener, question);
    }
    score
}

fn typical(screener: &Screener, question: usize) -> Decimal {
    match screener.dataset().questions.get(question).map(|question| &question.shape) {
        Some(Shape::Number { typical: Some(typical), .. }) => *typical,
        _ => Decimal::ZERO,
    }
}

//! Whether every condition can be met and missed, and whether the engine can search every clause to the end. Needs a
//! dataset without other mistakes.

use super::super::diagnostic::Log;
use super::super::tree::Span;
use super::ClausePlace;
use crate::dataset::{Clause, Dataset};
use crate::date::Date;
use crate::rules::{Engine, Space, Stop};
use crate::screening::{Screener, Verdict, CLAUSE_BUDGET};

pub fn check(dataset: &Dataset, places: &[ClausePlace], log: &mut Log) {
    let screener = Screener::new(dataset.clone());
    for (index, (clause, place)) in dataset.clauses.iter().zip(places).enumerate() {
        let before = log.len();
        for (criterion, span) in clause.criteria.iter().zip(&place.criteria) {
            let advice = "take it out; no criteria means that all have it";
            outcomes(dataset, criterion.when, (&format!("criterion `{}`", criterion.id), advice), *span, log);
        }
        if let Some(when) = clause.later_end_for() {
            let advice = "take `when` out; then the later end is everyone's";
            outcomes(dataset, when, ("the condition of the later end", advice), place.later, log);
        }
        if log.len() == before {
            whole(&screener, index, clause, place.span, log);
        }
    }
}

/// Every completion that there is.
fn everything(dataset: &Dataset) -> Space {
    Space::full(&dataset.rules).linked(&dataset.rules).unwrap_or_else(|space| space)
}

/// A condition that always holds or never does asks nobody anything. `what` it is, and what to do where it always holds.
fn outcomes(dataset: &Dataset, when: crate::rules::CondId, (what, advice): (&str, &str), span: Span, log: &mut Log) {
    let (mut holds, mut fails) = (false, false);
    let mut engine = Engine::new(&dataset.rules, everything(dataset), CLAUSE_BUDGET);
    let searched = engine.explore(&|_| true, &mut |engine: &mut Engine| {
        if holds && fails {
            return Ok(());
        }
        match engine.truth(when)? {
            true => holds = true,
            false => fails = true,
        }
        Ok(())
    });
    match (searched, holds, fails) {
        (Err(Stop::Spent | Stop::Open(_)), ..) => {
            log.add(span, format!("{what} needs more than {CLAUSE_BUDGET} parts"), "make it simpler");
        }
        (Ok(()), true, false) => {
            log.add(span, format!("{what} always holds"), advice);
        }
        (Ok(()), false, _) => {
            log.add(span, format!("no profile meets {what}"), "check its figures and the questions' bounds");
        }
        (Ok(()), true, true) => {}
    }
}

/// All criteria together, and the amount, with nothing answered: no profile needs a longer search.
fn whole(screener: &Screener, index: usize, clause: &Clause, span: Span, log: &mut Log) {
    let space = everything(screener.dataset());
    let Some(result) = screener.judge(space, index, Date::EPOCH) else { return };
    if !result.tight {
        log.add(
            span,
            format!("clause `{}` needs more than {CLAUSE_BUDGET} parts", clause.id),
            "use fewer questions or fewer figures in it",
        );
    } else if result.verdict == Verdict::Ineligible {
        log.add(
            span,
            format!("no profile meets all criteria of `{}`", clause.id),
            "two of them contradict each other; check both",
        );
    }
}

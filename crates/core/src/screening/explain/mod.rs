//! Why a clause has its verdict, and how its amount comes about: made from the expressions that were computed.

mod formula;

use super::judge::outcomes;
use super::standing::questions;
use super::CLAUSE_BUDGET;
use crate::dataset::{Clause, Criterion, Dataset, Nature};
use crate::profile::Profile;
use crate::rules::{CondId, Engine, VarId};

/// A criterion as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionView {
    /// Id, unique within the clause.
    pub id: String,
    /// In plain words.
    pub text: String,
    /// How it is decided.
    pub nature: Nature,
    /// Does it hold; `None` while open.
    pub holds: Option<bool>,
    /// While open, the questions that may still decide it, ascending.
    pub open: Vec<u16>,
}

/// Why a clause has its verdict, and how its amount comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// All criteria; of a clause that is not had only those that rule it out.
    pub criteria: Vec<CriterionView>,
    /// One line per reading, with the visitor's own numbers; empty where nothing is computed.
    pub formula: Vec<String>,
}

/// Explains one clause.
pub fn explain(dataset: &Dataset, profile: &Profile, clause: usize) -> Explanation {
    let Some(clause) = dataset.clauses.get(clause) else {
        return Explanation { criteria: Vec::new(), formula: Vec::new() };
    };
    let mut engine = Engine::new(&dataset.rules, profile.space(dataset), CLAUSE_BUDGET);
    let mut criteria: Vec<CriterionView> =
        clause.criteria.iter().map(|criterion| view(&mut engine, criterion)).collect();
    if criteria.iter().any(|criterion| criterion.holds == Some(false)) {
        criteria.retain(|criterion| criterion.holds == Some(false));
    } else if let Some(conflict) = conflict(&mut engine, clause) {
        criteria = criteria.into_iter().enumerate().filter(|(at, _)| conflict.contains(at)).map(|(_, c)| c).collect();
        for criterion in &mut criteria {
            criterion.holds = Some(false);
        }
    } else {
        let open = criteria.iter_mut().zip(&clause.criteria).filter(|(view, _)| view.holds.is_none());
        open.for_each(|(view, criterion)| view.open = questions(dataset, deciding(&mut engine, criterion.when)));
    }
    Explanation { criteria, formula: formula::lines(dataset, &mut engine, clause) }
}

fn view(engine: &mut Engine, criterion: &Criterion) -> CriterionView {
    let (can_hold, can_fail) = outcomes(engine, &[criterion.when]);
    let holds = match (can_hold, can_fail) {
        (true, true) => None,
        (holds, _) => Some(holds),
    };
    let Criterion { id, text, nature, .. } = criterion;
    CriterionView { id: id.clone(), text: text.clone(), nature: *nature, holds, open: Vec::new() }
}

/// Variables that decide a condition in some part of the space, ascending: unlike `outcomes`, which stops once both
/// outcomes are found, this looks at every part.
fn deciding<'a>(engine: &'a mut Engine, condition: CondId) -> &'a [VarId] {
    engine.restart(CLAUSE_BUDGET);
    // What outran its budget names what it came to.
    let _ = engine.explore(&|_| true, &mut |engine| engine.truth(condition).map(|_| ()));
    engine.touched()
}

/// Criteria that cannot hold together though each may alone; none of them can be left out.
fn conflict(engine: &mut Engine, clause: &Clause) -> Option<Vec<usize>> {
    let all: Vec<(usize, CondId)> = clause.conditions().into_iter().enumerate().collect();
    let together = |engine: &mut Engine, set: &[(usize, CondId)]| {
        let conditions: Vec<CondId> = set.iter().map(|(_, when)| *when).collect();
        outcomes(engine, &conditions).0
    };
    if all.is_empty() || together(engine, &all) {
        return None;
    }
    let mut kept = all;
    let mut at = 0;
    while at < kept.len() {
        let mut without = kept.clone();
        without.remove(at);
        if together(engine, &without) {
            at += 1;
        } else {
            kept = without;
        }
    }
    Some(kept.into_iter().map(|(at, _)| at).collect())
}

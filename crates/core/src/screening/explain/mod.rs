//! Why a clause has its verdict, and how its amount comes about: made from the expressions that were computed.

mod formula;

use super::judge::outcomes;
use super::standing::questions;
use super::CLAUSE_BUDGET;
use crate::dataset::{Clause, Dataset, Nature};
use crate::profile::Profile;
use crate::rules::{Engine, ExprId};

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
    /// Questions that may still decide it, ascending.
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
        clause.criteria.iter().map(|criterion| view(dataset, &mut engine, criterion)).collect();
    if criteria.iter().any(|criterion| criterion.holds == Some(false)) {
        criteria.retain(|criterion| criterion.holds == Some(false));
    } else if let Some(conflict) = conflict(&mut engine, clause) {
        criteria = criteria.into_iter().enumerate().filter(|(at, _)| conflict.contains(at)).map(|(_, c)| c).collect();
        for criterion in &mut criteria {
            criterion.holds = Some(false);
        }
    }
    Explanation { criteria, formula: formula::lines(dataset, &mut engine, clause) }
}

fn view(dataset: &Dataset, engine: &mut Engine, criterion: &crate::dataset::Criterion) -> CriterionView {
    let (can_hold, can_fail) = outcomes(engine, &[criterion.when]);
    let holds = match (can_hold, can_fail) {
        (true, true) => None,
        (holds, _) => Some(holds),
    };
    let open = if holds.is_none() { questions(dataset, engine.touched()) } else { Vec::new() };
    CriterionView { id: criterion.id.clone(), text: criterion.text.clone(), nature: criterion.nature, holds, open }
}

/// Criteria that cannot hold together though each may alone; none of them can be left out.
fn conflict(engine: &mut Engine, clause: &Clause) -> Option<Vec<usize>> {
    let all: Vec<(usize, ExprId)> = clause.criteria.iter().map(|criterion| criterion.when).enumerate().collect();
    let together = |engine: &mut Engine, set: &[(usize, ExprId)]| {
        let conditions: Vec<ExprId> = set.iter().map(|(_, when)| *when).collect();
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

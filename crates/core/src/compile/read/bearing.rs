//! Whether each implication says anything, and whether it can be so at all. Needs a dataset without other mistakes.

use super::super::diagnostic::Log;
use super::super::tree::Span;
use crate::dataset::Dataset;
use crate::rules::{CondId, Engine, Rules, Space};
use crate::screening::CLAUSE_BUDGET;

/// Tells implications that can never matter, that contradict others, or that others say already.
pub fn check(dataset: &Dataset, places: &[Span], log: &mut Log) {
    let rules = &dataset.rules;
    for (at, (link, place)) in (0_u16..).zip(rules.links.iter().zip(places)) {
        let id = dataset.implications.get(usize::from(at)).map_or("", |implication| implication.id.as_str());
        let others = |keep: &dyn Fn(u16) -> bool| -> Vec<u16> {
            (0_u16..).take(rules.links.len()).filter(|other| *other != at && keep(*other)).collect()
        };
        let named = |ids: Vec<u16>| {
            let known = ids.into_iter().filter_map(|other| dataset.implications.get(usize::from(other)));
            known.map(|other| format!("`{}`", other.id)).collect::<Vec<_>>().join(", ")
        };
        if !can(rules, &[], &[(link.when, true)]) {
            log.add(*place, format!("`when` of implication `{id}` never holds"), "check it, or take it out");
        } else if !can(rules, &[], &[(link.when, true), (link.then, true)]) {
            log.add(*place, format!("implication `{id}` contradicts itself"), "`then` never holds beside `when`");
        } else if !can(rules, &[], &[(link.when, true), (link.then, false)]) {
            log.add(*place, format!("`then` of implication `{id}` always holds"), "it says nothing; take it out");
        } else if !can(rules, &others(&|_| true), &[(link.when, true), (link.then, true)]) {
            let with = least(others(&|_| true), |set| !can(rules, set, &[(link.when, true), (link.then, true)]));
            let problem = format!("implication `{id}` contradicts {}", named(with));
            log.add(*place, problem, "no answers could be so where its `when` holds; correct one of them");
        } else if !can(rules, &others(&|other| other < at), &[(link.when, true), (link.then, false)]) {
            let by =
                least(others(&|other| other < at), |set| !can(rules, set, &[(link.when, true), (link.then, false)]));
            let problem = format!("implication `{id}` settles nothing beyond {}", named(by));
            log.add(*place, problem, "take it out; what it says follows already");
        }
    }
}

/// Does some completion that obeys these links meet the conditions; yes where that cannot be searched.
fn can(rules: &Rules, links: &[u16], conditions: &[(CondId, bool)]) -> bool {
    let Ok(space) = Space::full(rules).linked_by(rules, links) else { return false };
    let mut engine = Engine::new(rules, space, CLAUSE_BUDGET);
    let mut met = false;
    let searched = engine.explore(&|_| true, &mut |engine: &mut Engine| {
        for (condition, holds) in conditions {
            if met || engine.truth(*condition)? != *holds {
                return Ok(());
            }
        }
        met = true;
        Ok(())
    });
    met || searched.is_err()
}

/// Those of a set of links without which `so` is not so.
fn least(mut set: Vec<u16>, so: impl Fn(&[u16]) -> bool) -> Vec<u16> {
    let mut at = 0;
    while at < set.len() {
        let mut without = set.clone();
        without.remove(at);
        if so(&without) {
            set = without;
        } else {
            at += 1;
        }
    }
    set
}

//! Every contradiction is decided, every exclusion has a case.

use super::super::support::{date, profile, screener};
use super::{cases, clauses, dataset};
use huiqi_core::dataset::Item;
use huiqi_core::screening::{Counted, Verdict};
use serde_json::Value;
use std::collections::BTreeSet;

const CONTRADICTIONS: usize = 46;
const EXCLUSIONS: usize = 20;

/// Exclusions that no case can show: their clauses ask for opposite answers already.
const WITHOUT_EFFECT: [&str; 1] = ["X13"];

#[test]
fn every_contradiction_is_decided() {
    let data = dataset();
    let clauses = clauses(&data);
    let listed = data["contradictions"].as_array().expect("contradictions");
    let mut wrong = Vec::new();
    for number in 1..=CONTRADICTIONS {
        let id = format!("C{number:02}");
        let Some(entry) = listed.iter().find(|entry| entry["id"] == id.as_str()) else {
            wrong.push(format!("{id} has no decision"));
            continue;
        };
        let named: Vec<&str> = entry["clauses"].as_array().expect("clauses").iter().filter_map(Value::as_str).collect();
        let deciding = |clause: &Value| clause["decisions"].as_array().is_some_and(|ids| ids.contains(&entry["id"]));
        if named.is_empty() && !["reason", "note"].contains(&entry["decision"].as_str().unwrap_or("")) {
            wrong.push(format!("{id} concerns the whole list but gives no reason"));
        }
        for clause in named {
            if clauses.get(clause).is_none_or(|clause| !deciding(clause)) {
                wrong.push(format!("{id} names {clause}, which does not name it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(listed.len(), CONTRADICTIONS);
}

#[test]
fn every_exclusion_is_there_and_a_case_shows_its_effect() {
    let dataset = screener().dataset();
    let mut wrong = Vec::new();
    for number in 1..=EXCLUSIONS {
        let id = format!("X{number}");
        let is_it = |known: &str| known == id || known.strip_prefix(&id).is_some_and(|rest| rest.starts_with('-'));
        if !dataset.exclusions.iter().any(|exclusion| is_it(&exclusion.id)) {
            wrong.push(format!("{id} is not in the dataset"));
        }
    }
    let seen = exclusions_seen();
    let shown = dataset.exclusions.iter().filter(|exclusion| !exclusion.items.is_empty());
    // What may add up takes nobody's place: `stacking` holds it.
    let shown = shown.filter(|exclusion| !exclusion.open);
    let shown = shown.filter(|exclusion| !WITHOUT_EFFECT.contains(&exclusion.id.as_str()));
    wrong.extend(
        shown
            .filter(|exclusion| !seen.contains(&exclusion.id))
            .map(|x| format!("no case shows the effect of {}", x.id)),
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Ids of the exclusions that decide something in a case of `tests/cases`.
fn exclusions_seen() -> BTreeSet<String> {
    let dataset = screener().dataset();
    let mut seen = BTreeSet::new();
    for case in cases() {
        let day = date(case["reference_date"].as_str().unwrap_or("2020-07-15"));
        let screening = screener().settle(&profile(&case["profile"]).space(dataset), day);
        let told = |clause: usize| case["expect"][&dataset.clauses[clause].id]["counted"].is_string();
        let named = |clause: usize| case["expect"].get(&dataset.clauses[clause].id).is_some();
        let lost = screening.excluded.iter().filter(|excluded| named(excluded.clause));
        seen.extend(lost.map(|lost| dataset.exclusions[lost.exclusion].id.clone()));
        // Which one is lost may be open.
        let open = dataset.exclusions.iter().filter(|exclusion| {
            let open = exclusion.items.iter().filter(|item| match item {
                Item::Clause(clause) => {
                    let result = &screening.clauses[usize::from(*clause)];
                    result.verdict == Verdict::Eligible
                        && result.counted == Counted::Maybe
                        && told(usize::from(*clause))
                }
                Item::Group(_) => false,
            });
            open.count() > 1
        });
        seen.extend(open.map(|exclusion| exclusion.id.clone()));
        // Whether they add up is open: the best one counts, the others may.
        let adding = dataset.exclusions.iter().filter(|exclusion| exclusion.open).filter(|exclusion| {
            let told = exclusion.items.iter().filter_map(|item| match item {
                Item::Clause(clause) => {
                    told(usize::from(*clause)).then(|| screening.clauses[usize::from(*clause)].counted)
                }
                Item::Group(_) => None,
            });
            let told: Vec<Counted> = told.collect();
            told.len() > 1 && told.contains(&Counted::Maybe)
        });
        seen.extend(adding.map(|exclusion| exclusion.id.clone()));
    }
    seen
}

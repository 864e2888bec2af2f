//! Every contradiction is decided, every exclusion has a case.

use super::super::support::{date, profile, screener};
use super::{cases, clauses, dataset};
use huiqi_core::dataset::{Exclusion, Item};
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
    let shown = dataset.exclusions.iter().filter(|exclusion| !exclusion.items.is_empty());
    // What may add up takes nobody's place: `stacking` holds it.
    let shown = shown.filter(|exclusion| !exclusion.open);
    let shown: Vec<&Exclusion> = shown.filter(|exclusion| !WITHOUT_EFFECT.contains(&exclusion.id.as_str())).collect();
    let seen = exclusions_seen(&shown);
    let unseen = shown.iter().filter(|exclusion| !seen.contains(exclusion.id.as_str()));
    wrong.extend(unseen.map(|exclusion| format!("no case shows the effect of {}", exclusion.id)));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Is the clause one of those that exclude each other.
fn is_in(exclusion: &Exclusion, clause: usize) -> bool {
    exclusion.items.iter().any(|item| match item {
        Item::Clause(index) => usize::from(*index) == clause,
        Item::Group(group) => screener().dataset().clauses[clause].reading.is_some_and(|(of, _)| of == *group),
    })
}

/// Ids of those of the exclusions that decide something in a case of `tests/cases`. A case is looked at only where it names a
/// clause of one that none has shown yet.
fn exclusions_seen<'a>(wanted: &[&'a Exclusion]) -> BTreeSet<&'a str> {
    let dataset = screener().dataset();
    let mut seen = BTreeSet::new();
    for case in cases() {
        let named = |clause: usize| case["expect"].get(&dataset.clauses[clause].id).is_some();
        let names = |exclusion: &Exclusion| (0..dataset.clauses.len()).any(|at| is_in(exclusion, at) && named(at));
        let new: Vec<&Exclusion> = wanted
            .iter()
            .copied()
            .filter(|exclusion| !seen.contains(exclusion.id.as_str()) && names(exclusion))
            .collect();
        if new.is_empty() {
            continue;
        }
        let day = date(case["reference_date"].as_str().unwrap_or("2020-07-15"));
        let screening = screener().settle(&profile(&case["profile"]).space(dataset), day);
        let told = |clause: usize| case["expect"][&dataset.clauses[clause].id]["counted"].is_string();
        let decides = |exclusion: &&&Exclusion| {
            let mut lost = screening.excluded.iter().filter(|lost| named(lost.clause));
            // Which one is lost may be open.
            let open = exclusion.items.iter().filter(|item| match item {
                Item::Clause(clause) => {
                    let result = &screening.clauses[usize::from(*clause)];
                    result.verdict == Verdict::Eligible
                        && result.counted == Counted::Maybe
                        && told(usize::from(*clause))
                }
                Item::Group(_) => false,
            });
            lost.any(|lost| dataset.exclusions[lost.exclusion].id == exclusion.id) || open.count() > 1
        };
        seen.extend(new.iter().filter(decides).map(|exclusion| exclusion.id.as_str()));
    }
    seen
}

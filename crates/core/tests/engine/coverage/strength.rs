//! How firm a clause is decides where a visitor meets it, and an award counts only once it is held.

use super::super::support::{date, profile, screener};
use super::cases;
use huiqi_core::dataset::{Clause, Nature, Strength};
use huiqi_core::screening::{Counted, Screening, Verdict};
use huiqi_core::session::{groups, Group};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What a profile gets on a day on which the clause has not ended, and in which group each clause is shown.
struct Shown {
    screening: Screening,
    groups: BTreeMap<u16, Group>,
}

fn shown(answers: &Value, day: &str) -> Shown {
    let profile = profile(answers);
    let screening = screener().settle(&profile.space(screener().dataset()), date(day));
    let groups = groups(screener(), &profile, &screening);
    let groups = groups.into_iter().flat_map(|(group, clauses)| clauses.into_iter().map(move |clause| (clause, group)));
    Shown { groups: groups.collect(), screening }
}

fn index(id: &str) -> u16 {
    let at = screener().dataset().clauses.iter().position(|clause| clause.id == id);
    u16::try_from(at.expect("a clause")).expect("fits")
}

/// Where a clause may stand once its criteria hold: nothing weaker than 优先 under 可享受.
fn places(strength: Strength) -> &'static [Group] {
    match strength {
        Strength::Definite | Strength::Due | Strength::Priority => &[Group::Entitled, Group::Ended],
        Strength::Supported | Strength::Encouraged => &[Group::Watch, Group::Ended],
        Strength::Obligation => &[Group::Duty],
    }
}

#[test]
fn a_clause_that_fits_stands_where_its_strength_allows() {
    let clauses = &screener().dataset().clauses;
    let mut met: BTreeMap<(String, Group), BTreeSet<u16>> = BTreeMap::new();
    for case in cases() {
        let day = case["reference_date"].as_str().unwrap_or("2020-07-15");
        let shown = shown(&case["profile"], day);
        for (clause, result) in (0_u16..).zip(&shown.screening.clauses) {
            if result.verdict == Verdict::Eligible {
                let of: &Clause = &clauses[usize::from(clause)];
                let group = shown.groups[&clause];
                assert!(places(of.strength).contains(&group), "{} ({:?}) under {group:?}", of.id, of.strength);
                met.entry((format!("{:?}", of.strength), group)).or_default().insert(clause);
            }
        }
    }
    for ((strength, group), clauses) in &met {
        println!("{strength:10} {group:8?} {:3} clauses", clauses.len());
    }
    let all: BTreeSet<u16> = met.into_values().flatten().collect();
    assert_eq!(all.len(), clauses.len(), "some clause fits in no case");
}

#[test]
fn an_award_is_attainable_until_it_is_held() {
    let awards = screener()
        .dataset()
        .clauses
        .iter()
        .filter(|clause| clause.criteria.iter().any(|criterion| criterion.nature == Nature::Award));
    let mut tried = 0;
    for clause in awards {
        let id = clause.id.as_str();
        let holds = |case: &&Value| case["expect"][id]["verdict"] == "eligible";
        let cases = cases();
        let case = cases.iter().find(holds).unwrap_or_else(|| panic!("no case holds {id}"));
        let day =
            clause.period.apply_until.or(clause.period.until).map_or("2020-07-15".to_owned(), |day| day.to_string());
        let (mut answers, at) = (case["profile"].clone(), index(id));

        let held = shown(&answers, &day);
        assert_eq!(held.groups[&at], Group::Entitled, "{id} held");
        let own = &held.screening.clauses[usize::from(at)];
        let lost = held.screening.excluded.iter().any(|lost| lost.clause == usize::from(at));
        assert!(own.amount.is_some() && (lost || own.counted != Counted::No), "{id} held is worth something");

        let_go(id, &mut answers);
        let wanted = shown(&answers, &day);
        assert_eq!(wanted.groups[&at], Group::Attainable, "{id} not held");
        let own = &wanted.screening.clauses[usize::from(at)];
        assert_eq!((own.amount, own.counted), (None, Counted::No), "{id} not held");
        tried += 1;
    }
    println!("{tried} awards: counted where held, attainable where not");
    assert_eq!(tried, 19);
}

/// The same answers without the award that the clause asks for.
fn let_go(id: &str, answers: &mut Value) {
    let data = super::dataset();
    let row = super::clauses(&data)[id];
    let criteria = row["criteria"].as_array().expect("criteria");
    let award = criteria.iter().find(|criterion| criterion["nature"] == "award").expect("an award");
    let when = award["when"].as_str().expect("when");
    let (member, rest) = when.trim_start_matches('"').split_once("\" in ").expect("a member of a set");
    let set = rest.split(' ').next().expect("a set");
    let kept = answers[set].as_array().expect("a list").iter().filter(|held| *held != member).cloned().collect();
    answers[set] = Value::Array(kept);
    assert_ne!(answers[set], json!(null));
}

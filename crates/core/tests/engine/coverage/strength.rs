//! An award counts only once it is held. How firm a clause is decides where a visitor meets it: the visit's own tests.

use super::super::support::{date, profile, screener};
use super::cases;
use huiqi_core::dataset::Nature;
use huiqi_core::screening::{Counted, Screening, Verdict};
use serde_json::{json, Value};

fn shown(answers: &Value, day: &str) -> Screening {
    screener().settle(&profile(answers).space(screener().dataset()), date(day))
}

fn index(id: &str) -> u16 {
    let at = screener().dataset().clauses.iter().position(|clause| clause.id == id);
    u16::try_from(at.expect("a clause")).expect("fits")
}

#[test]
fn an_award_counts_once_it_is_held() {
    let awards = screener()
        .dataset()
        .clauses
        .iter()
        .filter(|clause| clause.criteria.iter().any(|criterion| criterion.nature == Nature::Award));
    let (mut tried, cases) = (0, cases());
    for clause in awards {
        let id = clause.id.as_str();
        let holds = |case: &&Value| case["expect"][id]["verdict"] == "eligible";
        let case = cases.iter().find(holds).unwrap_or_else(|| panic!("no case holds {id}"));
        let day =
            clause.period.apply_until.or(clause.period.until).map_or("2020-07-15".to_owned(), |day| day.to_string());
        let (mut answers, at) = (case["profile"].clone(), index(id));

        let held = shown(&answers, &day);
        assert_eq!(held.clauses[usize::from(at)].verdict, Verdict::Eligible, "{id} held");
        let own = &held.clauses[usize::from(at)];
        let lost = held.excluded.iter().any(|lost| lost.clause == usize::from(at));
        assert!(own.amount.is_some() && (lost || own.counted != Counted::No), "{id} held is worth something");

        let_go(id, &mut answers);
        let wanted = shown(&answers, &day);
        let own = &wanted.clauses[usize::from(at)];
        assert_eq!(own.verdict, Verdict::Ineligible, "{id} not held");
        assert_eq!((own.amount, own.counted), (None, Counted::No), "{id} not held");
        tried += 1;
    }
    println!("{tried} awards: counted where held, nothing where not");
    assert_eq!(tried, 19);
}

/// The same answers without the award that the clause asks for, and without the greater one that says it too (D1-10).
fn let_go(id: &str, answers: &mut Value) {
    let data = super::dataset();
    let row = super::clauses(&data)[id];
    let criteria = row["criteria"].as_array().expect("criteria");
    let award = criteria.iter().find(|criterion| criterion["nature"] == "award").expect("an award");
    let when = award["when"].as_str().expect("when");
    let (member, rest) = when.trim_start_matches('"').split_once("\" in ").expect("a member of a set");
    let set = rest.split(' ').next().expect("a set");
    let kept = answers[set]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|held| *held != member && *held != "revenue_10bn")
        .cloned()
        .collect();
    answers[set] = Value::Array(kept);
    assert_ne!(answers[set], json!(null));
}

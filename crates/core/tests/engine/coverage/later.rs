//! What was changed after the list sets the status of a period, and nothing else.

use super::super::support::{date, profile, screener};
use super::{cases, clauses, dataset};
use huiqi_core::dataset::Clause;
use huiqi_core::date::Date;
use huiqi_core::screening::{Amount, Screener, Verdict};
use serde_json::Value;
use std::collections::BTreeSet;

/// The dataset as the list alone has it.
fn without_changes() -> Screener {
    let mut dataset = screener().dataset().clone();
    dataset.clauses.iter_mut().for_each(|clause| clause.later.clear());
    Screener::new(dataset)
}

/// Days about each end, of the list and of what came later, of these clauses; and the day of the list's own month.
fn days(of: impl Fn(&Clause) -> bool) -> BTreeSet<Date> {
    let changed = screener().dataset().clauses.iter().filter(|clause| of(clause) && !clause.later.is_empty());
    let ends =
        changed.flat_map(|clause| clause.later.iter().filter_map(|change| change.until).chain(clause.period.until));
    ends.flat_map(|day| [day, Date(day.0 + 1)]).chain([date("2020-07-15")]).collect()
}

fn results(screener: &Screener, answers: &Value, day: Date) -> Vec<(Verdict, Option<Amount>)> {
    let space = profile(answers).space(screener.dataset());
    let judged = |clause: usize| screener.judge(space.clone(), clause, day).expect("a clause");
    (0..screener.dataset().clauses.len()).map(judged).map(|result| (result.verdict, result.amount)).collect()
}

#[test]
fn no_verdict_and_no_amount_changes() {
    let (data, list) = (dataset(), without_changes());
    let clauses = clauses(&data);
    let told = |id: &str| clauses[id]["later"].is_array();
    let (mut compared, mut seen) = (0, BTreeSet::new());
    for case in cases() {
        let expected = case["expect"].as_object().expect("expect");
        let concerned: Vec<&String> = expected.keys().filter(|id| told(id)).collect();
        if concerned.is_empty() {
            continue;
        }
        for day in days(|clause| concerned.contains(&&clause.id)) {
            let (with, without) = (results(screener(), &case["profile"], day), results(&list, &case["profile"], day));
            assert_eq!(with, without, "{} on {day}", case["name"]);
            compared += with.len();
        }
        seen.extend(concerned.into_iter().cloned());
    }
    println!("{compared} verdicts and amounts the same, with changes at {}", seen.len());
    assert_eq!(seen.len(), clauses.values().filter(|clause| clause["later"].is_array()).count());
}

#[test]
fn a_later_end_sets_the_status_and_only_a_later_end() {
    let (list, nothing) = (without_changes(), serde_json::json!({}));
    let mut moved = BTreeSet::new();
    for day in days(|_| true) {
        let of = |screener: &Screener| {
            let space = profile(&nothing).space(screener.dataset());
            let judged = |clause: usize| screener.judge(space.clone(), clause, day).expect("a clause");
            (0..screener.dataset().clauses.len())
                .map(judged)
                .map(|result| (result.status, result.or))
                .collect::<Vec<_>>()
        };
        let both = of(screener()).into_iter().zip(of(&list));
        for (clause, (with, without)) in screener().dataset().clauses.iter().zip(both) {
            if with != without {
                moved.insert(clause.id.as_str());
            }
        }
    }
    let told = screener().dataset().clauses.iter();
    let told: BTreeSet<&str> = told
        .filter(|clause| clause.later.iter().any(|change| change.until.is_some()))
        .map(|clause| clause.id.as_str())
        .collect();
    println!("a later end moves the status of {}", moved.iter().copied().collect::<Vec<_>>().join(" "));
    assert_eq!(moved, told);
}

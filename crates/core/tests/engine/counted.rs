//! What counts towards the totals, and how they are marked, in small datasets that the real one does not resemble.

use super::mistakes::SOUND;
use super::support::{date, profile_of, sound_firm, undecided};
use huiqi_core::compile::compile;
use huiqi_core::dataset::{Dataset, Kind, Status};
use huiqi_core::screening::{Counted, Screener, Screening, Total, TotalKind};
use rust_decimal::Decimal;
use serde_json::{json, Value};

/// The sound dataset with this change of its clauses, of which `P01-a` is the first, and of what is beside the policies.
fn changed(change: impl Fn(&mut Vec<Value>, &mut Value)) -> Dataset {
    let mut sound: Value = serde_json::from_str(SOUND).expect("JSON");
    let mut clauses = sound["policies"][0]["clauses"].as_array().expect("clauses").clone();
    change(&mut clauses, &mut sound);
    sound["policies"][0]["clauses"] = clauses.into();
    compile(&sound.to_string()).expect("a dataset")
}

/// Screens the firm of [`sound_firm`], with 1,000 lent at 4.15 %.
fn settle(dataset: Dataset) -> Screening {
    settle_without(dataset, &[])
}

/// The same while these questions are open.
fn settle_without(dataset: Dataset, open: &[&str]) -> Screening {
    let screener = Screener::new(dataset);
    let mut answers = sound_firm(&json!([{ "sum_lent": 1000, "lent_on": "2020-02-01" }]));
    open.iter().for_each(|question| answers[*question] = Value::Null);
    screener.settle(&profile_of(&screener, &answers).space(screener.dataset()), date("2020-05-01"))
}

fn total(screening: &Screening, status: Status, kind: Kind) -> Total {
    let mut rows = screening.totals.iter();
    rows.find(|total| (total.status, total.kind) == (status, TotalKind::One(kind))).expect("a row")
}

fn counted(screening: &Screening) -> Vec<Counted> {
    screening.clauses.iter().map(|clause| clause.counted).collect()
}

#[test]
fn of_clauses_that_all_exclude_each_other_the_greatest_counts() {
    let dataset = changed(|clauses, beside| {
        clauses.retain(|clause| clause["id"] != "P01-d");
        beside["exclusions"][0]["clauses"] = json!(["P01-a", "P01-b", "P01-c"]);
    });
    let screening = settle(dataset);
    assert_eq!(counted(&screening), [Counted::No, Counted::Yes, Counted::No]);
    let excluded: Vec<_> = screening.excluded.iter().map(|one| (one.clause, one.because_of)).collect();
    assert_eq!(excluded, [(0, 1), (2, 1)]);
    let award = total(&screening, Status::InForce, Kind::Grant).amount;
    assert_eq!((award.min, award.max), (500_000.into(), Some(500_000.into())));
}

#[test]
fn what_another_clause_carries_is_not_counted_twice() {
    let in_force = |dataset| {
        let screening = settle(dataset);
        let total = total(&screening, Status::InForce, Kind::Reduction).amount;
        assert!(total.is_exact());
        (screening.clauses[0].counted, total.min)
    };
    assert_eq!(in_force(changed(|_, _| ())), (Counted::Yes, 230.into()));
    let carried = changed(|clauses, _| clauses[0]["not_counted"] = json!("part of P01-b"));
    assert_eq!(in_force(carried), (Counted::No, Decimal::ZERO));
}

#[test]
fn one_right_of_three_readings_is_worth_what_the_least_and_the_greatest_give() {
    let dataset = changed(|clauses, beside| {
        let period = clauses[0]["period"].clone();
        for (clause, reading) in clauses.iter_mut().zip(["middle", "high", "low"]) {
            clause["kind"] = json!("grant");
            clause["period"] = period.clone();
            clause["group"] = json!("P01");
            clause["reading"] = json!(reading);
        }
        let readings =
            json!({ "low": { "name": "低" }, "middle": { "name": "中" }, "high": { "name": "高", "preferred": true } });
        beside["reading_groups"] = json!({ "P01": { "name": "奖", "readings": readings } });
        beside["exclusions"] = json!([]);
    });
    let screening = settle(dataset);
    assert_eq!(counted(&screening)[..3], [Counted::No, Counted::Yes, Counted::No]);
    let once = total(&screening, Status::InForce, Kind::Grant).amount;
    assert_eq!((once.min, once.max), (Decimal::new(4150, 2), Some(500_000.into())));
}

#[test]
fn totals_are_marked_of_every_clause_that_cannot_be_decided() {
    let mut dataset = changed(|clauses, beside| {
        clauses[2]["kind"] = json!("reduction");
        clauses[2]["period"] = clauses[0]["period"].clone();
        beside["exclusions"] = json!([]);
    });
    let undecided = undecided(&mut dataset.rules);
    for (damaged, marked) in [(vec![], false), (vec![0], true), (vec![2], true), (vec![0, 2], true)] {
        let mut dataset = dataset.clone();
        for clause in damaged {
            dataset.clauses[clause].criteria[0].when = undecided;
        }
        let screening = settle(dataset);
        assert_eq!(total(&screening, Status::InForce, Kind::Reduction).tight, !marked);
        assert!(total(&screening, Status::InForce, Kind::Grant).tight);
    }
}

/// Two clauses that exclude each other, 0.23 and 0.22 a cubic metre, of which only the second depends on the staff: the
/// first is always more, but with a thousand cubic metres to choose from that is not looked into to the end.
fn close_rivals(change: impl Fn(&mut Vec<Value>, &mut Value)) -> Dataset {
    changed(|clauses, beside| {
        let of_size = clauses[0]["criteria"].as_array_mut().expect("criteria").remove(0);
        clauses[3]["criteria"] = json!([of_size]);
        beside["parameters"]["less"] =
            json!({ "name": "少降", "value": "0.22", "unit": "yuan/m3", "source": "P01-b", "verified": 2 });
        clauses[1]["amount"] = json!("min(award, water_m3 * less)");
        beside["exclusions"][0]["clauses"] = json!(["P01-a", "P01-b"]);
        change(clauses, beside);
    })
}

#[test]
fn totals_are_marked_where_a_rival_that_is_surely_had_may_push_them_out() {
    let open = ["water_m3", "staff"];
    let screening = settle_without(close_rivals(|_, _| ()), &open);
    assert_eq!(counted(&screening)[..2], [Counted::Maybe, Counted::Maybe]);
    let second = total(&screening, Status::InForce, Kind::Grant);
    assert!(!second.tight && second.amount.max > Some(Decimal::ZERO), "{second:?}");
}

#[test]
fn totals_of_rivals_in_one_row_are_exact() {
    let dataset = close_rivals(|clauses, _| {
        clauses[1]["kind"] = json!("reduction");
        clauses[1]["period"] = clauses[0]["period"].clone();
    });
    let either = total(&settle_without(dataset, &["water_m3", "staff"]), Status::InForce, Kind::Reduction);
    assert_eq!((either.amount.min, either.amount.max, either.tight), (0.into(), Some(230.into()), true));
}

#[test]
fn what_takes_the_place_of_a_clause_is_told_only_where_it_surely_does() {
    let dataset = close_rivals(|clauses, beside| {
        clauses[0]["amount"] = json!("award + water_m3 * cut");
        clauses[1]["amount"] = json!("award + water_m3 * less");
        beside["exclusions"][0]["clauses"] = json!(["P01-a", "P01-b", "P01-c"]);
    });
    let screening = settle_without(dataset, &["water_m3"]);
    let excluded: Vec<_> = screening.excluded.iter().map(|one| (one.clause, one.because_of)).collect();
    assert_eq!(excluded, [(2, 0)]);
}

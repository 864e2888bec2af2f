//! Which change the nearest one is, where several would do: in small datasets, worked out by hand.

use super::mistakes::changed;
use super::support::{date, profile_of};
use huiqi_core::compile::compile;
use huiqi_core::dataset::Dataset;
use huiqi_core::rules::{Domain, VarId};
use huiqi_core::screening::{Change, Screener};
use serde_json::{json, Value};

const STAFF: &str = r#""unit": "person", "min": "0", "max": "1000", "decimals": 0"#;
const WATER: &str = r#""unit": "m3", "min": "0", "max": "1000", "decimals": 0"#;
const LENT: &str = r#""unit": "yuan", "min": "0", "max": "1000", "decimals": 2"#;
const LENT_ON: &str = r#""min": "2020-01-01", "max": "2020-12-31""#;
const LOANS: &str = r#""max_rows": 2, "row_label": "贷款""#;
const HELD: &str = r#""label": "已获奖""#;
const FEASIBLE: &str = r#", "feasible": true"#;
const FIXED: &str = r#", "feasible": false"#;

/// The sound dataset whose first clause asks for `condition` as well, with these figures, and with something added after
/// these texts. What is not fixed there may be changed.
fn dataset(condition: &str, figures: &[(&str, &str, &str)], added: &[(&str, &str)]) -> Dataset {
    let figure = |(name, value, unit): &(&str, &str, &str)| {
        format!(
            r#""{name}": {{ "name": "{name}", "value": "{value}", "unit": "{unit}", "source": "P01-a", "verified": 2 }}, "#
        )
    };
    let plant = r#""\"plant\" in kinds""#;
    let asked = format!(r#""\"plant\" in kinds && ({condition})""#);
    let first = r#""cut": {"#;
    let figures = figures.iter().map(figure).chain([first.to_owned()]).collect::<String>();
    let more = |text: &str| added.iter().filter(|(at, _)| *at == text).map(|(_, more)| *more).collect::<String>();
    let changeable = [STAFF, WATER, LENT, LENT_ON, LOANS, HELD].map(|text| {
        let (more, feasible) = (more(text), if more(text).contains(FIXED) { "" } else { FEASIBLE });
        (text, [text, more.as_str(), feasible].concat())
    });
    let mut changes = vec![(plant, asked.as_str()), (first, figures.as_str())];
    changes.extend(changeable.iter().map(|(text, with)| (*text, with.as_str())));
    compile(&changed(&changes)).expect("a dataset")
}

/// The numbers to change, what they must become, and what the first clause then brings.
type Brought = Option<(Vec<(VarId, String)>, String)>;

fn brings(dataset: Dataset, answers: &Value) -> Brought {
    let screener = Screener::new(dataset);
    let nearest = screener.nearest(&profile_of(&screener, answers), date("2020-03-01"), 0)?;
    let change = |change: &Change| {
        let Domain::Range(to, _) = change.to else { panic!("{change:?} is no number") };
        (change.variable, to.normalize().to_string())
    };
    Some((nearest.changes.iter().map(change).collect(), nearest.worth.min.normalize().to_string()))
}

fn told(changes: &[(VarId, &str)], worth: &str) -> Brought {
    Some((changes.iter().map(|(variable, to)| (*variable, (*to).to_owned())).collect(), worth.to_owned()))
}

/// Of 10 people and 500 m³ at 0.23.
#[test]
fn the_fewest_steps_that_bring_something() {
    let firm =
        |water: u32| json!({ "industry": "trade", "staff": 10, "water_m3": water, "kinds": ["plant"], "loans": [] });
    let either = |added: &[(&str, &str)]| {
        dataset("water_m3 >= much || staff >= some", &[("much", "900", "m3"), ("some", "20", "person")], added)
    };
    let (staff, water) = (1, 2);
    assert_eq!(brings(either(&[]), &firm(500)), told(&[(staff, "20")], "115"));
    assert_eq!(brings(either(&[(STAFF, FIXED)]), &firm(500)), told(&[(water, "900")], "207"));
    // 4 steps of 100 against 10 of 1.
    assert_eq!(brings(either(&[(WATER, r#", "step": "100""#)]), &firm(500)), told(&[(water, "900")], "207"));
    // 10 steps of 40 against 10 of 1: what is worth more.
    assert_eq!(brings(either(&[(WATER, r#", "step": "40""#)]), &firm(500)), told(&[(water, "900")], "207"));
    // No water at all is 10 steps fewer, but saves nothing.
    let dry = dataset("water_m3 <= none || staff >= some", &[("none", "0", "m3"), ("some", "90", "person")], &[]);
    assert_eq!(brings(dry, &firm(70)), told(&[(staff, "90")], "16.1"));
}

/// What is at the edge of what is allowed stays as it is.
#[test]
fn only_what_has_to_change_is_told() {
    let loans = json!([{ "sum_lent": 0, "lent_on": "2020-07-01" }]);
    let firm = json!({ "industry": "trade", "staff": 10, "water_m3": 500, "kinds": ["plant"], "loans": loans });
    let figures = [("much", "900", "m3"), ("some", "20", "person"), ("little", "500", "yuan")];
    let all = dataset("water_m3 >= much && staff >= some && sum(loans, sum_lent) <= little", &figures, &[]);
    assert_eq!(brings(all, &firm), told(&[(1, "20"), (2, "900")], "207"));
}

/// 300 lent in July and 400 in February, where 500 since June are asked for: 200 more, or the second loan 121 days later.
#[test]
fn fields_of_a_row_are_changed_one_by_one() {
    let firm = |first: &Value| {
        let loans =
            json!([{ "sum_lent": first, "lent_on": "2020-07-01" }, { "sum_lent": 400, "lent_on": "2020-02-01" }]);
        json!({ "industry": "trade", "staff": 10, "water_m3": 1000, "kinds": ["plant"], "loans": loans })
    };
    let (known, rough) = (firm(&json!(300)), firm(&json!({ "min": 300, "max": 350 })));
    let since_june = |added: &[(&str, &str)]| {
        let figures = [("june", "2020-06-01", "date"), ("none", "0", "yuan"), ("enough", "500", "yuan")];
        dataset("sum(loans, lent_on >= june ? sum_lent : none) >= enough", &figures, added)
    };
    let tens = r#", "step": "10""#;
    let (more, later) = (told(&[(6, "500")], "230"), told(&[(9, "18414")], "230"));
    assert_eq!(brings(since_june(&[]), &known), later);
    assert_eq!(brings(since_june(&[(LENT, FIXED)]), &known), later);
    assert_eq!(brings(since_june(&[(LENT_ON, FIXED)]), &known), more);
    assert_eq!(brings(since_june(&[(LENT, tens)]), &known), more);
    // What is known roughly stays as it is.
    assert_eq!(brings(since_june(&[(LENT, tens)]), &rough), later);
    assert_eq!(brings(since_june(&[(LENT_ON, FIXED)]), &rough), None);
    assert_eq!(brings(since_june(&[(LENT, FIXED), (LENT_ON, FIXED)]), &known), None);
    assert_eq!(brings(since_june(&[(LOANS, FIXED)]), &known), None);
}

/// How many rows there are is what it is.
#[test]
fn no_row_is_added() {
    let firm = |loans: &Value| json!({ "industry": "trade", "staff": 10, "water_m3": 500, "kinds": ["plant"], "loans": loans });
    let two = || dataset("count(loans) >= 2", &[], &[]);
    assert_eq!(brings(two(), &firm(&json!([{}]))), None);
    assert_eq!(brings(two(), &firm(&json!([{}, {}]))), None, "it is had");
}

/// What is told of the nearest change of the first clause.
fn reported(dataset: Dataset, firm: &Value) -> Value {
    let screener = Screener::new(dataset);
    let report = screener.report(&profile_of(&screener, firm), date("2020-03-01"));
    serde_json::to_value(report).expect("JSON")["nearest"].take()
}

#[test]
fn a_member_of_a_set_is_told_as_such() {
    let firm = json!({ "industry": "trade", "staff": 10, "water_m3": 1000, "kinds": ["plant", "held"], "loans": [] });
    let not_held = json!([{ "question": "kinds", "member": "held", "to": "false" }]);
    let worth = json!({ "min": "230.00", "max": "230.00" });
    let told = reported(dataset(r#"!(\"held\" in kinds)"#, &[], &[]), &firm);
    assert_eq!(told, json!([{ "clause": "P01-a", "change": not_held, "worth": worth }]));
}

/// In the report the row, from 0, and the field are told.
#[test]
fn a_change_in_a_row_is_told_as_such() {
    let figures = [("june", "2020-06-01", "date"), ("none", "0", "yuan"), ("enough", "500", "yuan")];
    let since_june = dataset("sum(loans, lent_on >= june ? sum_lent : none) >= enough", &figures, &[]);
    let loans = json!([{ "sum_lent": 300, "lent_on": "2020-07-01" }, { "sum_lent": 400, "lent_on": "2020-02-01" }]);
    let firm = json!({ "industry": "trade", "staff": 10, "water_m3": 1000, "kinds": ["plant"], "loans": loans });
    let later = json!([{ "question": "loans", "row": 1, "field": "lent_on", "to": "2020-06-01" }]);
    let worth = json!({ "min": "230.00", "max": "230.00" });
    assert_eq!(reported(since_june, &firm), json!([{ "clause": "P01-a", "change": later, "worth": worth }]));
}

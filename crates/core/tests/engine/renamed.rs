//! Answers under former ids: in a small dataset where a question, a member, a value and a field have new ones.

use super::mistakes::changed;
use huiqi_core::compile::compile;
use huiqi_core::dataset::Dataset;
use huiqi_core::profile::{Input, Profile};
use serde_json::{json, Value};

fn dataset() -> Dataset {
    let renamed = r#""renamed": { "turnover": "staff", "wants.plant": "kinds.plant", "has_prize": "kinds.held",
      "industry.shop": "industry.trade", "loans.sum": "loans.sum_lent" }, "contradictions""#;
    compile(&changed(&[(r#""contradictions""#, renamed)])).expect("a dataset")
}

/// Read, these two are the same, and nothing is wrong with either.
fn same(former: Value, now: Value) {
    let dataset = dataset();
    let read = |answers: Value| {
        let input: Input = serde_json::from_value(answers).expect("input");
        let (profile, problems) = Profile::read(&dataset, &input);
        assert!(problems.is_empty(), "{problems:?}");
        profile
    };
    assert!(!read(now.clone()).is_empty());
    assert_eq!(read(former), read(now));
}

#[test]
fn a_question_is_read_under_its_former_id() {
    same(json!({ "turnover": 35 }), json!({ "staff": 35 }));
    same(json!({ "turnover": { "min": 3, "max": 5 } }), json!({ "staff": { "min": 3, "max": 5 } }));
    same(json!({ "turnover": null }), json!({ "staff": null }));
}

#[test]
fn a_member_is_read_under_its_former_set() {
    same(json!({ "wants": ["plant"] }), json!({ "kinds": { "plant": true } }));
    same(json!({ "wants": { "plant": false } }), json!({ "kinds": { "plant": false } }));
    same(json!({ "wants": ["plant"], "kinds": ["held"] }), json!({ "kinds": ["held", "plant"] }));
    same(
        json!({ "wants": ["plant"], "kinds": { "held": false } }),
        json!({ "kinds": { "held": false, "plant": true } }),
    );
}

#[test]
fn a_question_has_become_a_member() {
    same(json!({ "has_prize": true }), json!({ "kinds": { "held": true } }));
    same(
        json!({ "has_prize": false, "kinds": { "plant": true } }),
        json!({ "kinds": { "plant": true, "held": false } }),
    );
}

#[test]
fn a_value_and_a_field_are_read_under_their_former_ids() {
    same(json!({ "industry": "shop" }), json!({ "industry": "trade" }));
    same(json!({ "loans": [{ "sum": 300 }] }), json!({ "loans": [{ "sum_lent": 300 }] }));
}

/// What is said under today's id counts.
#[test]
fn todays_answer_is_kept() {
    same(json!({ "turnover": 35, "staff": 7 }), json!({ "staff": 7 }));
    same(json!({ "kinds": { "plant": false }, "wants": ["plant"] }), json!({ "kinds": { "plant": false } }));
}

#[test]
fn what_never_was_is_told() {
    // From text, which keeps its order: that of a `Value` hangs on which features of serde_json are built.
    let input: Input = serde_json::from_str(r#"{ "wants": ["plant", "steam"], "colour": "red" }"#).expect("input");
    let (_, problems) = Profile::read(&dataset(), &input);
    let told: Vec<&str> = problems.iter().map(|problem| problem.question.as_str()).collect();
    assert_eq!(told, ["wants", "colour"]);
}

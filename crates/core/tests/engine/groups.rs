//! The groups of an outcome (design §5): clauses of the list and answers for which each was worked out by hand.

use super::support::{date, profile, screener};
use huiqi_core::session::{groups, Group};
use serde_json::{json, Value};

/// Where the clause is shown on that day, to a company of the city where the answers do not say otherwise.
fn group(answers: &Value, day: &str, clause: &str) -> Group {
    let mut answers = answers.clone();
    let given = answers.as_object_mut().expect("answers");
    given.entry("legal_form").or_insert_with(|| json!("company"));
    given.entry("registered_city").or_insert_with(|| json!(true));
    let profile = profile(&answers);
    let screening = screener().screen(&profile, date(day));
    let of = |index: &u16| screener().dataset().clauses[usize::from(*index)].id == clause;
    let all = groups(screener(), &profile, &screening);
    let mut of_it = all.iter().filter(|(_, clauses)| clauses.iter().any(of));
    let (group, _) = of_it.next().expect("every clause is in a group");
    assert!(of_it.next().is_none(), "{clause} is in one group");
    *group
}

#[test]
fn each_clause_is_in_the_group_that_its_criteria_say() {
    let (spring, over) = ("2020-04-15", "2030-01-01");
    let insured = |staff: u32, rate: &str| json!({ "legal_form": "company", "insurances": ["social"], "insured_staff": staff, "layoff_rate": rate });
    let small = json!({ "vat_payer": "small_scale" });
    for (answers, day, clause, expected) in [
        (small.clone(), spring, "P07-a", Group::Entitled),
        (json!({}), spring, "P07-a", Group::Pending),
        // It begins in March 2020, and was extended twice.
        (small, over, "P07-a", Group::Ended),
        (json!({}), over, "P07-a", Group::Ended),
        // A taxpayer's kind is no step of the firm's.
        (json!({ "vat_payer": "general" }), spring, "P07-a", Group::Ineligible),
        (json!({ "vat_payer": "general" }), over, "P07-a", Group::Ineligible),
        // More than 500 insured can become fewer; the layoffs of last year, more than 5.5 %, are what they are.
        (insured(501, "0"), spring, "P11-b", Group::NearMiss),
        (insured(500, "0.06"), spring, "P11-a", Group::Ineligible),
        // What an office decides is no step of the firm's.
        (json!({ "insurances": ["fund"], "hardship": [] }), spring, "P12-a", Group::Ineligible),
        // Two criteria fail, both of which can change.
        (json!({ "above_scale": false, "research_state": ["matching_level"] }), spring, "P15-3", Group::Ineligible),
        // Which generic drug was the first in the country is what it is, with one as with none.
        (
            json!({ "d2_products": ["generic"], "d2_generics": [{ "d2_generic_first": false }] }),
            spring,
            "D2-29b",
            Group::Ineligible,
        ),
        (json!({ "d2_products": ["generic"], "d2_generics": [] }), spring, "D2-29b", Group::Ineligible),
        // An award that is not held, or of which it is not known.
        (json!({ "d1_awards": [] }), spring, "D1-3a", Group::Attainable),
        (json!({}), spring, "D1-3a", Group::Attainable),
        (json!({ "d1_awards": ["bigdata_pilot"] }), spring, "D1-3a", Group::Entitled),
        (json!({ "d1_awards": [], "d1_business": ["digital_tech"] }), spring, "D1-10a", Group::Attainable),
        (json!({ "d1_awards": [], "d1_business": [] }), spring, "D1-10a", Group::Ineligible),
        (json!({}), spring, "D5-20", Group::Duty),
        (json!({}), spring, "D6-21b", Group::Watch),
        (json!({ "above_scale": true, "research_state": ["own_body"] }), spring, "P15-1", Group::Watch),
        (json!({ "above_scale": false }), spring, "P15-1", Group::Ineligible),
    ] {
        assert_eq!(group(&answers, day, clause), expected, "{clause} on {day} for {answers}");
    }
}

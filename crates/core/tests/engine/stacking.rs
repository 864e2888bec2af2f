//! Awards of one paragraph of which the list does not say whether they add up (X12): from the largest to the sum, everywhere
//! alike. Figures from L206–L228.

use super::support::{date, profile, screener};
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::screening::{Amount, Counted, Screening, TotalKind};
use rust_decimal::Decimal;
use serde_json::{json, Value};

fn settled(answers: &Value) -> Screening {
    screener().settle(&profile(answers).space(screener().dataset()), date("2020-07-15"))
}

fn grants(answers: &Value) -> Amount {
    let all = settled(answers).totals;
    let row = all.iter().find(|row| row.status == Status::InForce && row.kind == TotalKind::One(Kind::Grant));
    row.expect("a row").amount
}

fn firm(held: &Value) -> Value {
    json!({
        "legal_form": "company", "registered_city": true, "industry": "industry", "d1_business": ["digital_tech"],
        "d1_app_cases": 1, "d1_communities": 1, "d1_info_halls": 1, "d1_info_projects": 1, "d1_platforms": 1,
        "d1_awards": held, "innovation_state": [], "d2_products": [], "epidemic_roles": [], "power_bands": []
    })
}

#[test]
fn from_the_largest_to_the_sum() {
    for (held, min, max) in [
        (json!(["bigdata_pilot", "ai_province"]), 500_000, 1_000_000),
        (json!(["bigdata_pilot", "ai_province", "ai_nation"]), 1_000_000, 2_000_000),
        (json!(["app_case", "app_solution"]), 300_000, 400_000),
        (json!(["open_source", "info_pilot", "info_contest"]), 1_000_000, 2_000_000),
        (json!(["cloud_platform", "fusion_standard", "cloud_model"]), 500_000, 1_000_000),
        (json!(["revenue_5bn", "revenue_10bn"]), 5_000_000, 6_000_000),
        // Of different paragraphs they add up; one alone is exact.
        (json!(["bigdata_pilot", "cloud_model"]), 700_000, 700_000),
        (json!(["cloud_model"]), 200_000, 200_000),
        (json!([]), 0, 0),
    ] {
        let expected = Amount { min: Decimal::from(min), max: Some(Decimal::from(max)) };
        assert_eq!(grants(&firm(&held)), expected, "{held}");
    }
}

#[test]
fn none_is_told_as_excluded_and_the_best_one_counts() {
    let screening = settled(&firm(&json!(["revenue_5bn", "revenue_10bn"])));
    assert!(screening.excluded.is_empty());
    let counted = |id: &str| {
        let at = screener().dataset().clauses.iter().position(|clause| clause.id == id).expect("a clause");
        screening.clauses[at].counted
    };
    assert_eq!((counted("D1-10a"), counted("D1-10b")), (Counted::Maybe, Counted::Yes));
}

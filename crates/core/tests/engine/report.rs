//! The report: what of a screening is told, and where.

use super::support::{date, profile, screener};
use serde_json::{json, Value};

fn report(answers: &Value) -> Value {
    serde_json::to_value(screener().report(&profile(answers), date("2020-05-01"))).expect("JSON")
}

fn row<'a>(report: &'a Value, clause: &str) -> &'a Value {
    report["clauses"].as_array().expect("clauses").iter().find(|row| row["id"] == clause).expect("a row")
}

#[test]
fn open_questions_are_named_by_criterion_and_clause() {
    let report = report(&json!({ "insurances": ["social"], "legal_form": "company", "unemployment_paid_firm": 7000,
        "unemployment_paid_staff": 3000 }));
    let refund = row(&report, "P11-d");
    assert_eq!(refund["open_questions"], json!(["layoff_rate"]));
    let criteria: Vec<_> = refund["criteria"].as_array().expect("criteria").iter().collect();
    let told: Vec<_> = criteria.iter().map(|one| (&one["id"], &one["open_questions"])).collect();
    assert_eq!(
        told,
        [
            (&json!("insured"), &Value::Null),
            (&json!("who"), &Value::Null),
            (&json!("layoffs"), &json!(["layoff_rate"]))
        ]
    );
}

#[test]
fn clauses_are_told_with_the_group_that_they_are_counted_in() {
    let report = report(&json!({}));
    let of = |clause: &str| (row(&report, clause)["group"].clone(), row(&report, clause)["reading"].clone());
    assert_eq!(of("P11-d"), (json!("P11"), json!("support")));
    assert_eq!(of("P11-a"), (json!("P11"), json!("main")));
    assert_eq!(of("P08-1a"), (json!("tax"), Value::Null));
    assert_eq!(of("P01-a"), (Value::Null, Value::Null));
}

#[test]
fn what_is_not_had_has_no_formula() {
    let formula = |utilities: Value| {
        let report = report(&json!({ "industry": "industry", "staff": 60, "revenue": 8_000_000, "water_m3": 1000,
            "utilities": utilities }));
        row(&report, "P01-a")["formula"].as_str().expect("text").to_owned()
    };
    let had = "用水量 1,000 立方米 × 水价下调额 0.23 元/立方米 ＝ 230.00 元";
    assert_eq!((formula(json!(["industrial_water"])).as_str(), formula(json!([])).as_str()), (had, ""));
}

/// 501 insured, of whom 500 would be enough for the refund of 7,000 + 3,000; a fund of 200,000 × (12 % − 5 %) × 6 months
/// for who opens an account. A taxpayer's kind and the layoffs of last year are what they are.
#[test]
fn the_nearest_changes_are_told() {
    let report =
        report(&json!({ "legal_form": "company", "registered_city": true, "industry": "industry", "staff": 60,
        "revenue": 8_000_000, "insurances": ["social"], "insured_staff": 501,
        "layoff_rate": "0.06", "unemployment_paid_firm": 7000, "unemployment_paid_staff": 3000,
        "hardship": ["affected"], "fund_base": 200_000, "fund_rate_old": "0.12", "fund_rate_new": "0.05",
        "fund_months": 6, "vat_payer": "general" }));
    let of = |clause: &str| {
        let all = report["nearest"].as_array().expect("a list");
        all.iter().find(|one| one["clause"] == clause).map(|one| (one["change"].clone(), one["worth"]["min"].clone()))
    };
    let fewer = json!([{ "question": "insured_staff", "to": "500" }]);
    assert_eq!(of("P11-f"), Some((fewer, json!("10000.00"))));
    let opened = json!([{ "question": "insurances", "member": "fund", "to": "true" }]);
    assert_eq!(of("P12-a"), Some((opened, json!("84000.00"))));
    assert_eq!((of("P07-a"), of("P11-d")), (None, None));
}

/// Two loans: one of the central kind, of 10,000,000, and one of 100,000 of which the kind is open. Both subsidies are not
/// had together, and what the first brings is more, whatever the second is.
#[test]
fn who_gives_way_is_told_though_a_row_is_open() {
    let loan = |principal: u32| {
        json!({ "loan_principal": principal, "loan_rate": "0.05", "loan_start": "2020-03-01",
        "loan_repaid": "2021-03-01", "loan_term_year": true })
    };
    let mut central = loan(10_000_000);
    central["loan_kind"] = json!("central_special");
    let report = report(&json!({ "registered_city": true, "legal_form": "company", "industry": "retail", "staff": 40,
        "revenue": 8_000_000, "key_enterprise": "nation", "epidemic_roles": [], "central_subsidy_taken": false,
        "relief_state": ["on_list", "good_credit", "tax_normal", "bankable", "prospects"],
        "loans": [loan(100_000), central] }));
    assert_eq!(row(&report, "P14-a")["verdict"], json!("undetermined"));
    assert_eq!(row(&report, "P14-a")["counted"], json!("no"));
    let pairs: Vec<_> =
        report["excluded"].as_array().expect("a list").iter().map(|one| (&one["clause"], &one["because_of"])).collect();
    assert_eq!(pairs, [(&json!("P14-a"), &json!("P13-a"))]);
}

/// Eleven insured and no benefit a month: P11-g comes to nothing, and wherever it is had so is a refund (P11-d or P11-f, of
/// which the first is told). Which of two interest subsidies wins hangs on loans of which nothing is known; were cuts spent
/// on that, none would be left for the refund.
#[test]
fn who_gives_way_is_told_though_no_cut_decides_another_contest() {
    let report = report(&json!({ "legal_form": "company", "industry": "retail", "staff": 5,
        "revenue": 4_100_000, "assets": 3_600_000, "insured_staff": 11,
        "unemployment_benefit": 0, "fund_vote": false }));
    let counted = ["P11-d", "P11-g", "P13-a", "P14-a"].map(|clause| row(&report, clause)["counted"].clone());
    assert_eq!(counted, ["maybe", "no", "maybe", "maybe"]);
    let excluded = &report["excluded"][0];
    assert_eq!((&excluded["clause"], &excluded["because_of"]), (&json!("P11-g"), &json!("P11-d")));
}

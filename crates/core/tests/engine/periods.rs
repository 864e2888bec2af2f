//! What a period's status does to totals: each amount stands in the row of its status, and is counted once.

use super::support::{date, profile, screener};
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::screening::{Amount, ClauseResult, Counted, Screening, TotalKind, Verdict};
use rust_decimal::Decimal;
use serde_json::{json, Value};

fn screen(answers: &Value, on: &str) -> Screening {
    screener().screen(&profile(answers), date(on))
}

fn of<'a>(screening: &'a Screening, clause: &str) -> &'a ClauseResult {
    let index = screener().dataset().clauses.iter().position(|of| of.id == clause).expect("a clause");
    &screening.clauses[index]
}

fn total(screening: &Screening, status: Status, kind: TotalKind) -> Amount {
    screening.totals.iter().find(|total| (total.status, total.kind) == (status, kind)).expect("a row").amount
}

fn between(min: i64, max: i64) -> Amount {
    Amount { min: min.into(), max: Some(max.into()) }
}

/// A whole profile of an industrial firm with 50 million of revenue and assets that pays 10,000 a month for five months
/// (L125), or, where it is not `insured`, nothing.
fn factory(staff: Value, insured: bool) -> Value {
    let persona: Value = serde_json::from_str(include_str!("../../../../tests/personas/large_factory.json")).unwrap();
    let mut answers = persona["profile"].clone();
    let own = json!({ "revenue": 500_000_000, "d1_awards": [], "assets": 500_000_000, "staff": staff, "social_monthly": 10_000,
        "insured_months": 5, "insurances": if insured { json!(["social"]) } else { json!([]) } });
    for (question, answer) in own.as_object().unwrap() {
        answers[question] = answer.clone();
    }
    answers
}

/// What being insured adds to the reductions of a status, at both ends.
fn added(staff: &Value, on: &str, status: Status) -> (Decimal, Decimal) {
    let sum = |insured| {
        let sum = total(&screen(&factory(staff.clone(), insured), on), status, TotalKind::One(Kind::Reduction));
        (sum.min, sum.max.expect("a bound"))
    };
    let ((low, high), (less_low, less_high)) = (sum(true), sum(false));
    (low - less_low, high - less_high)
}

/// Facts 4, P09: small and medium firms to December 2020, large ones to June. With 1,000 staff and 500 million it is large.
#[test]
fn a_later_end_is_one_only_for_whom_it_holds() {
    let once = (Decimal::from(50_000), Decimal::from(50_000));
    for (staff, on, status, other) in [
        (1_000, "2020-06-30", Status::InForce, Status::Ended),
        (1_000, "2020-07-01", Status::Ended, Status::InForce),
        (999, "2020-07-01", Status::InForce, Status::Ended),
        (999, "2020-12-31", Status::InForce, Status::Ended),
        (999, "2021-01-01", Status::Ended, Status::InForce),
    ] {
        let screening = screen(&factory(staff.into(), true), on);
        let found = of(&screening, "P09-a");
        assert_eq!((found.status, found.or, found.extended), (status, None, staff < 1_000), "{staff} on {on}");
        assert_eq!(of(&screening, "P09-b").status, status);
        assert_eq!(added(&staff.into(), on, status), once, "{staff} on {on}");
        assert_eq!(added(&staff.into(), on, other), Default::default(), "{staff} on {on}");
    }
}

#[test]
fn while_it_is_open_both_rows_may_have_it() {
    let staff = json!({ "min": 900, "max": 1_100 });
    let answers = factory(staff.clone(), true);
    let screening = screen(&answers, "2020-07-15");
    let found = of(&screening, "P09-a");
    assert_eq!((found.verdict, found.amount), (Verdict::Eligible, Some(between(50_000, 50_000))));
    assert_eq!((found.status, found.or), (Status::Ended, Some(Status::InForce)));
    let question = |id| u16::try_from(screener().dataset().question(id).unwrap()).unwrap();
    let open = |on| {
        let index = screener().dataset().clauses.iter().position(|of| of.id == "P09-a").unwrap();
        screener().open_questions(&profile(&answers), index, date(on))
    };
    assert_eq!(open("2020-07-15"), [question("staff")]);
    // On a day on which both are the same nobody need say how large the firm is.
    assert!(open("2020-06-30").is_empty());
    assert_eq!((of(&screen(&answers, "2021-01-01"), "P09-a")).or, None);
    for status in [Status::Ended, Status::InForce] {
        let rows = screening.totals.iter().filter(|total| total.status == status);
        assert!(!rows.into_iter().find(|total| total.kind == TotalKind::One(Kind::Reduction)).unwrap().tight);
        assert_eq!(added(&staff, "2020-07-15", status), (0.into(), 50_000.into()), "{status:?}");
    }
}

/// Nothing of the list of 2020 that has no end of its own is money to be had in 2026, P13 with its event neither.
#[test]
fn what_is_unconfirmed_stands_in_a_row_of_its_own() {
    let answers = json!({ "legal_form": "company", "d1_awards": ["bigdata_pilot"], "innovation_state": ["centre"] });
    let screening = screen(&answers, "2026-11-30");
    for (clause, amount) in [("D1-3a", 500_000), ("P17-1", 5_000_000)] {
        let found = of(&screening, clause);
        assert_eq!((found.status, found.counted), (Status::Unconfirmed, Counted::Yes), "{clause}");
        assert_eq!(found.amount, Some(between(amount, amount)), "{clause}");
    }
    assert_eq!(of(&screening, "P13-a").status, Status::Unconfirmed);
    let grants = TotalKind::One(Kind::Grant);
    assert!(total(&screening, Status::Unconfirmed, grants).min >= 5_500_000.into());
    assert_eq!(total(&screening, Status::InForce, TotalKind::Cash), Amount::ZERO);
    assert_eq!(total(&screening, Status::OpenEvent, TotalKind::Cash), Amount::ZERO);
    // On the day after the last one to apply by an innovation centre still has its award.
    assert_eq!(of(&screen(&answers, "2020-08-01"), "P17-1").status, Status::InForce);
}

/// On 2021-04-01 P06 is over (facts 4) and P08 is not: one joint effect, what can be had deducted first.
#[test]
fn deductions_of_two_statuses_share_one_tax() {
    let effect = TotalKind::One(Kind::TaxEffect);
    let firm = |class: &str, income: Value, gift: u32, loss: u32| {
        json!({ "legal_form": "company", "income_tax_class": class, "tax_year": "y2020", "taxable_income": income,
            "tax_items": ["gift_agency", "loss"], "gift_agency": gift, "disaster_loss": loss, "epidemic_roles": [] })
    };
    // 25 % of 100,000 each; the whole tax of 5,000, of which 75,000 × 5 % is saved by the loss.
    for (answers, now, over, all) in [
        (firm("general", json!(1_000_000), 100_000, 100_000), (25_000, 25_000), (25_000, 25_000), (50_000, 50_000)),
        (firm("small_low_profit", json!(100_000), 1_000_000, 75_000), (3_750, 3_750), (1_250, 1_250), (5_000, 5_000)),
        // Of an income between 50,000 and 100,000 the loss leaves nothing, or 25,000.
        (
            firm("small_low_profit", json!({ "min": 50_000, "max": 100_000 }), 1_000_000, 75_000),
            (2_500, 3_750),
            (0, 1_250),
            (2_500, 5_000),
        ),
    ] {
        let screening = screen(&answers, "2021-04-01");
        assert_eq!(total(&screening, Status::InForce, effect), between(now.0, now.1));
        assert_eq!(total(&screening, Status::Ended, effect), between(over.0, over.1));
        let groups: Vec<_> = screening
            .groups
            .iter()
            .filter(|group| group.id == "tax")
            .map(|group| (group.id.as_str(), group.amount))
            .collect();
        assert_eq!(groups, [("tax", between(all.0, all.1))]);
    }
}

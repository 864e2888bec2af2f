//! Laws that hold for every profile (design §3), on seeded ones.

use super::support::{date, partial, profile, screener, Random};
use huiqi_core::dataset::{Item, Kind, Status};
use huiqi_core::profile::{Answer, Profile};
use huiqi_core::screening::{Amount, Counted, Screener, Screening, TotalKind, Verdict};
use serde_json::json;
use std::sync::OnceLock;

const DAY: &str = "2020-05-15";

/// As a visit does it, which keeps what was found; `memory` holds that this changes nothing.
fn settle(profile: &Profile) -> Screening {
    static KEPT: OnceLock<Screener> = OnceLock::new();
    let kept = KEPT.get_or_init(|| Screener::new(screener().dataset().clone()).remembering());
    kept.settle(&profile.space(kept.dataset()), date(DAY))
}

#[test]
fn an_answer_never_widens_a_result() {
    let dataset = screener().dataset();
    let mut random = Random(8);
    for _ in 0..40 {
        let whole = partial(dataset, &mut random, 0);
        let mut known = Profile::default();
        let mut before = settle(&known);
        for (question, _) in dataset.questions.iter().enumerate() {
            if random.chance(70) {
                continue;
            }
            known.set(question, whole.get(question).cloned());
            let after = settle(&known);
            narrower(&before, &after);
            before = after;
        }
    }
}

/// The one known case in which it does: with one answer more the search of the cash total outruns its budget, and the hull
/// that is told instead (`tight` false) is wider than the exact total before.
#[test]
#[ignore = "not so yet: a hull past the budget may be wider than what was exact before"]
fn nor_does_one_that_outruns_the_budget() {
    let firm = json!({ "revenue": "10000000000.01", "logistics": [], "etc2_paid": "18261.99", "monthly_rent": "499.99",
        "insured_staff": 2700, "social_monthly": 18250, "medical_months": 4, "medical_monthly": 500_000_000,
        "layoff_rate": "0.038", "unemployment_paid_firm": "100000.01" });
    let mut more = firm.clone();
    more["unemployment_benefit"] = json!("0.76");
    narrower(&settle(&profile(&firm)), &settle(&profile(&more)));
}

fn narrower(before: &Screening, after: &Screening) {
    for (wide, narrow) in before.clauses.iter().zip(&after.clauses) {
        assert!(wide.verdict == Verdict::Undetermined || wide.verdict == narrow.verdict);
        assert!(wide.counted == Counted::Maybe || wide.counted == narrow.counted, "{wide:?} {narrow:?}");
        if let (Some(wide), Some(narrow)) = (wide.amount, narrow.amount) {
            assert!(narrow.within(wide), "{narrow:?} is not within {wide:?}");
        }
    }
    for (wide, narrow) in before.totals.iter().zip(after.totals.iter()) {
        assert!(narrow.amount.within(wide.amount), "{:?} {:?}", narrow, wide);
    }
}

#[test]
fn the_order_of_answers_and_the_run_make_no_difference() {
    let dataset = screener().dataset();
    let mut random = Random(11);
    for _ in 0..20 {
        let forth = partial(dataset, &mut random, 30);
        let mut back = Profile::default();
        for question in (0..dataset.questions.len()).rev() {
            back.set(question, forth.get(question).cloned());
        }
        let text = |profile: &Profile| serde_json::to_string(&screener().report(profile, date(DAY))).unwrap();
        assert_eq!(text(&forth), text(&back));
        assert_eq!(text(&forth), text(&forth));
    }
}

#[test]
fn the_parts_of_a_complete_profile_add_up() {
    let dataset = screener().dataset();
    let (mut random, mut compared) = (Random(13), 0);
    for _ in 0..250 {
        let screening = settle(&partial(dataset, &mut random, 0));
        for status in Status::ALL {
            let alone = dataset.clauses.iter().zip(&screening.clauses).filter(|(clause, result)| {
                result.status == status
                    && result.counted == Counted::Yes
                    && clause.kind.is_cash()
                    && clause.reading.is_none()
            });
            let members = |group: usize| {
                let members = dataset.clauses.iter().zip(&screening.clauses);
                members.filter(move |(clause, _)| clause.reading.is_some_and(|(of, _)| usize::from(of) == group))
            };
            // A group whose preferred reading gives nothing counts through no clause of its own.
            let (mut parts, mut hidden) =
                (alone.filter_map(|(_, result)| result.amount).fold(Amount::ZERO, Amount::plus), vec![]);
            for (group, of) in dataset.reading_groups.iter().enumerate() {
                let found = screening.groups.iter().find(|found| found.id == of.id);
                let Some(amount) = found.map(|found| found.amount) else { continue };
                if members(group).any(|(_, result)| result.status == status && result.counted == Counted::Yes) {
                    parts = parts.plus(amount);
                } else if members(group).any(|(_, result)| result.status == status) {
                    hidden.push(amount);
                }
            }
            let total = screening.totals.iter().find(|total| total.status == status && total.kind == TotalKind::Cash);
            let total = total.unwrap().amount;
            let all = hidden.iter().fold(parts, |parts, hidden| parts.plus(*hidden));
            // Where an amount is a range, or the source leaves open whether two add up, which of them counts stays open.
            if screening.clauses.iter().any(|result| result.counted == Counted::Maybe && result.status == status) {
                assert!(parts.min <= total.min);
                continue;
            }
            assert!(parts == total || all == total, "{parts:?}, with {hidden:?}, is not {total:?}");
            compared += usize::from(total != Amount::ZERO);
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn what_excludes_each_other_is_never_counted_together() {
    let dataset = screener().dataset();
    let mut random = Random(17);
    for _ in 0..200 {
        let screening = settle(&partial(dataset, &mut random, 10));
        for exclusion in &dataset.exclusions {
            // What is in force and what hangs on an event can both be had on the day.
            for day in [
                &[Status::InForce, Status::OpenEvent][..],
                &[Status::NotStarted],
                &[Status::Unconfirmed],
                &[Status::Ended],
            ] {
                let counted = exclusion.items.iter().filter(|item| {
                    dataset.clauses.iter().zip(&screening.clauses).enumerate().any(|(at, (clause, result))| {
                        let is = match item {
                            Item::Clause(index) => usize::from(*index) == at,
                            Item::Group(group) => clause.reading.is_some_and(|(of, _)| of == *group),
                        };
                        is && day.contains(&result.status) && result.counted == Counted::Yes
                    })
                });
                assert!(counted.count() <= 1, "{}", exclusion.id);
            }
        }
    }
}

#[test]
fn the_planner_asks_only_what_can_matter_and_comes_to_an_end() {
    let dataset = screener().dataset();
    let mut random = Random(19);
    for _ in 0..10 {
        let whole = partial(dataset, &mut random, 0);
        let mut known = Profile::default();
        let mut asked = 0;
        while let Some(question) = screener().screen(&known, date(DAY)).next_question {
            assert!(known.get(question).is_none(), "asked twice");
            known.set(question, Some(whole.get(question).cloned().unwrap_or(Answer::Unknown)));
            asked += 1;
            assert!(asked <= dataset.questions.len());
        }
        let end = settle(&known);
        assert!(end.clauses.iter().all(|result| result.verdict != Verdict::Undetermined), "a verdict is left open");
        println!("{asked} of {} questions", dataset.questions.len());
    }
}

/// 2020-06-01 at 4.35 %, 3,000,000 yuan, to 2021-04-30: 333 days (facts 2.2).
fn relief() -> serde_json::Value {
    json!({
        "industry": "industry", "manufacturing": true, "staff": 60, "revenue": 30_000_000, "assets": 20_000_000,
        "registered_city": true, "legal_form": "company", "central_subsidy_taken": false, "epidemic_roles": [],
        "relief_state": ["on_list", "good_credit", "tax_normal", "bankable", "prospects"],
        "loans": [{ "loan_kind": "working_capital", "loan_principal": 3_000_000, "loan_rate": 0.0435,
                    "loan_start": "2020-06-01", "loan_repaid": "2022-06-01", "loan_term_year": true }]
    })
}

#[test]
fn the_nearest_change_is_the_smallest_that_brings_the_clause() {
    let dataset = screener().dataset();
    let clause = dataset.clauses.iter().position(|clause| clause.id == "P14-a").unwrap();
    let mut answers = relief();
    answers["relief_state"] = json!(["on_list", "good_credit", "tax_normal", "prospects"]);
    let nearest = screener().nearest(&profile(&answers), date("2020-07-15"), clause).expect("one answer away");
    assert_eq!(nearest.changes.len(), 1);
    let question = dataset.rules.variables[usize::from(nearest.changes[0].variable)].question;
    assert_eq!(dataset.questions[usize::from(question)].id, "relief_state");
    assert_eq!(nearest.worth.min.to_string(), "119058.90");
    assert_eq!(dataset.clauses[clause].kind, Kind::InterestSubsidy);
}

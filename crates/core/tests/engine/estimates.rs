//! Estimates: worked out by hand from the facts, sound over every completion, and never counted.

use super::mistakes::changed;
use super::support::{completion, date, partial, profile, screener, Random};
use huiqi_core::compile::compile;
use huiqi_core::dataset::Shape;
use huiqi_core::profile::{Answer, Profile};
use huiqi_core::rules::Engine;
use huiqi_core::screening::{Estimated, Screener};
use rust_decimal::Decimal;
use serde_json::{json, Value};

fn index(screener: &Screener, question: &str) -> u16 {
    u16::try_from(screener.dataset().question(question).expect("a question")).expect("few")
}

/// What is told of a question: both ends, or nothing.
fn estimate(answers: &Value, question: &str) -> Option<(String, String)> {
    let found = screener().estimate(&profile(answers), index(screener(), question))?;
    Some((found.min.normalize().to_string(), found.max.normalize().to_string()))
}

fn between(min: &str, max: &str) -> Option<(String, String)> {
    Some((min.to_owned(), max.to_owned()))
}

/// Each of eight pays on 2,700 to 13,500 a month (facts 7).
#[test]
fn contributions_follow_from_the_number_insured() {
    let firm = json!({ "insured_staff": 8, "staff": 200 });
    // 8 × 2,700 × (16 % + 0.7 % + 0.1 %), 8 × 13,500 × (16 % + 0.7 % + 1.9 %)
    assert_eq!(estimate(&firm, "social_monthly"), between("3628.8", "20088"));
    // 8 × 2,700 × (8 % + 0.7 %), 8 × 13,500 × (8.5 % + 1 %)
    assert_eq!(estimate(&firm, "medical_monthly"), between("1879.2", "10260"));
    // 8 × 2,700 × 12 × 0.7 %, 8 × 13,500 × 12 × 0.7 %
    assert_eq!(estimate(&firm, "unemployment_paid_firm"), between("1814.4", "9072"));
    // The same at 0.3 %.
    assert_eq!(estimate(&firm, "unemployment_paid_staff"), between("777.6", "3888"));
}

#[test]
fn who_did_not_say_how_many_are_insured_is_reckoned_by_staff() {
    assert_eq!(estimate(&json!({ "staff": 8 }), "social_monthly"), between("3628.8", "20088"));
    // Up to nine: at least one is insured, else there would be no contribution at all.
    let band = json!({ "staff": { "min": 0, "max": 9 } });
    assert_eq!(estimate(&band, "social_monthly"), between("453.6", "22599"));
    assert_eq!(estimate(&json!({ "staff": 0 }), "social_monthly"), None);
    // Of those insured only the limit is known, of the staff more.
    let open = json!({ "insured_staff": { "min": 501, "max": 100_000 }, "staff": { "min": 600, "max": 999 } });
    assert_eq!(estimate(&open, "medical_monthly"), between("140940", "1281217.5"));
}

#[test]
fn what_is_known_better_goes_first() {
    // 12 × 10,000 × 0.7 % ÷ 18.6 % = 4,516.129…, and ÷ 16.8 % = 5,000: outwards to the fen.
    let firm = json!({ "social_monthly": 10_000, "insured_staff": 8 });
    assert_eq!(estimate(&firm, "unemployment_paid_firm"), between("4516.12", "5000"));
    // 0.3 % beside 0.7 %: 7,000 of the firm are 3,000 of its staff.
    let firm = json!({ "unemployment_paid_firm": 7000, "insured_staff": 8 });
    assert_eq!(estimate(&firm, "unemployment_paid_staff"), between("3000", "3000"));
    assert_eq!(estimate(&json!({}), "unemployment_benefit"), between("1173", "1242"));
}

#[test]
fn there_is_none_that_rests_on_a_limit_or_on_nothing() {
    for question in ["social_monthly", "medical_monthly", "unemployment_paid_firm", "unemployment_paid_staff"] {
        assert_eq!(estimate(&json!({}), question), None);
        let unknown = json!({ "insured_staff": null, "staff": null });
        assert_eq!(estimate(&unknown, question), None);
        // 300 people and more.
        assert_eq!(estimate(&json!({ "staff": { "min": 300, "max": 100_000 } }), question), None);
        assert_eq!(estimate(&json!({ "insured_staff": 0 }), question), None);
    }
    // No fact says how many months, or what the fund is reckoned on.
    for question in ["insured_months", "fund_base", "fund_rate_old"] {
        assert_eq!(estimate(&json!({ "insured_staff": 8, "staff": 8 }), question), None);
    }
}

#[test]
fn once_taken_it_stays_what_it_was() {
    let mut taken = profile(&json!({ "insured_staff": 8 }));
    let question = index(screener(), "social_monthly");
    let before = screener().estimate(&taken, question).expect("an estimate");
    taken.set(usize::from(question), Some(before.answer()));
    assert_eq!(screener().estimate(&taken, question), Some(before));
    assert_eq!(before.answer(), Answer::Range(Decimal::new(36_288, 1), Decimal::from(20_088)));
}

/// Some answers exact, some rough, some missing.
fn rough(screener: &Screener, random: &mut Random) -> Profile {
    let mut profile = partial(screener.dataset(), random, 30);
    for (at, question) in screener.dataset().questions.iter().enumerate() {
        let (Shape::Number { max, .. }, Some(Answer::Number(low))) = (&question.shape, profile.get(at).cloned()) else {
            continue;
        };
        if low < *max && random.chance(40) {
            let high = (low + Decimal::from(random.below(500)) + Decimal::ONE).min(*max);
            profile.set(at, Some(Answer::between(low, high)));
        }
    }
    profile
}

/// How many estimates hold what their expressions come to in some completions.
fn sound(screener: &Screener, random: &mut Random) -> usize {
    let (dataset, mut held) = (screener.dataset(), 0);
    let profile = rough(screener, random);
    if profile.answered(dataset).linked(&dataset.rules).is_err() {
        return 0;
    }
    let found: Vec<Estimated> = (0..u16::try_from(dataset.questions.len()).expect("few"))
        .filter_map(|question| screener.estimate(&profile, question))
        .collect();
    for Estimated { of, min, max } in found {
        let mut others = profile.clone();
        others.set(usize::from(of.question), None);
        let space = others.space(dataset);
        for _ in 0..8 {
            let whole = completion(&dataset.rules, &space, random);
            let mut engine = Engine::over(&dataset.rules, &whole, 0);
            let [low, high] = [of.low, of.high].map(|end| engine.value(end).expect("everything is known"));
            assert!(min <= low && high <= max, "{}: {low}–{high} in {min}–{max}, {others:?}", of.text);
            held += 1;
        }
    }
    held
}

#[test]
fn every_completion_lies_within() {
    let held: usize = (0..60).map(|seed| sound(screener(), &mut Random(seed))).sum();
    assert!(held > 200, "only {held}");
}

/// A list made for it: what a unit of water serves hangs on the trade, and beyond the limit on nothing else.
fn made() -> Screener {
    let estimate = "\"decimals\": 0, \"estimate\": { \"low\": \"industry == \\\"trade\\\" ? staff * each : min(staff, limit) * each\",
      \"high\": \"staff <= limit ? (staff + limit) * each : staff * each * 2\", \"text\": \"按人数\", \"source\": \"facts 7\", \"verified\": 1 } },
    { \"id\": \"kinds\"";
    let text = changed(&[
        ("\"decimals\": 0 },\n    { \"id\": \"kinds\"", estimate),
        (
            "\"cut\": {",
            "\"each\": { \"name\": \"每人\", \"range\": [\"0.1\", \"0.3\"], \"unit\": \"m3/person\", \"source\": \"facts 7\", \"verified\": 1 },\n    \"cut\": {",
        ),
    ]);
    Screener::new(compile(&text).unwrap_or_else(|found| panic!("{found:#?}")))
}

#[test]
fn conditions_over_open_answers_are_looked_at_one_by_one() {
    let screener = made();
    let of = |answers: &Value| {
        let found = screener.estimate(&super::support::profile_of(&screener, answers), index(&screener, "water_m3"))?;
        Some((found.min, found.max))
    };
    let ends = |min: i64, max: i64| Some((Decimal::from(min), Decimal::from(max)));
    // 600 × 0.1 or 500 × 0.1; 600 × 0.3 × 2.
    assert_eq!(of(&json!({ "staff": 600 })), ends(50, 360));
    assert_eq!(of(&json!({ "staff": 600, "industry": "trade" })), ends(60, 360));
    // (500 + 500) × 0.3 just up to the limit, 550 × 0.3 × 2 past it; 450 × 0.1 at least.
    assert_eq!(of(&json!({ "staff": { "min": 450, "max": 550 } })), ends(45, 330));
    // Beyond the limit of the question's own staff nothing is known; what is least hangs on 500 only, but the most does not.
    assert_eq!(of(&json!({ "staff": { "min": 450, "max": 1000 }, "industry": "farm" })), None);
    let held: usize = (0..150).map(|seed| sound(&screener, &mut Random(seed))).sum();
    assert!(held > 150, "only {held}");
}

fn report(screener: &Screener, profile: &Profile) -> Value {
    serde_json::to_value(screener.report(profile, date("2020-07-15"))).expect("JSON")
}

fn estimates(report: &Value, clause: &str) -> Value {
    let rows = report["clauses"].as_array().expect("clauses");
    rows.iter().find(|row| row["id"] == clause).expect("a row")["estimates"].clone()
}

#[test]
fn the_report_tells_it_beside_the_amount() {
    let told = |answers: &Value| {
        let report = report(screener(), &profile(answers));
        let all = ["P09-a", "P11-d"].map(|clause| {
            let rows = estimates(&report, clause);
            let rows = rows.as_array().cloned().unwrap_or_default();
            rows.iter().map(|row| format!("{} {} {}", row["question"], row["min"], row["max"])).collect::<Vec<_>>()
        });
        all.map(|rows| rows.join(", ").replace('"', ""))
    };
    let firm =
        json!({ "legal_form": "company", "registered_city": true, "insurances": ["social"], "insured_staff": 8 });
    let refund = "unemployment_paid_firm 1814.4 9072, unemployment_paid_staff 777.6 3888";
    assert_eq!(told(&firm), ["social_monthly 3628.8 20088", refund]);
    let with = |answer: Value| {
        let mut firm = firm.clone();
        firm["social_monthly"] = answer;
        told(&firm)[0].clone()
    };
    assert_eq!(with(Value::Null), "social_monthly 3628.8 20088");
    // Whoever gave a range needs no other.
    assert_eq!([with(json!({ "min": 3000, "max": 10_000 })), with(json!(5000))], ["", ""]);
    let row = &estimates(&report(screener(), &profile(&firm)), "P09-a")[0];
    assert_eq!((&row["source"], &row["verified"]), (&json!("facts 7"), &json!(1)));
    assert!(row["text"].as_str().is_some_and(|text| text.starts_with("参保职工")));
}

#[test]
fn it_is_never_counted() {
    let mut dataset = screener().dataset().clone();
    assert!(dataset.estimates.len() > 5);
    dataset.estimates.clear();
    let without = Screener::new(dataset);
    let mut told = 0;
    for seed in 0..3 {
        let profile = rough(screener(), &mut Random(seed));
        let mut with = report(screener(), &profile);
        for row in with["clauses"].as_array_mut().expect("clauses") {
            told += usize::from(row.as_object_mut().expect("a row").remove("estimates").is_some());
        }
        assert_eq!(with, report(&without, &profile), "seed {seed}");
    }
    assert!(told > 0);
}

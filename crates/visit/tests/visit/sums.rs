//! A noodle shop's amounts, worked out by hand from the list: 300,000 yuan of loan, 4,800 of rent, 7,140 and 3,360 of
//! contributions a month, 3,528 and 1,512 of unemployment insurance in 2019.

use crate::support::{dataset, profile, screener, Visitor};
use crate::taps::restaurant;
use huiqi_core::profile::Answer;
use huiqi_visit::queries::{self, Money, Sort, Why, Word, Worth};
use huiqi_visit::{step, Action, Field, Part, State};
use rust_decimal::Decimal;

fn yuan(text: &str) -> Decimal {
    text.parse().expect("a sum")
}

fn give(state: &State, id: &str, number: i64) -> State {
    let question = u16::try_from(dataset().question(id).unwrap_or_else(|| panic!("no question {id}"))).unwrap();
    let part = Part::whole(dataset(), Field::of(question));
    step(screener(), state, Action::Give(part, Some(Answer::Number(number.into()))))
}

/// The shop at its result, with every figure given.
fn shop() -> State {
    let firm = restaurant();
    let mut visitor = Visitor::new(profile(&firm.answers));
    visitor.reach_shortlist();
    visitor.reach_outcome(firm.gates);
    let mut state = visitor.state;
    // The visitor gives what is true at the cards.
    for (id, number) in [
        ("social_monthly", 7_140),
        ("insured_months", 5),
        ("medical_monthly", 3_360),
        ("medical_months", 5),
        ("insured_staff", 14),
        ("unemployment_paid_firm", 3_528),
        ("unemployment_paid_staff", 1_512),
        ("monthly_rent", 4_800),
        ("lease_late", 0),
        ("lease_months", 10),
    ] {
        state = give(&state, id, number);
    }
    let mut loan = firm.answers["loans"].clone();
    loan[0]["loan_principal"] = serde_json::json!(300_000);
    let loans = profile(&serde_json::json!({ "loans": loan }));
    let question = dataset().question("loans").unwrap();
    let part = Part { field: Field::of(u16::try_from(question).unwrap()), members: 0 };
    state = step(screener(), &state, Action::Give(part, loans.get(question).cloned()));
    let quarterly = profile(&serde_json::json!({ "vat_period": "quarterly" }));
    let question = dataset().question("vat_period").unwrap();
    let part = Part { field: Field::of(u16::try_from(question).unwrap()), members: 0 };
    state = step(screener(), &state, Action::Give(part, quarterly.get(question).cloned()));
    for (id, number) in
        [("taxed_q1", 80_000), ("sales_q1", 200_000), ("taxed_q2", 90_000), ("sales_q2", 250_000), ("prepay_base", 0)]
    {
        state = give(&state, id, number);
    }
    step(screener(), &state, Action::Screen)
}

#[test]
fn the_shop_is_told_what_the_list_gives_it() {
    let outcome = queries::outcome(screener(), &shop());
    let told: Vec<(&str, Word, Money)> = outcome
        .cards
        .iter()
        .map(|card| (dataset().visit.items[usize::from(card.row.item)].id(dataset()), card.row.word, card.row.money))
        .collect();
    let exactly = |sum: &str| Money::Figure(Sort::Cash, Worth { min: Some(yuan(sum)), max: Some(yuan(sum)) });
    let between =
        |low: &str, high: &str| Money::Figure(Sort::Cash, Worth { min: Some(yuan(low)), max: Some(yuan(high)) });
    for expected in [
        // 7,140 × 5
        ("P09-a", Word::ThatYear, exactly("35700")),
        // 4,800 × 3 + 4,800 × 50 % × 6
        ("P04-a", Word::ThatYear, exactly("28800")),
        // 3,360 × 50 % × 5
        ("P10", Word::ThatYear, exactly("8400")),
        // 3,528 × 50 % by one column of the list, (3,528 + 1,512) × 100 % by the other
        ("P11-a", Word::ThatYear, between("1764", "5040")),
        // 300,000 × 4.55 % × 365 / 365, and / 360
        ("P13-a", Word::Ask, between("13650", "13839.58")),
    ] {
        assert!(told.contains(&expected), "{expected:?} among {told:#?}");
    }
    let cash = outcome.headline.cash;
    assert_eq!((cash.figured, cash.worded, cash.min, cash.max), (4, 0, yuan("74664"), Some(yuan("77940"))));
    let (ask, below) = outcome.headline.ask;
    assert_eq!((ask, below.min, below.max), (1, yuan("13650"), Some(yuan("13839.58"))));
    // Both quarters stay below 300,000: the shop pays no VAT anyway, so the waiver gives it nothing more.
    let nothing =
        outcome.folds.iter().find(|fold| fold.why == Why::Nothing).expect("a fold of what gives nothing more");
    assert!(nothing.items.iter().any(|row| dataset().visit.items[usize::from(row.item)].id(dataset()) == "P07-a"));
}

#[test]
fn a_page_an_office_carries_what_it_decides() {
    let state = shop();
    let sheet = queries::sheet(screener(), &state);
    let labour = sheet.pages.iter().find(|page| page.items.len() == 2).expect("the labour office has two");
    assert_eq!((labour.had.min, labour.had.max), (yuan("37464"), Some(yuan("40740"))));
    assert!(labour.answers.iter().all(|answers| !answers.is_empty()));
    assert!(labour.items.iter().all(|opened| !opened.readings.is_empty()), "each with its formula");
}

//! What it takes to reach the names and the result, in a real browser: every tap of four firms on a phone is counted.

use crate::harness::{visit, Engine, Page, Screen};
use crate::visitor::{Answers, Visitor};
use std::sync::Arc;

/// A firm: who it is, its situations, what it says behind them, and the taps that it may take to the names and to the result.
struct Firm {
    name: &'static str,
    names: usize,
    gates: &'static [&'static str],
    answers: Answers,
    most: usize,
}

const LOAN: [(&str, &str); 4] = [
    ("loan_kind", "working_capital"),
    ("loan_term_year", "yes"),
    ("relief_state", "unknown"),
    ("central_subsidy_taken", "no"),
];

async fn reaches_the_result(page: Page, firm: Firm) {
    page.open("").await;
    let visitor = Visitor::new(page.clone(), Arc::default());
    visitor.say_who(firm.answers).await;
    let names = visitor.taps();
    visitor.say_what(firm.gates, firm.answers).await;
    let result = visitor.taps();
    println!("{:16} {names:3} taps to the names, {result:3} to the result (of {})", firm.name, firm.most);
    page.keep("result").await;
    assert!(names <= firm.names, "{}: {names} taps to the names, more than {}", firm.name, firm.names);
    assert!(result <= firm.most, "{}: {result} taps to the result, more than {}", firm.name, firm.most);
}

async fn visits(firm: Firm) {
    visit(Engine::Chromium, Screen::Phone, |page| reaches_the_result(page, firm)).await;
}

#[tokio::test]
async fn a_restaurant() {
    let answers: Answers = &[
        ("industry", "catering"),
        ("legal_form", "company"),
        ("registered_city", "yes"),
        ("staff", "1"),
        ("vat_payer", "small_scale"),
        ("insurances", "only-3"),
        LOAN[0],
        LOAN[1],
        LOAN[2],
        LOAN[3],
    ];
    visits(Firm { name: "restaurant", names: 8, gates: &["rent", "loan"], answers, most: 21 }).await;
}

#[tokio::test]
async fn three_trucks() {
    let answers: Answers = &[
        ("industry", "transport"),
        ("legal_form", "individual"),
        ("registered_city", "yes"),
        ("staff", "0"),
        ("vat_payer", "small_scale"),
        ("insurances", "none"),
        ("logistics", "toll_roads etc2"),
    ];
    visits(Firm { name: "three trucks", names: 8, gates: &["truck"], answers, most: 16 }).await;
}

#[tokio::test]
async fn a_factory_of_260() {
    let answers: Answers = &[
        ("industry", "industry"),
        ("manufacturing", "yes"),
        ("legal_form", "company"),
        ("registered_city", "yes"),
        ("staff", "1"),
        ("vat_payer", "general"),
        ("insurances", "only-3"),
        LOAN[0],
        LOAN[1],
        LOAN[2],
        LOAN[3],
    ];
    // Its class hangs on the revenue too, and whether it manufactures is asked apart.
    visits(Firm {
        name: "factory",
        names: 10,
        gates: &["util", "loan", "fund", "stop", "rd", "hard", "fin"],
        answers,
        most: 47,
    })
    .await;
}

#[tokio::test]
async fn a_software_house_of_45() {
    let answers: Answers = &[
        ("industry", "software"),
        ("legal_form", "company"),
        ("registered_city", "yes"),
        ("staff", "1"),
        ("vat_payer", "general"),
        ("insurances", "only-3"),
    ];
    visits(Firm {
        name: "software house",
        names: 9,
        gates: &["rd", "tech", "digital", "fund", "people"],
        answers,
        most: 41,
    })
    .await;
}

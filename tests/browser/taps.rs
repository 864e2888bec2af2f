//! What it takes to reach a settled outcome: three firms of `tests/personas/` answer on a phone, and questions and taps
//! are counted. It was 82 taps for the shop, 97 for the hauler and 107 for the factory before definite clauses came first,
//! pages took in short questions, one tap said “none”, and all began with what an owner knows.

use crate::harness::{visit, Engine, Page, Screen};
use crate::visitor::{answers_of, Visitor};
use std::sync::Arc;

/// A firm, its reference date, its cash in force by `expected.json` of the personas, and the taps that it may take.
struct Firm {
    name: &'static str,
    on: &'static str,
    least: &'static str,
    most: &'static str,
    taps: usize,
}

async fn reaches_an_outcome(page: Page, firm: Firm) {
    page.open("").await;
    page.fill_in("#reference-date", firm.on).await;
    let visitor = Visitor::new(page.clone(), Arc::default());
    visitor.tap("[data-action='ask']").await;
    page.sees("[data-screen='questions'] h1", "").await;
    visitor.go_through(&answers_of(firm.name)).await;
    let settled = visitor.effort();
    page.sees("[data-total='in-force'] .figure", firm.least).await;
    page.sees("[data-total='in-force'] .most", firm.most).await;
    page.keep("outcome").await;
    visitor.tap(".go-on [data-action='ask']").await;
    visitor.go_through(&answers_of(firm.name)).await;
    let all = visitor.effort();
    page.sees(".go-on", "能影响结果的问题都回答过了").await;
    println!(
        "{:14} all amounts: {:3} taps, {:2} questions ({:2} typed), {:2} pages; every clause: {:3} taps, {:2} questions",
        firm.name, settled.taps, settled.questions, settled.typed, settled.pages, all.taps, all.questions
    );
    assert!(settled.taps <= firm.taps, "{} taps, more than {}", settled.taps, firm.taps);
}

async fn visits(firm: Firm) {
    visit(Engine::Chromium, Screen::Phone, |page| reaches_an_outcome(page, firm)).await;
}

#[tokio::test]
async fn a_shop_owner() {
    visits(Firm { name: "shop", on: "2020-04-15", least: "121,346 元", most: "123,021 元", taps: 45 }).await;
}

#[tokio::test]
async fn a_hauler() {
    visits(Firm { name: "hauler", on: "2020-05-10", least: "611,240 元", most: "632,545.83 元", taps: 61 }).await;
}

#[tokio::test]
async fn a_factory() {
    visits(Firm { name: "large_factory", on: "2020-07-15", least: "22,000,000 元", most: "22,640,000 元", taps: 63 })
        .await;
}

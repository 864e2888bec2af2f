//! The main job, done as a visitor does it: from the start over the questions to the outcome, every amount checked
//! against what the list gives by hand. What was clicked is then clicked again on Chromium 69, 78 and 86.

use crate::examples::{dataset, Mode, UNSCREENED};
use crate::harness::old_chromium::{run, Step};
use crate::harness::{visit, Engine, Page, Screen};
use crate::visitor::{leak, taps, types, Answers, Said, Visitor};
use std::sync::{Arc, Mutex};

/// A small manufacturer with state-owned premises, 60 insured staff and a loan of 3,000,000 yuan of 2020-06-01 at 4.35 %.
pub fn manufacturer() -> Answers {
    let loan = [
        ("loan_kind", taps(&["working_capital"])),
        ("loan_principal", types("3000000")),
        ("loan_rate", types("4.35")),
        ("loan_start", types("2020-06-01")),
        ("loan_repaid", types("2022-06-01")),
        ("loan_term_year", taps(&["yes"])),
    ]
    .map(|(field, said)| (field.to_owned(), said))
    .to_vec();
    Answers::from_iter(
        [
            ("industry", taps(&["industry"])),
            ("manufacturing", taps(&["yes"])),
            ("staff", types("60")),
            ("registered_city", taps(&["yes"])),
            ("legal_form", taps(&["company"])),
            ("state_lease", taps(&["yes"])),
            ("monthly_rent", types("10000")),
            ("lease_months", types("12")),
            ("insurances", taps(&["social", "medical"])),
            ("insured_staff", types("60")),
            ("insured_months", types("5")),
            ("social_monthly", types("20000")),
            ("medical_monthly", types("6000")),
            ("layoff_rate", types("2")),
            ("unemployment_paid_firm", types("30000")),
            ("unemployment_paid_staff", types("12000")),
            ("relief_state", taps(&["on_list", "good_credit", "tax_normal", "bankable", "prospects"])),
            ("central_subsidy_taken", taps(&["no"])),
            ("loans", Said::Rows(vec![loan])),
        ]
        .map(|(question, said)| (question.to_owned(), said)),
    )
}

/// Clause, what its card shows, and how that comes about.
const AMOUNTS: [(&str, &str); 6] = [
    // 3 months × 10,000
    ("P04-a", "30,000"),
    // 6 months × 10,000 × 50 %
    ("P04-b", "30,000"),
    // 5 months × 20,000
    ("P09-a", "100,000"),
    // 5 months × 6,000 × 50 %
    ("P10", "15,000"),
    // at most 500 insured staff: all of 30,000 + 12,000
    ("P11-f", "42,000"),
    // 3,000,000 × 4.35 % × 333 days ÷ 365 to ÷ 360
    ("P14-a", "119,058.90"),
];

async fn do_the_job(page: Page, steps: Arc<Mutex<Vec<Step<'static>>>>) {
    let visitor = Visitor::new(page, steps);
    let page = &visitor.page;
    page.open("").await;
    page.keep("1-start").await;
    visitor.tap("[data-action='list-month']").await;
    visitor.tap("[data-action='ask']").await;
    page.sees("[data-screen='questions'] h1", "").await;
    page.keep("2-questions").await;
    let answers = manufacturer();
    let asked = visitor.go_through(&answers).await;
    let unasked: Vec<&String> = answers.keys().filter(|question| !asked.contains(question)).collect();
    assert_eq!(unasked, Vec::<&String>::new(), "never asked");
    page.sees("[data-screen='outcome'] h1", "").await;
    for (clause, amount) in AMOUNTS {
        page.sees(&format!("[data-clause='{clause}'][data-verdict='eligible'] [data-amount]"), amount).await;
        visitor.remember(Step::Sees(leak(&format!("[data-clause='{clause}'] [data-amount]")), amount));
    }
    // Upper end: 3,000,000 × 4.35 % × 333 ÷ 360.
    page.sees("[data-clause='P14-a'] [data-amount]", "120,712.50").await;
    page.keep("3-outcome").await;
    visitor.tap("[data-clause='P14-a'] [data-action='toggle']").await;
    page.sees("[data-clause='P14-a']", "鄂州政办发〔2020〕8号").await;
    page.sees("[data-clause='P14-a']", "市地方金融工作局").await;
    page.keep("4-reasons").await;
    if page.engine() == Engine::Chromium {
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_small_manufacturer_on_a_phone_and_on_old_kernels() {
    let steps = Arc::new(Mutex::new(Vec::new()));
    let recorded = Arc::clone(&steps);
    visit(Engine::Chromium, Screen::Phone, |page| do_the_job(page, recorded)).await;
    let steps = std::mem::take(&mut *steps.lock().expect("the visit is over"));
    for version in [69, 78, 86] {
        run(version, "", &steps);
    }
}

#[tokio::test]
async fn a_small_manufacturer_in_firefox() {
    visit(Engine::Firefox, Screen::Phone, |page| do_the_job(page, Arc::default())).await;
}

#[tokio::test]
async fn a_small_manufacturer_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, |page| do_the_job(page, Arc::default())).await;
}

#[tokio::test]
async fn a_small_manufacturer_at_a_desk() {
    visit(Engine::Chromium, Screen::Desktop, |page| do_the_job(page, Arc::default())).await;
}

/// Questions on the page, and what is counted beside them.
async fn asked_and_counted(page: &Page) -> (Vec<String>, Option<String>) {
    let script = "const live = document.querySelector('[data-live] [role=status]');
        return [Array.from(document.querySelectorAll('[data-screen] [data-question]')).map((q) => q.dataset.question),
            live && live.textContent]";
    serde_json::from_value(page.run(script).await).expect("what the script returns")
}

/// The first page is shown before anything is counted; the count then comes without anything that the visitor does.
async fn counts_by_itself(page: Page) {
    UNSCREENED.open(&page, &dataset(), Mode::Light).await;
    let (shown, nothing) = asked_and_counted(&page).await;
    assert!(!shown.is_empty());
    assert_eq!(nothing, None, "counted before its time");
    // The same with its timers.
    page.go_to("about:blank").await;
    page.open("#s=1&t=s&n=0&r=2020-07-15").await;
    page.click("[data-action='ask']").await;
    page.sees("[data-live] [role='status']", "待补充").await;
    assert_eq!(asked_and_counted(&page).await.0, shown, "the questions stay");
}

#[tokio::test]
async fn the_count_comes_by_itself() {
    visit(Engine::Chromium, Screen::Phone, counts_by_itself).await;
}

//! The main job, done as a visitor does it: from the start over the questions to the outcome, every amount checked
//! against what the list gives by hand. What was clicked is then clicked again on Chromium 69, 78 and 86.

use crate::harness::old_chromium::{run, Step};
use crate::harness::{visit, Engine, Page, Screen};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use thirtyfour::By;

/// What the visitor answers: values to tap, figures to type (in yuan), rows to fill in.
enum Said {
    Taps(&'static [&'static str]),
    Types(&'static str),
    Row(&'static [(&'static str, Said)]),
}
use Said::{Row, Taps, Types};

/// A small manufacturer with state-owned premises, 60 insured staff and a loan of 3,000,000 yuan of 2020-06-01 at 4.35 %.
fn manufacturer() -> HashMap<&'static str, Said> {
    HashMap::from([
        ("industry", Taps(&["industry"])),
        ("manufacturing", Taps(&["yes"])),
        ("staff", Types("60")),
        ("revenue", Types("30000000")),
        ("assets", Types("20000000")),
        ("registered_city", Taps(&["yes"])),
        ("legal_form", Taps(&["company"])),
        ("state_lease", Taps(&["yes"])),
        ("monthly_rent", Types("10000")),
        ("lease_months", Types("12")),
        ("insurances", Taps(&["social", "medical"])),
        ("insured_staff", Types("60")),
        ("insured_months", Types("5")),
        ("social_monthly", Types("20000")),
        ("medical_monthly", Types("6000")),
        ("layoff_rate", Types("2")),
        ("unemployment_paid_firm", Types("30000")),
        ("unemployment_paid_staff", Types("12000")),
        ("relief_state", Taps(&["on_list", "good_credit", "tax_normal", "bankable", "prospects"])),
        ("central_subsidy_taken", Taps(&["no"])),
        (
            "loans",
            Row(&[
                ("loan_kind", Taps(&["working_capital"])),
                ("loan_principal", Types("3000000")),
                ("loan_rate", Types("4.35")),
                ("loan_start", Types("2020-06-01")),
                ("loan_repaid", Types("2022-06-01")),
                ("loan_term_year", Taps(&["yes"])),
            ]),
        ),
    ])
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

/// Does what a visitor does and remembers each tap.
struct Visitor {
    page: Page,
    steps: Arc<Mutex<Vec<Step<'static>>>>,
}

impl Visitor {
    fn remember(&self, step: Step<'static>) {
        self.steps.lock().expect("one visitor at a time").push(step);
    }

    async fn tap(&self, css: &str) {
        self.page.click(css).await;
        self.remember(Step::Click(leak(css)));
    }

    /// Taps a radio or checkbox by the label around it.
    async fn choose(&self, within: &str, value: &str) {
        let css = format!("{within} input[value='{value}']");
        self.page
            .until(&format!("`{css}` to be chosen"), || async {
                let input = self.page.browser().find(By::Css(css.clone())).await.ok()?;
                if input.is_selected().await.ok()? {
                    return Some(());
                }
                let label = input.find(By::XPath("./ancestor::label")).await.ok()?;
                // A visitor scrolls until the bar at the bottom of a phone is not above it.
                label.scroll_into_view().await.ok()?;
                label.click().await.ok()?;
                None
            })
            .await;
        self.remember(Step::Click(leak(&css)));
    }

    async fn write(&self, within: &str, text: &str) {
        let scale = format!("{within} .segment input[value='yuan']");
        if self.page.browser().find(By::Css(scale)).await.is_ok() {
            self.choose(&format!("{within} .segment"), "yuan").await;
        }
        let css = format!("{within} input[type='text']");
        self.page
            .until(&format!("`{css}` to be filled"), || async {
                let input = self.page.browser().find(By::Css(css.clone())).await.ok()?;
                input.clear().await.ok()?;
                input.send_keys(text).await.ok()
            })
            .await;
        self.remember(Step::Fill(leak(&css), leak(text)));
    }

    async fn answer(&self, within: &str, said: Option<&Said>) {
        match said {
            Some(Taps(values)) => {
                for value in *values {
                    self.choose(within, value).await;
                }
            }
            Some(Types(text)) => self.write(within, text).await,
            Some(Row(fields)) => {
                self.choose(&format!("{within} > .options"), "some").await;
                for (field, said) in *fields {
                    Box::pin(self.answer(&format!("{within} [data-question='{field}']"), Some(said))).await;
                }
            }
            None => self.decline(within).await,
        }
    }

    /// Of a set nothing holds; everything else is 不清楚.
    async fn decline(&self, within: &str) {
        let none = self.page.browser().find(By::Css(format!("{within} input[type='checkbox'][value='none']"))).await;
        self.choose(within, if none.is_ok() { "none" } else { "unknown" }).await;
    }

    /// Questions on the page, those of rows left out.
    async fn asked(&self) -> Vec<String> {
        let script = "return Array.from(document.querySelectorAll('[data-screen] [data-question]'))
            .filter(q => !q.closest('[data-row]')).map(q => q.dataset.question)";
        match self.page.run(script).await {
            Value::Array(ids) => ids.into_iter().filter_map(|id| id.as_str().map(str::to_owned)).collect(),
            _ => Vec::new(),
        }
    }

    /// Answers page after page until all that was asked of is settled.
    async fn go_through(&self, answers: &HashMap<&'static str, Said>) {
        let mut open: Vec<&str> = answers.keys().copied().collect();
        while !open.is_empty() && self.screen().await == "questions" {
            let mut done: Vec<String> = Vec::new();
            // An answer may bring up another question on the same page.
            while let Some(id) = self.asked().await.into_iter().find(|id| !done.contains(id)) {
                self.answer(&format!("[data-question='{id}']"), answers.get(id.as_str())).await;
                open.retain(|known| *known != id);
                done.push(id);
            }
            self.tap("[data-action='next']").await;
            self.page
                .until("another page", || async {
                    let now = self.asked().await;
                    (!now.iter().any(|id| done.contains(id))).then_some(())
                })
                .await;
        }
        assert!(open.is_empty(), "never asked: {open:?}");
    }

    async fn screen(&self) -> String {
        let screen = self.page.run("return document.querySelector('[data-screen]').dataset.screen").await;
        screen.as_str().unwrap_or_default().to_owned()
    }
}

/// A step outlives the test that recorded it.
fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

async fn do_the_job(page: Page, steps: Arc<Mutex<Vec<Step<'static>>>>) {
    let visitor = Visitor { page, steps };
    let page = &visitor.page;
    page.open("").await;
    page.keep("1-start").await;
    visitor.tap("[data-action='list-month']").await;
    visitor.tap("[data-action='ask']").await;
    page.sees("[data-screen='questions'] h1", "").await;
    page.keep("2-questions").await;
    visitor.go_through(&manufacturer()).await;
    if visitor.screen().await != "outcome" {
        visitor.tap("[data-action='outcome']").await;
    }
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
    assert_eq!(page.console_errors().await, Vec::<String>::new());
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
async fn a_small_manufacturer_at_a_desk() {
    visit(Engine::Chromium, Screen::Desktop, |page| do_the_job(page, Arc::default())).await;
}

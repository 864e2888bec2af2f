//! A visitor who answers questions as they come, and counts what that takes.

use crate::examples::dataset;
use crate::harness::old_chromium::Step;
use crate::harness::Page;
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::session::default_scale;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use thirtyfour::By;

/// An answer as a visitor gives it: values to tap, a figure to type, rows to fill in.
#[derive(Clone, Debug)]
pub enum Said {
    /// Values of a choice or set.
    Taps(Vec<String>),
    /// In yuan where it is a sum of money.
    Types(String),
    /// In the scale that the field has at first.
    TypesAsAsked(String),
    /// Fields of each row.
    Rows(Vec<Vec<(String, Said)>>),
}

/// Values to tap.
pub fn taps(values: &[&str]) -> Said {
    Said::Taps(values.iter().map(|value| (*value).to_owned()).collect())
}

/// A figure to type, in yuan where it is a sum of money.
pub fn types(text: &str) -> Said {
    Said::Types(text.to_owned())
}

/// Answers by question.
pub type Answers = HashMap<String, Said>;

/// The answers of a firm of `tests/personas/`, as its owner gives them.
pub fn answers_of(firm: &str) -> Answers {
    let dataset = dataset();
    let Value::Object(profile) = crate::examples::answers_of(firm) else { panic!("`{firm}` has answers") };
    let given = |(id, value): (String, Value)| {
        let question = dataset.questions.iter().find(|question| question.id == id).expect("a question");
        (id, said(question, &value))
    };
    profile.into_iter().map(given).collect()
}

fn said(question: &Question, value: &Value) -> Said {
    match (value, &question.shape) {
        (Value::Bool(holds), _) => taps(&[if *holds { "yes" } else { "no" }]),
        (Value::Array(rows), Shape::Group { fields, .. }) => {
            let row = |row: &Value| {
                let given = fields.iter().filter_map(|field| Some((field, row.get(&field.id)?)));
                given.map(|(field, value)| (field.id.clone(), said(field, value))).collect()
            };
            Said::Rows(rows.iter().map(row).collect())
        }
        (Value::Array(members), _) => {
            let mut ids: Vec<&str> = members.iter().filter_map(Value::as_str).collect();
            if ids.is_empty() {
                ids.push("none");
            }
            taps(&ids)
        }
        (_, Shape::Number { percent, .. }) => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let number: Decimal = text.parse().expect("a number");
            let factor = if *percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            let scale = default_scale(question).map_or(Decimal::ONE, |scale| scale.factor());
            Said::TypesAsAsked((number * factor / scale).normalize().to_string())
        }
        (Value::String(text), Shape::Date { .. }) => types(text),
        (Value::String(id), _) => taps(&[id]),
        _ => panic!("`{}` is not answered with `{value}`", question.id),
    }
}

/// What a visit took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Effort {
    /// Questions answered.
    pub questions: usize,
    /// Taps and clicks, into fields too.
    pub taps: usize,
    /// Fields typed into.
    pub typed: usize,
    /// Pages of questions.
    pub pages: usize,
}

/// Does what a visitor does and remembers each tap.
pub struct Visitor {
    /// The browser.
    pub page: Page,
    steps: Arc<Mutex<Vec<Step<'static>>>>,
    effort: Mutex<Effort>,
}

impl Visitor {
    /// A visitor whose steps are remembered there.
    pub fn new(page: Page, steps: Arc<Mutex<Vec<Step<'static>>>>) -> Self {
        Self { page, steps, effort: Mutex::default() }
    }

    /// What the visit took so far.
    pub fn effort(&self) -> Effort {
        *self.effort.lock().expect("one visitor at a time")
    }

    fn count(&self, more: impl FnOnce(&mut Effort)) {
        more(&mut self.effort.lock().expect("one visitor at a time"));
    }

    /// Remembers a step.
    pub fn remember(&self, step: Step<'static>) {
        self.steps.lock().expect("one visitor at a time").push(step);
    }

    /// Taps what the selector finds.
    pub async fn tap(&self, css: &str) {
        self.page.click(css).await;
        self.count(|effort| effort.taps += 1);
        self.remember(Step::Click(leak(css)));
    }

    /// Taps a radio or checkbox by the label around it.
    async fn choose(&self, within: &str, value: &str) {
        let css = format!("{within} input[value='{value}']");
        let tapped = self
            .page
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
        self.count(|effort| effort.taps += 1);
        self.remember(Step::Click(leak(&css)));
        tapped
    }

    async fn write(&self, within: &str, text: &str) {
        let css = format!("{within} input[type='text']");
        // Leaving the field has it read at once, and questions that it makes needless go.
        self.page.fill_in_and_leave(&css, text).await;
        self.count(|effort| {
            effort.taps += 1;
            effort.typed += 1;
        });
        self.remember(Step::Fill(leak(&css), leak(text)));
    }

    async fn answer(&self, within: &str, said: Option<&Said>) {
        match said {
            Some(Said::Taps(values)) => {
                for value in values {
                    self.choose(within, value).await;
                }
            }
            Some(Said::Types(text)) => {
                let scale = format!("{within} .segment input[value='yuan']");
                if self.page.browser().find(By::Css(scale)).await.is_ok() {
                    self.choose(&format!("{within} .segment"), "yuan").await;
                }
                self.write(within, text).await;
            }
            Some(Said::TypesAsAsked(text)) => self.write(within, text).await,
            Some(Said::Rows(rows)) if rows.is_empty() => self.choose(&format!("{within} > .options"), "none").await,
            Some(Said::Rows(rows)) => {
                for (at, fields) in rows.iter().enumerate() {
                    match at {
                        0 => self.choose(&format!("{within} > .options"), "some").await,
                        _ => self.tap(&format!("{within} [data-action='add-row']")).await,
                    }
                    for (field, said) in fields {
                        let within = format!("{within} [data-row='{at}'] [data-question='{field}']");
                        Box::pin(self.answer(&within, Some(said))).await;
                    }
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
        serde_json::from_value(self.page.run(script).await).unwrap_or_default()
    }

    /// Answers the page; of sets of which nothing holds one button says so. Gives the questions answered.
    async fn answer_page(&self, answers: &Answers) -> Vec<String> {
        let mut done: Vec<String> = Vec::new();
        let mut none = false;
        // An answer may bring up another question on the same page.
        while let Some(id) = self.asked().await.into_iter().find(|id| !done.contains(id)) {
            let said = answers.get(&id);
            let within = format!("[data-question='{id}']");
            match said {
                Some(Said::Taps(values)) if *values == ["none"] && self.offers_none().await => none = true,
                said => self.answer(&within, said).await,
            }
            done.push(id);
        }
        self.count(|effort| {
            effort.questions += done.len();
            effort.pages += 1;
        });
        // The last answers may have made those sets needless.
        none &= self.offers_none().await;
        self.tap(if none { "[data-action='next-with-none']" } else { "[data-action='next']" }).await;
        done
    }

    async fn offers_none(&self) -> bool {
        self.page.browser().find(By::Css("[data-action='next-with-none']")).await.is_ok()
    }

    /// Answers page after page until an outcome is shown.
    pub async fn go_through(&self, answers: &Answers) -> Vec<String> {
        let mut all = Vec::new();
        while self.screen().await == "questions" {
            let done = self.answer_page(answers).await;
            self.page
                .until("another page", || async {
                    let now = self.asked().await;
                    (!now.iter().any(|id| done.contains(id))).then_some(())
                })
                .await;
            all.extend(done);
        }
        all
    }

    /// Which screen is shown.
    pub async fn screen(&self) -> String {
        let screen = self.page.run("return document.querySelector('[data-screen]').dataset.screen").await;
        screen.as_str().unwrap_or_default().to_owned()
    }
}

/// A step outlives the test that recorded it.
pub fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

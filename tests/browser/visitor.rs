//! A visitor who taps answers as they are asked, and counts what that takes.

use crate::harness::old_chromium::Step;
use crate::harness::Page;
use serde_json::Value;
use std::sync::{Arc, Mutex};
use thirtyfour::By;

/// What the visitor says: question and value, or several values with a space between; what is not named is 不清楚, and of a
/// set nothing.
pub type Answers = &'static [(&'static str, &'static str)];

/// Does what a visitor does, and remembers and counts each tap.
pub struct Visitor {
    /// The browser.
    pub page: Page,
    steps: Arc<Mutex<Vec<Step<'static>>>>,
    taps: Mutex<usize>,
}

impl Visitor {
    /// A visitor whose steps are remembered there.
    pub fn new(page: Page, steps: Arc<Mutex<Vec<Step<'static>>>>) -> Self {
        Self { page, steps, taps: Mutex::default() }
    }

    /// Taps so far.
    pub fn taps(&self) -> usize {
        *self.taps.lock().expect("one visitor at a time")
    }

    /// Remembers a step.
    pub fn remember(&self, step: Step<'static>) {
        self.steps.lock().expect("one visitor at a time").push(step);
    }

    /// Taps what the selector finds.
    pub async fn tap(&self, css: &str) {
        self.page.click(css).await;
        *self.taps.lock().expect("one visitor at a time") += 1;
        self.remember(Step::Click(leak(css)));
    }

    /// Taps a radio or checkbox by the label around it.
    pub async fn choose(&self, within: &str, value: &str) {
        let css = format!("{within} input[value='{value}']");
        self.tap_label(&css).await;
    }

    /// Taps the label around what the selector finds.
    pub async fn tap_label(&self, css: &str) {
        self.page
            .until(&format!("`{css}` to be chosen"), || async {
                let input = self.page.browser().find(By::Css(css)).await.ok()?;
                if input.is_selected().await.ok()? {
                    return Some(());
                }
                let label = input.find(By::XPath("./ancestor::label")).await.ok()?;
                label.scroll_into_view().await.ok()?;
                self.page.is_still().await?;
                label.click().await.ok()?;
                None
            })
            .await;
        *self.taps.lock().expect("one visitor at a time") += 1;
        self.remember(Step::Click(leak(css)));
    }

    /// Types a figure and leaves the field.
    pub async fn write(&self, question: &str, text: &str) {
        let css = format!("[data-question='{question}'] input[type='text']");
        self.page.fill_in_and_leave(&css, text).await;
        self.remember(Step::Fill(leak(&css), leak(text)));
    }

    /// The first question on the page without an answer, with the id of its tiles and the values that they offer: members of
    /// one set may be asked for in two places.
    async fn open_question(&self) -> Option<(String, String, Vec<String>)> {
        self.page.is_settled().await;
        let script = "const open = Array.from(document.querySelectorAll('[data-screen] [data-question]'))
            .find((q) => q.dataset.answered === 'false' && !q.querySelector('[data-question]') && q.querySelector('.tile input'));
            return open && [open.dataset.question, open.querySelector('.tiles').id, Array.from(open.querySelectorAll('.tile input')).map((i) => i.value)]";
        serde_json::from_value(self.page.run(script).await).unwrap_or_default()
    }

    /// Answers everything on the page.
    pub async fn answer_page(&self, answers: Answers) {
        while let Some((question, tiles, offered)) = self.open_question().await {
            let within = format!("[id='{tiles}']");
            let said = answers.iter().find(|(id, _)| *id == question).map(|(_, said)| *said);
            let offers = |value: &str| offered.iter().any(|of| of == value);
            let fallback = if offers("none") { "none" } else { "unknown" };
            for value in said.unwrap_or(fallback).split(' ') {
                self.choose(&within, if offers(value) { value } else { fallback }).await;
            }
        }
    }

    /// Waits for a screen; who does the same again waits too, or taps twice on the one before.
    async fn arrives(&self, css: &str) {
        self.page.sees(css, "").await;
        self.remember(Step::Sees(leak(css), ""));
    }

    /// Who the firm is, from the start to the shortlist.
    pub async fn say_who(&self, answers: Answers) {
        self.tap("main [data-action='next']").await;
        self.arrives("[data-screen='firm'] h1").await;
        self.answer_page(answers).await;
        self.tap("main [data-action='next']").await;
        self.arrives("[data-screen='shortlist'] h1").await;
    }

    /// From the shortlist over these situations and what they open to the outcome.
    pub async fn say_what(&self, gates: &[&str], answers: Answers) {
        self.tap("main [data-action='next']").await;
        self.arrives("[data-screen='situations'] h1").await;
        for gate in gates {
            let css = format!("input[data-gate='{gate}']");
            let folded = format!("return !!document.querySelector(\"details:not([open]) {css}\")");
            if self.page.run(&folded).await == Value::Bool(true) {
                self.tap("[data-screen='situations'] .folds summary").await;
            }
            self.tap_label(&css).await;
        }
        self.tap("main [data-action='next']").await;
        while self.screen().await == "branch" {
            let here = self.page.run("return document.querySelector('[data-screen]').dataset.gate").await;
            self.answer_page(answers).await;
            self.tap("main [data-action='next']").await;
            self.arrives(&format!("[data-screen]:not([data-gate={here}]) h1")).await;
        }
        self.arrives("[data-screen='outcome'] h1").await;
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

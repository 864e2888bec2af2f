//! What people type that is no figure, and what only looks like none: a plain sentence by the field, the text kept as it was
//! typed, every other answer kept, and on after it is mended. What the reader makes of hundreds of spellings is tested
//! without a browser (`crates/written`).

use crate::examples::{dataset, example_at, Mode};
use crate::harness::{letters, visit, Engine, Page, Screen};
use huiqi_visit::Place;
use std::collections::BTreeSet;

const FIELD: &str = "[data-question='social_monthly'] input[type='text']";

/// What is typed and refused.
const WRONG: [&str; 5] = ["三十五个人", "12abc", "10^30", "1000000000000000000000000000000", "-5"];

/// What is understood, and how it is read back.
const UNDERSTOOD: [(&str, &str); 3] = [("１２，３４５", "12,345"), ("1.2万", "1.2 万"), ("7140元", "7,140")];

/// What the field tells of itself: its text, whether it is marked as wrong, and the words that it points to.
async fn told(page: &Page) -> (String, bool, String) {
    let script = format!(
        "const field = document.querySelector(\"{FIELD}\");
        const words = field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id));
        return [field.value, field.getAttribute('aria-invalid') === 'true',
            words.filter(Boolean).map((element) => element.textContent).join('')];"
    );
    serde_json::from_value(page.run(&script).await).expect("what the script returns")
}

async fn is_told(page: Page) {
    example_at("restaurant", Place::Outcome).open(&page, &dataset(), Mode::Light).await;
    let top = format!("return document.querySelector(\"{FIELD}\").getBoundingClientRect().top + scrollY");
    let mut tops = BTreeSet::new();
    for text in WRONG {
        page.fill_in_and_leave(FIELD, text).await;
        page.until(&format!("`{text}` to be refused"), || async {
            let (value, wrong, words) = told(&page).await;
            (value == text && wrong && !words.is_empty()).then_some(())
        })
        .await;
        page.is_settled().await;
        tops.insert(page.run(&top).await.to_string());
    }
    assert_eq!(tops.len(), 1, "what is wrong moves nothing above it");
    for (text, said) in UNDERSTOOD {
        page.fill_in_and_leave(FIELD, text).await;
        page.until(&format!("`{text}` to be read back as `{said}`"), || async {
            let (_, wrong, words) = told(&page).await;
            (!wrong && letters(&words).contains(&letters(said))).then_some(())
        })
        .await;
    }
    page.sees("[data-item='P09-a'] [data-amount]", "元").await;
}

#[tokio::test]
async fn bad_input_in_chromium() {
    visit(Engine::Chromium, Screen::Phone, is_told).await;
}

#[tokio::test]
async fn bad_input_in_firefox() {
    visit(Engine::Firefox, Screen::Phone, is_told).await;
}

#[tokio::test]
async fn bad_input_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, is_told).await;
}

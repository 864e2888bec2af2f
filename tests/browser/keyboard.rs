//! The main job by keyboard alone: every stop of the Tab key in the order of the page and seen, the focus where it belongs
//! after each step, and what a screen reader is told on the way.

use crate::harness::{visit, Engine, Page, Screen};
use crate::main_job::SHOP;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::Key;

/// Stops after which something holds the focus.
const STOPS: usize = 300;

/// A step of Tab: what has the focus now, whether it shows, and whether it comes after the stop before.
const STOP: &str = "
    const here = document.activeElement, before = window.stop;
    window.stop = here;
    const shown = [here, here.closest('label'), here.nextElementSibling].some((element) =>
        element && getComputedStyle(element).outlineStyle !== 'none');
    const after = !before || !before.isConnected || here === document.body || before === document.body
        || before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [shown || here === document.body, !!after, here.outerHTML.slice(0, 120)];";

fn read<T: DeserializeOwned>(said: Value) -> T {
    serde_json::from_value(said).expect("what the script above returns")
}

async fn press(page: &Page, keys: &str) {
    page.browser().action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
}

async fn press_key(page: &Page, key: Key) {
    press(page, &char::from(key).to_string()).await;
}

async fn matches(page: &Page, css: &str) -> bool {
    page.run(&format!("return document.activeElement.matches(\"{css}\")")).await == true
}

/// Tabs on until the focus is on what the selector finds.
async fn reach(page: &Page, css: &str) {
    for _ in 0..STOPS {
        if matches(page, css).await {
            return;
        }
        press_key(page, Key::Tab).await;
        let (shown, after, name): (bool, bool, String) = read(page.run(STOP).await);
        assert!(shown, "the focus is not seen on {name}");
        assert!(after, "the focus went back to {name}");
    }
    panic!("Tab never reaches `{css}`");
}

/// Where the focus is put by the widget, and from where Tab goes on.
async fn focus_is_on(page: &Page, id: &str) {
    page.holds(&format!("the focus on `{id}`"), &format!("return document.activeElement.id === '{id}'")).await;
    page.run("window.stop = document.activeElement").await;
}

/// Moves within radios by the arrows until that one is chosen.
async fn choose(page: &Page, radios: &str, value: &str) {
    reach(page, radios).await;
    // WebKit's arrows do not go round from the last to the first.
    let state = format!(
        "const here = document.activeElement;
        const group = Array.from(document.getElementsByName(here.name)).map((radio) => radio.value);
        return [here.checked, group.indexOf('{value}') - group.indexOf(here.value)]"
    );
    for _ in 0..30 {
        let (checked, away): (bool, i32) = read(page.run(&state).await);
        match away {
            0 if checked => return,
            0 => press_key(page, Key::Space).await,
            1.. => press_key(page, Key::Down).await,
            _ => press_key(page, Key::Up).await,
        }
    }
    panic!("the arrows never reach `{value}` of `{radios}`");
}

/// The first question without an answer.
const OPEN: &str =
    "const open = document.querySelector('[data-question][data-answered=false]'); return open && open.dataset.question";

async fn open(page: &Page) -> Option<String> {
    page.is_settled().await;
    page.run(OPEN).await.as_str().map(str::to_owned)
}

/// Keeps everything that a live region says.
const LISTEN: &str = "
    window.said = [];
    new MutationObserver((changes) => changes.forEach(({ target }) => {
        const element = target.nodeType === 1 ? target : target.parentElement;
        const region = element && element.closest('[role=status], [role=alert], [aria-live]');
        if (region && region.textContent) window.said.push(region.textContent);
    })).observe(document.body, { subtree: true, childList: true, characterData: true });";

async fn hears(page: &Page, text: &str) {
    page.holds(&format!("`{text}` to be said"), &format!("return window.said.some((said) => said.includes('{text}'))"))
        .await;
}

async fn the_main_job(page: Page) {
    page.open("").await;
    page.run(LISTEN).await;
    reach(&page, "main [data-action='next']").await;
    press_key(&page, Key::Enter).await;
    page.sees("[data-screen='firm'] h1", "").await;
    focus_is_on(&page, "screen-title").await;
    while let Some(question) = open(&page).await {
        let said = SHOP.iter().find(|(id, _)| **id == question).map_or("unknown", |(_, said)| *said);
        choose(&page, &format!("[data-question='{question}'] input[type='radio']"), said).await;
    }
    hears(&page, "件多半能享受").await;
    for screen in ["shortlist", "situations"] {
        reach(&page, "main [data-action='next']").await;
        press_key(&page, Key::Enter).await;
        page.sees(&format!("[data-screen='{screen}'] h1"), "").await;
        focus_is_on(&page, "screen-title").await;
    }
    reach(&page, "[data-gate='rent']").await;
    press_key(&page, Key::Space).await;
    while page.run("return document.querySelector('[data-screen]').dataset.screen").await != "outcome" {
        reach(&page, "main [data-action='next']").await;
        press_key(&page, Key::Enter).await;
        focus_is_on(&page, "screen-title").await;
    }
    reach(&page, "[data-question='social_monthly'] input[type='text']").await;
    press(&page, "7140").await;
    press_key(&page, Key::Tab).await;
    hears(&page, "7,140").await;
    reach(&page, "[data-item='P09-a'] [data-action='toggle']").await;
    press_key(&page, Key::Enter).await;
    assert!(matches(&page, "[aria-expanded='true']").await, "the focus stays on what was pressed");
    page.sees("[data-item='P09-a']", "鄂政发〔2020〕6号").await;
    reach(&page, "[data-action='share']").await;
    press_key(&page, Key::Enter).await;
    hears(&page, "已复制").await;
}

#[tokio::test]
async fn the_main_job_by_keyboard_in_chromium() {
    visit(Engine::Chromium, Screen::Desktop, the_main_job).await;
}

#[tokio::test]
async fn the_main_job_by_keyboard_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, the_main_job).await;
}

#[tokio::test]
async fn the_main_job_by_keyboard_in_webkit() {
    visit(Engine::WebKit, Screen::Desktop, the_main_job).await;
}

async fn a_mistake(page: Page) {
    crate::examples::example_at("restaurant", huiqi_visit::Place::Outcome)
        .open(&page, &crate::examples::dataset(), crate::examples::Mode::Light)
        .await;
    page.run(LISTEN).await;
    reach(&page, "[data-question='social_monthly'] input[type='text']").await;
    press(&page, "abc").await;
    press_key(&page, Key::Tab).await;
    page.holds("a mistake", "return !!document.querySelector('[data-question=social_monthly] [aria-invalid=true]')")
        .await;
    let described = "const field = document.querySelector('[data-question=social_monthly] input[type=text]');
        return field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')";
    assert!(page.run(described).await.as_str().is_some_and(|text| !text.is_empty()), "the field itself says it");
}

#[tokio::test]
async fn a_mistake_is_said_and_led_to() {
    visit(Engine::Chromium, Screen::Desktop, a_mistake).await;
}

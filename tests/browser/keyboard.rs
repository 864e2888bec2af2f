//! The main job by keyboard alone: every stop of the Tab key in the order of the page and seen, the focus where it belongs
//! after each step, and what a screen reader is told on the way.

use crate::harness::{visit, Engine, Page, Screen};
use crate::main_job::manufacturer;
use crate::visitor::Said;
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

async fn answer(page: &Page, within: &str, said: Option<&Said>) {
    match said {
        Some(Said::Taps(values)) => {
            for value in values {
                let box_of = format!("{within} input[type='checkbox'][value='{value}']");
                if page.run(&format!("return !!document.querySelector(\"{box_of}\")")).await == true {
                    reach(page, &box_of).await;
                    press_key(page, Key::Space).await;
                } else {
                    choose(page, &format!("{within} input[type='radio']"), value).await;
                }
            }
        }
        Some(Said::Types(text) | Said::TypesAsAsked(text)) => {
            reach(page, &format!("{within} input[type='text']")).await;
            press(page, text).await;
            let yuan = page.run(&format!("return !!document.querySelector(\"{within} .segment\")")).await;
            if yuan == true {
                choose(page, &format!("{within} .segment input"), "yuan").await;
            }
            press_key(page, Key::Tab).await;
        }
        Some(Said::Rows(rows)) => {
            choose(page, &format!("{within} > .options input"), "some").await;
            for (field, said) in rows.iter().flatten() {
                let within = format!("{within} [data-row='0'] [data-question='{field}']");
                Box::pin(answer(page, &within, Some(said))).await;
            }
        }
        // 不清楚 is what a blank counts as.
        None => {}
    }
}

/// Questions on the page that have not been answered yet.
async fn open(page: &Page, done: &[String]) -> Option<String> {
    let script = "return Array.from(document.querySelectorAll('[data-screen] [data-question]'))
        .filter(q => !q.closest('[data-row]')).map(q => q.dataset.question)";
    let asked: Vec<String> = read(page.run(script).await);
    asked.into_iter().find(|id| !done.contains(id))
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
    reach(&page, "[data-action='list-month']").await;
    press_key(&page, Key::Enter).await;
    reach(&page, "[data-action='ask']").await;
    press_key(&page, Key::Enter).await;
    let answers = manufacturer();
    page.sees("[data-screen='questions'] h1", "").await;
    focus_is_on(&page, "screen-title").await;
    while page.run("return document.querySelector('[data-screen]').dataset.screen").await == "questions" {
        let mut done = Vec::new();
        while let Some(id) = open(&page, &done).await {
            answer(&page, &format!("[data-question='{id}']"), answers.get(&id)).await;
            done.push(id);
        }
        reach(&page, "[data-action='next']").await;
        press_key(&page, Key::Enter).await;
        focus_is_on(&page, "screen-title").await;
    }
    hears(&page, "符合").await;
    // 5 months × 20,000, as in the main job done by clicks.
    page.sees("[data-clause='P09-a'] [data-amount]", "100,000").await;
    reach(&page, "[data-clause='P14-a'] [data-action='toggle']").await;
    press_key(&page, Key::Enter).await;
    assert!(matches(&page, "[aria-expanded='true']").await, "the focus stays on what was pressed");
    page.sees("[data-clause='P14-a']", "鄂州政办发〔2020〕8号").await;
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
    page.open("#s=1&d=2020-07.1&r=2020-07-15&a=&t=s~q.staff.insured_staff&n=1").await;
    page.run(LISTEN).await;
    reach(&page, "[data-question='staff'] input[type='text']").await;
    press(&page, "abc").await;
    press_key(&page, Key::Enter).await;
    focus_is_on(&page, "errors").await;
    hears(&page, "“abc” 不是数").await;
    reach(&page, "#errors button").await;
    press_key(&page, Key::Enter).await;
    focus_is_on(&page, "q-staff").await;
    assert!(matches(&page, "[aria-invalid='true']").await);
    let described = "return document.activeElement.getAttribute('aria-describedby').split(' ')
        .map((id) => document.getElementById(id).textContent).join(' ')";
    assert!(page.run(described).await.as_str().is_some_and(|text| text.contains("abc")), "the field itself says it");
    press(&page, &format!("{}60", char::from(Key::Backspace).to_string().repeat(3))).await;
    page.holds("no mistake", "return !document.querySelector('[aria-invalid=true]')").await;
    assert!(matches(&page, "#q-staff").await, "the focus stays in the field");
}

#[tokio::test]
async fn a_mistake_is_said_and_led_to() {
    visit(Engine::Chromium, Screen::Desktop, a_mistake).await;
}

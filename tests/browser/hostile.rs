//! A page that means harm, around the widget: `tests/hosts/hostile.html`. What it may say at most and what follows from
//! that is tested natively in the session; here the messages are real ones. Links and stored visits are in `damaged`.

use crate::embed::{embedded, settles};
use crate::harness::{Engine, Page};
use serde_json::json;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use thirtyfour::By;
use tokio::sync::Mutex;

/// The seed of this run: that of `HUIQI_SEED`, else another each time. It is told, so that a failure can be had again.
pub fn seed() -> u32 {
    let given = std::env::var("HUIQI_SEED").ok().and_then(|text| text.parse().ok());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_nanos());
    let seed = given.unwrap_or(now);
    println!("HUIQI_SEED={seed}");
    seed
}

/// Messages sent by chance.
const MESSAGES: u32 = 10_000;

/// Notes what goes wrong in a frame, and what the widget is made to hear.
const WATCH: &str = "
    window.trouble = []; window.words = [];
    for (const kind of ['error', 'unhandledrejection']) {
      addEventListener(kind, (event) => window.trouble.push(String(event.message || event.reason)));
    }
    addEventListener('huiqi-hear', ({ detail }) => window.words.push(JSON.stringify(detail).length));
    const names = () => ['Object', 'Array', 'String', 'Function', 'Promise', 'Map'].map((name) =>
      [name, Object.getOwnPropertyNames(window[name].prototype).sort().join()].join(':')).join(';');
    window.prototypes = names; window.clean = names();";

/// Nothing went wrong in the frame, and what the widget hears is bounded in size and in number.
async fn assert_sound(page: &Page, since: Instant) {
    let found = page
        .run(
            "return { trouble: window.trouble, clean: window.prototypes() === window.clean, polluted: ({}).polluted === undefined,
               state: document.documentElement.dataset.huiqi, pwned: Boolean(window.pwned),
               elements: document.querySelectorAll('*').length < 2000,
               words: document.documentElement.outerHTML.includes('加微信') || document.title.includes('加微信') }",
        )
        .await;
    let sound = json!({ "trouble": [], "clean": true, "polluted": true, "state": "ready", "pwned": false, "elements": true, "words": false });
    assert_eq!(found, sound);
    let words: Vec<u64> = serde_json::from_value(page.run("return window.words").await).expect("lengths");
    let most = since.elapsed().as_millis() / 100 + 2;
    assert!(words.len() as u128 <= most, "{} words in {} ms", words.len(), since.elapsed().as_millis());
    // The length of a message, and what JSON adds to it.
    assert!(words.iter().all(|length| *length <= 20_100), "{words:?}");
}

/// Waits until everything that was sent so far has come in.
async fn all_heard(page: &Page, colour: &str) {
    let script = format!("return document.documentElement.style.getPropertyValue('--host') === '{colour}'");
    page.holds("the last message", &script).await;
}

async fn taps_until(page: &Page, css: &str, there: &str) {
    let found = format!("return document.querySelector(\"{there}\") !== null");
    page.until(&format!("`{there}` after a tap"), || async {
        if page.run(&found).await == true {
            return Some(());
        }
        let found = page.browser().find(By::Css(css)).await.ok()?;
        let _moved_away = found.click().await;
        None
    })
    .await;
}

/// Every kind of message, the right nonce or not.
async fn fuzzed(page: &Page) {
    page.enter("iframe[data-huiqi='0']").await;
    page.run(WATCH).await;
    page.leave().await;
    let since = Instant::now();
    let sent =
        page.run_until_done(&format!("window.attack({}, {MESSAGES}).then(done, (e) => done(String(e)))", seed())).await;
    assert_eq!(sent, MESSAGES);
    page.run("window.mark('#010203')").await;
    page.enter("iframe[data-huiqi='0']").await;
    all_heard(page, "rgb(1,2,3)").await;
    println!("{:?}: {MESSAGES} messages in {} ms", page.engine(), since.elapsed().as_millis());
    assert_sound(page, since).await;
    let taken = page.run("return window.words.length > 20").await;
    assert_eq!(taken, true, "what has the right nonce is read");
    page.leave().await;
}

/// The other widget's window knows the nonce, but is neither the page around the first one nor the first one itself.
async fn not_from_another_window(page: &Page) {
    let name = page.run("return JSON.parse(document.querySelector(\"iframe[data-huiqi='0']\").name).huiqi").await;
    let nonce = name.as_str().expect("a nonce").to_owned();
    let before = page.run("return window.heard.filter(({ at }) => at === 0)").await;
    page.run("document.querySelector(\"iframe[data-huiqi='1']\").scrollIntoView()").await;
    settles(page, 1).await;
    // By the frame's own script engine: a driver's script may be a sender of its own.
    page.run(&format!(
        "window.setTimeout(() => {{
           parent.frames[0].postMessage({{ huiqi: '{nonce}', theme: '#ff00ff', mode: 'contrast', answers: {{ staff: 1 }} }}, '*');
           parent.postMessage({{ huiqi: '{nonce}', event: 'report', detail: {{ report: 'forged' }} }}, '*');
           parent.postMessage({{ huiqi: '{nonce}', event: 'resize', detail: {{ height: 98765 }} }}, '*');
           parent.postMessage('that was all', '*');
         }})"
    ))
    .await;
    page.leave().await;
    page.holds("what the other window sent", "return window.over === true").await;
    page.run("window.mark('#030201')").await;
    assert_eq!(page.run("return window.heard.filter(({ at }) => at === 0)").await, before);
    page.enter("iframe[data-huiqi='0']").await;
    all_heard(page, "rgb(3,2,1)").await;
    let unmoved = "return [document.documentElement.dataset.theme, document.querySelectorAll('[data-notices]').length]";
    assert_eq!(page.run(unmoved).await, json!(["device", 0]));
    page.leave().await;
}

/// A flood takes a core of its own: two at once would measure each other.
static FLOOD: Mutex<()> = Mutex::const_new(());

/// Thousands of valid words a second, which end only once the visitor's taps are answered. How long that takes is told and
/// not held to: the flood leaves the widget what the machine has left.
async fn flooded(page: &Page) {
    let _alone = FLOOD.lock().await;
    page.enter("iframe[data-huiqi='0']").await;
    page.run("window.words.length = 0; scrollTo(0, 0)").await;
    page.leave().await;
    let since = Instant::now();
    page.run("window.flood(); window.scrollTo(0, 0)").await;
    page.holds("the flood", "return window.flooded > 2000").await;
    page.enter("iframe[data-huiqi='0']").await;
    // The first words may still move the page under a tap: an answer filled in, a date, larger letters.
    page.holds("the first words to be taken", "return window.words.length > 3").await;
    page.holds("no scroll in scroll", "const e = document.documentElement; return e.scrollHeight - e.clientHeight < 2")
        .await;
    let began = Instant::now();
    // At the top: WebKit's driver does not scroll the page around a frame of another origin.
    // A tap on what a message has just moved does nothing, and is tapped again.
    taps_until(page, "[data-screen='start'] [data-action='next']", "[data-screen='firm']").await;
    taps_until(page, "[data-question] label", "[data-question] input:checked").await;
    let taken = began.elapsed();
    assert_sound(page, since).await;
    page.leave().await;
    let sent = page.run("window.quench(); return window.flooded").await;
    println!(
        "{:?}: {sent} valid messages in {} ms; two taps took {} ms",
        page.engine(),
        since.elapsed().as_millis(),
        taken.as_millis()
    );
}

async fn hostile_page(page: Page) {
    settles(&page, 0).await;
    page.leave().await;
    not_from_another_window(&page).await;
    fuzzed(&page).await;
    flooded(&page).await;
}

#[tokio::test]
async fn a_hostile_page_does_no_harm_in_chromium() {
    embedded(Engine::Chromium, "hostile.html", hostile_page).await;
}

#[tokio::test]
async fn a_hostile_page_does_no_harm_in_firefox() {
    embedded(Engine::Firefox, "hostile.html", hostile_page).await;
}

#[tokio::test]
async fn a_hostile_page_does_no_harm_in_webkit() {
    embedded(Engine::WebKit, "hostile.html", hostile_page).await;
}

//! What stays behind after a long visit: nothing. Memory, listeners and elements after thousands of answers, screens and
//! frames are those after the first hundreds. `scripts/prove lasting` runs these; a minute of them is in every run.

use crate::embed::embedded;
use crate::harness::{visit, Engine, Page, Screen};
use serde_json::{json, Value};

/// Keeps the wasm's memory where a test can measure it; the widget itself has no use for it on `window`.
const SHOW_MEMORY: &str = "
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...all) => {
      const made = await start(...all);
      window.wasmMemory = (made.instance || made).exports.memory;
      return made;
    };";

/// `step(n)` for so many n, each with time to render and to settle.
const REPEAT: &str = "
    const rendered = () => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    const repeat = async (times, step) => {
      for (let n = 0; n < times; n += 1) {
        await step(n);
        await rendered();
      }
      return true;
    };";

/// What a page holds once the garbage is gone.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Held {
    /// The wasm's memory; 0 on a host's page, which has none.
    wasm: u64,
    heap: u64,
    listeners: u64,
    nodes: u64,
    documents: u64,
}

async fn held(page: &Page) -> Held {
    // What a finalizer of the first round lets go is collected in the second.
    for _ in 0..3 {
        page.tell_chromium("HeapProfiler.collectGarbage", json!({})).await;
    }
    let metrics = page.tell_chromium("Performance.getMetrics", json!({})).await;
    let all = metrics.get("metrics").and_then(Value::as_array).expect("metrics");
    let metric = |name: &str| {
        let found = all.iter().find(|metric| metric.get("name").is_some_and(|found| found == name));
        found.and_then(|metric| metric.get("value")?.as_f64()).map(|value| value as u64).expect("a metric of Chromium")
    };
    let wasm = page.run("return window.wasmMemory ? wasmMemory.buffer.byteLength : 0").await;
    Held {
        wasm: wasm.as_u64().expect("a size"),
        heap: metric("JSHeapUsedSize"),
        listeners: metric("JSEventListeners"),
        nodes: metric("Nodes"),
        documents: metric("Documents"),
    }
}

/// A page whose wasm can be measured.
async fn measured(page: &Page) {
    page.tell_chromium("Performance.enable", json!({})).await;
    page.tell_chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SHOW_MEMORY })).await;
    page.open("").await;
    assert_ne!(page.run("return wasmMemory.buffer.byteLength").await, Value::from(0));
}

/// Runs `step` so many times, in parts that end before a driver loses patience.
async fn repeat(page: &Page, times: usize, step: &str) {
    const PART: usize = 10;
    for _ in 0..times / PART {
        let script = format!("{REPEAT} repeat({PART}, {step}).then(done, (error) => done(String(error)))");
        assert_eq!(page.run_until_done(&script).await, true, "{step}");
    }
}

/// The same things again and again, then `back` to where it began: what is held after all of it is what was held after the
/// first of it.
async fn stays_flat(page: &Page, what: &str, times: usize, step: &str, back: &str) {
    let first = times / 5;
    repeat(page, first, step).await;
    repeat(page, 10, back).await;
    let before = held(page).await;
    repeat(page, times - first, step).await;
    repeat(page, 10, back).await;
    let after = held(page).await;
    println!("{what}: after {first} {before:?}; after {times} {after:?}");
    assert_eq!(after.wasm, before.wasm, "{what}: the wasm's memory grew");
    assert_eq!(after.listeners, before.listeners, "{what}: listeners stayed behind");
    assert_eq!(after.nodes, before.nodes, "{what}: elements stayed behind");
    assert_eq!(after.documents, before.documents, "{what}: documents stayed behind");
    // Compiled code and caches of the browser itself; a closure that stayed behind each time would be far more.
    assert!(after.heap < before.heap + 400_000, "{what}: the script's memory grew");
}

/// Gives one of these questions another answer, in an order that hardly ever repeats itself.
const ANSWER: &str = "() => {
    window.seed = ((window.seed || 1) * 16807) % 2147483647;
    const css = QUESTIONS.map((id) => `[data-question='${id}'] input[type=radio]`).join(', ');
    const radios = document.querySelectorAll(css);
    const radio = radios[window.seed % radios.length];
    radio.click();
    if (!radio.checked) throw new Error('not taken');
}";

/// Gives each of them its first answer.
const BACK: &str = "() => {
    for (const id of QUESTIONS) document.querySelector(`[data-question='${id}'] input[type=radio]`).click();
}";

/// Every screen in turn.
const SCREEN: &str = "(n) => {
    const ways = [
      '.mast [data-action=answers]', 'main [data-action=to-outcome]', 'main [data-action=to-situations]',
      'main [data-action=to-shortlist]', 'main [data-action=change-firm]', '.mast [data-action=library]', '.mast [data-action=home]',
    ];
    document.querySelector(ways[n % ways.length]).click();
}";

/// 企业, with something answered.
async fn on_the_firm(page: &Page) {
    measured(page).await;
    page.click("main [data-action='next']").await;
    page.sees("[data-screen='firm'] h1", "").await;
    page.click("[data-question='registered_city'] label").await;
    page.is_settled().await;
}

async fn answers(times: usize, questions: &'static [&'static str]) {
    visit(Engine::Chromium, Screen::Phone, move |page| async move {
        on_the_firm(&page).await;
        let of = |script: &str| script.replace("QUESTIONS", &json!(questions).to_string());
        stays_flat(&page, "answers", times, &of(ANSWER), &of(BACK)).await;
    })
    .await;
}

async fn screens(times: usize) {
    visit(Engine::Chromium, Screen::Phone, move |page| async move {
        on_the_firm(&page).await;
        stays_flat(&page, "screens", times, SCREEN, SCREEN).await;
    })
    .await;
}

/// A host's page that puts the widget in and takes it out again: nothing of it stays with the host.
async fn mounts(times: usize) {
    embedded(Engine::Chromium, "index.html", move |page| async move {
        page.tell_chromium("Performance.enable", json!({})).await;
        page.holds("the widget to be ready", &crate::embed::heard("ready", 0)).await;
        let mount = "async () => {
            const old = document.querySelector('iframe');
            const line = document.querySelector('script[data-huiqi]');
            const place = old.parentNode;
            const next = document.createElement('script');
            for (const { name, value } of line.attributes) next.setAttribute(name, value);
            old.remove();
            line.remove();
            window.heard.length = 0;
            const ready = new Promise((resolve) => document.addEventListener('load', function loaded({ target }) {
              if (target !== next) return;
              document.removeEventListener('load', loaded, true);
              document.querySelector('iframe').addEventListener('ready', resolve, { once: true });
            }, true));
            place.append(next);
            await ready;
          }";
        stays_flat(&page, "mounts", times, mount, mount).await;
    })
    .await;
}

#[tokio::test]
async fn a_thousand_answers_leave_nothing_behind() {
    answers(1000, &["registered_city", "vat_payer"]).await;
}

#[tokio::test]
async fn fifty_mounts_leave_nothing_behind() {
    mounts(50).await;
}

#[tokio::test]
#[ignore = "minutes; `scripts/prove lasting`"]
async fn ten_thousand_answers_leave_nothing_behind() {
    answers(10_000, &["registered_city", "vat_payer", "legal_form", "staff"]).await;
}

#[tokio::test]
#[ignore = "minutes; `scripts/prove lasting`"]
async fn a_thousand_rounds_of_all_screens_leave_nothing_behind() {
    screens(5000).await;
}

#[tokio::test]
#[ignore = "minutes; `scripts/prove lasting`"]
async fn a_thousand_mounts_leave_nothing_behind() {
    mounts(1000).await;
}

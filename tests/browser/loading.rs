//! How the widget's files arrive, and what a visitor gets where they do not.

use crate::harness::{visit, visit_served, Engine, Page, Screen};
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// A preload that the later request does not use would fetch a file twice.
async fn every_file_comes_once(page: Page) {
    page.open("").await;
    let loaded = page.run("return performance.getEntriesByType('resource').map(entry => entry.name)").await;
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for address in serde_json::from_value::<Vec<String>>(loaded).expect("addresses") {
        *times.entry(address).or_default() += 1;
    }
    assert!(times.keys().any(|address| address.ends_with(".wasm")), "{times:?}");
    assert!(times.values().all(|&count| count == 1), "{times:?}");
}

#[tokio::test]
async fn every_file_comes_once_in_chromium() {
    visit(Engine::Chromium, Screen::Phone, every_file_comes_once).await;
}

#[tokio::test]
async fn every_file_comes_once_in_firefox() {
    visit(Engine::Firefox, Screen::Phone, every_file_comes_once).await;
}

#[tokio::test]
async fn every_file_comes_once_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, every_file_comes_once).await;
}

#[tokio::test]
async fn a_server_that_does_not_know_wasm_is_enough() {
    visit_served(&["--untyped-wasm"], Engine::Chromium, Screen::Phone, |page| async move {
        page.open("").await;
        page.sees("[data-screen='start'] h1", "").await;
    })
    .await;
}

/// The sentence that stands there when the widget could not start, with its way out.
async fn sees_the_way_out(page: &Page) {
    page.sees("#huiqi-failed", "看全部政策").await;
    let link = page.run("return document.querySelector('#huiqi-failed a').getAttribute('href')").await;
    assert_eq!(link, Value::from("policies.html"));
    let why = page.run("return document.querySelector('#huiqi-failed').dataset.error ?? ''").await;
    assert!(why.as_str().is_some_and(|why| why.contains("Error")), "{why} does not say what went wrong");
}

#[tokio::test]
async fn without_the_wasm_a_sentence_leads_to_the_list() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        page.tell_chromium("Network.enable", json!({})).await;
        page.tell_chromium("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await;
        page.go("").await;
        sees_the_way_out(&page).await;
        page.keep("no-wasm").await;
    })
    .await;
}

#[tokio::test]
async fn wasm_that_was_changed_on_the_way_is_refused() {
    visit_served(&["--damaged-wasm"], Engine::Chromium, Screen::Phone, |page| async move {
        page.go("").await;
        sees_the_way_out(&page).await;
    })
    .await;
}

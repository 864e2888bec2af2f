//! What is damaged heals: in the worker's cache, in a browser's own, on a server that somebody has been at. And what a server
//! no longer allows, it no longer gets from the cache.

use crate::harness::{browse, Engine, Host, Page, Screen, Site};
use crate::offline::{is_next, visited_before};
use serde_json::{json, Value};
use std::sync::{Arc, Mutex};

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// Files of a release, by how their names begin and end.
const FILES: [(&str, &str); 5] =
    [("index", ".html"), ("boot-", ".js"), ("huiqi-widget-", ".js"), ("huiqi-widget-", ".wasm"), ("app-", ".css")];

/// Writes something else into the cache.
fn damaging(name: &str) -> String {
    format!(
        "caches.keys().then(async ([first]) => {{
           const cache = await caches.open(first);
           const kept = await cache.match('{name}', {{ ignoreVary: true }});
           await cache.put('{name}', new Response('damaged', {{ headers: kept.headers }}));
           done(true);
         }}).catch((error) => done(String(error)))"
    )
}

/// What is kept is whole again.
fn is_healed(name: &str) -> String {
    format!("caches.match('{name}', {{ ignoreVary: true }}).then((kept) => kept.text()).then((text) => done(text !== 'damaged')).catch(() => done(false))")
}

async fn a_damaged_cache_heals(engine: Engine) {
    let site = Site::of_dist();
    browse(&site.address(), engine, Screen::Phone, move |page| async move {
        for (start, end) in FILES {
            visited_before(&page).await;
            let name = site.named(start, end);
            assert_eq!(page.run_until_done(&damaging(&name)).await, true, "{name}");
            page.go("").await;
            page.until(&format!("{name} to heal"), || async {
                (page.run_until_done(&is_healed(&name)).await == true).then_some(())
            })
            .await;
            page.open("").await;
            println!("{engine:?}: {name} healed");
        }
    })
    .await;
}

#[tokio::test]
async fn a_damaged_cache_heals_in_chromium() {
    a_damaged_cache_heals(Engine::Chromium).await;
}

#[tokio::test]
async fn a_damaged_cache_heals_in_firefox() {
    a_damaged_cache_heals(Engine::Firefox).await;
}

#[tokio::test]
async fn a_damaged_cache_heals_in_webkit() {
    a_damaged_cache_heals(Engine::WebKit).await;
}

/// A script that is not as it was built does not run, whichever it is; without the last the widget still works.
#[tokio::test]
async fn no_script_runs_altered() {
    for engine in ENGINES {
        for (start, works) in [("offline-", true), ("huiqi-widget-", false), ("boot-", false)] {
            let site = Site::of_dist();
            let name = site.named(start, ".js");
            site.alter(&name);
            browse(&site.address(), engine, Screen::Phone, move |page| async move {
                page.go("").await;
                let state = if works { "ready" } else { "failed" };
                let script = format!(
                    "return document.documentElement.dataset.huiqi === '{state}'
                       && performance.getEntriesByType('resource').some(({{ name }}) => name.includes('{name}'))"
                );
                page.holds(&format!("{name} to be refused in {engine:?}"), &script).await;
                page.run_until_done("setTimeout(done, 300)").await;
                assert_eq!(page.run("return window.altered === undefined").await, true, "{engine:?}: {name} ran");
            })
            .await;
        }
    }
}

/// A site that was taken out of `frame-ancestors`: a visitor who has been there sees the widget go, and not come again. WebKit
/// keeps the headers that it had until the next release.
async fn a_site_that_is_no_longer_allowed(engine: Engine) {
    let mut site = Site::of_dist();
    site.start_with(&["--ancestors", "*"]);
    let host = Host::embedding(&site.address());
    let address = host.page("index.html");
    let site = Arc::new(Mutex::new(site));
    browse("", engine, Screen::Desktop, |page| async move {
        for _ in 0..2 {
            page.go_to(&address).await;
            page.enter("iframe").await;
            page.started().await;
            crate::offline::kept(&page).await;
            page.leave().await;
        }
        site.lock().expect("one test alone").start_with(&["--ancestors", "'self'"]);
        for _ in 0..2 {
            page.go_to("about:blank").await;
            page.go_to(&address).await;
            is_blocked(&page).await;
        }
    })
    .await;
    drop(host);
}

/// What stands in the frame is the browser's own page.
async fn is_blocked(page: &Page) {
    page.until("the frame to be blocked", || async {
        page.leave().await;
        page.enter("iframe").await;
        let inside =
            page.browser().execute("return document.getElementById('huiqi-content') === null", Vec::new()).await;
        let blocked = inside.is_ok_and(|found| *found.json() == true);
        page.leave().await;
        blocked.then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_site_that_is_no_longer_allowed_in_chromium() {
    a_site_that_is_no_longer_allowed(Engine::Chromium).await;
}

#[tokio::test]
async fn a_site_that_is_no_longer_allowed_in_firefox() {
    a_site_that_is_no_longer_allowed(Engine::Firefox).await;
}

/// A link that was shared from a sandbox leads to the sandbox's page, which is not kept by that name.
#[tokio::test]
async fn a_link_from_a_sandbox_opens_without_its_server() {
    for engine in ENGINES {
        let site = Site::of_dist();
        let address = site.address();
        let site = Arc::new(Mutex::new(site));
        browse(&address, engine, Screen::Phone, move |page| async move {
            visited_before(&page).await;
            site.lock().expect("one test alone").stop();
            page.go_to("about:blank").await;
            page.open("sandboxed.html").await;
        })
        .await;
    }
}

/// Loaded past the worker, a page is not under it; while another tab holds the old release it can still be told to go.
#[tokio::test]
async fn a_page_loaded_past_the_worker_takes_the_update() {
    let site = Site::of_dist();
    browse(&site.address(), Engine::Chromium, Screen::Phone, move |page| async move {
        visited_before(&page).await;
        let tab = page.browser().new_tab().await.expect("another tab");
        page.browser().switch_to_window(tab).await.expect("another tab");
        page.open("").await;
        site.publish();
        page.run("window.before = true").await;
        page.tell_chromium("Page.reload", json!({ "ignoreCache": true })).await;
        page.holds("the page to be loaded anew", ANEW).await;
        assert_eq!(page.run("return navigator.serviceWorker.controller").await, Value::Null);
        page.sees("#huiqi-update", "有新版本").await;
        page.run("window.before = true").await;
        page.press("现在更新").await;
        page.holds("the page to be loaded anew", ANEW).await;
        assert!(is_next(&page).await);
        let waiting = "navigator.serviceWorker.getRegistration().then((r) => done(Boolean(r.waiting)))";
        assert_eq!(page.run_until_done(waiting).await, false);
    })
    .await;
}

const ANEW: &str = "return !window.before && document.documentElement.dataset.huiqi === 'ready'";

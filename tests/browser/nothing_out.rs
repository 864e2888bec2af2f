//! Nothing that a visitor answers leaves the device: a whole visit on the served release, with the server's own list of
//! what it was asked. What a page of another site may be told is in `embed`.

use crate::harness::process::free_port;
use crate::harness::{browse, log_path, test_name, Engine, Page, Screen, Server};
use crate::main_job::SHOP;
use crate::visitor::Visitor;
use serde_json::{json, Map, Value};
use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string, File};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

/// A share link's fragment with answers in it.
const LINK: &str = "#s=1&d=none&r=2020-07-15&a=staff-61~registered_city-1";

/// What a server was asked: each request with its headers.
struct Log(PathBuf);

impl Log {
    /// Of one server. Ports come again, so an earlier run may have left a log of the same name.
    fn empty() -> Self {
        let path = log_path(&format!("{}-requests-{}", test_name(), free_port()));
        File::create(&path).expect("target/ can be written");
        Self(path)
    }

    fn requests(&self) -> Vec<Map<String, Value>> {
        let text = read_to_string(&self.0).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("the server writes objects")).collect()
    }
}

/// Names of the files that visitors are served.
fn release() -> BTreeSet<String> {
    let files = read_dir("dist").expect("dist/ is there: run `scripts/build` first");
    let names = files.map(|entry| entry.expect("dist/ can be read").file_name().to_string_lossy().into_owned());
    names.filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect()
}

/// Who visits, and so what there is to be told.
#[derive(Clone, Copy, Debug)]
enum Who {
    /// A firm with these situations.
    Firm(&'static [&'static str]),
    /// Somebody who knows nothing and looks at the outcome.
    Hasty,
}

/// From the start over the questions and the outcome to what is taken along; then by a shared link.
async fn a_visit(page: Page, who: Who) {
    page.open("").await;
    let active = "navigator.serviceWorker.getRegistration().then((r) => done(Boolean(r && r.active && r.active.state === 'activated')))";
    page.until("the worker to be active", || async { (page.run_until_done(active).await == true).then_some(()) }).await;
    let visitor = Visitor::new(page.clone(), Arc::default());
    match who {
        Who::Firm(gates) => {
            visitor.say_who(SHOP).await;
            visitor.say_what(gates, &[]).await;
        }
        Who::Hasty => {
            visitor.say_who(&[]).await;
            visitor.tap("[data-action='to-outcome']").await;
        }
    }
    page.sees("[data-screen='outcome'] h1", "").await;
    for action in ["copy", "json", "share"] {
        visitor.tap(&format!("[data-action='{action}']")).await;
    }
    page.sees("[data-done]", "").await;
    keeps_nothing_but_the_visit(&page).await;
    page.go_to("about:blank").await;
    page.open(LINK).await;
    page.sees("[data-screen='outcome'] h1", "").await;
    let address = page.run("return location.href").await;
    assert!(!address.as_str().expect("text").contains('#'), "answers stay in the address: {address}");
    keeps_nothing_but_the_visit(&page).await;
}

/// No cookie, nothing that outlives the tab but the release itself, and nothing fetched from elsewhere.
async fn keeps_nothing_but_the_visit(page: &Page) {
    assert_eq!(page.browser().get_all_cookies().await.expect("cookies can be listed").len(), 0);
    let found = page
        .run(
            "const elsewhere = performance.getEntriesByType('resource').map(({ name }) => name)
               .filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('blob:'));
             return [document.cookie, localStorage.length, Object.keys(sessionStorage), elsewhere,
               document.querySelector('meta[name=referrer]').content]",
        )
        .await;
    assert_eq!(found, json!(["", 0, ["huiqi"], [], "no-referrer"]));
    let stores = page
        .run_until_done("indexedDB.databases ? indexedDB.databases().then((all) => done(all.length)) : done(0)")
        .await;
    assert_eq!(stores, 0);
    let kept = page
        .run_until_done(
            "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys()))))
               .then((all) => done(all.flat().map(({ url }) => url.slice(location.origin.length + 1))))",
        )
        .await;
    let kept: BTreeSet<String> = serde_json::from_value(kept).expect("addresses");
    assert!(kept.is_subset(&release()), "{kept:?}");
}

/// Headers that follow from what the browser has kept, and the widget's own address.
const OF_THE_BROWSER: [&str; 6] = ["host", "origin", "referer", "if-none-match", "cache-control", "pragma"];

/// Is this request one for a file of this release, and does it say no more than its address.
fn assert_innocent(request: &Map<String, Value>, own: &str, release: &BTreeSet<String>) {
    let text = |key| request.get(key).and_then(Value::as_str);
    assert_eq!(text("method"), Some("GET"), "{request:?}");
    let path = text("url").expect("an address").trim_start_matches('/');
    assert!(path.is_empty() || release.contains(path), "not a file of the release: {request:?}");
    assert_eq!(text("cookie"), None, "{request:?}");
    // WebKit names the widget's own site, and no more of it, when it asks for the worker.
    assert!(text("referer").is_none_or(|referer| referer == own), "{request:?}");
    assert!(text("origin").is_none_or(|origin| origin == own.trim_end_matches('/')), "{request:?}");
}

/// What went over the line: every address, every header but those of the browser's own cache, once each.
async fn told_by(engine: Engine, who: Who) -> BTreeSet<String> {
    let log = Log::empty();
    let server = Server::start(&["--log", &log.0.to_string_lossy()]);
    let own = server.address().to_owned();
    browse(&own, engine, Screen::Phone, move |page| a_visit(page, who)).await;
    let release = release();
    let requests = log.requests();
    assert!(requests.len() > release.len() / 2, "{requests:?}");
    requests.iter().for_each(|request| assert_innocent(request, &own, &release));
    let told = requests.into_iter().flatten().filter(|(key, _)| !OF_THE_BROWSER.contains(&key.as_str()));
    told.map(|(key, value)| format!("{key}: {value}")).collect()
}

/// Visitors with nothing in common leave the same trace.
async fn nothing_goes_out(engine: Engine, one: Who, other: Who) {
    let told = told_by(engine, one).await;
    let also = told_by(engine, other).await;
    let differing: Vec<&String> = told.symmetric_difference(&also).collect();
    assert_eq!(differing, Vec::<&String>::new());
    let addresses = told.iter().filter(|line| line.starts_with("url: ")).count();
    println!("{engine:?}: GET of {addresses} files, the same for {one:?} and {other:?}");
}

#[tokio::test]
async fn nothing_goes_out_in_chromium() {
    nothing_goes_out(Engine::Chromium, Who::Firm(&["rent", "loan"]), Who::Firm(&["truck"])).await;
}

#[tokio::test]
async fn nothing_goes_out_in_firefox() {
    nothing_goes_out(Engine::Firefox, Who::Firm(&["rent", "loan"]), Who::Hasty).await;
}

#[tokio::test]
async fn nothing_goes_out_in_webkit() {
    nothing_goes_out(Engine::WebKit, Who::Firm(&["rent", "loan"]), Who::Hasty).await;
}

/// Headers of every file in every encoding, and the hashes in the pages, on the server that the other tests use.
#[test]
fn every_file_comes_with_its_headers() {
    let server = Server::start(&[]);
    let run = Command::new("node").args(["scripts/lib/served.mjs", server.address()]).output().expect("node runs");
    println!("{}", String::from_utf8_lossy(&run.stdout));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

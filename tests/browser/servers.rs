//! The widget on static servers as they are found, row by row of `tests/servers/habits.mjs`, in three engines: a first visit,
//! a second, one with the server gone, and an update.

use crate::harness::{browse, Engine, Page, Screen, Site, HABITS};
use crate::table::{comes, rows, Table, ENGINES};
use serde::Deserialize;
use std::time::Duration;
use thirtyfour::error::WebDriverError;

/// A server.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    name: String,
    /// Where the widget is.
    path: String,
    /// Browsers run nothing from it: the visitor is told, and led to the list.
    told: bool,
    /// Something never comes, and the widget goes on without it.
    hangs: bool,
}

impl Row {
    /// What is tried there.
    fn visits(&self) -> &'static [&'static str] {
        match (self.told, self.hangs) {
            (true, _) => &["told"],
            (_, true) => &["without"],
            _ => &["first", "second", "offline", "update"],
        }
    }
}

/// How long a page may take to load.
const PAGE_LIMIT: Duration = Duration::from_secs(30);

const READY: &str = "return document.documentElement.dataset.huiqi === 'ready' || document.body.innerText";

/// Firefox fetches nothing more while a style sheet of the head is on its way; what stands in the page already has a way on.
const WAITS: &str = "const isSeen = (one) => one.getBoundingClientRect().height > 0;
    return Array.from(document.querySelectorAll('main')).some(isSeen) || document.body.innerText";

async fn opens(page: &Page, address: &str) -> Result<(), String> {
    page.browser().goto("about:blank").await.map_err(short)?;
    page.browser().goto(address).await.map_err(short)?;
    comes(page, READY).await
}

/// The first line of what a driver says.
fn short(error: WebDriverError) -> String {
    error.to_string().split_whitespace().take(30).collect::<Vec<_>>().join(" ")
}

/// The worker keeps the release.
async fn is_kept(page: &Page) -> Result<(), String> {
    let script =
        "navigator.serviceWorker.getRegistration().then((r) => { window.kept = r && r.active && r.active.state });
        return window.kept === 'activated' || String(window.kept)";
    comes(page, script).await
}

async fn is_updated(page: &Page) -> Result<(), String> {
    let script = "const now = document.querySelector('#huiqi-update button');
        if (now && !window.pressed) { window.pressed = true; now.click(); }
        const { next, huiqi } = document.documentElement.dataset;
        return next !== undefined && huiqi === 'ready' || String(next)";
    comes(page, script).await
}

/// In a frame of an empty page, and looked at from there: a driver waits for ever for a page that never ends loading.
async fn opens_framed(page: &Page, address: &str, script: &str) -> Result<(), String> {
    page.browser().goto(&format!("{address}nothing-here")).await.map_err(short)?;
    page.run(&format!(
        "const frame = document.createElement('iframe'); frame.src = '{address}'; document.documentElement.append(frame)"
    ))
    .await;
    comes(page, &format!("const {{ contentDocument: document }} = window.document.querySelector('iframe'); {script}"))
        .await
}

/// What the visitor reads where the widget cannot run: one sentence, with the way to the list, and no other beside it.
const TOLD: &str = "const said = document.getElementById('huiqi-failed'), root = document.getElementById('huiqi-root');
    const isSeen = (one) => one.offsetHeight > 0 && getComputedStyle(one).visibility === 'visible';
    return isSeen(said) && said.querySelector('a').href.endsWith('policies.html') && !isSeen(root) || document.body.innerText";

async fn visits(page: &Page, row: &Row, table: &Table) {
    let mut site = Site::of_habit(Some(&row.name));
    let address = format!("{}{}", site.address(), row.path);
    let engine = page.engine();
    let put = |visit: &str, outcome| table.put(&format!("{}: {visit}", row.name), engine, outcome);
    if row.told || row.hangs {
        let script = match (row.told, engine) {
            (true, _) => TOLD,
            (_, Engine::Firefox) => WAITS,
            _ => READY,
        };
        put(row.visits().concat().as_str(), opens_framed(page, &address, script).await);
        return;
    }
    let first = opens(page, &address).await;
    put("first", first.and(is_kept(page).await));
    put("second", opens(page, &address).await);
    site.stop();
    put("offline", opens(page, &address).await);
    site.start();
    site.publish();
    let opened = opens(page, &address).await;
    put("update", opened.and(is_updated(page).await));
}

async fn column(engine: Engine, list: Vec<Row>, table: Table) {
    browse("", engine, Screen::Phone, |page| async move {
        let limited = page.browser().set_page_load_timeout(PAGE_LIMIT).await;
        limited.expect("a driver has limits");
        for row in list {
            visits(&page, &row, &table).await;
        }
    })
    .await;
}

/// The visits of each row, by name.
fn names(list: &[Row]) -> Vec<String> {
    list.iter()
        .flat_map(|row| row.visits().iter().map(|visit| format!("{}: {visit}", row.name)).collect::<Vec<_>>())
        .collect()
}

#[tokio::test]
async fn every_server_is_enough_for_chromium() {
    let list: Vec<Row> = rows(HABITS);
    let table = Table::default();
    column(Engine::Chromium, list.clone(), table.clone()).await;
    table.finish(&names(&list), 1);
}

#[tokio::test]
#[ignore = "WebKit's driver does not come back from some pages; `cargo test --test browser -- --ignored servers`"]
async fn every_server_is_enough() {
    let list: Vec<Row> = rows(HABITS);
    let table = Table::default();
    let [one, two, three] = ENGINES.map(|engine| column(engine, list.clone(), table.clone()));
    tokio::join!(one, two, three);
    table.finish(&names(&list), ENGINES.len());
}

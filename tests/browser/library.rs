//! The library as a visitor uses it, against what `policies.json` itself says, read here as plain JSON and not by the
//! widget's own code.

use crate::harness::{visit, Engine, Page, Screen};
use serde_json::Value;
use std::collections::BTreeSet;

type Ids = BTreeSet<String>;

/// A row of the list: id and its JSON.
struct Row {
    id: String,
    clause: Value,
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn read() -> Value {
    serde_json::from_str(&std::fs::read_to_string("policies.json").expect("the list")).expect("JSON")
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for policy in list(&read(), "policies") {
        for clause in list(policy, "clauses") {
            rows.push(Row { id: text(clause, "id").to_owned(), clause: clause.clone() });
        }
    }
    rows
}

impl Row {
    /// A clause; the other rows are background.
    fn is_clause(&self) -> bool {
        !matches!(text(&self.clause, "type"), "G" | "N")
    }
}

/// Opens what is folded and gives the ids of clauses and rows shown, and what the count says.
async fn shown(page: &Page) -> (Ids, Ids, String) {
    page.run("document.querySelectorAll('main [data-opens][aria-expanded=false]').forEach((button) => button.click())")
        .await;
    let ids = |attribute: &str| {
        format!("Array.from(document.querySelectorAll('main [{attribute}]')).map(e => e.getAttribute('{attribute}'))")
    };
    let script = format!(
        "return [{}, {}, document.querySelector('[data-found]').textContent]",
        ids("data-clause"),
        ids("data-background")
    );
    serde_json::from_value(page.run(&script).await).expect("what the script returns")
}

/// Waits until exactly those clauses are shown, and a count that says so.
async fn finds(page: &Page, what: &str, expected: &Ids) {
    let count = format!("{} 条", expected.len());
    page.until(&format!("{what}: {expected:?}"), || async {
        let (clauses, _, said) = shown(page).await;
        (clauses == *expected && said.starts_with(&count)).then_some(())
    })
    .await;
}

fn clauses(rows: &[Row], fits: impl Fn(&Row) -> bool) -> Ids {
    rows.iter().filter(|row| row.is_clause() && fits(row)).map(|row| row.id.clone()).collect()
}

/// By topic and by document, words, nothing found and back, drawn when it is opened, a reload and the Back button.
async fn searches(page: Page) {
    let rows = rows();
    page.open("").await;
    page.click(".mast [data-action='library']").await;
    page.sees("[data-screen='library'] h1", "查政策").await;
    let drawn = page.run("return document.querySelectorAll('main [data-clause]').length").await;
    assert_eq!(drawn, 0, "nothing is drawn before it is opened");
    finds(&page, "by topic", &clauses(&rows, |_| true)).await;
    page.press("按文件").await;
    finds(&page, "by document", &clauses(&rows, |_| true)).await;
    let rest: Ids = rows.iter().filter(|row| !row.is_clause()).map(|row| row.id.clone()).collect();
    assert_eq!(shown(&page).await.1, rest, "every row of the list is somewhere");

    page.fill_in("#library-words", "鄂州医保发〔2020〕8号").await;
    finds(&page, "a document number", &clauses(&rows, |row| row.id == "P10")).await;
    page.browser().refresh().await.expect("a page can be loaded anew");
    page.started().await;
    finds(&page, "after a reload", &clauses(&rows, |row| row.id == "P10")).await;
    page.fill_in("#library-words", "没有这样的词").await;
    page.sees("main .note", "没有找到").await;
    page.click("[data-action='reset']").await;
    finds(&page, "all of them again", &clauses(&rows, |_| true)).await;
    page.browser().back().await.expect("a page can be gone back from");
    page.sees("[data-screen='start'] h1", "").await;
}

/// While pinyin is composed nothing is looked for; what was composed is.
async fn composes(page: Page) {
    page.open("").await;
    page.click(".mast [data-action='library']").await;
    page.sees("[data-screen='library'] h1", "查政策").await;
    let count = page.text("[data-found]").await;
    page.run(
        "const field = document.querySelector('#library-words');
        field.focus();
        field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        field.value = 'she';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));",
    )
    .await;
    assert_eq!(page.text("[data-found]").await, count, "looked for while it is composed");
    page.run(
        "const field = document.querySelector('#library-words');
        field.value = '社保';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '社保' }));",
    )
    .await;
    page.holds(
        "what was composed to be found",
        &format!("return document.querySelector('[data-found]').textContent !== '{count}'"),
    )
    .await;
}

#[tokio::test]
async fn what_is_composed_is_looked_for_once_it_stands() {
    visit(Engine::Chromium, Screen::Phone, composes).await;
}

#[tokio::test]
async fn searched_in_chromium() {
    visit(Engine::Chromium, Screen::Phone, searches).await;
}

#[tokio::test]
async fn searched_in_firefox() {
    visit(Engine::Firefox, Screen::Phone, searches).await;
}

#[tokio::test]
async fn searched_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, searches).await;
}

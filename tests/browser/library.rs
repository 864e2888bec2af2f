//! The library as a visitor uses it: every filter and the search, each against what `policies.json` itself says, read here
//! as plain JSON and not by the widget's own code.

use crate::harness::{visit, Engine, Page, Screen};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use thirtyfour::By;

const DAY: &str = "2020-07-15";
/// A day on which some of the list has not started yet, and nothing that has an end is over.
const EARLY: &str = "2020-02-15";
type Ids = BTreeSet<String>;

/// A row of the list: id, its JSON, and its policy's.
struct Row {
    id: String,
    clause: Value,
    policy: Value,
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
            rows.push(Row { id: text(clause, "id").to_owned(), clause: clause.clone(), policy: policy.clone() });
        }
    }
    rows
}

impl Row {
    /// Shown as a card, and so narrowed by filters; the other rows are background.
    fn is_card(&self) -> bool {
        !matches!(text(&self.clause, "type"), "G" | "N")
    }

    fn kind(&self) -> &str {
        match text(&self.clause, "kind") {
            "" => "right",
            kind => kind,
        }
    }

    fn agencies(&self) -> &[Value] {
        match list(&self.clause, "agencies") {
            [] => list(&self.policy, "agencies"),
            own => own,
        }
    }

    /// As ISO days compare: the dates of the clause, else of its policy.
    fn status(&self, on: &str) -> &'static str {
        let own = self.clause.get("period").or_else(|| self.policy.get("period"));
        let Some(period) = own else { return "在期限内" };
        let later = list(&self.clause, "later").iter().map(|later| text(later, "until")).max().unwrap_or_default();
        let until = match text(period, "until").max(later) {
            "" if period.get("event").is_none() => text(period, "apply_until"),
            until => until,
        };
        match text(period, "from") {
            from if from > on => "尚未开始",
            _ if !until.is_empty() && until < on => "已过期",
            _ if until.is_empty() && period.get("event").is_some() => "期限待定",
            "" if period.get("from_event").is_some() => "期限待定",
            _ => "在期限内",
        }
    }

    /// Does what it asks for or gives refer to the scale of the firm.
    fn asks_for_size(&self) -> bool {
        let said = format!("{:?}{:?}", self.clause.get("criteria"), self.clause.get("amount"));
        let word = |letter: char| !letter.is_alphanumeric() && letter != '_';
        said.split(word).any(|name| matches!(name, "is_sme" | "is_small_micro" | "scale"))
    }
}

/// Ids of the cards and rows shown, and what the count says.
async fn shown(page: &Page) -> (Ids, Ids, String) {
    let ids = |attribute: &str| {
        format!("Array.from(document.querySelectorAll('main [{attribute}]')).map(e => e.getAttribute('{attribute}'))")
    };
    let script = format!(
        "return [{}, {}, document.querySelector('main > [role=status]').textContent]",
        ids("data-clause"),
        ids("data-background")
    );
    serde_json::from_value(page.run(&script).await).expect("what the script returns")
}

/// What the count says of those rows.
fn counted<'a>(ids: impl Iterator<Item = &'a String> + Clone) -> String {
    let policies: BTreeSet<&str> = ids.clone().map(|id| id.split('-').next().unwrap_or_default()).collect();
    format!("{} 份政策文件，{} 条", policies.len(), ids.count())
}

/// Waits until exactly those cards are shown, no row that no filter is about, and a count that says so.
async fn finds(page: &Page, what: &str, expected: &Ids) {
    let whole = (expected.clone(), Ids::new(), counted(expected.iter()));
    page.until(&format!("{what}: {whole:?}"), || async { (shown(page).await == whole).then_some(()) }).await;
}

/// Chooses the option of a filter that reads so.
async fn narrow(page: &Page, filter: &str, option: &str) {
    let radio = format!("//fieldset[legend = '{filter}']//label[normalize-space() = '{option}']");
    page.until(&format!("`{option}` of `{filter}`"), || async {
        let label = page.browser().find(By::XPath(radio.clone())).await.ok()?;
        label.scroll_into_view().await.ok()?;
        label.click().await.ok()?;
        label.find(By::Css("input")).await.ok()?.is_selected().await.ok()?.then_some(())
    })
    .await;
}

fn cards(rows: &[Row], fits: impl Fn(&Row) -> bool) -> Ids {
    rows.iter().filter(|row| row.is_card() && fits(row)).map(|row| row.id.clone()).collect()
}

async fn opened(page: &Page, on: &str) {
    // Another page between makes the browser load it anew.
    page.go_to("about:blank").await;
    page.open(&format!("#s=1&r={on}")).await;
    page.click("[data-action='library']").await;
    page.sees("[data-screen='library'] h1", "全部政策").await;
    page.click(".filters > summary").await;
}

const KINDS: [(&str, &str); 7] = [
    ("grant", "奖补"),
    ("reduction", "减免"),
    ("refund", "退返"),
    ("interest_subsidy", "贴息"),
    ("tax_effect", "税前扣除"),
    ("deferral", "缓缴"),
    ("right", "权利和服务"),
];

const STATUSES: [&str; 4] = ["在期限内", "尚未开始", "期限待定", "已过期"];

async fn each_filter(page: Page) {
    let rows = rows();
    opened(&page, DAY).await;
    for (kind, name) in KINDS {
        narrow(&page, "类别", name).await;
        finds(&page, name, &cards(&rows, |row| row.kind() == kind)).await;
    }
    narrow(&page, "类别", "不限").await;
    for (size, bound) in [("限中小微企业", true), ("不限规模", false)] {
        narrow(&page, "企业规模", size).await;
        finds(&page, size, &cards(&rows, |row| row.asks_for_size() == bound)).await;
    }
    narrow(&page, "企业规模", "不限").await;
    let agencies: BTreeMap<String, String> =
        serde_json::from_value(read().get("agencies").expect("offices").clone()).expect("names by id");
    for (id, name) in &agencies {
        narrow(&page, "经办", name).await;
        finds(&page, name, &cards(&rows, |row| row.agencies().iter().any(|agency| agency == id))).await;
    }
}

/// Each status of a period, on two days between which none is without clauses.
async fn each_status(page: Page) {
    let rows = rows();
    let mut tried = BTreeSet::new();
    for day in [DAY, EARLY] {
        opened(&page, day).await;
        for status in STATUSES {
            let expected = cards(&rows, |row| row.status(day) == status);
            narrow(&page, "期限", status).await;
            finds(&page, &format!("{status} on {day}"), &expected).await;
            tried.extend((!expected.is_empty()).then_some(status));
        }
    }
    assert_eq!(tried, BTreeSet::from(STATUSES), "statuses that clauses have");
}

/// Nothing narrowed, two filters at once, words, words with a filter, nothing found and back, a reload and the Back button.
async fn searches(page: Page) {
    let rows = rows();
    opened(&page, DAY).await;
    let (all, background, count) = shown(&page).await;
    assert_eq!(all, cards(&rows, |_| true));
    let rest: Ids = rows.iter().filter(|row| !row.is_card()).map(|row| row.id.clone()).collect();
    assert_eq!(background, rest, "every row of the list is somewhere");
    assert_eq!(count, counted(rows.iter().map(|row| &row.id)));

    narrow(&page, "类别", "退返").await;
    narrow(&page, "经办", "市人社局").await;
    let both = |row: &Row| row.kind() == "refund" && row.agencies().iter().any(|agency| agency == "labour");
    finds(&page, "退返 at 市人社局", &cards(&rows, both)).await;
    page.fill_in("#library-words", "裁员 70%").await;
    let said = |row: &Row| both(row) && ["裁员", "70%"].iter().all(|word| text(&row.clause, "text").contains(word));
    let narrowed = cards(&rows, said);
    assert!(!narrowed.is_empty());
    finds(&page, "words and filters", &narrowed).await;

    page.fill_in("#library-words", "没有这样的词").await;
    page.sees("main .note", "没有找到").await;
    page.click("[data-action='reset']").await;
    page.until("all of them again", || async { (shown(&page).await.0 == all).then_some(()) }).await;

    page.fill_in("#library-words", "鄂州医保发〔2020〕8号").await;
    finds(&page, "a document number", &cards(&rows, |row| row.id == "P10")).await;
    page.browser().refresh().await.expect("a page can be loaded anew");
    page.started().await;
    finds(&page, "after a reload", &cards(&rows, |row| row.id == "P10")).await;
    page.browser().back().await.expect("a page can be gone back from");
    page.sees("[data-screen='start'] h1", "").await;
}

#[tokio::test]
async fn each_filter_finds_what_the_list_says() {
    visit(Engine::Chromium, Screen::Desktop, each_filter).await;
}

#[tokio::test]
async fn each_status_of_a_period_finds_what_the_list_says() {
    visit(Engine::Chromium, Screen::Desktop, each_status).await;
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

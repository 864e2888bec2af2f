//! What a visitor takes along, read by readers that are not ours: the printed 申报清单, the table, the data, the calendar,
//! the copied text and the shared link. Amounts are worked out from the list by hand.

use crate::examples::{answers_of, dataset, outcome_of, Mode};
use crate::harness::{letters, visit, Engine, Page, Screen};
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::Screener;
use icalendar::parser::{read_calendar, unfold};
use serde_json::{json, Value};
use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::Key;

const FIRM: &str = "shop";
const DAY: &str = "2020-07-15";

/// A clause that the shop can have.
struct Had {
    clause: &'static str,
    office: &'static str,
    /// In yuan to the fen, as files have it.
    worth: &'static str,
    /// The same as it is shown.
    shown: &'static str,
    /// Is it over by that day.
    over: bool,
}

impl Had {
    fn policy(&self) -> &str {
        self.clause.split('-').next().unwrap_or_default()
    }
}

const fn had(clause: &'static str, office: &'static str, worth: &'static str, shown: &'static str) -> Had {
    Had { clause, office, worth, shown, over: false }
}

const HAD: [Had; 5] = [
    // 3 months × 9,000
    had("P04-a", "市人民政府国有资产监督管理委员会", "27000.00", "27,000"),
    // 6 months × 9,000 × 50 %
    had("P04-b", "市人民政府国有资产监督管理委员会", "27000.00", "27,000"),
    // 5 months × 5,400; put off until the end of 2020 for a small firm
    had("P09-a", "市人社局", "27000.00", "27,000"),
    // 5 months × 2,400 × 50 %
    Had { over: true, ..had("P10", "市医保局", "6000.00", "6,000") },
    // 6 insured staff: all of 2,300 + 985
    Had { over: true, ..had("P11-f", "市人社局", "3285.00", "3,285") },
];

/// Opens the outcome of the shop.
async fn outcome(page: &Page) {
    outcome_of(FIRM, DAY).open(page, &dataset(), Mode::Light).await;
    page.sees("[data-screen='outcome'] h1", "").await;
}

async fn takes_files(page: Page) {
    outcome(&page).await;
    page.click("[data-action='csv']").await;
    is_the_table(&page.downloaded("huiqi.csv").await);
    page.click("[data-action='json']").await;
    is_the_report(&page.downloaded("huiqi.json").await);
    page.click("[data-action='ics']").await;
    is_the_calendar(&page.downloaded("huiqi.ics").await);
}

#[tokio::test]
async fn files_in_chromium() {
    visit(Engine::Chromium, Screen::Desktop, takes_files).await;
}

#[tokio::test]
async fn files_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, takes_files).await;
}

#[tokio::test]
async fn files_in_webkit() {
    visit(Engine::WebKit, Screen::Desktop, takes_files).await;
}

fn is_the_table(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{FEFF}').expect("the mark that spreadsheets look for");
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column `{name}`"));
    let (id, least, most, office, when) = (at("条款"), at("至少（元）"), at("最多（元）"), at("经办"), at("期限"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    for Had { clause, office: by, worth, over, .. } in HAD {
        let row = rows.iter().find(|row| row.get(id) == Some(clause)).unwrap_or_else(|| panic!("`{clause}` in CSV"));
        assert_eq!((row.get(least), row.get(most)), (Some(worth), Some(worth)), "{clause}");
        assert_eq!(row.get(office), Some(by), "{clause}");
        assert_eq!(row.get(when).expect("a period").contains("已过期"), over, "{clause}: {:?}", row.get(when));
    }
    let clauses = rows.iter().filter(|row| row.get(id).is_some_and(|id| id.starts_with(['P', 'D'])));
    let over: Vec<bool> = clauses.map(|row| row.get(when).is_some_and(|when| when.contains("已过期"))).collect();
    assert!(over.is_sorted() && over.contains(&false), "what is over comes last: {over:?}");
    let last = rows.last().expect("a last line");
    assert!(last.iter().any(|cell| cell == DAY) && last.iter().any(|cell| cell == dataset().version), "{last:?}");
    assert!(last.iter().any(|cell| cell.contains("以经办机关审核为准")), "the disclaimer: {last:?}");
}

fn is_the_report(bytes: &[u8]) {
    let taken: Value = serde_json::from_slice(bytes).expect("JSON");
    let dataset = dataset();
    let input: Input = serde_json::from_value(answers_of(FIRM)).expect("answers are input");
    let (profile, _) = Profile::read(&dataset, &input);
    let report = Screener::new(dataset).report(&profile, DAY.parse().expect("a day"));
    assert_eq!(taken, serde_json::to_value(&report).expect("a report is JSON"));
    let clauses = taken.get("clauses").and_then(Value::as_array).expect("clauses");
    for Had { clause, worth, over, .. } in HAD {
        let found = clauses.iter().find(|found| found.get("id").is_some_and(|id| id == clause));
        let found = found.unwrap_or_else(|| panic!("`{clause}` in JSON"));
        assert_eq!(found.get("amount"), Some(&json!({ "min": worth, "max": worth })), "{clause}");
        let status = found.pointer("/period/status").expect("a status");
        assert_eq!(status, if over { "ended" } else { "in_force" }, "{clause}");
    }
    assert_eq!(taken.pointer("/reference_date").and_then(Value::as_str), Some(DAY));
}

fn is_the_calendar(bytes: &[u8]) {
    let text = unfold(std::str::from_utf8(bytes).expect("UTF-8"));
    let calendar = read_calendar(&text).expect("a calendar by RFC 5545");
    let value = |events: &icalendar::parser::Component, name: &str| {
        events.find_prop(name).map(|property| property.val.to_string()).unwrap_or_default()
    };
    let days: HashMap<String, (String, String)> = calendar
        .components
        .iter()
        .filter(|component| component.name == "VEVENT")
        .map(|event| (value(event, "UID"), (value(event, "DTSTART"), value(event, "SUMMARY"))))
        .collect();
    let day_of = |clause: &str| days.get(&format!("{clause}-{}@huiqi", dataset().version)).map(|(day, _)| day.as_str());
    for Had { clause, over, .. } in HAD {
        assert_eq!(day_of(clause), (!over).then_some("20201231"), "{clause}");
    }
    assert!(days.values().all(|(day, what)| day.as_str() > "20200714" && what.starts_with("截止：")), "{days:?}");
}

/// What a program prints that reads a file from its input.
fn read_by(program: &str, arguments: &[&str], file: &[u8]) -> String {
    let mut command = Command::new(program);
    let started = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut reader = started.unwrap_or_else(|error| panic!("`{program}` is not there: {error}"));
    // It reads to the end before it prints, and its input ends here.
    reader.stdin.take().expect("an input").write_all(file).expect("it reads");
    let read = reader.wait_with_output().expect("it ends");
    assert!(read.status.success(), "`{program}` cannot read what was printed");
    String::from_utf8(read.stdout).expect("UTF-8")
}

async fn prints_the_sheet(page: Page) {
    outcome(&page).await;
    // From the browser's menu, and so without a press on any button of the widget's.
    page.holds("the sheet to be made", "return !!document.querySelector('[data-sheet]')").await;
    // Unless it may shrink what is printed, a driver leaves the paper to the style; its own is Letter.
    let unshrunk = PrintParameters { shrink_to_fit: false, ..PrintParameters::default() };
    let printed = page.browser().print_page(unshrunk).await.expect("the browser prints");
    let paper = read_by("pdfinfo", &["-"], &printed);
    assert!(paper.contains("(A4)"), "the paper: {paper}");
    is_the_sheet(&read_by("pdftotext", &["-raw", "-", "-"], &printed));
}

#[tokio::test]
async fn the_sheet_printed_in_chromium() {
    visit(Engine::Chromium, Screen::Desktop, prints_the_sheet).await;
}

#[tokio::test]
async fn the_sheet_printed_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, prints_the_sheet).await;
}

fn is_the_sheet(text: &str) {
    let printed = letters(text);
    for part in ["惠企政策申报清单", "2020-07-15", &dataset().version, "以经办机关审核为准", "鄂政发〔2020〕6号"]
    {
        assert!(printed.contains(part), "`{part}` is not printed: {text}");
    }
    let offices: Vec<String> = dataset().agencies.iter().map(|agency| letters(&agency.name)).collect();
    for had in HAD {
        // A row ends with the id of its clause, and its worth stands before the policy.
        let end = format!("清单条款{}", had.clause);
        let before = printed.split(&end).next().filter(|before| before.len() < printed.len());
        let before = before.unwrap_or_else(|| panic!("`{}` is not printed: {text}", had.clause));
        let row = before.rsplit("清单条款").next().unwrap_or_default();
        let worth = format!("{}元{}", had.shown, had.policy());
        assert!(row.contains(&worth) && row.contains("已过期") == had.over, "`{}`: {row}", had.clause);
        // The last head of a table that has an office above it; one that goes on on another page has none.
        let head = |office: &&String| before.rfind(&format!("{office}项目金额依据"));
        let office = offices.iter().filter(|office| head(office).is_some()).max_by_key(head);
        assert_eq!(office.map(String::as_str), Some(had.office), "`{}`: {text}", had.clause);
    }
    // The screen itself stays on the screen.
    for button in ["带走结果", "复制分享链接"] {
        assert!(!printed.contains(button), "`{button}` is printed");
    }
}

/// Pastes what was copied into a field of the page's own, as a visitor pastes into a message, and gives it.
async fn pasted(page: &Page) -> String {
    page.run(
        "const field = document.createElement('textarea'); field.id = 'paste'; \
         field.style.cssText = 'position:fixed;top:0;left:0;z-index:9999'; document.body.append(field); field.focus()",
    )
    .await;
    page.fill_in("#paste", &format!("{}v", char::from(Key::Control))).await;
    let text = page.holds("the clipboard to be pasted", "return document.querySelector('#paste').value").await;
    page.run("document.querySelector('#paste').remove()").await;
    text.as_str().expect("text").to_owned()
}

fn is_the_message(text: &str) {
    assert!(text.contains(DAY) && text.contains("以经办机关审核为准"), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    for Had { clause, office, shown, over, .. } in HAD {
        let end = format!("清单条款 {clause}");
        let at = lines.iter().position(|line| line.ends_with(&end)).unwrap_or_else(|| panic!("`{clause}`: {text}"));
        // What it is and its worth stand in the line above, and the office above the lines of its clauses.
        let (above, from) = lines.split_at(at);
        let what = above.last().copied().unwrap_or_default();
        assert!(what.starts_with("· ") && what.ends_with(&format!("，{shown} 元）")), "`{clause}`: {what}");
        assert_eq!(from.first().is_some_and(|line| line.contains("已过期")), over, "`{clause}`: {text}");
        let head = above.iter().rfind(|line| line.starts_with('【'));
        assert_eq!(head, Some(&format!("【{office}】").as_str()), "`{clause}`: {text}");
    }
}

async fn copies_and_clears(page: Page) {
    outcome(&page).await;
    page.click("[data-action='copy']").await;
    page.sees("[data-done]", "已复制").await;
    let text = pasted(&page).await;
    is_the_message(&text);

    page.click("[data-action='share']").await;
    page.sees("[data-done]", "已复制").await;
    let link = pasted(&page).await;
    let kept = "return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)";
    let before = page.run(kept).await.to_string();
    assert!(before.contains("industry-retail"), "an answer is kept until then: {before}");
    page.click("[data-action='clear']").await;
    page.click("[data-action='clear-yes']").await;
    page.sees("[data-screen='start'] h1", "").await;
    page.browser().refresh().await.expect("a page can be loaded anew");
    page.started().await;
    let after = page.run(kept).await.to_string();
    assert!(!after.contains("industry"), "cleared, and still kept: {after}");

    page.go_to("about:blank").await;
    page.go_to(&link).await;
    page.started().await;
    page.sees("[data-clause='P11-f'] [data-amount]", "3,285").await;
}

#[tokio::test]
async fn copied_and_cleared_in_chromium() {
    visit(Engine::Chromium, Screen::Desktop, copies_and_clears).await;
}

#[tokio::test]
async fn copied_and_cleared_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, copies_and_clears).await;
}

#[tokio::test]
async fn copied_and_cleared_in_webkit() {
    visit(Engine::WebKit, Screen::Desktop, copies_and_clears).await;
}

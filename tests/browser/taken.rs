//! What a visitor takes along, read by readers that are not ours: the printed sheet, the table, the data, the calendar, the
//! copied text and the shared link. Amounts are worked out from the list by hand.

use crate::examples::{dataset, taken, Mode};
use crate::harness::{letters, visit, Engine, Page, Screen};
use huiqi_visit::Place;
use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::Key;

/// An item that the shop can have: its id, its office, its worth in a file.
const HAD: [(&str, &str, &str); 3] = [
    // 5 months × 5,400
    ("P09-a", "市人社局", "27000.00"),
    // 5 months × 2,400 × 50 %
    ("P10", "市医保局", "6000.00"),
    // (3 + 6 × 50 %) months × 9,000
    ("P04-a", "市人民政府国有资产监督管理委员会", "54000.00"),
];

/// Opens the sheet of the shop of `tests/personas/`, looked back on or on a day.
async fn sheet(page: &Page, on: Option<&'static str>) {
    taken("shop", Place::Sheet, on).open(page, &dataset(), Mode::Light).await;
    page.sees("[data-screen='sheet'] h1", "").await;
}

async fn takes_files(page: Page) {
    sheet(&page, None).await;
    page.click("[data-action='csv']").await;
    is_the_table(&page.downloaded("huiqi.csv").await);
    page.click("[data-action='json']").await;
    let report: Value = serde_json::from_slice(&page.downloaded("huiqi.json").await).expect("JSON");
    assert_eq!(report.pointer("/dataset/version").and_then(Value::as_str), Some(dataset().version.as_str()));
    page.click("[data-action='ics']").await;
    // Looked back on, nothing has a day that is still to come.
    page.sees("[data-done]", "没有日历可下载").await;
    sheet(&page, Some("2020-04-15")).await;
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
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let [first, heads, rows @ ..] = rows.as_slice() else { panic!("a title and heads: {text}") };
    for part in ["2020 年惠企政策核查单（回查）", "以经办机关审核为准"] {
        assert!(first.iter().any(|cell| cell.contains(part)), "`{part}` over the table: {first:?}");
    }
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column `{name}`"));
    for (item, office, worth) in HAD {
        let row = rows.iter().find(|row| row.get(at("件")) == Some(item)).unwrap_or_else(|| panic!("`{item}` in CSV"));
        assert_eq!((row.get(at("至少（元）")), row.get(at("最多（元）"))), (Some(worth), Some(worth)), "{item}");
        assert_eq!(row.get(at("去哪")), Some(office), "{item}");
        assert_eq!(row.get(at("结论")), Some("当年可办"), "{item}");
    }
}

fn is_the_calendar(bytes: &[u8]) {
    let text = unfold(std::str::from_utf8(bytes).expect("UTF-8"));
    let calendar = read_calendar(&text).expect("a calendar by RFC 5545");
    let value = |event: &icalendar::parser::Component, name: &str| {
        event.find_prop(name).map(|property| property.val.to_string()).unwrap_or_default()
    };
    let events: Vec<_> = calendar.components.iter().filter(|of| of.name == "VEVENT").collect();
    assert!(!events.is_empty(), "{text}");
    for event in events {
        let (day, what) = (value(event, "DTSTART"), value(event, "SUMMARY"));
        assert!(day.as_str() >= "20200415" && what.starts_with("截止："), "{day} {what}");
    }
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
    sheet(&page, None).await;
    for landscape in [false, true] {
        // Unless it may shrink what is printed, a driver leaves the paper to the style; its own is Letter.
        let orientation = if landscape {
            thirtyfour::common::print::PrintOrientation::Landscape
        } else {
            thirtyfour::common::print::PrintOrientation::Portrait
        };
        let how = PrintParameters { shrink_to_fit: false, orientation, ..PrintParameters::default() };
        let printed = page.browser().print_page(how).await.expect("the browser prints");
        assert!(read_by("pdfinfo", &["-"], &printed).contains("(A4)"), "the paper");
        is_the_sheet(&read_by("pdftotext", &["-raw", "-", "-"], &printed));
    }
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
    for part in [
        "2020年惠企政策核查单（回查）",
        &dataset().version,
        "以经办机关审核为准",
        "鄂政发〔2020〕6号",
        "企业名称",
        "经办人",
    ] {
        assert!(printed.contains(part), "`{part}` is not printed: {text}");
    }
    for (item, office, _) in HAD {
        assert!(printed.contains(&letters(&format!("致：{office}"))), "`{item}` at its office: {text}");
    }
    // The screen itself stays on the screen.
    for button in ["分享、下载", "复制分享链接"] {
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

async fn copies_and_clears(page: Page) {
    sheet(&page, None).await;
    page.click("[data-action='copy']").await;
    page.sees("[data-done]", "已复制").await;
    let text = pasted(&page).await;
    for (item, office, _) in HAD {
        assert!(text.contains(&format!("【{office}】")) && text.contains(item), "`{item}`: {text}");
    }
    assert!(text.starts_with("2020 年惠企政策核查单（回查）") && text.contains("以经办机关审核为准"), "{text}");

    page.click("[data-action='share']").await;
    page.sees("[data-done]", "已复制").await;
    let link = pasted(&page).await;
    page.click(".mast [data-action='answers']").await;
    page.click("[data-action='clear']").await;
    page.click("[data-action='sure']").await;
    page.sees("[data-screen='start'] h1", "").await;
    page.browser().refresh().await.expect("a page can be loaded anew");
    page.started().await;
    let kept = page.run("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").await.to_string();
    assert!(!kept.contains("retail"), "cleared, and still kept: {kept}");

    page.go_to("about:blank").await;
    page.go_to(&link).await;
    page.started().await;
    page.sees("[data-shared]", "只能看").await;
    page.sees("[data-item='P10'] [data-amount]", "6,000 元").await;
    let fields = page.run("return document.querySelectorAll('main input').length").await;
    assert_eq!(fields, 0, "what another shared is only to be looked at");
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

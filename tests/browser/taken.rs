//! What a visitor takes along, read by readers that are not ours: the printed 申报清单, the table, the data, the calendar,
//! the copied text and the shared link. Amounts are worked out from the list by hand.

use crate::examples::{answers_of, dataset, outcome_of, Mode};
use crate::harness::{own_folder, visit, Engine, Page, Screen};
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::Screener;
use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;
use std::collections::HashMap;
use std::process::Command;
use thirtyfour::common::print::{PrintOrientation, PrintPage, PrintParameters};
use thirtyfour::Key;

const FIRM: &str = "shop";
const DAY: &str = "2020-07-15";

/// Clause, office, worth in yuan to the fen, whether it is over by that day.
const WORTH: [(&str, &str, &str, bool); 5] = [
    // 3 months × 9,000
    ("P04-a", "市人民政府国有资产监督管理委员会", "27000.00", false),
    // 6 months × 9,000 × 50 %
    ("P04-b", "市人民政府国有资产监督管理委员会", "27000.00", false),
    // 5 months × 5,400; put off until the end of 2020 for a small firm
    ("P09-a", "市人社局", "27000.00", false),
    // 5 months × 2,400 × 50 %
    ("P10", "市医保局", "6000.00", true),
    // 6 insured staff: all of 2,300 + 985
    ("P11-f", "市人社局", "3285.00", true),
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
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column `{name}`"));
    let (id, least, most, office, when) = (at("条款"), at("至少（元）"), at("最多（元）"), at("经办"), at("期限"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    for (clause, by, worth, over) in WORTH {
        let row = rows.iter().find(|row| row.get(id) == Some(clause)).unwrap_or_else(|| panic!("`{clause}` in CSV"));
        assert_eq!((row.get(least), row.get(most)), (Some(worth), Some(worth)), "{clause}");
        assert_eq!(row.get(office), Some(by), "{clause}");
        assert_eq!(row.get(when).expect("a period").contains("已过期"), over, "{clause}: {:?}", row.get(when));
    }
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
    for (clause, _, _, over) in WORTH {
        assert_eq!(day_of(clause), (!over).then_some("20201231"), "{clause}");
    }
    assert!(days.values().all(|(day, what)| day.as_str() > "20200714" && what.starts_with("截止：")), "{days:?}");
}

async fn prints_the_sheet(page: Page) {
    outcome(&page).await;
    // From the browser's menu, and so without a press on any button of the widget's.
    page.holds("the sheet to be made", "return !!document.querySelector('[data-sheet]')").await;
    let a4 = PrintParameters {
        orientation: PrintOrientation::Portrait,
        page: PrintPage { width: 21.0, height: 29.7 },
        ..PrintParameters::default()
    };
    let printed = page.browser().print_page(a4).await.expect("the browser prints");
    let folder = own_folder("prints");
    let file = folder.join("sheet.pdf");
    std::fs::write(&file, printed).expect("target/ can be written");
    let read = |program: &str, options: &[&str], rest: &[&str]| {
        let ran = Command::new(program).args(options).arg(&file).args(rest).output();
        let ran = ran.unwrap_or_else(|error| panic!("`{program}` is not there: {error}"));
        String::from_utf8(ran.stdout).expect("UTF-8")
    };
    assert!(read("pdfinfo", &[], &[]).contains("(A4)"), "the paper");
    is_the_sheet(&read("pdftotext", &["-raw"], &["-"]));
}

#[tokio::test]
async fn the_sheet_printed_in_chromium() {
    visit(Engine::Chromium, Screen::Desktop, prints_the_sheet).await;
}

#[tokio::test]
async fn the_sheet_printed_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, prints_the_sheet).await;
}

/// Letters alone: paper breaks a line anywhere.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

fn is_the_sheet(text: &str) {
    let printed = letters(text);
    for part in ["惠企政策申报清单", "2020-07-15", &dataset().version, "以经办机关审核为准", "鄂政发〔2020〕6号"]
    {
        assert!(printed.contains(part), "`{part}` is not printed: {text}");
    }
    for (clause, office, ..) in WORTH {
        assert!(printed.contains(office), "`{clause}`: `{office}` is not printed: {text}");
    }
    for worth in ["27,000元", "6,000元", "3,285元"] {
        assert!(printed.contains(worth), "`{worth}` is not printed: {text}");
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

async fn copies_and_clears(page: Page) {
    outcome(&page).await;
    page.click("[data-action='copy']").await;
    page.sees("[data-done]", "已复制").await;
    let text = pasted(&page).await;
    for (clause, office, ..) in WORTH {
        assert!(text.contains(&format!("【{office}】")), "`{clause}`: {text}");
    }
    assert!(text.contains("3,285 元") && text.contains(DAY) && text.contains("以经办机关审核为准"), "{text}");

    page.click("[data-action='share']").await;
    page.sees("[data-done]", "已复制").await;
    let link = pasted(&page).await;
    page.click("[data-action='clear']").await;
    page.click("[data-action='clear-yes']").await;
    page.sees("[data-screen='start'] h1", "").await;
    page.browser().refresh().await.expect("a page can be loaded anew");
    page.started().await;
    let kept = page.run("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").await;
    assert!(!kept.to_string().contains("industry"), "cleared, and still kept: {kept}");

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

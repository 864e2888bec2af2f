//! What people type that is no answer, and what only looks like none: a plain sentence by the field and above the page, the
//! text kept as it was typed, every other answer kept, and on after it is mended.

use crate::harness::{letters, visit, Engine, Page, Screen};
use serde_json::json;
use thirtyfour::By;

/// Two figures of the first page, of which the second is a sum in 万元.
const PAGE: &str = "#s=1&t=s~q.industry.staff.revenue&n=1&r=2020-07-15&a=industry-industry";

/// Field, what is typed, and what is said to it.
const WRONG: [(&str, &str, &str); 10] = [
    ("staff", "三十五", "“三十五”不是数。请填 0 人到 100,000 人之间的数。"),
    ("staff", "12abc", "“12abc”不是数。"),
    ("staff", "10^30", "这个数太大了。"),
    ("staff", "1000000000000000000000000000000", "这个数太大了。"),
    ("staff", "-5", "-5 人超出了范围。请填 0 人到 100,000 人之间的数。"),
    ("staff", "100001", "100,001 人超出了范围。"),
    ("staff", "3.5", "3.5 人的小数位太多。请填整数。"),
    ("revenue", "NaN", "“NaN”不是数。"),
    ("revenue", "-1", "-10,000 元超出了范围。"),
    ("revenue", "１０^３０", "这个数太大了。"),
];

/// What is understood: field, what is typed, how it is read back.
const UNDERSTOOD: [(&str, &str, &str); 5] = [
    ("staff", "１２，３４５", "12,345 人"),
    ("revenue", "３，５００", "35,000,000 元（3,500 万元）"),
    ("revenue", "35000000元", "35,000,000 元（3,500 万元）"),
    ("revenue", "0.5亿", "50,000,000 元（5,000 万元）"),
    ("revenue", " 120 万 ", "1,200,000 元（120 万元）"),
];

fn field(question: &str) -> String {
    format!("[data-question='{question}'] input[type='text']")
}

/// Types and leaves the field.
async fn typed(page: &Page, question: &str, text: &str) {
    page.fill_in_and_leave(&field(question), text).await;
}

/// What the field tells of itself: its text, whether it is marked as wrong, and the words that it points to.
async fn told(page: &Page, css: &str) -> (String, bool, String) {
    let script = format!(
        "const field = document.querySelector(\"{css}\");
        const words = field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id));
        return [field.value, field.getAttribute('aria-invalid') === 'true',
            words.filter(Boolean).map((element) => element.textContent).join('')];"
    );
    serde_json::from_value(page.run(&script).await).expect("what the script returns")
}

async fn is_refused(page: &Page, question: &str, text: &str, said: &str) {
    typed(page, question, text).await;
    let what = format!("`{text}` in `{question}` to be refused with `{said}`");
    let said = letters(said);
    page.until(&what, || async {
        let (value, wrong, words) = told(page, &field(question)).await;
        (value == text && wrong && letters(&words).contains(&said)).then_some(())
    })
    .await;
    page.click("[data-action='next']").await;
    // Above the page, with the focus on it; the page stays.
    page.until("the summary", || async {
        let summary = page.browser().find(By::Id("errors")).await.ok()?.text().await.ok()?;
        letters(&summary).contains(&said).then_some(())
    })
    .await;
    page.holds("the focus on the summary", "return document.activeElement.id === 'errors'").await;
    page.click("#errors button").await;
    let focused = format!("return document.activeElement === document.querySelector(\"{}\")", field(question));
    page.holds("the focus in the field", &focused).await;
}

async fn types_what_is_wrong(page: Page) {
    page.open(PAGE).await;
    for (question, text, said) in WRONG {
        is_refused(&page, question, text, said).await;
        // What a text is read as is decided by the same wasm everywhere. What a browser has a part in is the field, the
        // summary and the focus, and one wrong text goes through all of them.
        if page.engine() != Engine::Chromium {
            break;
        }
        typed(&page, question, "").await;
    }
    typed(&page, "staff", "12abc").await;
    // The keys have come to the page before it is left.
    page.until("`12abc` to be refused", || async {
        let (value, wrong, _) = told(&page, &field("staff")).await;
        (value == "12abc" && wrong).then_some(())
    })
    .await;
    // As typed after a reload too, and nothing else lost.
    page.browser().refresh().await.expect("a page can be loaded anew");
    page.started().await;
    page.sees("[data-screen='questions'] h1", "").await;
    let (value, wrong, _) = told(&page, &field("staff")).await;
    assert_eq!((value.as_str(), wrong), ("12abc", true));
    let industry = "return document.querySelector(\"[data-question='industry'] input:checked\").value";
    assert_eq!(page.run(industry).await, json!("industry"));

    for (question, text, read) in UNDERSTOOD {
        typed(&page, question, text).await;
        page.until(&format!("`{text}` to be read as `{read}`"), || async {
            let back = page.text(&format!("[data-question='{question}'] .read-back")).await;
            let (value, wrong, _) = told(&page, &field(question)).await;
            (!wrong && value == text && letters(&back).contains(&letters(read))).then_some(())
        })
        .await;
    }
    page.click("[data-action='next']").await;
    page.until("another page", || async { page.browser().find(By::Css(field("staff"))).await.err().map(drop) }).await;
}

async fn refers_to_no_day(page: Page) {
    // Another page between makes the browser load it anew.
    page.go_to("about:blank").await;
    page.open("#s=1&t=s&n=0&r=2020-07-15&a=industry-industry~staff-60").await;
    for text in ["2020-02-30", "2020-13-1", "昨天", "99999-1-1", "10^30"] {
        page.fill_in_and_leave("#reference-date", text).await;
        page.until(&format!("`{text}` to be refused"), || async {
            let (value, wrong, words) = told(&page, "#reference-date").await;
            (value == text && wrong && words.contains("日历上没有这一天")).then_some(())
        })
        .await;
    }
    // The answers are still there, and so is the day that held before.
    page.click("[data-action='outcome']").await;
    page.sees("[data-screen='outcome'] h1", "").await;
    page.sees("footer", "2020-07-15").await;
    page.browser().back().await.expect("a page can be gone back from");
    page.fill_in_and_leave("#reference-date", "２０２０年５月６日").await;
    page.until("the day to be understood", || async {
        let (value, wrong, _) = told(&page, "#reference-date").await;
        (value == "2020-05-06" && !wrong).then_some(())
    })
    .await;
}

async fn types_nonsense(page: Page) {
    types_what_is_wrong(page.clone()).await;
    refers_to_no_day(page).await;
}

#[tokio::test]
async fn nonsense_in_chromium() {
    visit(Engine::Chromium, Screen::Phone, types_nonsense).await;
}

#[tokio::test]
async fn nonsense_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, types_nonsense).await;
}

#[tokio::test]
async fn nonsense_in_webkit() {
    visit(Engine::WebKit, Screen::Desktop, types_nonsense).await;
}

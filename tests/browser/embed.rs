//! The widget in the page of another site, put there by one line: `embed.js`. Each host page of `tests/hosts/` shows a way
//! in which real pages are.

use crate::harness::{browse, Engine, Host, Page, Screen, Server};
use serde_json::{json, Value};
use std::future::Future;

/// Opens a host page in a browser, with the widget on a server of its own.
pub async fn embedded<Job, Doing>(engine: Engine, name: &str, job: Job)
where
    Job: FnOnce(Page) -> Doing + 'static,
    Doing: Future<Output = ()> + 'static,
{
    let widget = Server::start(&[]);
    let host = Host::embedding(widget.address());
    let address = host.page(name);
    browse("", engine, Screen::Desktop, |page| async move {
        page.go_to(&address).await;
        job(page).await;
    })
    .await;
}

/// Script that is true once that widget has said so.
pub fn heard(kind: &str, at: usize) -> String {
    format!("return window.heard.some(({{ type, at }}) => type === '{kind}' && at === {at})")
}

/// Waits until a frame stands and is as high as what is in it.
pub async fn settles(page: &Page, at: usize) {
    page.holds("the widget to be ready", &heard("ready", at)).await;
    page.enter(&format!("iframe[data-huiqi='{at}']")).await;
    page.holds("no scroll in scroll", "const e = document.documentElement; return e.scrollHeight - e.clientHeight < 2")
        .await;
    page.sees("h1", "").await;
}

/// The common line: height, title, look and date arrive, and the frame follows what is in it.
async fn the_common_line(page: Page) {
    settles(&page, 0).await;
    page.holds("the look that the host asked for", "return document.documentElement.dataset.size === 'large'").await;
    let theme = page.run("return document.documentElement.style.getPropertyValue('--host')").await;
    assert_eq!(theme, "rgb(190,15,44)", "#c8102e, darkened until 6:1 on white");
    page.sees("[data-mode='current']", "2020年7月15日").await;
    page.leave().await;
    let heights = "const kinds = window.heard.map(({ type }) => type);
        return kinds.slice(kinds.indexOf('ready')).filter((kind) => kind === 'resize').length < 2";
    assert_eq!(page.run(heights).await, true, "what the host asked for moves nothing that a visitor may be aiming at");
    let before = page.run("return document.querySelector('iframe').getBoundingClientRect().height").await;
    assert_eq!(page.run("return document.querySelector('iframe').title").await, "惠企政策匹配");
    let widths = "const width = (e) => e.getBoundingClientRect().width;
        return width(document.querySelector('iframe')) - width(document.querySelector('h1'))";
    assert_eq!(page.run(widths).await, 0);
    page.enter("iframe").await;
    page.click("main [data-action='next']").await;
    page.sees("[data-screen='firm'] h1", "").await;
    page.holds("no scroll in scroll", "const e = document.documentElement; return e.scrollHeight - e.clientHeight < 2")
        .await;
    page.leave().await;
    let after = page.run("return document.querySelector('iframe').getBoundingClientRect().height").await;
    assert_ne!(before, after);
    page.keep("embedded").await;
}

#[tokio::test]
async fn one_line_embeds_it_in_chromium() {
    embedded(Engine::Chromium, "index.html", |page| async move {
        the_common_line(page.clone()).await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn one_line_embeds_it_in_firefox() {
    embedded(Engine::Firefox, "index.html", the_common_line).await;
}

#[tokio::test]
async fn one_line_embeds_it_in_webkit() {
    embedded(Engine::WebKit, "index.html", the_common_line).await;
}

/// Gives the first question its first answer, and waits until that is kept.
async fn answer_something(page: &Page) {
    page.click("main [data-action='next']").await;
    page.sees("[data-screen='firm'] h1", "").await;
    let kept = "return (() => { try { return sessionStorage.getItem('huiqi0') } catch (e) { return '' } })()";
    let before = page.run(kept).await;
    page.click("[data-question] label").await;
    page.holds("the answer to be chosen", "return document.querySelector('[data-question] input:checked') !== null")
        .await;
    if before != "" {
        page.until("the answer to be kept", || async { (page.run(kept).await != before).then_some(()) }).await;
    }
}

/// From 企业 to what is known so far; in large letters one question stands on a page.
async fn to_the_outcome(page: &Page) {
    let title = "return document.querySelector('[data-screen=firm] legend')?.textContent ?? ''";
    let mut before = page.run(title).await;
    while before != "" {
        page.click("main [data-action='next']").await;
        page.until("the next question", || async { (page.run(title).await != before).then_some(()) }).await;
        before = page.run(title).await;
    }
    page.sees("[data-screen='shortlist'] h1", "").await;
    page.click("main [data-action='to-outcome']").await;
    page.sees("[data-screen='outcome'] h1", "").await;
}

#[tokio::test]
async fn two_on_one_page_keep_apart() {
    embedded(Engine::Chromium, "two.html", |page| async move {
        settles(&page, 0).await;
        answer_something(&page).await;
        page.leave().await;
        page.run("document.querySelector(\"iframe[data-huiqi='1']\").scrollIntoView()").await;
        settles(&page, 1).await;
        page.sees("[data-screen='start'] h1", "").await;
        page.leave().await;
        assert_eq!(page.run("return document.querySelectorAll('iframe')[1].title").await, "另一个测算");
    })
    .await;
}

#[tokio::test]
async fn taken_out_and_put_in_again_it_finds_its_answers() {
    embedded(Engine::Chromium, "index.html", |page| async move {
        settles(&page, 0).await;
        answer_something(&page).await;
        page.leave().await;
        page.run(
            "const frame = document.querySelector('iframe'), place = frame.parentNode;
             frame.remove(); window.heard.length = 0; place.append(frame)",
        )
        .await;
        page.holds("the widget to be ready", &heard("ready", 0)).await;
        page.enter("iframe").await;
        page.sees("[data-screen='firm'] h1", "").await;
        let chosen = page.run("return document.querySelector('[data-question] input:checked') !== null").await;
        assert_eq!(chosen, true);
    })
    .await;
}

#[tokio::test]
async fn odd_style_sheets_do_not_bend_it() {
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        embedded(engine, "odd.html", |page| async move {
            settles(&page, 0).await;
            page.leave().await;
            let fits = "const box = document.querySelector('iframe').getBoundingClientRect();
                const place = document.getElementById('place');
                return [box.width <= place.clientWidth, box.height > 300, getComputedStyle(document.querySelector('iframe')).borderTopWidth]";
            assert_eq!(page.run(fits).await, json!([true, true, "0px"]));
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_folded_away_has_its_height_when_shown() {
    embedded(Engine::Chromium, "folded.html", |page| async move {
        page.click("summary").await;
        settles(&page, 0).await;
        page.leave().await;
        page.run("document.getElementById('tab').hidden = false; document.getElementById('tab').scrollIntoView()")
            .await;
        settles(&page, 1).await;
        page.leave().await;
        let height = page.run("return document.querySelectorAll('iframe')[1].getBoundingClientRect().height").await;
        page.run("document.getElementById('tab').hidden = true").await;
        page.run("document.getElementById('tab').hidden = false").await;
        settles(&page, 1).await;
        page.leave().await;
        let again = page.run("return document.querySelectorAll('iframe')[1].getBoundingClientRect().height").await;
        assert_eq!(height, again);
    })
    .await;
}

#[tokio::test]
async fn a_script_in_the_head_puts_it_into_the_body() {
    embedded(Engine::Chromium, "late.html", |page| async move {
        settles(&page, 0).await;
        page.leave().await;
        assert_eq!(page.run("return document.querySelector('iframe').parentNode.localName").await, "body");
    })
    .await;
}

/// In a sandbox there is no storage, no worker and no origin; the job goes on, and print becomes copy.
async fn sandboxed(page: Page) {
    settles(&page, 0).await;
    answer_something(&page).await;
    // WebKit's driver does not scroll a page for a click far down in a frame of another origin.
    if page.engine() != Engine::WebKit {
        to_the_outcome(&page).await;
        page.click("[data-action='copy']").await;
        page.sees("[data-done]", "复制").await;
    }
    page.leave().await;
    let sandbox = page.run("return document.querySelector('iframe').getAttribute('sandbox')").await;
    assert_eq!(sandbox, "allow-scripts");
}

#[tokio::test]
async fn a_sandbox_keeps_it_working_in_chromium() {
    embedded(Engine::Chromium, "sandbox.html", sandboxed).await;
}

#[tokio::test]
async fn a_sandbox_keeps_it_working_in_firefox() {
    embedded(Engine::Firefox, "sandbox.html", sandboxed).await;
}

#[tokio::test]
async fn a_sandbox_keeps_it_working_in_webkit() {
    embedded(Engine::WebKit, "sandbox.html", sandboxed).await;
}

#[tokio::test]
async fn a_host_fills_in_what_it_knows_and_the_visitor_is_told() {
    embedded(Engine::Chromium, "filled.html", |page| async move {
        settles(&page, 0).await;
        page.sees("body", "这个网页已替您填了 3 个回答").await;
        assert_eq!(page.run("return document.documentElement.dataset.theme").await, "contrast");
        page.leave().await;
        page.run("document.querySelectorAll('iframe')[1].scrollIntoView()").await;
        settles(&page, 1).await;
    })
    .await;
}

#[tokio::test]
async fn the_outcome_leaves_only_when_the_visitor_presses() {
    embedded(Engine::Chromium, "index.html", |page| async move {
        settles(&page, 0).await;
        answer_something(&page).await;
        to_the_outcome(&page).await;
        page.click("[data-hand] summary").await;
        page.sees("[data-hand]", "http://localhost").await;
        page.leave().await;
        let reports = "return window.heard.filter(({ type }) => type === 'report')";
        assert_eq!(page.run(reports).await, json!([]));
        page.enter("iframe").await;
        page.click("[data-action='hand']").await;
        page.sees("[data-done]", "已交给本页").await;
        page.leave().await;
        page.holds("the report", &heard("report", 0)).await;
        let handed = page.run("return window.heard.find(({ type }) => type === 'report')").await;
        assert_eq!(handed["report"]["report"], 2);
        assert_eq!(handed["report"]["reference_date"], "2020-07-15");
        assert_eq!(handed["answers"].as_object().map(serde_json::Map::len), Some(1), "{}", handed["answers"]);
    })
    .await;
}

/// Content that grows and shrinks 200 times; each change costs the host one message, and nothing goes round in a circle.
#[tokio::test]
async fn the_height_follows_two_hundred_changes() {
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        embedded(engine, "index.html", move |page| async move {
            settles(&page, 0).await;
            page.leave().await;
            page.run("window.heard.length = 0").await;
            page.enter("iframe").await;
            let ran = page
                .run_until_done(
                    "const block = document.createElement('div');
                     document.getElementById('huiqi-content').append(block);
                     const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                     (async () => {
                       for (let step = 1; step <= 200; step++) {
                         block.style.height = step % 2 ? `${step * 10}px` : '0';
                         await frame();
                       }
                       done(true);
                     })();",
                )
                .await;
            assert_eq!(ran, true);
            page.holds("no scroll in scroll", "const e = document.documentElement; return e.scrollHeight - e.clientHeight < 2").await;
            page.leave().await;
            let messages = page.run("return window.heard.filter(({ type }) => type === 'resize').length").await;
            let count = messages.as_u64().unwrap_or_default();
            assert!((100..=400).contains(&count), "{engine:?}: {count} messages for 200 changes");
            let quiet = page
                .run_until_done(
                    "const before = window.heard.length;
                     requestAnimationFrame(() => requestAnimationFrame(() => done(window.heard.length - before)))",
                )
                .await;
            assert_eq!(quiet, Value::from(0));
        })
        .await;
    }
}

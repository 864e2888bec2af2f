//! The first screens, before the wasm is there: they are the widget's own, and what is pressed on them is done in it.

use crate::harness::{visit_served, Engine, Page, Screen};
use serde_json::Value;

/// The wasm comes when the test says so.
async fn held<Doing: std::future::Future<Output = ()> + 'static>(engine: Engine, job: fn(Page) -> Doing) {
    visit_served(&["--held-wasm"], engine, Screen::Phone, job).await;
}

async fn is_not_there(page: &Page) {
    assert_eq!(page.run("return document.documentElement.dataset.huiqi").await, "starting");
}

async fn comes(page: &Page) {
    is_not_there(page).await;
    page.run("fetch('let-go')").await;
    page.started().await;
}

async fn answer(page: &Page, question: &str, value: &str) {
    page.click(&format!("[data-question='{question}'] input[value='{value}'] + span")).await;
}

/// What is on the screen down to the question that the visitor is at, and where: who is aiming at something still hits it.
const LAYOUT: &str = "
    const main = Array.from(document.querySelectorAll('main')).find((main) => main.offsetParent);
    const here = document.activeElement.closest('fieldset');
    const isBehind = (one) => here && !here.contains(one) && here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    const folded = 'details:not([open]) > :not(summary), details:not([open]) > :not(summary) *';
    return Array.from(main.querySelectorAll('*')).filter((one) => one.offsetParent && !one.matches(folded) && !isBehind(one)).map((one) =>
        [one.tagName, one.className, one.id, Math.round(one.getBoundingClientRect().y + scrollY)].join(' ')).join(', ');";

/// The first element that is not where it was, give or take what a line's words do to its height.
fn moved(before: &Value, after: &Value) -> Option<String> {
    let parts = |of: &Value| of.as_str().unwrap_or_default().split(", ").map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (parts(before), parts(after));
    let place = |part: &String| {
        let (name, y) = part.rsplit_once(' ').expect("a name and where it is");
        (name.to_owned(), y.parse::<i64>().expect("a number"))
    };
    let stays = |one: &String, other: &String| {
        let ((one, from), (other, to)) = (place(one), place(other));
        one == other && (from - to).abs() < 4
    };
    let at = (0..before.len().max(after.len())).find(|at| {
        let pair = before.get(*at).zip(after.get(*at));
        !pair.is_some_and(|(one, other)| stays(one, other))
    })?;
    Some(format!("{:?} is {:?}", before.get(at), after.get(at)))
}

/// Values chosen, and what has the focus.
const STATE: &str = "
    const chosen = Array.from(document.querySelectorAll('main .tile input:checked')).map((input) => input.value);
    const { tagName, id, value } = document.activeElement;
    return `${chosen.join(' ')}, focus on ${tagName} ${value || id}`;";

/// From the start to 企业 with two answers.
async fn begins(page: &Page) {
    page.go("").await;
    page.sees("[data-screen='start'] h1", "").await;
    page.click("main [data-action='next']").await;
    page.sees("[data-screen='firm'] h1", "").await;
    answer(page, "industry", "industry").await;
    answer(page, "registered_city", "no").await;
}

async fn answers_are_taken_along(page: Page) {
    begins(&page).await;
    let before = page.run(LAYOUT).await;
    page.keep("early").await;
    comes(&page).await;
    assert_eq!(page.run(STATE).await, "industry no, focus on INPUT no");
    assert_eq!(moved(&before, &page.run(LAYOUT).await), None);
    page.sees("[data-left]", "已点 2").await;
    page.click("[data-action='home']").await;
    page.sees("[data-screen='start'] h1", "").await;
}

#[tokio::test]
async fn answers_are_taken_along_in_chromium() {
    held(Engine::Chromium, answers_are_taken_along).await;
}

#[tokio::test]
async fn answers_are_taken_along_in_firefox() {
    held(Engine::Firefox, answers_are_taken_along).await;
}

#[tokio::test]
async fn answers_are_taken_along_in_webkit() {
    held(Engine::WebKit, answers_are_taken_along).await;
}

/// The start is the widget's own, with the day of the visit.
async fn the_start_stays_as_it_is(page: Page) {
    page.go("").await;
    let today = "const [year, month, day] = new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10).split('-').map(Number);
        return `${year}年${month}月${day}日`";
    let today = page.run(today).await;
    page.sees("[data-mode='look-back']", today.as_str().expect("a day")).await;
    let text = "return Array.from(document.querySelectorAll('main')).find((main) => main.offsetParent).innerText";
    let (said, before) = (page.run(text).await, page.run(LAYOUT).await);
    comes(&page).await;
    assert_eq!(page.run(text).await, said);
    assert_eq!(moved(&before, &page.run(LAYOUT).await), None);
}

#[tokio::test]
async fn the_start_stays_as_it_is_in_chromium() {
    held(Engine::Chromium, the_start_stays_as_it_is).await;
}

/// What only the widget can do waits for it, once.
#[tokio::test]
async fn who_goes_on_at_once_is_taken_on() {
    held(Engine::Chromium, |page| async move {
        begins(&page).await;
        page.click("[data-action='next']").await;
        page.sees("[role='status']", "马上就好").await;
        page.click("[data-action='next']").await;
        answer(&page, "industry", "catering").await;
        comes(&page).await;
        page.sees("[data-screen='shortlist'] h1", "").await;
        assert_eq!(page.run(STATE).await, ", focus on H1 screen-title");
        let top =
            page.run("return Math.round(document.getElementById('screen-title').getBoundingClientRect().y)").await;
        // Beneath what stays at the top.
        assert!(
            top.as_i64().is_some_and(|top| (0..120).contains(&top)),
            "the new page is seen from its title on: {top}"
        );
        page.click("[data-action='answers']").await;
        page.sees("main", "工业").await;
    })
    .await;
}

/// A link says what the widget will show: nothing else is shown before.
#[tokio::test]
async fn a_link_is_waited_for() {
    held(Engine::Chromium, |page| async move {
        page.go("#s=1&a=industry-retail").await;
        page.sees("main", "正在打开").await;
        comes(&page).await;
        page.sees("[data-screen='outcome'] h1", "").await;
    })
    .await;
}

/// A visitor who gets impatient and loads the page anew finds what was pressed.
async fn answers_outlive_a_reload(page: Page) {
    begins(&page).await;
    page.run("window.before = true; location.reload()").await;
    page.holds("the page to be loaded anew", "return !window.before && Boolean(document.querySelector('main input'))")
        .await;
    page.holds("the answers", "return document.querySelectorAll('main .tile input:checked').length === 2").await;
    comes(&page).await;
    let chosen =
        "return Array.from(document.querySelectorAll('#huiqi-root .tile input:checked')).map(({ value }) => value).join(' ')";
    assert_eq!(page.run(chosen).await, "industry no");
    assert_eq!(page.run("return Object.keys(sessionStorage).filter((key) => key.includes('early')).length").await, 0);
}

#[tokio::test]
async fn answers_outlive_a_reload_in_chromium() {
    held(Engine::Chromium, answers_outlive_a_reload).await;
}

#[tokio::test]
async fn answers_outlive_a_reload_in_firefox() {
    held(Engine::Firefox, answers_outlive_a_reload).await;
}

#[tokio::test]
async fn answers_outlive_a_reload_in_webkit() {
    held(Engine::WebKit, answers_outlive_a_reload).await;
}

/// Where the wasm stalls, whoever waits for it has a way on, and after a while is told why.
#[tokio::test]
async fn who_waits_has_a_way_on() {
    held(Engine::Chromium, |page| async move {
        begins(&page).await;
        page.click("[data-action='next']").await;
        page.sees("[role='status'] a[href='policies.html']", "看全部政策").await;
        page.sees("[role='status']", "还没有取全").await;
        page.click("[role='status'] a").await;
        page.holds("the list", "return location.pathname.endsWith('policies.html')").await;
    })
    .await;
}

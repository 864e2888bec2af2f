//! The nearest change that would bring a clause: told once the card is painted, and again when an answer changes.

use crate::harness::{visit, Engine, Page, Screen};

/// A firm of 501 insured, of whom 500 would be enough for a refund of 7,000 + 3,000.
const VISIT: &str =
    "#s=1&t=s~o&n=1&d=2020-07.1&r=2020-05-01&a=legal_form-company~insurances-social.fund~insured_staff-501\
    ~layoff_rate-0_06~unemployment_paid_firm-7000~unemployment_paid_staff-3000\
    ~hardship--struggling.recoverable.few_layoffs.affected.distressed";
const SAID: &str = "[data-group='near-miss'] [data-clause='P11-f'] [data-near]";

async fn is_told(page: Page) {
    page.open(VISIT).await;
    page.sees(SAID, "再走一步：参保职工从 501 人减到 500 人，可得 10,000 元。").await;
    page.click("[data-action='answers']").await;
    page.holds(
        "the answer to be changed",
        "return [...document.querySelectorAll('.answer')].some((row) => {
        const found = row.textContent.includes('501 人');
        if (found) row.querySelector('[data-action=change]').click();
        return found;
    })",
    )
    .await;
    page.fill_in("[data-question='insured_staff'] input[type='text']", "750").await;
    page.click("[data-action='next']").await;
    page.click("[data-action='to-outcome']").await;
    page.sees(SAID, "再走一步：参保职工从 750 人减到 500 人，可得 10,000 元。").await;
    // The other cards have theirs in their turn.
    page.holds("nothing to be out of date", "return !document.querySelector('[data-near][aria-busy=true]')").await;
    // What is not shown as near says it when its card is opened.
    page.click("[data-group='ineligible'] summary").await;
    page.click("[data-clause='P12-a'] [data-action='toggle']").await;
    page.sees("[data-clause='P12-a'] [data-near]", "再走一步：经营困难情况里加上“受疫情影响”").await;
    // Until it is worked out anew it is marked: the timers with which that begins are taken away.
    page.run(
        "const timed = window.setTimeout;
        window.setTimeout = (does, after, ...rest) => after === 50 ? 0 : timed(does, after, ...rest)",
    )
    .await;
    page.click("[data-clause='P07-a'] [data-action='toggle']").await;
    page.click("[data-clause='P07-a'] [data-question='vat_payer'] input[value='small_scale']").await;
    let marked = format!("return document.querySelector(\"{SAID}\").getAttribute('aria-busy') === 'true'");
    page.holds("what is out of date to be marked", &marked).await;
}

#[tokio::test]
async fn is_told_in_chromium() {
    visit(Engine::Chromium, Screen::Phone, is_told).await;
}

#[tokio::test]
async fn is_told_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, is_told).await;
}

#[tokio::test]
async fn is_told_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, is_told).await;
}

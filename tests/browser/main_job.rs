//! The main job, done as a visitor does it: six taps, the names, two situations, and money at the cards; every sum checked
//! against what the list gives by hand. What was tapped is then tapped again on Chromium 69, 78 and 86.

use crate::harness::old_chromium::{run, Step};
use crate::harness::{visit, Engine, Page, Screen};
use crate::visitor::{leak, Answers, Visitor};
use std::sync::{Arc, Mutex};

/// A noodle shop: a company of 10 to 99 people with all insurances, on state-owned premises.
pub const SHOP: Answers = &[
    ("industry", "catering"),
    ("legal_form", "company"),
    ("registered_city", "yes"),
    ("staff", "1"),
    ("vat_payer", "small_scale"),
    ("insurances", "only-3"),
];

/// Figures at the cards, with what they come to.
const FIGURES: [(&str, &str, &str); 4] = [
    ("P09-a", "social_monthly", "7140"),
    ("P09-a", "insured_months", "5"),
    ("P10", "medical_monthly", "3360"),
    ("P04-a", "monthly_rent", "4800"),
];

async fn do_the_job(page: Page, steps: Arc<Mutex<Vec<Step<'static>>>>) {
    let visitor = Visitor::new(page, steps);
    let page = &visitor.page;
    page.open("").await;
    page.sees(".mast", "2020 年回查").await;
    visitor.say_who(SHOP).await;
    page.sees("[data-group='likely']", "免单位三项社保费").await;
    visitor.say_what(&["rent"], &[]).await;
    for (item, question, figure) in FIGURES {
        page.sees(&format!("[data-item='{item}'] [data-question='{question}']"), "").await;
        visitor.write(question, figure).await;
    }
    // 5 months × 7,140; 5 months × 3,360 × 50 %.
    for (item, sum) in [("P09-a", "35,700 元"), ("P10", "8,400 元")] {
        let css = format!("[data-item='{item}'][data-word='that-year'] [data-amount]");
        page.sees(&css, sum).await;
        visitor.remember(Step::Sees(leak(&css), leak(sum)));
    }
    visitor.tap("[data-item='P09-a'] [data-action='toggle']").await;
    page.sees("[data-item='P09-a']", "鄂政发〔2020〕6号").await;
    if page.engine() == Engine::Chromium {
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    }
    page.keep("outcome").await;
}

#[tokio::test]
async fn a_noodle_shop_on_a_phone_and_on_old_kernels() {
    let steps = Arc::new(Mutex::new(Vec::new()));
    let recorded = Arc::clone(&steps);
    visit(Engine::Chromium, Screen::Phone, |page| do_the_job(page, recorded)).await;
    let steps = std::mem::take(&mut *steps.lock().expect("the visit is over"));
    for version in [69, 78, 86] {
        run(version, "", &steps);
    }
}

#[tokio::test]
async fn a_noodle_shop_in_firefox() {
    visit(Engine::Firefox, Screen::Phone, |page| do_the_job(page, Arc::default())).await;
}

#[tokio::test]
async fn a_noodle_shop_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, |page| do_the_job(page, Arc::default())).await;
}

#[tokio::test]
async fn a_noodle_shop_at_a_desk() {
    visit(Engine::Chromium, Screen::Desktop, |page| do_the_job(page, Arc::default())).await;
}

/// What stands on the page, in fen: the ledger's counted rows of cash, their total, and the headline.
const RECONCILED: &str = "
    const fen = (text) => (text.match(/\\d[\\d,]*(?:\\.\\d+)?/g) || []).map((sum) => Math.round(Number(sum.replace(/,/g, '')) * 100));
    const ledger = document.querySelector('.phone [data-ledger]');
    const rows = Array.from(ledger.querySelectorAll('tr'));
    const end = rows.findIndex((row) => row.className === 'total');
    const sums = rows.slice(0, end).map((row) => row.querySelector('td')).filter((cell) => cell.className === 'nb');
    const whole = (text) => { const of = fen(text); return [text.includes('最多') ? 0 : of[0], of[of.length - 1]]; };
    const ends = sums.map((cell) => whole(cell.textContent));
    const sum = [0, 1].map((at) => ends.reduce((all, of) => all + of[at], 0));
    const title = document.querySelector('#screen-title').textContent.split('，').slice(1).join('，');
    return JSON.stringify([sum, whole(rows[end].querySelector('td').textContent), whole(title)]);";

async fn reconciles(page: Page) {
    let visitor = Visitor::new(page, Arc::default());
    let page = &visitor.page;
    page.open("").await;
    visitor.say_who(SHOP).await;
    visitor.say_what(&["rent"], &[]).await;
    for (_, question, figure) in FIGURES {
        visitor.write(question, figure).await;
    }
    page.sees("[data-item='P04-a'] [data-amount]", "元").await;
    page.is_settled().await;
    let told = page.run(RECONCILED).await;
    let [ledger, total, headline]: [[i64; 2]; 3] =
        serde_json::from_str(told.as_str().expect("text")).expect("what the script returns");
    assert_eq!(ledger, total, "the rows add up to the total");
    assert_eq!(total, headline, "the headline is the total");
    // 35,700 of P09 for certain; at most 8,400 of P10 and 4,800 × (3 + 3) of P04 with it.
    assert_eq!(total, [3_570_000, 3_570_000 + 840_000 + 2_880_000]);
}

#[tokio::test]
async fn headline_ledger_and_cards_are_one_sum() {
    visit(Engine::Chromium, Screen::Phone, reconciles).await;
}

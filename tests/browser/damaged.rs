//! Links and stored visits that are damaged, of another release, or meant to do harm: the widget opens, says so in a plain
//! sentence or begins anew, and loses nothing of what can be read.

use crate::harness::{visit, Engine, Page, Screen};
use crate::hostile::seed;
use serde_json::{json, Value};

/// A whole link, as the widget writes it.
const WHOLE: &str = "s=1&d=2020-07.1&r=2020-07-15&a=industry-industry~manufacturing-1~staff-60~registered_city-1~\
    insurances-social.medical~loans-!loan_kind-working_capital*loan_principal-3000000*loan_start-20200601";

/// Links damaged by chance.
const BY_CHANCE: usize = 15;

/// Such as no chance finds.
fn made_up() -> Vec<String> {
    let many = |piece: &str, times: usize| piece.repeat(times);
    let mut all: Vec<String> = [
        "s=",
        "s=2&a=staff-60",
        "s=1&s=2&s=",
        "s=1&d=<img src=x onerror=window.pwned=1>",
        "s=1&d=*e8*af*b7*e8*87*b4*e7*94*b5",
        "s=1&a=__proto__-1~constructor-1~toString-x~hasOwnProperty-~staff-60",
        "__proto__=1&s=1&constructor=1",
        "s=1&a=staff-99999999999999999999999999999999999",
        "s=1&a=staff-1e308~staff-NaN~staff--0~staff-60.20",
        "s=1&r=0000-00-00",
        "s=1&r=9999-12-31&a=staff-60",
        "s=1&r=-1",
        "s=1&m=9l&n=-1&t=o",
        "s=1&t=__proto__~o~q.constructor~c.~o",
        "s=1&o=__proto__~P01-a~P01-a~P99-z&t=o",
        "s=1&f=staff.0.0-w*&f=staff-y*e4*b8&f=__proto__-yx&t=q.staff",
        "s=1&a=loans-!!!!!!!!!!~loans-!loans-!loans-",
        "s=1&a=insurances-social-social~insurances--",
        "%73=1&s=1&a=%E4%B8%87%",
        "s=1&a=\u{202e}\u{0}\u{fffd}💥",
    ]
    .map(str::to_owned)
    .to_vec();
    all.push(format!("s=1&a={}", many("staff-60~", 20_000)));
    all.push(format!("s=1&a=loans-{}", many("!loan_kind-working_capital*loan_principal-1", 2_000)));
    all.push(format!("s=1&n=99999999999999999999&t={}", many("q.staff.industry~", 5_000)));
    all.push(format!("s=1&d={}&l={}", many("9", 300_000), many("x", 100_000)));
    all
}

/// The same numbers for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides as u64).unwrap_or(0)
    }

    fn damage(&mut self, text: &str) -> String {
        let strange: Vec<char> = "~!*-_.=&#%+<\"'\\{[万９ \u{7f}0a".chars().collect();
        let mut letters: Vec<char> = text.chars().collect();
        for _ in 0..=self.roll(6) {
            let at = self.roll(letters.len());
            let other = strange.get(self.roll(strange.len())).copied().unwrap_or('~');
            match self.roll(5) {
                0 => letters.insert(at, other),
                1 => drop(letters.remove(at)),
                2 => letters.truncate(at.max(3)),
                3 => letters.splice(at..=at, [other]).for_each(drop),
                _ => letters.extend_from_within(at..),
            }
        }
        letters.into_iter().collect()
    }
}

/// It stands, and what it says about the link is a plain sentence of its own.
async fn assert_plain(page: &Page, from: &str) {
    let short: String = from.chars().take(300).collect();
    page.started().await;
    page.sees("[data-screen] h1", "").await;
    let said = "return Array.from(document.querySelectorAll('[data-notices] li')).map((line) => line.innerText)";
    let notices: Vec<String> = serde_json::from_value(page.run(said).await).expect("sentences");
    for notice in &notices {
        assert!(notice.ends_with('。') && notice.chars().count() < 60 && !notice.contains('<'), "{notice}: {short}");
    }
    let harm = "return [Boolean(window.pwned), location.hash, Object.keys(window.Object.prototype).length]";
    assert_eq!(page.run(harm).await, json!([false, "", 0]), "{short}");
}

async fn open_with(page: &Page, fragment: &str) {
    // Another page between makes the browser load it anew rather than go to a fragment of it.
    page.go_to("about:blank").await;
    page.go(&format!("#{fragment}")).await;
}

/// What the widget says was answered.
async fn answered(page: &Page) -> String {
    page.click(".mast [data-action='answers']").await;
    page.sees("[data-screen='answers'] h1", "").await;
    let text = page
        .run("return Array.from(document.querySelectorAll('[data-said] p')).map((p) => p.innerText).join('；')")
        .await;
    text.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn damaged_links_open_all_the_same() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        let mut dice = Dice(u64::from(seed()) | 1 << 40);
        let by_chance: Vec<String> = (0..BY_CHANCE).map(|_| dice.damage(WHOLE)).collect();
        for link in made_up().iter().chain(&by_chance) {
            open_with(&page, link).await;
            assert_plain(&page, link).await;
        }
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_damaged_link_is_told_and_loses_nothing() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        open_with(&page, WHOLE).await;
        page.sees("[data-screen='outcome'] h1", "").await;
        page.click("[data-action='own']").await;
        page.sees("[data-screen='start'] h1", "").await;
        open_with(&page, "").await;
        page.click("main [data-action='next']").await;
        page.click("[data-question='registered_city'] input[value='yes'] + span").await;
        let own = answered(&page).await;
        assert!(!own.is_empty());
        open_with(&page, "s=3&a=broken").await;
        page.sees("[data-notices]", "这个链接不完整").await;
        page.keep("damaged").await;
        assert_eq!(answered(&page).await, own, "one's own answers are still there");
        // Where only some of it is damaged, the rest counts.
        open_with(&page, &WHOLE.replace("manufacturing-1", "__proto__-1~constructor-x")).await;
        page.sees("[data-notices]", "有 2 个回答在现在的版本里不能用").await;
        let kept = answered(&page).await;
        let rest = ["工业", "60", "3,000,000 元"];
        assert!(rest.iter().all(|answer| kept.contains(answer)), "{kept}");
    })
    .await;
}

/// Storage that somebody has written into, of which some is no visit, and all of it full.
async fn hostile_storage(page: Page) {
    let mut dice = Dice(u64::from(seed()) | 1 << 41);
    let mut texts: Vec<String> = (0..5).map(|_| dice.damage(WHOLE)).collect();
    texts.extend(
        ["{\"__proto__\":{\"polluted\":1}}", "null", "", "\u{0}\u{ffff}", "s=1&a=__proto__-1~staff-60"]
            .map(str::to_owned),
    );
    texts.push(format!("s=1&t=o&a={}", "x-1~".repeat(200_000)));
    page.open("").await;
    for text in &texts {
        let fill = format!(
            "for (const storage of [sessionStorage, localStorage]) {{
               for (const key of ['huiqi', 'huiqi0', '__proto__', 'constructor', 'getItem']) storage.setItem(key, {});
             }}",
            Value::from(text.as_str())
        );
        page.run(&fill).await;
        page.run("window.old = true; location.reload()").await;
        page.holds("the page to load anew", "return !window.old").await;
        assert_plain(&page, text).await;
        let told = page.run("return (document.querySelector('[data-notices]') || {}).innerText || ''").await;
        assert!(!told.as_str().unwrap_or_default().contains("链接不完整"), "nobody followed a link: {told}");
        page.run("sessionStorage.clear(); localStorage.clear()").await;
    }
    full_storage(&page).await;
}

/// No letter more can be kept, and the visit goes on in memory.
async fn full_storage(page: &Page) {
    page.open("").await;
    page.run(
        "for (let piece = 'x'.repeat(1 << 20); piece; ) {
           try { sessionStorage.setItem('full', (sessionStorage.getItem('full') || '') + piece); }
           catch (error) { piece = piece.slice(piece.length / 2 + 0.5); }
         }",
    )
    .await;
    page.click("main [data-action='next']").await;
    page.sees("[data-screen='firm'] h1", "").await;
    page.click("[data-question] label").await;
    page.holds("the answer to be chosen", "return document.querySelector('[data-question] input:checked') !== null")
        .await;
}

#[tokio::test]
async fn storage_of_another_hand_does_no_harm_in_chromium() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        hostile_storage(page.clone()).await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn storage_of_another_hand_does_no_harm_in_firefox() {
    visit(Engine::Firefox, Screen::Phone, hostile_storage).await;
}

#[tokio::test]
async fn storage_of_another_hand_does_no_harm_in_webkit() {
    visit(Engine::WebKit, Screen::Phone, hostile_storage).await;
}

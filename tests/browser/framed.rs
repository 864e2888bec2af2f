//! What passes between the frame and the page around it: heights, words, where a new screen begins, and the press that hands
//! the outcome over. That the frame stands at all, in pages of every kind, is in `hosts`.

use crate::embed::{embedded, heard, settles};
use crate::harness::{Engine, Page};
use serde_json::Value;

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// Lets both pages draw twice.
const DRAWN: &str = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))";

async fn heights_told(page: &Page) -> Vec<u64> {
    let told =
        page.run("return window.heard.filter(({ type }) => type === 'resize').map(({ height }) => height)").await;
    serde_json::from_value(told).expect("heights")
}

/// What stands there differs by a line or two from answer to answer: by that the page cannot tell which was given.
#[tokio::test]
async fn small_changes_of_height_are_not_told() {
    for engine in ENGINES {
        embedded(engine, "index.html", move |page| async move {
            settles(&page, 0).await;
            let add = "const line = document.createElement('div'); line.id = 'line';
                const content = document.getElementById('huiqi-content'); content.append(line);
                const room = innerHeight - content.getBoundingClientRect().height; line.style.height = `${room}px`; done(room)";
            let room = page.run_until_done(add).await.as_f64().expect("a height");
            assert!((0.0..=128.0).contains(&room), "{engine:?}: {room} px of room");
            page.leave().await;
            let before = heights_told(&page).await;
            page.enter("iframe").await;
            for less in [10, 28, 60] {
                let script = format!(
                    "const line = document.getElementById('line'); line.style.height = `${{Math.max(0, {room} - {less})}}px`; {DRAWN}"
                );
                page.run_until_done(&script).await;
            }
            page.leave().await;
            assert_eq!(heights_told(&page).await, before, "{engine:?}");
            page.enter("iframe").await;
            page.run_until_done(&format!("document.getElementById('line').style.height = '{}px'; {DRAWN}", room + 300.0)).await;
            page.leave().await;
            let told = heights_told(&page).await;
            assert!(told.len() > before.len() && told.iter().all(|height| height % 64 == 0), "{engine:?}: {told:?}");
        })
        .await;
    }
}

/// Words for a frame that is loading anew, and one that no message can carry.
#[tokio::test]
async fn words_of_the_page_are_not_lost() {
    for engine in ENGINES {
        embedded(engine, "index.html", move |page| async move {
            settles(&page, 0).await;
            page.run("window.words = 0; addEventListener('huiqi-hear', () => { window.words += 1 })").await;
            page.leave().await;
            let thrown = page
                .run(
                    "const frame = document.querySelector('iframe'); let thrown = 0;
                     try { frame.huiqi({ answers: { staff: 5n } }) } catch (error) { thrown += 1 }
                     frame.huiqi({ answers: { staff: () => 1 } });
                     frame.huiqi({ theme: '#010203' });
                     return thrown",
                )
                .await;
            assert_eq!(thrown, 1, "{engine:?}: what cannot be sent is said at once");
            page.enter("iframe").await;
            page.holds(
                "words after one that cannot be sent",
                "return document.documentElement.style.getPropertyValue('--host') === 'rgb(1,2,3)'",
            )
            .await;
            page.leave().await;
            page.run(
                "window.heard.length = 0; const frame = document.querySelector('iframe');
                 frame.src = frame.src; frame.huiqi({ theme: '#030201' })",
            )
            .await;
            page.holds("the widget to be ready again", &heard("ready", 0)).await;
            page.enter("iframe").await;
            page.holds(
                "words said while it was loading",
                "return document.documentElement.style.getPropertyValue('--host') === 'rgb(3,2,1)'",
            )
            .await;
        })
        .await;
    }
}

/// The title of a new screen is below a bar that the page keeps at its top.
#[tokio::test]
async fn a_new_screen_begins_below_what_the_page_has_fixed() {
    for engine in ENGINES {
        embedded(engine, "sticky.html", move |page| async move {
            page.run("document.querySelector('iframe').scrollIntoView()").await;
            settles(&page, 0).await;
            // The visitor is in the frame: where nobody is, nothing gets the focus.
            page.click("h1").await;
            page.leave().await;
            // Far down, as somebody is who presses the last button of a long screen.
            page.run("scrollBy(0, 300)").await;
            page.enter("iframe").await;
            page.run(
                "const title = document.createElement('h1'); title.tabIndex = -1; title.textContent = '下一页'; title.id = 'next-title';
                 document.getElementById('huiqi-content').prepend(title);
                 title.focus(); title.scrollIntoView()",
            )
            .await;
            page.leave().await;
            let below = "const top = document.querySelector('iframe').getBoundingClientRect().top;
                return top >= 79 && top < innerHeight / 2";
            page.holds("the title to be below the bar", below).await;
        })
        .await;
    }
}

/// A button as the widget has it.
const HAND: &str =
    "const button = document.createElement('button'); button.dataset.action = 'hand'; button.textContent = '交给本页';
    window.refused = 0;
    button.onclick = () => { try { window.huiqiHand([{ report: 1 }, {}]) } catch (error) { window.refused += 1 } };
    addEventListener('message', ({ data }) => data === 'press' && button.click());
    document.getElementById('huiqi-content').prepend(button);";

async fn reports(page: &Page) -> Value {
    page.run("return window.heard.filter(({ type }) => type === 'report').length").await
}

/// Only Chromium tells a page whether something of it can be seen.
#[tokio::test]
async fn a_press_on_a_button_just_uncovered_hands_nothing_over() {
    embedded(Engine::Chromium, "sticky.html", |page| async move {
        page.run("document.querySelector('iframe').scrollIntoView({ block: 'center' })").await;
        settles(&page, 0).await;
        page.run(HAND).await;
        page.leave().await;
        page.run("document.querySelector('iframe').scrollIntoView(); scrollBy(0, -200); document.getElementById('cover').hidden = false").await;
        page.run_until_done("setTimeout(done, 1000)").await;
        // Uncovered and pressed at once, as under a hand that is on its way already.
        page.run(
            "document.getElementById('cover').hidden = true;
             document.querySelector('iframe').contentWindow.postMessage('press', '*')",
        )
        .await;
        page.enter("iframe").await;
        page.holds("the press to be refused", "return window.refused === 1").await;
        page.leave().await;
        assert_eq!(reports(&page).await, 0);
        page.enter("iframe").await;
        let pressed = "const before = window.refused; document.querySelector('[data-action=hand]').click(); return window.refused === before";
        page.holds("a press on what has been seen for a while", pressed).await;
        page.leave().await;
        page.holds("the report", &heard("report", 0)).await;
    })
    .await;
}

/// The page's own rules forbid the frame: there is a link instead.
#[tokio::test]
async fn where_no_frame_may_be_there_is_a_link() {
    for engine in ENGINES {
        embedded(engine, "forbidden.html", move |page| async move {
            page.holds("the link", "const way = document.querySelector('iframe + a'); return Boolean(way && way.textContent === '惠企政策匹配' && way.target === '_blank')").await;
        })
        .await;
    }
}

/// A page that says it is another, or says words where its origin belongs, is no page around the widget.
#[tokio::test]
async fn a_page_says_who_it_is_and_nothing_else() {
    embedded(Engine::Chromium, "index.html", |page| async move {
        settles(&page, 0).await;
        page.leave().await;
        for (at, origin) in
            ["领取补贴请加微信", "https://领取补贴请加微信", "https://www.gov.cn"].into_iter().enumerate()
        {
            let script = format!(
                "const frame = document.createElement('iframe'); frame.id = 'false{at}';
                 frame.name = JSON.stringify({{ huiqi: '0123456789abcdef0123', at: {at}, origin: '{origin}' }});
                 frame.src = document.querySelector('iframe').src; document.body.append(frame)"
            );
            page.run(&script).await;
            page.enter(&format!("#false{at}")).await;
            page.started().await;
            let around = page.run("return document.documentElement.dataset.host === undefined").await;
            assert_eq!(around, true, "{origin}");
            page.leave().await;
        }
    })
    .await;
}

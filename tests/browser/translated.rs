//! A page that the browser translates: every text node is taken out and another put in its place, as Chrome does, while
//! the visitor goes on. What is then on the page must be what an untranslated visit shows.

use crate::harness::{visit, Engine, Page, Screen};
use serde_json::Value;

/// Translates all that is there and all that comes, except where the page says no.
const TRANSLATE: &str = "
    const root = document.getElementById('huiqi-root');
    const translate = (node) => {
        if (node.nodeType === 3) {
            const parent = node.parentElement;
            if (!node.data.trim() || !parent || parent.closest('font, textarea, [translate=no]')) return;
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            inner.textContent = '⟦' + node.data + '⟧';
            outer.append(inner);
            node.replaceWith(outer);
        } else if (node.nodeName !== 'FONT') Array.from(node.childNodes).forEach(translate);
    };
    translate(root);
    new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
        Array.from(addedNodes).forEach(translate);
        if (target.nodeType === 3) translate(target);
    })).observe(root, { subtree: true, childList: true, characterData: true });";

/// What a visitor taps, or types where there are words for it.
const STEPS: &[(&str, &str)] = &[
    (".mast [data-action='large']", ""),
    (".mast [data-action='large']", ""),
    ("main [data-action='next']", ""),
    ("[data-question='industry'] input[value='catering'] + span", ""),
    ("[data-question='staff'] input[value='1'] + span", ""),
    ("[data-question='staff'] input[value='0'] + span", ""),
    ("[data-question='insurances'] input[value='only-3'] + span", ""),
    ("main [data-action='next']", ""),
    ("main [data-action='next']", ""),
    ("[data-gate='rent'] + span", ""),
    ("main [data-action='next']", ""),
    (".mast [data-action='answers']", ""),
    ("[data-action='change']", ""),
    ("main [data-action='next']", ""),
    ("[data-action='clear']", ""),
    ("[data-action='not-sure']", ""),
    ("[data-action='to-outcome']", ""),
    ("article [data-action='toggle']", ""),
    ("article [data-action='toggle']", ""),
    ("[data-action='copy']", ""),
    (".mast [data-action='library']", ""),
    ("#library-words", "水价\t"),
    ("#library-words", "没有这样的词\t"),
    ("[data-action='reset']", ""),
    ("[data-action='home']", ""),
];

/// Twice as long as the widget lets the browser paint before it screens: what a step leads to may be drawn twice.
const REST: &str = "
    let timer;
    const end = () => { changed.disconnect(); done(); };
    const wait = () => { clearTimeout(timer); timer = setTimeout(end, 100); };
    const changed = new MutationObserver(wait);
    changed.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    wait();";

/// What the page says once nothing more is drawn.
async fn text(page: &Page) -> String {
    page.run_until_done(REST).await;
    let text = page.run("return document.getElementById('huiqi-root').innerText.replace(/[⟦⟧\\s]/g, '')").await;
    text.as_str().unwrap_or_default().to_owned()
}

async fn take(page: &Page, (css, typed): (&str, &str)) {
    if typed.is_empty() {
        page.click(css).await;
    } else {
        page.fill_in(css, typed).await;
    }
}

/// What a page that nobody translates says after each step.
async fn told(page: &Page) -> Vec<String> {
    page.open("").await;
    let mut told = Vec::new();
    for step in STEPS {
        take(page, *step).await;
        told.push(text(page).await);
    }
    for words in ["没有找到", "清空全部回答", "已复制"] {
        assert!(told.iter().any(|text| text.contains(words)), "no step leads to `{words}`");
    }
    told
}

async fn says_the_same(page: Page) {
    let plain = told(&page).await;
    page.run("sessionStorage.clear()").await;
    page.go_to("about:blank").await;
    page.open("").await;
    page.run(TRANSLATE).await;
    for (step, plain) in STEPS.iter().zip(plain) {
        take(&page, *step).await;
        assert_eq!(text(&page).await, plain, "what the page says after {step:?}");
    }
    let fonts = page.run("return document.querySelectorAll('font').length").await;
    assert!(fonts.as_u64() > Some(20), "it is translated");
    assert_eq!(page.run("return document.documentElement.dataset.huiqi").await, Value::from("ready"));
}

#[tokio::test]
async fn a_translated_page_goes_on_in_chromium() {
    visit(Engine::Chromium, Screen::Desktop, says_the_same).await;
}

//! axe-core over every example in every mode: WCAG 2.2 A and AA and its best practices, no violation. Prints a table.

use crate::examples::{dataset, Mode, EXAMPLES};
use crate::harness::{visit, Engine, Page, Screen};
use std::fs::read_to_string;

/// What axe finds, short.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then((found) => done({
        passes: found.passes.length,
        violations: found.violations.map(({ id, nodes }) =>
            `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)} ${nodes[0].failureSummary.slice(0, 300)}`),
    }), (error) => done({ passes: 0, violations: [String(error)] }));";

/// Rules that hold, as the table has it, and those that do not.
async fn judged(page: &Page, axe: &str) -> (String, Vec<String>) {
    page.run(axe).await;
    let found = page.run_until_done(RUN).await;
    let told = |name| found.get(name).cloned().expect("what the script tells");
    let broken: Vec<String> = serde_json::from_value(told("violations")).expect("a list");
    let passes = told("passes").as_u64().expect("a number");
    (format!("{} of {}", broken.len(), broken.len() as u64 + passes), broken)
}

async fn every_example(page: Page, modes: &[Mode]) {
    let axe = read_to_string("node_modules/axe-core/axe.min.js").expect("`scripts/setup --tests` installs axe-core");
    // In a transition axe would judge the colours on the way.
    let calm = serde_json::json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.tell_chromium("Emulation.setEmulatedMedia", calm).await;
    let dataset = dataset();
    let mut violations = Vec::new();
    let mut table = format!("{:22}", "violations of rules");
    modes.iter().for_each(|mode| table.push_str(&format!("{:>10}", format!("{mode:?}"))));
    for example in EXAMPLES {
        table.push_str(&format!("\n{:22}", example.name));
        for mode in modes {
            example.open(&page, &dataset, *mode).await;
            let (cell, broken) = judged(&page, &axe).await;
            table.push_str(&format!("{cell:>10}"));
            violations.extend(broken.into_iter().map(|one| format!("{} {mode:?}: {one}", example.name)));
        }
    }
    println!("{table}");
    assert_eq!(violations, Vec::<String>::new());
}

/// Every component in every state, as `huiqi-widget components` prints them, in place of a screen.
#[tokio::test]
async fn no_violation_in_any_component() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        let axe = read_to_string("node_modules/axe-core/axe.min.js").expect("axe-core is installed");
        let printed = std::process::Command::new("target/debug/huiqi-widget").arg("components").output();
        let components = String::from_utf8(printed.expect("scripts/build has made it").stdout).expect("UTF-8");
        page.open("").await;
        page.run(&format!("document.querySelector('#huiqi-content').innerHTML = {}", serde_json::json!(components)))
            .await;
        for (theme, size) in [("light", "normal"), ("dark", "normal"), ("contrast", "normal"), ("light", "large")] {
            page.run(&format!(
                "Object.assign(document.documentElement.dataset, {{ theme: '{theme}', size: '{size}' }})"
            ))
            .await;
            let (cell, broken) = judged(&page, &axe).await;
            println!("components {theme} {size}: violations of rules {cell}");
            assert_eq!(broken, Vec::<String>::new(), "{theme} {size}");
        }
    })
    .await;
}

/// The modes whose colours and sizes differ most.
#[tokio::test]
async fn no_violation_on_a_phone() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        every_example(page, &[Mode::Light, Mode::Contrast]).await;
    })
    .await;
}

#[tokio::test]
#[ignore = "minutes; `scripts/prove axe`"]
async fn no_violation_in_any_mode() {
    visit(Engine::Chromium, Screen::Phone, |page| async move { every_example(page, &Mode::ALL).await }).await;
    visit(Engine::Chromium, Screen::Desktop, |page| async move { every_example(page, &Mode::ALL).await }).await;
}

#[tokio::test]
async fn no_violation_in_the_list_as_a_page() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        let axe = read_to_string("node_modules/axe-core/axe.min.js").expect("axe-core is installed");
        page.go("policies.html").await;
        for scheme in ["light", "dark"] {
            let feature = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.tell_chromium("Emulation.setEmulatedMedia", feature).await;
            let (cell, broken) = judged(&page, &axe).await;
            println!("policies.html {scheme}: violations of rules {cell}");
            assert_eq!(broken, Vec::<String>::new());
        }
    })
    .await;
}

/// The run would see what is wrong.
#[tokio::test]
async fn a_field_without_a_name_is_seen() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        page.open("").await;
        let axe = read_to_string("node_modules/axe-core/axe.min.js").expect("axe-core is installed");
        page.click(".mast [data-action='library']").await;
        page.sees("[data-screen='library'] h1", "").await;
        page.run("const field = document.querySelector('#library-words'); field.removeAttribute('aria-label'); field.removeAttribute('placeholder')").await;
        let (_, broken) = judged(&page, &axe).await;
        assert!(broken.iter().any(|one| one.starts_with("label")), "{broken:?}");
    })
    .await;
}

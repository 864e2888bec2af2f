//! Every screen has a title of its own with the mode in it, and the focus goes to a named place after every step.

use crate::harness::{visit, Engine, Page, Screen};
use crate::main_job::SHOP;
use crate::visitor::Visitor;
use std::collections::BTreeSet;
use std::sync::Arc;

async fn titles(page: Page) {
    let visitor = Visitor::new(page, Arc::default());
    let page = &visitor.page;
    page.open("").await;
    let mut seen = BTreeSet::new();
    let mut note = |title: String| {
        assert!(title.contains("2020 年回查"), "{title}");
        assert!(seen.insert(title.clone()), "`{title}` twice");
    };
    note(title(page).await);
    visitor.tap("main [data-action='next']").await;
    focused(page).await;
    note(title(page).await);
    visitor.answer_page(SHOP).await;
    for screen in ["shortlist", "situations", "outcome", "sheet"] {
        visitor.tap("main [data-action='next']").await;
        page.sees(&format!("[data-screen='{screen}'] h1"), "").await;
        focused(page).await;
        note(title(page).await);
    }
    for action in ["answers", "library"] {
        visitor.tap(&format!(".mast [data-action='{action}']")).await;
        focused(page).await;
        note(title(page).await);
    }
    page.browser().back().await.expect("a page can be gone back from");
    page.sees("[data-screen='answers'] h1", "").await;
    visitor.tap("[data-action='clear']").await;
    visitor.tap("[data-action='sure']").await;
    page.sees("[data-undo]", "已清空").await;
    focused(page).await;
    visitor.tap("[data-action='undo']").await;
    focused(page).await;
    visitor.tap(".mast [data-action='answers']").await;
    page.sees("[data-said]", "餐饮").await;
}

async fn title(page: &Page) -> String {
    page.browser().title().await.expect("a title")
}

async fn focused(page: &Page) {
    page.holds("the focus on the title", "return document.activeElement.id === 'screen-title'").await;
}

#[tokio::test]
async fn each_screen_is_named_and_reached() {
    visit(Engine::Chromium, Screen::Phone, titles).await;
}

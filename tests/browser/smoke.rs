//! The widget opens.

use crate::harness::{visit, Engine, Screen};

#[tokio::test]
async fn opens_in_chromium_on_a_phone() {
    visit(Engine::Chromium, Screen::Phone, |page| async move {
        page.open("").await;
        page.sees("[data-screen='start'] h1", "").await;
        page.keep("opens").await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn opens_in_firefox() {
    visit(Engine::Firefox, Screen::Desktop, |page| async move {
        page.open("").await;
        page.sees("[data-screen='start'] h1", "").await;
    })
    .await;
}

#[tokio::test]
async fn opens_in_webkit() {
    visit(Engine::WebKit, Screen::Desktop, |page| async move {
        page.open("").await;
        page.sees("[data-screen='start'] h1", "").await;
    })
    .await;
}

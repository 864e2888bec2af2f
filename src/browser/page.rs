//! The page itself: where the focus is, how it looks, printing.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, InputEvent};

/// Puts the focus on an element and brings it into view.
pub fn focus(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// Marks the page with the visitor's settings, for the style sheet.
pub fn set_look(theme: &str, large: bool) {
    let Some(page) = super::document().and_then(|document| document.document_element()) else { return };
    let _ = page.set_attribute("data-theme", theme);
    let _ = page.set_attribute("data-size", if large { "large" } else { "normal" });
}

/// Names the page by the title of its screen, as the words around it say.
pub fn set_title(named: impl FnOnce(&str) -> String) {
    let Some(document) = super::document() else { return };
    let screen = document.get_element_by_id("screen-title").and_then(|title| title.text_content());
    document.set_title(&named(&screen.unwrap_or_default()));
}

/// What stands in a field after a key; nothing while an input method is still composing it.
pub fn typed(event: &InputEvent) -> Option<String> {
    if event.is_composing() {
        return None;
    }
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value())
}

/// How long until what was just rendered is painted, also on a slow phone, in milliseconds.
const PAINTED: u32 = 50;

/// Tells once what was just rendered is painted; not if the timer is dropped before.
pub fn after_paint(told: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(PAINTED, told)
}

/// Opens the browser's print window once what is to be printed stands on the page; in some apps there is none.
pub fn print_soon() {
    if let Some(window) = super::window() {
        let print = move || {
            let _ = window.print();
        };
        after_paint(print).forget();
    }
}

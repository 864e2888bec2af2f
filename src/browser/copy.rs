//! The clipboard, by the way that every kernel knows.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies what stands in a text area and leaves it selected; `false` where the visitor has to copy it by hand.
pub fn copy(id: &str) -> bool {
    let Some(document) = super::document() else { return false };
    let area = document.get_element_by_id(id).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(area) = area else { return false };
    let _ = area.focus();
    area.select();
    document.dyn_into::<HtmlDocument>().is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}

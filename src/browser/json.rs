//! JSON, written by the browser: a writer of our own would weigh more than all of this module.

use serde::Serialize;

/// A value as JSON text; empty where there is no browser.
pub fn json(value: &impl Serialize) -> String {
    let Some(_) = super::window() else { return String::new() };
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok();
    let space = wasm_bindgen::JsValue::from(2);
    let text = value.and_then(|value| {
        js_sys::JSON::stringify_with_replacer_and_space(&value, &wasm_bindgen::JsValue::NULL, &space).ok()
    });
    text.map(String::from).unwrap_or_default()
}

//! What a script handed over, as input. What it means belongs to the core.

use huiqi_core::decimal;
use huiqi_core::profile::Input;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

/// Answers are at most an object of lists of objects of ranges; what is deeper, or goes round in a circle, is no answer.
const DEPTH: u8 = 6;

/// Reads what JSON could hold, `undefined` and `BigInt`. By hand: a number's text comes from JavaScript itself, so that
/// the wasm carries no formatting of floats.
pub fn from_js(value: &JsValue) -> Input {
    read(value, DEPTH)
}

fn read(value: &JsValue, depth: u8) -> Input {
    if value.is_null() || value.is_undefined() {
        Input::Null
    } else if let Some(holds) = value.as_bool() {
        Input::Bool(holds)
    } else if let Some(text) = value.as_string() {
        Input::Text(text)
    } else if depth > 0 && Array::is_array(value) {
        Input::List(Array::from(value).iter().map(|item| read(&item, depth - 1)).collect())
    } else if depth > 0 && value.is_object() && !value.is_function() {
        let entries = Object::entries(value.unchecked_ref());
        let entry = |pair: JsValue| {
            let pair = Array::from(&pair);
            Some((pair.get(0).as_string()?, read(&pair.get(1), depth - 1)))
        };
        Input::Map(entries.iter().filter_map(entry).collect())
    } else {
        let text = value.unchecked_ref::<Object>().to_string().as_string().unwrap_or_default();
        decimal::parse(&text).map_or(Input::Text(text), Input::Number)
    }
}

//! What a script handed over, as input. What it means belongs to the core.
//!
//! Looking at a value may run code of the page: getters, proxies. What that throws must be caught in JavaScript: thrown
//! through the wasm it would leave the stack there as it was, and after some thousand times none would be left.

use huiqi_core::decimal;
use huiqi_core::profile::Input;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

/// Answers are at most an object of lists of objects of ranges; what is deeper, or goes round in a circle, is no answer.
const DEPTH: u8 = 6;
/// Entries of a list; no answer has more than a few dozen.
const LONGEST: u32 = 10_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn list_of(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries_of(value: &JsValue) -> Result<Array, JsValue>;
    /// `[object Map]`, also where the map is of another frame.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn kind_of(value: &JsValue) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_name = String)]
    fn text_of(value: &JsValue) -> Result<String, JsValue>;
}

/// Reads what JSON could hold, `undefined`, `BigInt`, `Map` and `Set`; another object becomes the text of its kind, which
/// answers no question. An error is what the page's own code threw. By hand: a number's text comes from JavaScript itself,
/// so that the wasm carries no formatting of floats.
pub fn from_js(value: &JsValue) -> Result<Input, JsValue> {
    read(value, DEPTH)
}

fn read(value: &JsValue, depth: u8) -> Result<Input, JsValue> {
    if value.is_null() || value.is_undefined() {
        return Ok(Input::Null);
    }
    if let Some(holds) = value.as_bool() {
        return Ok(Input::Bool(holds));
    }
    if let Some(text) = value.as_string() {
        return Ok(Input::Text(text));
    }
    if value.is_object() {
        return match depth.checked_sub(1) {
            Some(depth) => object(value, depth),
            None => Ok(Input::Text("对象太深".to_owned())),
        };
    }
    let text = text_of(value)?;
    Ok(decimal::parse(&text).map_or(Input::Text(text), Input::Number))
}

fn object(value: &JsValue, depth: u8) -> Result<Input, JsValue> {
    if is_array(value)? {
        return list(value, depth);
    }
    if is_plain(value)? {
        return map(&entries_of(value)?, depth);
    }
    let kind = kind_of(value)?;
    match kind.as_str() {
        "[object Map]" => map(&list_of(value)?, depth),
        "[object Set]" => list(&list_of(value)?.into(), depth),
        _ => Ok(Input::Text(kind)),
    }
}

/// Is it an object as `{}` makes it: what it inherits and what it hides would not be seen.
fn is_plain(value: &JsValue) -> Result<bool, JsValue> {
    let parent: JsValue = Reflect::get_prototype_of(value)?.into();
    Ok(parent.is_null() || JsValue::from(Reflect::get_prototype_of(&parent)?).is_null())
}

fn list(value: &JsValue, depth: u8) -> Result<Input, JsValue> {
    // By its text: floats stay out of the wasm.
    let length = text_of(&Reflect::get(value, &"length".into())?)?.parse::<u32>();
    let Some(length) = length.ok().filter(|length| *length <= LONGEST) else {
        return Ok(Input::Text("列表太长".to_owned()));
    };
    let items = (0..length).map(|index| read(&Reflect::get_u32(value, index)?, depth));
    items.collect::<Result<_, _>>().map(Input::List)
}

fn map(entries: &Array, depth: u8) -> Result<Input, JsValue> {
    let entry = |pair: JsValue| {
        let pair: &Array = pair.unchecked_ref();
        let key = pair.get(0);
        let key = match key.as_string() {
            Some(key) => key,
            None if key.is_object() => kind_of(&key)?,
            None => text_of(&key)?,
        };
        Ok((key, read(&pair.get(1), depth)?))
    };
    entries.iter().map(entry).collect::<Result<_, _>>().map(Input::Map)
}

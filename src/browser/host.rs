//! The page around the widget, as far as `static/frame.js` lets it through: which page it is, what it says, and handing
//! it the outcome. What its words mean belongs to the session.

use gloo_events::EventListener;
use huiqi_core::profile::Input;
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::CustomEvent;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = window, js_name = huiqiHand, catch)]
    fn hand_over(outcome: &JsValue) -> Result<(), JsValue>;
}

/// What `frame.js` has noted about the frame.
fn noted(name: &str) -> Option<String> {
    super::document()?.document_element()?.get_attribute(name)
}

/// Origin of the page that embeds the widget; `None` where it stands on its own.
pub fn host() -> Option<String> {
    noted("data-host")
}

/// Number of the widget on the page that embeds it; empty where it stands on its own.
pub fn place_on_page() -> String {
    noted("data-at").unwrap_or_default()
}

/// Is this a frame in which a browser neither prints nor saves files.
pub fn is_sandboxed() -> bool {
    noted("data-sandboxed").is_some()
}

/// What the page around the widget said when it put it there.
pub fn introduction() -> Option<Input> {
    let said = Reflect::get(super::window()?.as_ref(), &"huiqiIntroduction".into()).ok()?;
    (!said.is_undefined()).then(|| super::from_js(&said).ok())?
}

/// Tells what the page around the widget says, for as long as the listener lives.
pub fn heard(told: Callback<Input>) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "huiqi-hear", move |event| {
        if let Some(event) = event.dyn_ref::<CustomEvent>() {
            if let Ok(said) = super::from_js(&event.detail()) {
                told.emit(said);
            }
        }
    }))
}

/// Gives the page around the widget something; `false` where there is none.
pub fn hand(outcome: &impl Serialize) -> bool {
    let outcome = outcome.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok();
    super::window().is_some() && outcome.is_some_and(|outcome| hand_over(&outcome).is_ok())
}

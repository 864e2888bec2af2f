//! The browser's history: one entry a place, numbered as in the session's trail.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use yew::Callback;

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}

/// The number of the entry where the browser is.
fn here(history: &web_sys::History) -> Option<usize> {
    history.state().ok()?.as_string()?.parse().ok()
}

/// Makes the browser's entry that of place number `at`: a new one where the visitor went on, an older one where the
/// widget itself went back.
pub fn arrive(at: usize) {
    let Some(history) = history() else { return };
    let mark = JsValue::from_str(&at.to_string());
    // In some frames the history may not be written; Back then leaves the widget, and its own buttons still work.
    let _ = match here(&history) {
        None => history.replace_state(&mark, ""),
        Some(there) if at > there => history.push_state(&mark, ""),
        Some(there) if at < there => i32::try_from(there - at).map_or(Ok(()), |back| history.go_with_delta(-back)),
        Some(_) => Ok(()),
    };
}

/// Tells where the visitor goes by the browser's own Back and Forward, for as long as the listener lives.
pub fn travelled(told: Callback<usize>) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        if let Some(at) = history().as_ref().and_then(here) {
            told.emit(at);
        }
    }))
}

/// Takes the fragment off the address, so that answers do not stay in it.
pub fn take_fragment() -> Option<String> {
    let location = super::window()?.location();
    let fragment = location.hash().ok().filter(|hash| hash.len() > 1)?;
    if let (Some(history), Some(address)) = (history(), own_address()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
    Some(fragment)
}

/// The widget's own address, without a fragment.
pub fn own_address() -> Option<String> {
    let href = super::window()?.location().href().ok()?;
    Some(href.split('#').next().unwrap_or_default().to_owned())
}

//! The browser's history. What stands in it, and where it moves, belongs to the visit.

use gloo_events::EventListener;
use huiqi_visit::{follow, Entry, Move};
use wasm_bindgen::JsValue;
use yew::Callback;

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}

/// The entry where the browser is, if it is of this visit.
fn here(history: &web_sys::History) -> Option<Entry> {
    history.state().ok()?.as_string()?.parse().ok()
}

/// Makes the browser's entry that of place number `at`.
pub fn arrive(at: usize) {
    let Some(history) = history() else { return };
    let text = |entry: Entry| JsValue::from_str(&entry.to_string());
    // In some frames the history may not be written; Back then leaves the widget, and its own buttons still work.
    let _ = match follow(here(&history), at) {
        Move::Push(entry) => history.push_state(&text(entry), ""),
        Move::Replace(entry) => history.replace_state(&text(entry), ""),
        Move::Back(by) => i32::try_from(by).map_or(Ok(()), |by| history.go_with_delta(-by)),
        Move::Stay => Ok(()),
    };
}

/// Tells where the visitor goes by the browser's own Back and Forward, for as long as the listener lives.
pub fn travelled(told: Callback<usize>) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        if let Some(there) = history().as_ref().and_then(here) {
            told.emit(there.at);
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

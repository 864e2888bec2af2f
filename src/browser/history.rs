//! The browser's history: one entry a place, numbered as in the session's trail.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use yew::Callback;

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}

/// What stands in an entry of the browser's: `at.first`.
#[derive(Clone, Copy)]
struct Mark {
    /// The entry's place.
    at: usize,
    /// The earliest place that has an entry. A visit that is taken up again in a new tab has none for the places before
    /// it: to go back there in the browser's history would be to leave the page.
    first: usize,
}

impl Mark {
    /// That of the entry where the browser is.
    fn here(history: &web_sys::History) -> Option<Self> {
        let text = history.state().ok()?.as_string()?;
        let (at, first) = text.split_once('.')?;
        Some(Self { at: at.parse().ok()?, first: first.parse().ok()? })
    }

    fn to_js(self) -> JsValue {
        JsValue::from_str(&[&self.at.to_string(), ".", &self.first.to_string()].concat())
    }
}

/// Makes the browser's entry that of place number `at`: a new one where the visitor went on, an older one where the
/// widget itself went back.
pub fn arrive(at: usize) {
    let Some(history) = history() else { return };
    // In some frames the history may not be written; Back then leaves the widget, and its own buttons still work.
    let _ = match Mark::here(&history) {
        Some(there) if at > there.at => history.push_state(&Mark { at, ..there }.to_js(), ""),
        Some(there) if at == there.at => Ok(()),
        Some(there) if at >= there.first => {
            i32::try_from(there.at - at).map_or(Ok(()), |back| history.go_with_delta(-back))
        }
        _ => history.replace_state(&Mark { at, first: at }.to_js(), ""),
    };
}

/// Tells where the visitor goes by the browser's own Back and Forward, for as long as the listener lives.
pub fn travelled(told: Callback<usize>) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        if let Some(there) = history().as_ref().and_then(Mark::here) {
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

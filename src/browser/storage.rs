//! The session's storage: gone when the tab closes, and never sent anywhere.

/// Two widgets on one page share a storage, so each has a key of its own.
fn key() -> String {
    ["huiqi", &super::host::place_on_page()].concat()
}

/// Throws in a sandboxed frame, and may be full or switched off.
fn storage() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok()?
}

/// What was kept.
pub fn kept() -> Option<String> {
    storage()?.get_item(&key()).ok()?
}

/// Keeps a text; where there is no storage it lives in memory only.
pub fn keep(text: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps the old text, which is still a whole visit.
        let _ = storage.set_item(&key(), text);
    }
}

//! The day.

use huiqi_core::date::Date;

/// Today where the bureau is (UTC+8), whatever the device's time zone.
pub fn today() -> Option<Date> {
    // Asked for the target rather than the window: Node has a clock too.
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    // ISO text rather than a number of milliseconds, which would be a float.
    let eight_hours_on = js_sys::Date::new(&wasm_bindgen::JsValue::from_str(&shifted()?));
    String::from(eight_hours_on.to_iso_string()).get(..10)?.parse().ok()
}

/// Now, with the offset taken off so that UTC reads as the bureau's own day.
fn shifted() -> Option<String> {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Some(format!("{}-08:00", now.strip_suffix('Z')?))
}

#[cfg(test)]
mod tests {
    #[test]
    fn there_is_no_clock_without_a_browser() {
        assert_eq!(super::today(), None);
    }
}

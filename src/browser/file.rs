//! Handing the visitor a file made on the device.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text as a file; `false` where the browser cannot.
pub fn save(name: &str, mime: &str, text: &str) -> bool {
    // A sandboxed frame drops the file without a word.
    !super::is_sandboxed() && offer(name, mime, text).is_some()
}

fn offer(name: &str, mime: &str, text: &str) -> Option<()> {
    let document = super::document()?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    let body = document.body()?;
    body.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    // Not revoked at once: some kernels read the address only after the click has returned. It goes with the page.
    Some(())
}

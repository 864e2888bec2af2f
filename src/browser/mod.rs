//! What only a browser can do: storage, history, focus, clipboard, files, print. Nothing here fails aloud: in a
//! sandboxed frame or an old kernel any of it may be missing, and the widget goes on without.

mod clock;
mod copy;
mod file;
mod history;
mod host;
mod json;
mod page;
mod storage;
mod value;

pub use clock::today;
pub use copy::copy;
pub use file::save;
pub use history::{arrive, own_address, take_fragment, travelled};
pub use host::{hand, heard, host, introduction, is_sandboxed};
pub use json::json;
pub use page::{after_paint, focus, print_soon, set_look, set_title, typed};
pub use storage::{keep, kept};
pub use value::from_js;

fn window() -> Option<web_sys::Window> {
    // Under native tests there is no browser at all, and asking for one panics.
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

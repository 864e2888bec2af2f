//! The widget: a questionnaire, its outcome and the library of policies, over the engine in `huiqi-core`.

mod browser;
mod data;
#[cfg(not(target_arch = "wasm32"))]
mod early;
mod js_api;
mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub use early::{components, early};
pub use ui::App;

//! The widget: a questionnaire, its outcome and the library of policies, over the engine in `huiqi-core`.

mod browser;
mod data;
mod js_api;
mod ui;

pub use ui::App;

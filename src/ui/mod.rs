//! What the visitor sees: a screen a file, made of the components in `part`, over one view of the visit. What follows from
//! an action belongs to `huiqi-visit`, every word to `text`, everything that only a browser can do to `browser`.
//!
//! For tests: `[data-screen]` on `<main>` (`start`, `firm`, `shortlist`, `situations`, `branch`, `outcome`, `sheet`,
//! `answers`, `change`, `library`); `[data-question="staff"]` around each question, radios and checkboxes in it with
//! `value` (`yes`, `no`, `unknown`, `none`, `all`, a member's id, `0`.… for bands), `[data-row="0"]` around a row;
//! `[data-gate="rent"]` on each situation; `[data-item="P01-a"]` and `[data-word="can"]` on each card;
//! `[data-action="next"]` and so on on buttons, `next` on the one that leads on.

mod answers;
mod app;
mod ask;
mod branch;
mod card;
mod clear;
#[cfg(not(target_arch = "wasm32"))]
mod examples;
mod firm;
mod frame;
mod library;
mod outcome;
mod part;
mod sheet;
mod shortlist;
mod start;
mod tag;
mod take;
mod text;
mod view;

#[cfg(test)]
mod tests;

pub use app::App;
#[cfg(not(target_arch = "wasm32"))]
pub use app::Still;
#[cfg(not(target_arch = "wasm32"))]
pub use examples::Examples;
#[cfg(not(target_arch = "wasm32"))]
pub use view::{View, ViewProps};

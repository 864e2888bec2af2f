//! What the visitor sees: components over one view of the session. What follows from an action belongs to `session`,
//! every word to `text`, everything that only a browser can do to `browser`.
//!
//! For tests: `[data-screen]` on `<main>` (`start`, `questions`, `change`, `answers`, `outcome`, `library`);
//! `[data-question="staff"]` around each question, radios and checkboxes in it with `value` (`yes`, `no`, `unknown`,
//! `none`, a member's id, `0.`… for rough ranges), `[data-row="0"]` around a row; `[data-clause="P01-a"]` on each card
//! and `[data-group="entitled"]` around them; `[data-action="next"]` and so on on buttons; `[data-live]` on the live
//! result.

mod answers;
mod app;
mod card;
mod chart;
mod field;
mod frame;
mod library;
mod live;
mod near;
mod outcome;
mod question;
mod questions;
mod reasons;
mod start;
mod tag;
mod take;
mod text;
mod timeline;
mod total;
mod view;

#[cfg(test)]
mod tests;

pub use app::App;
#[cfg(not(target_arch = "wasm32"))]
pub use app::Still;
#[cfg(not(target_arch = "wasm32"))]
pub use view::{View, ViewProps};

//! Components: each is markup made from words and callbacks, and knows neither the list nor the visit. What they look like
//! in every state is in `examples`.

mod act;
mod fold;
mod icon;
mod list;
mod steps;
mod tile;

pub use act::{act, alternatives, conditions, ledger, Act, LedgerLine, Sign, Worth};
pub use fold::{fold, fold_in, Lazy, LazyProps};
#[cfg(not(target_arch = "wasm32"))]
pub use icon::mark;
pub use list::{banner, counts, line, note, said, Banner};
pub use steps::{rest, steps, Stand, Step};
pub use tile::{asks, field, gate, tile, tiles, Field, Gate, Tile};

use super::tag::{tag, Tag};
use yew::{Callback, MouseEvent};

/// A button; `name` is `data-action`, for tests and for what is pressed before the wasm is there.
pub fn button(class: &'static str, name: &'static str, words: &str, does: Callback<MouseEvent>) -> Tag {
    tag("button[type=button]").is("class", class).is("data-action", name).on_click(does).text(words)
}

//! A visit: one state, one action, one step from the one to the other, and what a screen needs to know of it. What a
//! profile gets belongs to `huiqi-core`; a browser, a clock and the words of the screens belong to the widget.
//!
//! Arrows point one way: `part`, `place` ← `action`, `state` ← `reckon` ← `queries`; `step` and `codec` change and keep the
//! state.

mod action;
mod draft;
mod entry;
mod mode;
mod part;
mod place;
pub mod queries;
mod sorted;
mod state;

pub use action::Action;
pub use draft::{Draft, Drafts, Scale};
pub use entry::{follow, Entry, Move};
pub use mode::{list_date, Mode};
pub use part::{Field, Part};
pub use place::{Place, Trail};
pub use sorted::Sorted;
pub use state::{Filter, Notice, Settings, State, Theme};

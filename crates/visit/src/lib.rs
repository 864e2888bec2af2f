//! A visit: one state, one action, one step from the one to the other, and what a screen needs to know of it. What a
//! profile gets belongs to `huiqi-core`; a browser, a clock and the words of the screens belong to the widget.
//!
//! Arrows point one way: `part`, `place`, `row` ← `state`, `action` ← `plan`, `reckon`, `answering` ← `cards`, `codec` ←
//! `queries`, `step`; `tests/architecture.rs` keeps it so.

mod action;
mod answering;
mod cards;
mod codec;
mod draft;
mod entry;
mod layout;
mod mode;
mod part;
mod place;
mod plan;
pub mod queries;
mod reckon;
mod reckoned;
mod report;
mod row;
mod sorted;
mod state;
mod step;
mod typed;
mod typing;

pub use action::Action;
pub use codec::{link, restore, resume, store};
pub use draft::{Draft, Drafts, Scale};
pub use entry::{follow, Entry, Move};
pub use mode::{list_date, Mode};
pub use part::{Field, Part};
pub use place::{Place, Trail};
pub use report::{report, report_of};
pub use sorted::Sorted;
pub use state::{Chosen, Filter, Notice, Settings, State, Theme};
pub use step::{is_idle, step};

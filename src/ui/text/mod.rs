//! Every word that the visitor reads and that is not in the dataset, a file a screen. Plain Chinese; no markup, no
//! decisions.

mod amount;
pub mod answers;
pub mod ask;
pub mod card;
pub mod firm;
pub mod frame;
pub mod library;
mod names;
pub mod notice;
pub mod outcome;
mod said;
pub mod sheet;
pub mod shortlist;
pub mod start;
pub mod take;

pub use amount::{sum, worth, yuan};
pub use huiqi_core::dataset::DISCLAIMER;
pub use names::{day, deadline, offices, when, word};
pub use said::{answer, answer_of, choice};

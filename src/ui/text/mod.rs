//! Every word that the visitor reads and that is not in the dataset, a file a screen. Plain Chinese; no markup, no
//! decisions.

mod amount;
pub mod ask;
pub mod card;
pub mod frame;
pub mod library;
pub mod live;
mod names;
pub mod near;
pub mod notice;
pub mod outcome;
mod said;
pub mod start;
pub mod take;

pub use amount::{money, short, yuan};
pub use huiqi_core::dataset::DISCLAIMER;
pub use names::{day, days, group, group_hint, offices, period};
pub use said::{answer, problem, range};

/// Name of the widget.
pub const NAME: &str = "惠企政策匹配";

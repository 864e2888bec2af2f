//! Is the list in force, or can it only be looked back on.

use huiqi_core::dataset::{Dataset, Status};
use huiqi_core::date::Date;

/// How a visit stands to time. It follows the data, never a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// 回查: nothing dated is in force, so the list's own year is judged.
    LookBack,
    /// 现行: something dated is in force on the day.
    Current,
}

impl Mode {
    /// The mode of a day.
    pub fn on(dataset: &Dataset, day: Date) -> Self {
        let in_force = dataset.clauses.iter().any(|clause| {
            let dated = clause.last_day(&dataset.events).is_some();
            dated && dataset.status(clause, day, true) == Status::InForce
        });
        if in_force {
            Self::Current
        } else {
            Self::LookBack
        }
    }
}

/// The middle of the month in which the list was published: a day on which its dated clauses can be looked at.
pub fn list_date(dataset: &Dataset) -> Option<Date> {
    format!("{}-15", dataset.published).parse().ok()
}

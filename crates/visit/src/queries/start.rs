//! 开始: the frame of time, said honestly.

use crate::mode::Mode;
use huiqi_core::date::Date;

/// 开始.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// 回查 or 现行.
    pub mode: Mode,
    /// The day of the visit.
    pub today: Date,
    /// The day that is judged.
    pub day: Date,
    /// The list's own year.
    pub year: i32,
    /// Clauses in all.
    pub clauses: usize,
    /// Items in all.
    pub items: usize,
    /// Clauses with a last day of their own or a known later one.
    pub dated: usize,
    /// Of these, over on the judged day.
    pub ended: usize,
    /// Of these, in force on it.
    pub in_force: usize,
    /// Clauses without any last day.
    pub undated: usize,
    /// Items whose last day lies within 31 days from the judged one: how many, and the first such day.
    pub closing: Option<(usize, Date)>,
    /// Is there a visit to go on with.
    pub begun: bool,
}

//! 开始: the frame of time, said honestly.

use crate::mode::list_date;
use crate::mode::Mode;
use crate::state::State;
use huiqi_core::dataset::Status;
use huiqi_core::date::Date;
use huiqi_core::screening::Screener;

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

/// Days within which what ends is told to be closing.
const SOON: i32 = 31;

/// 开始.
pub fn start(screener: &Screener, state: &State) -> Start {
    let dataset = screener.dataset();
    let day = state.reference_date();
    let mut start = Start {
        mode: state.mode(dataset),
        today: state.today,
        day,
        year: list_date(dataset).map_or(0, |date| date.civil().0),
        clauses: dataset.clauses.len(),
        items: dataset.visit.items.len(),
        dated: 0,
        ended: 0,
        in_force: 0,
        undated: 0,
        closing: None,
        begun: !state.profile.is_empty(),
    };
    let mut closing: Vec<(Date, u16)> = Vec::new();
    for (index, clause) in (0_u16..).zip(&dataset.clauses) {
        let Some(last) = clause.last_day(&dataset.events) else {
            start.undated += 1;
            continue;
        };
        start.dated += 1;
        let status = dataset.status(clause, day, true);
        start.ended += usize::from(status == Status::Ended);
        start.in_force += usize::from(status == Status::InForce);
        if status == Status::InForce && last.0 - day.0 <= SOON {
            closing.extend(dataset.visit.item_of(index).map(|item| (last, item)));
        }
    }
    closing.sort_unstable();
    let first = closing.first().map(|(last, _)| *last);
    let mut items: Vec<u16> = closing.into_iter().map(|(_, item)| item).collect();
    items.sort_unstable();
    items.dedup();
    start.closing = first.map(|first| (items.len(), first));
    start
}

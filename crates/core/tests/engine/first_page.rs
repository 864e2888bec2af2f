//! The first page, which a build works out once: the planner would choose it on every day.

use super::support::{date, screener};
use huiqi_core::session::{step, visible, Action, Place, State};

/// Before the list, in each month in which much of it begins or ends, when nearly all of it is over, and far beyond.
const DAYS: [&str; 9] = [
    "1999-12-31",
    "2020-01-15",
    "2020-02-15",
    "2020-04-15",
    "2020-07-15",
    "2020-12-31",
    "2021-06-30",
    "2026-11-27",
    "2099-01-01",
];

#[test]
fn the_planner_chooses_the_same_first_page_on_every_day() {
    let first = &screener().dataset().first_page;
    assert!(!first.is_empty());
    for day in DAYS {
        let new = State::new(date(day));
        // With another screen before it, a page is chosen by the planner and not taken from the build.
        let screened = step(screener(), &new, Action::Open(Place::Library));
        let chosen = step(screener(), &screened, Action::Ask);
        assert_eq!(*chosen.place(), Place::Questions(first.as_slice().into()), "{day}");
        // The page that is shown at once stays as it is when it is screened.
        let shown = step(screener(), &new, Action::Ask);
        assert!(shown.screening.is_none(), "{day}");
        let later = step(screener(), &shown, Action::Screen);
        assert_eq!(shown.place(), later.place(), "{day}");
        assert_eq!(visible(screener(), &later, first), *first, "{day}");
    }
}

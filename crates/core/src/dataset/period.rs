//! When a clause runs, and what that means on a reference date.

use super::{Clause, Dataset, Event};
use crate::date::Date;
use crate::pack::packed;
use crate::rules::CondId;
use serde::Serialize;

/// The days of which a list tells. Outside them it says nothing by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Horizon {
    /// Before it nothing runs that has no beginning of its own.
    pub from: Option<Date>,
    /// After it nothing is sure that has no end of its own.
    pub until: Option<Date>,
}
packed!(Horizon { from, until });

/// What has to happen within the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Water is used, a fee falls due.
    Use,
    /// The firm applies.
    Application,
    /// A loan is paid out.
    Loan,
    /// An award is given.
    Award,
}
packed!(Trigger: Use, Application, Loan, Award; else Self::Use);

/// When a clause runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// What has to happen within it.
    pub trigger: Trigger,
    /// First day, where known.
    pub from: Option<Date>,
    /// Last day, where known.
    pub until: Option<Date>,
    /// Last day for applying. The end where there is no other; else told beside it.
    pub apply_until: Option<Date>,
    /// Begins with this event, an index into `Dataset::events`.
    pub from_event: Option<u8>,
    /// Ends with this event.
    pub until_event: Option<u8>,
    /// Runs without an end (长期).
    pub long_term: bool,
    /// The source gives no end, or one that is none (长期).
    pub is_open: bool,
    /// A later end known from outside the list, which sets the status; index into the clause's `later`.
    pub extended_by: Option<u8>,
    /// Whose dates these are: the clause's id, or the policy's where the clause has none of its own.
    pub source: String,
}
packed!(Period { trigger, from, until, apply_until, from_event, until_event, long_term, is_open, extended_by, source });

/// A change made after the list was written; shown, never computed with.
#[derive(Clone, Debug, PartialEq)]
pub struct Later {
    /// In plain words.
    pub text: String,
    /// The later end, where the change is one.
    pub until: Option<Date>,
    /// For whom the later end is one; for everyone where there is no condition.
    pub when: Option<CondId>,
    /// Where it is known from.
    pub source: String,
    /// 2: two independent sources, 1: one, 0: not checked.
    pub verified: u8,
}
packed!(Later { text, until, when, source, verified });

/// Where the reference date lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Before the period.
    NotStarted,
    /// Within it.
    InForce,
    /// After it.
    Ended,
    /// It hangs on an event without a date.
    OpenEvent,
    /// The list does not tell: past its horizon, without an end of its own.
    Unconfirmed,
}

impl Status {
    /// In the order in which they are told: what can be had now first.
    pub const ALL: [Self; 5] = [Self::InForce, Self::NotStarted, Self::OpenEvent, Self::Ended, Self::Unconfirmed];
}

/// An event's day, where one is set.
fn day_of(event: Option<u8>, events: &[Event]) -> Option<Date> {
    events.get(usize::from(event?))?.date
}

impl Period {
    /// The change that set a later end, where there is one. `later`: the changes to the clause that has this period.
    pub fn extension<'a>(&self, later: &'a [Later]) -> Option<&'a Later> {
        later.get(usize::from(self.extended_by?))
    }

    /// The first day, where one is known: its own, else an event's.
    pub fn first_day(&self, events: &[Event]) -> Option<Date> {
        self.from.or_else(|| day_of(self.from_event, events))
    }

    /// The last day, where one is known: its own, where `extended` the later one that another document set; else an
    /// event's; the last day for applying only where the source names no other end.
    pub fn last_day(&self, events: &[Event], later: &[Later], extended: bool) -> Option<Date> {
        let later = self.extension(later).filter(|_| extended).and_then(|later| later.until);
        let own = later.max(self.until).or_else(|| day_of(self.until_event, events));
        own.or(self.apply_until.filter(|_| self.until_event.is_none() && !self.is_open))
    }

    /// The status on a day; `extended`: a later end holds for the firm.
    fn status(&self, on: Date, list: (Horizon, &[Event]), later: &[Later], extended: bool) -> Status {
        let (horizon, events) = list;
        let (first, last) = (self.first_day(events), self.last_day(events, later, extended));
        let unbegun = self.from_event.is_some() && first.is_none();
        if first.or(horizon.from).is_some_and(|first| on < first) {
            Status::NotStarted
        } else if last.is_some_and(|last| on > last) {
            Status::Ended
        } else if (unbegun || last.is_none()) && horizon.until.is_some_and(|until| on > until) {
            Status::Unconfirmed
        } else if unbegun || (self.until_event.is_some() && last.is_none()) {
            Status::OpenEvent
        } else {
            Status::InForce
        }
    }
}

impl Dataset {
    /// Where a day lies in a clause's period. `extended`: a later end that is one under a condition holds for the firm; one
    /// without a condition always does.
    pub fn status(&self, clause: &Clause, on: Date, extended: bool) -> Status {
        let list = (self.horizon, self.events.as_slice());
        clause.period.status(on, list, &clause.later, extended || clause.later_end_for().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        Some(text.parse().unwrap())
    }

    fn period(from: &str, until: &str) -> Period {
        Period {
            trigger: Trigger::Use,
            from: day(from),
            until: day(until),
            apply_until: None,
            from_event: None,
            until_event: None,
            long_term: false,
            is_open: false,
            extended_by: None,
            source: "P01".into(),
        }
    }

    fn events(date: Option<Date>) -> Vec<Event> {
        vec![Event { name: "疫情结束".into(), date, note: String::new() }]
    }

    /// On a list of the year 2020.
    fn on(period: &Period, date: &str, event: Option<Date>, later: &[Later], extended: bool) -> Status {
        let horizon = Horizon { from: day("2020-01-01"), until: day("2020-12-31") };
        period.status(date.parse().unwrap(), (horizon, &events(event)), later, extended)
    }

    fn told(period: &Period, dates: &[(&str, Status)]) {
        for (date, status) in dates {
            assert_eq!(on(period, date, None, &[], false), *status, "{date}");
        }
    }

    #[test]
    fn both_ends_belong_to_the_period() {
        told(
            &period("2020-01-01", "2020-06-30"),
            &[
                ("2019-12-31", Status::NotStarted),
                ("2020-01-01", Status::InForce),
                ("2020-06-30", Status::InForce),
                ("2020-07-01", Status::Ended),
            ],
        );
    }

    #[test]
    fn a_later_end_sets_the_status_of_those_for_whom_it_is_one() {
        let until = day("2020-12-31");
        let later = [Later { text: String::new(), until, when: None, source: "facts 4".into(), verified: 1 }];
        let put_off = Period { extended_by: Some(0), ..period("2020-01-01", "2020-06-30") };
        assert_eq!(on(&put_off, "2020-07-15", None, &later, true), Status::InForce);
        assert_eq!(on(&put_off, "2020-07-15", None, &later, false), Status::Ended);
        assert_eq!(on(&put_off, "2021-01-01", None, &later, true), Status::Ended);
        assert_eq!(put_off.last_day(&[], &later, true), until);
        assert_eq!(put_off.last_day(&[], &later, false), day("2020-06-30"));
    }

    #[test]
    fn an_event_without_a_day_leaves_the_end_open_until_the_horizon() {
        let open = Period { until: None, until_event: Some(0), ..period("2020-01-25", "2020-06-30") };
        told(
            &open,
            &[
                ("2020-01-24", Status::NotStarted),
                ("2020-07-15", Status::OpenEvent),
                ("2020-12-31", Status::OpenEvent),
                ("2021-01-01", Status::Unconfirmed),
                ("2099-01-01", Status::Unconfirmed),
            ],
        );
        let ended = day("2020-06-13");
        assert_eq!(on(&open, "2020-06-13", ended, &[], false), Status::InForce);
        assert_eq!(on(&open, "2020-07-15", ended, &[], false), Status::Ended);
        assert_eq!(on(&open, "2099-01-01", ended, &[], false), Status::Ended);
    }

    #[test]
    fn a_beginning_without_a_day_leaves_it_open_until_the_horizon_or_its_end() {
        let begins = Period { from: None, from_event: Some(0), ..period("2020-01-01", "2021-03-31") };
        told(
            &begins,
            &[
                ("2019-12-31", Status::NotStarted),
                ("2020-07-15", Status::OpenEvent),
                ("2021-01-01", Status::Unconfirmed),
                ("2021-04-01", Status::Ended),
            ],
        );
    }

    #[test]
    fn what_has_no_day_of_its_own_runs_within_the_horizon_and_is_unconfirmed_after_it() {
        let open = Period { from: None, until: None, is_open: true, ..period("2020-01-01", "2020-06-30") };
        told(
            &open,
            &[
                ("1990-01-01", Status::NotStarted),
                ("2019-12-31", Status::NotStarted),
                ("2020-01-01", Status::InForce),
                ("2020-12-31", Status::InForce),
                ("2021-01-01", Status::Unconfirmed),
            ],
        );
        let issued = Period { from: day("2020-07-03"), long_term: true, ..open };
        told(&issued, &[("2020-07-02", Status::NotStarted), ("2020-07-03", Status::InForce)]);
    }

    #[test]
    fn the_day_to_apply_by_ends_only_what_has_no_other_end() {
        let alone = Period { until: None, apply_until: day("2020-06-30"), ..period("2020-01-01", "2020-06-30") };
        told(&alone, &[("2020-06-30", Status::InForce), ("2020-07-01", Status::Ended)]);
        let beside = Period { is_open: true, ..alone.clone() };
        told(&beside, &[("2020-07-01", Status::InForce), ("2021-01-01", Status::Unconfirmed)]);
        assert_eq!(beside.last_day(&[], &[], false), None);
        let with_end = Period { until: day("2020-12-31"), ..alone };
        told(&with_end, &[("2020-07-01", Status::InForce), ("2021-01-01", Status::Ended)]);
    }
}

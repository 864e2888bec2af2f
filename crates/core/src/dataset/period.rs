//! When a clause runs, and what that means on a reference date.

use crate::date::Date;
use crate::pack::packed;
use serde::Serialize;

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
    /// Last day for applying, where it differs.
    pub apply_until: Option<Date>,
    /// Begins with this event, an index into `Dataset::events`.
    pub from_event: Option<u8>,
    /// Ends with this event.
    pub until_event: Option<u8>,
    /// Runs without an end (长期).
    pub long_term: bool,
    /// A later end known from outside the list, which sets the status; index into the clause's `later`.
    pub extended_by: Option<u8>,
    /// Whose dates these are: the clause's id, or the policy's where the clause has none of its own.
    pub source: String,
}
packed!(Period { trigger, from, until, apply_until, from_event, until_event, long_term, extended_by, source });

/// A change made after the list was written; shown, never computed with.
#[derive(Clone, Debug, PartialEq)]
pub struct Later {
    /// In plain words.
    pub text: String,
    /// The later end, where the change is one.
    pub until: Option<Date>,
    /// Where it is known from.
    pub source: String,
    /// 2: two independent sources, 1: one, 0: not checked.
    pub verified: u8,
}
packed!(Later { text, until, source, verified });

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
}

impl Status {
    /// In the order in which they are told: what can be had now first.
    pub const ALL: [Self; 4] = [Self::InForce, Self::NotStarted, Self::OpenEvent, Self::Ended];
}

/// An event's day, where one is set.
fn day_of(event: Option<u8>, events: &[super::Event]) -> Option<Date> {
    events.get(usize::from(event?))?.date
}

impl Period {
    /// The change that set a later end, where there is one. `later`: the changes to the clause that has this period.
    pub fn extension<'a>(&self, later: &'a [Later]) -> Option<&'a Later> {
        later.get(usize::from(self.extended_by?))
    }

    /// The last day, where one is known: the later of the clause's own and the one that a later document set, else an
    /// event's.
    pub fn last_day(&self, events: &[super::Event], later: &[Later]) -> Option<Date> {
        let extended = self.extension(later).and_then(|later| later.until);
        extended.max(self.until).or_else(|| day_of(self.until_event, events))
    }

    /// The period's status on a day. `events` gives each event's day, where one is set.
    pub fn status(&self, on: Date, events: &[super::Event], later: &[Later]) -> Status {
        let from = self.from.or_else(|| day_of(self.from_event, events));
        let until = self.last_day(events, later).or(self.apply_until);
        if from.is_some_and(|from| on < from) {
            Status::NotStarted
        } else if until.is_some_and(|until| on > until) {
            Status::Ended
        } else if (self.from_event.is_some() && from.is_none()) || (self.until_event.is_some() && until.is_none()) {
            Status::OpenEvent
        } else {
            Status::InForce
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Event;

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
            extended_by: None,
            source: "P01".into(),
        }
    }

    fn on(period: &Period, date: &str, events: &[Event], later: &[Later]) -> Status {
        period.status(date.parse().unwrap(), events, later)
    }

    #[test]
    fn both_ends_belong_to_the_period() {
        let half_year = period("2020-01-01", "2020-06-30");
        for (date, status) in [
            ("2019-12-31", Status::NotStarted),
            ("2020-01-01", Status::InForce),
            ("2020-06-30", Status::InForce),
            ("2020-07-01", Status::Ended),
        ] {
            assert_eq!(on(&half_year, date, &[], &[]), status, "{date}");
        }
    }

    #[test]
    fn a_later_end_sets_the_status() {
        let later = [Later { text: String::new(), until: day("2020-12-31"), source: "facts 4".into(), verified: 1 }];
        let extended = Period { extended_by: Some(0), ..period("2020-01-01", "2020-06-30") };
        assert_eq!(on(&extended, "2020-07-15", &[], &later), Status::InForce);
        assert_eq!(on(&extended, "2021-01-01", &[], &later), Status::Ended);
    }

    #[test]
    fn the_last_day_is_the_one_that_was_put_off() {
        let later = [Later { text: String::new(), until: day("2020-12-31"), source: "facts 4".into(), verified: 1 }];
        let extended = Period { extended_by: Some(0), ..period("2020-01-01", "2020-06-30") };
        assert_eq!(extended.last_day(&[], &later), day("2020-12-31"));
        assert_eq!(period("2020-01-01", "2020-06-30").last_day(&[], &later), day("2020-06-30"));
        let event = Event { name: "疫情结束".into(), date: day("2020-06-13"), note: String::new() };
        let open = Period { until: None, until_event: Some(0), ..period("2020-01-25", "2020-06-30") };
        assert_eq!(open.last_day(&[event], &[]), day("2020-06-13"));
        assert_eq!(open.last_day(&[], &[]), None);
    }

    #[test]
    fn an_event_without_a_day_leaves_the_end_open() {
        let mut event = Event { name: "疫情结束".into(), date: None, note: String::new() };
        let open = Period { until: None, until_event: Some(0), ..period("2020-01-25", "2020-06-30") };
        assert_eq!(on(&open, "2020-07-15", &[event.clone()], &[]), Status::OpenEvent);
        assert_eq!(on(&open, "2020-01-24", &[event.clone()], &[]), Status::NotStarted);
        event.date = day("2020-06-13");
        assert_eq!(on(&open, "2020-07-15", &[event], &[]), Status::Ended);
    }
}

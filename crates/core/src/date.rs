//! Calendar days as whole numbers. Time of day and time zones do not belong here.

use crate::pack::{Packed, Packer, Unpacker};
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Date(pub i32);

impl Packed for Date {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(i32::unpack(from))
    }
}

/// Years that a date may lie in; wide enough for every policy and every reference date.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

impl Date {
    /// The first day there is.
    pub const FIRST: Self = Self(-25_567);
    /// The last day there is.
    pub const LAST: Self = Self(84_370);
    /// 1970-01-01: stands where no day decides anything, and where there is no clock to ask.
    pub const EPOCH: Self = Self(0);

    /// The day of `year`-`month`-`day`, or `None` where the calendar has no such day.
    pub fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        let valid = YEARS.contains(&year) && is_day(year, month, day);
        valid.then(|| Self(days_before(year, month) + day - 1))
    }

    /// Year, month and day.
    pub fn civil(self) -> (i32, i32, i32) {
        // Howard Hinnant's `civil_from_days`: years counted from March make the leap day the last.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }

    /// The same day of the month `months` later; the month's last day where it has no such day.
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.civil();
        let index = year * 12 + month - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        Self(days_before(year, month) + day.min(days_in_month(year, month)) - 1)
    }
}

fn is_day(year: i32, month: i32, day: i32) -> bool {
    (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day)
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first of the month (Hinnant's `days_from_civil`).
fn days_before(year: i32, month: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let well_formed = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let part = |range| text.get(range).and_then(|digits: &str| digits.parse::<i32>().ok());
        match (well_formed, part(0..4), part(5..7), part(8..10)) {
            (true, Some(year), Some(month), Some(day)) => Self::new(year, month, day).ok_or({
                if is_day(year, month, day) {
                    NotADate::OutOfYears
                } else {
                    NotADate::NoDay
                }
            }),
            _ => Err(NotADate::NoDay),
        }
    }
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    /// It is not a day of the calendar written `2020-07-15`.
    NoDay,
    /// A day before [`Date::FIRST`] or after [`Date::LAST`].
    OutOfYears,
}

#[cfg(test)]
mod tests {
    use super::{Date, NotADate};

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_between_known_days() {
        assert_eq!(date("2021-04-30").0 - date("2020-06-01").0, 333);
        assert_eq!(date("2021-02-01").0 - date("2020-02-01").0, 366);
        assert_eq!(date("1970-01-01").0, 0);
    }

    #[test]
    fn text_and_back() {
        for text in ["1900-01-01", "2000-02-29", "2020-12-31", "2200-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn the_calendar_is_checked() {
        for text in ["2021-02-29", "2020-13-01", "2020-00-10", "2020-1-1", "20200101", "２０２０-01-01", "2020-01-0é"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_of_another_age_is_no_misspelling() {
        assert_eq!((Date::FIRST, Date::LAST), (date("1900-01-01"), date("2200-12-31")));
        for text in ["1850-01-01", "1899-12-31", "2201-01-01", "0000-02-29"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate::OutOfYears), "{text}");
        }
        for text in ["1850-02-30", "1899-13-01", "2021-02-29", "2020-7-15", "15.07.2020", ""] {
            assert_eq!(text.parse::<Date>(), Err(NotADate::NoDay), "{text}");
        }
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(date("2020-02-29").plus_months(12), date("2021-02-28"));
        assert_eq!(date("2020-11-30").plus_months(3), date("2021-02-28"));
        assert_eq!(date("2020-03-15").plus_months(-3), date("2019-12-15"));
    }
}

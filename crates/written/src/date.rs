//! Days: with year, month and day in any of the usual forms; a month or an order that may be another is asked about.

use crate::asked::Days;
use crate::magnitude::magnitude;
use crate::plain::{is_too_long, plain, TOO_LONG};
use crate::said::{asking, Said, Written};
use crate::words::{before, behind, DIGITS};
use huiqi_core::date::Date;
use rust_decimal::Decimal;

const HOW: &str = "请写成 2020-6-1 或 2020年6月1日 这样。";

/// 1899-12-30, from which spreadsheets count.
const SHEET_DAY: i32 = -25_569;

/// Reads a day.
pub fn date(text: &str, days: &Days) -> Written {
    let text = plain(text);
    if text.is_empty() {
        return Written::Nothing;
    }
    if is_too_long(&text) {
        return Written::Refused(TOO_LONG.to_owned());
    }
    let text = without_time(&text);
    let text = before(text, &["大约", "大概", "约"]).unwrap_or(text);
    let text = behind(text, &["左右", "前后", "."]).unwrap_or(text);
    if let Some(word) = ["农历", "阴历", "正月", "腊月", "初一"].iter().find(|word| text.contains(**word)) {
        return Written::Refused(format!("“{word}”是农历，请换成公历，{HOW}"));
    }
    let (text, part) = part_of_month(text);
    let Some((numbers, is_chinese)) = numbers(text) else {
        return Written::Refused(format!("没看懂这个日期，{HOW}"));
    };
    let read = match numbers.as_slice() {
        [one] => alone(one, days),
        [year, month] if year.is_year() => month_of(year.value, month.value, part),
        [month, day] => without_year(month.value, day.value, days),
        [year, month, day] if year.is_year() => Read::day(year.value, month.value, day.value),
        [year, month, day] if year.length == 2 && (is_chinese || year.value > 12) => {
            Read::asked(&[(2_000 + year.value, month.value, day.value)])
        }
        [_, _, year] if year.is_year() => Read::No("分不清哪个是月、哪个是日，"),
        [y1, m1, d1, y2, m2, d2] if y1.is_year() && y2.is_year() => {
            Read::asked(&[(y1.value, m1.value, d1.value), (y2.value, m2.value, d2.value)])
        }
        _ => Read::No("没看懂这个日期，"),
    };
    read.within(days)
}

/// What a text says about a day.
enum Read {
    Sure(Date),
    Ask(Vec<Date>),
    No(&'static str),
}

impl Read {
    fn day(year: i32, month: i32, day: i32) -> Self {
        Date::new(year, month, day).map_or(Self::No("日历上没有这一天，"), Self::Sure)
    }

    fn asked(days: &[(i32, i32, i32)]) -> Self {
        let days: Vec<Date> = days.iter().filter_map(|(year, month, day)| Date::new(*year, *month, *day)).collect();
        if days.is_empty() {
            Self::No("日历上没有这一天，")
        } else {
            Self::Ask(days)
        }
    }

    fn within(self, days: &Days) -> Written {
        let fits = |day: &Date| (days.min..=days.max).contains(day);
        let bounds = |day: Date| {
            let word = |day| Said::date(day).words;
            format!("{}超出了范围，请填 {} 到 {} 之间的日期。", word(day), word(days.min), word(days.max))
        };
        match self {
            Self::Sure(day) if fits(&day) => Written::Understood(Said::date(day)),
            Self::Sure(day) => Written::Refused(bounds(day)),
            Self::Ask(found) => {
                let choices: Vec<Said> = found.iter().copied().filter(fits).map(Said::date).collect();
                match (choices.is_empty(), found.first()) {
                    (false, _) => Written::Ask { question: asking("要填的", &choices), choices },
                    (true, Some(day)) => Written::Refused(bounds(*day)),
                    (true, None) => Written::Refused(format!("没看懂这个日期，{HOW}")),
                }
            }
            Self::No(why) => Written::Refused(format!("{why}{HOW}")),
        }
    }
}

/// A number of a date.
struct Part {
    value: i32,
    length: usize,
}

impl Part {
    fn is_year(&self) -> bool {
        self.length == 4
    }
}

/// Without the time of day that other programs write behind it.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let day = text.get(..colon).unwrap_or(text);
    day.rfind([' ', 'T']).and_then(|end| day.get(..end)).unwrap_or(text)
}

/// The first or the last day of a month, where only that is said.
#[derive(Clone, Copy)]
enum Part3 {
    Begin,
    End,
    Any,
}

fn part_of_month(text: &str) -> (&str, Part3) {
    if let Some(text) = behind(text, &["月初"]) {
        return (text, Part3::Begin);
    }
    match behind(text, &["月底", "月末"]) {
        Some(text) => (text, Part3::End),
        None => (text, Part3::Any),
    }
}

/// The numbers of a text of nothing but numbers and what parts them; are they parted by 年 and 月.
fn numbers(text: &str) -> Option<(Vec<Part>, bool)> {
    let is_chinese = text.contains(['年', '月']);
    let is_between = |letter: char| {
        matches!(letter, '-' | '/' | '.' | ',' | ' ' | '\t' | '年' | '月' | '日' | '号' | '~' | '到' | '至')
    };
    let parts = text.split(is_between).filter(|part| !part.is_empty());
    let numbers: Option<Vec<Part>> = parts.map(part).collect();
    numbers.filter(|numbers| !numbers.is_empty()).map(|numbers| (numbers, is_chinese))
}

fn part(text: &str) -> Option<Part> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Part { value: text.parse().ok()?, length: text.len() });
    }
    let is_chinese =
        |letter: char| DIGITS.iter().any(|(letters, _)| letters.contains(letter)) || "十廿卅".contains(letter);
    if !text.chars().all(is_chinese) {
        return None;
    }
    let length = text.chars().count();
    // 二〇二〇 and 三一 are digits one by one, where 三一 as two numbers makes no sense.
    let digit =
        |letter: char| DIGITS.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, digit)| i32::from(*digit));
    let digits: Option<i32> =
        text.chars().try_fold(0, |number: i32, letter| number.checked_mul(10)?.checked_add(digit(letter)?));
    let value = match digits {
        Some(value) => value,
        None => whole(magnitude(text).ok()?.number)?,
    };
    Some(Part { value, length })
}

fn whole(number: Decimal) -> Option<i32> {
    i32::try_from(number).ok()
}

/// A number alone: 20200601, 202006, or a day as spreadsheets count.
fn alone(one: &Part, days: &Days) -> Read {
    let value = one.value;
    match one.length {
        8 => Read::day(value / 10_000, value / 100 % 100, value % 100),
        6 if (1..=12).contains(&(value % 100)) && (19..=22).contains(&(value / 10_000)) => {
            month_of(value / 100, value % 100, Part3::Any)
        }
        6 => Read::asked(&[(2_000 + value / 10_000, value / 100 % 100, value % 100)]),
        5 if (days.min..=days.max).contains(&Date(SHEET_DAY + value)) => Read::Ask(vec![Date(SHEET_DAY + value)]),
        _ => Read::No("请写到哪年哪月哪日，"),
    }
}

/// The days of a month that may be meant.
fn month_of(year: i32, month: i32, part: Part3) -> Read {
    let Some(first) = Date::new(year, month, 1) else { return Read::No("日历上没有这个月，") };
    let last = Date(first.plus_months(1).0 - 1);
    Read::Ask(match part {
        Part3::Begin => vec![first],
        Part3::End => vec![last],
        Part3::Any => vec![first, last],
    })
}

/// A day without a year: in the year that is meant, else in the one or ones in which it is accepted.
fn without_year(month: i32, day: i32, days: &Days) -> Read {
    let Some(meant) = Date::new(days.year, month, day).or_else(|| Date::new(2_000, month, day)) else {
        return Read::No("日历上没有这一天，");
    };
    if (days.min..=days.max).contains(&meant) && meant.civil().0 == days.year {
        return Read::Sure(meant);
    }
    let years = days.min.civil().0..=days.max.civil().0;
    let found: Vec<Date> = years
        .filter_map(|year| Date::new(year, month, day))
        .filter(|day| (days.min..=days.max).contains(day))
        .take(3)
        .collect();
    match found.as_slice() {
        [] => Read::Sure(meant),
        [one] => Read::Sure(*one),
        _ => Read::Ask(found),
    }
}

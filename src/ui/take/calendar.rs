//! Deadlines on or after the reference date as a calendar file (RFC 5545).

use super::super::text::{self, take};
use super::sheet::{Item, Sheet};
use huiqi_core::date::Date;
use std::fmt::Write;

/// Longest line, in bytes without its end.
const LINE: usize = 73;

/// The calendar; `None` where there is no deadline.
pub fn text(sheet: &Sheet) -> Option<String> {
    let due: Vec<(&Item, Date)> = sheet
        .items
        .iter()
        .filter_map(|item| Some((item, item.deadline.filter(|day| *day >= sheet.reference_date)?)))
        .collect();
    if due.is_empty() {
        return None;
    }
    let mut out = String::new();
    for start in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huiqi//CN", "CALSCALE:GREGORIAN"] {
        line(&mut out, start);
    }
    for (item, day) in due {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}-{}@huiqi", item.id, sheet.version));
        line(&mut out, &format!("DTSTAMP:{}T000000Z", compact(sheet.reference_date)));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", compact(day)));
        line(&mut out, &format!("DTEND;VALUE=DATE:{}", compact(Date(day.0 + 1))));
        line(&mut out, &format!("SUMMARY:{}", escaped(&take::deadline(&item.title))));
        let what = format!("{}；{}；{} {}。{}", item.office, item.period, item.policy, item.number, text::DISCLAIMER);
        line(&mut out, &format!("DESCRIPTION:{}", escaped(&what)));
        for alarm in ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:-", "TRIGGER:-P7D", "END:VALARM", "END:VEVENT"] {
            line(&mut out, alarm);
        }
    }
    line(&mut out, "END:VCALENDAR");
    Some(out)
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Writes a line, folded where it is too long.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > LINE {
            let _ = write!(out, "\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut out = String::new();
        let text = format!("SUMMARY:{}", "截止".repeat(40));
        line(&mut out, &text);
        assert!(out.split("\r\n").all(|line| line.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
    }
}

//! Last days that are still to come as a calendar file (RFC 5545).

use super::rows::{by_office, head, Row};
use crate::ui::text::{self, take};
use crate::ui::view::View;
use huiqi_core::date::Date;
use std::fmt::Write;

/// Longest line, in bytes without its end.
const LINE: usize = 73;

/// The calendar; `None` where no last day is still to come.
pub fn text(view: &View) -> Option<String> {
    let offices = by_office(view);
    let due: Vec<(&str, &Row, Date)> = offices
        .iter()
        .flat_map(|(office, rows)| rows.iter().filter_map(move |row| Some((office.as_str(), row, row.deadline?))))
        .collect();
    if due.is_empty() {
        return None;
    }
    let mut out = String::new();
    for start in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huiqi//CN", "CALSCALE:GREGORIAN"] {
        line(&mut out, start);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(&head(view).concat())));
    for (office, row, day) in due {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}-{}@huiqi", row.id, view.dataset().version));
        line(&mut out, &format!("DTSTAMP:{}T000000Z", compact(view.state.reference_date())));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", compact(day)));
        line(&mut out, &format!("DTEND;VALUE=DATE:{}", compact(Date(day.0 + 1))));
        line(&mut out, &format!("SUMMARY:{}", escaped(&take::deadline(&row.name))));
        let what = format!("{office}；{}；{}。{}", row.period, row.source.join(" "), text::DISCLAIMER);
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

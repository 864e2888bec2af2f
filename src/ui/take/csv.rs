//! The sheet as a table for spreadsheets.

use super::super::text::{self, take};
use super::sheet::Sheet;
use huiqi_core::decimal::to_fen;

/// Spreadsheets take a text for UTF-8 only where it begins with this mark.
const MARK: &str = "\u{FEFF}";

/// As many cells as the head has: some readers refuse a table whose lines differ.
type Line = [String; take::COLUMNS.len()];

/// The sheet as CSV.
pub fn text(sheet: &Sheet) -> String {
    let mut out = MARK.to_owned();
    line(&mut out, take::COLUMNS.map(str::to_owned));
    for item in &sheet.items {
        let min = item.amount.map(|amount| to_fen(amount.min).to_string()).unwrap_or_default();
        let max = item.amount.and_then(|amount| amount.max).map(|max| to_fen(max).to_string()).unwrap_or_default();
        line(
            &mut out,
            [
                item.id.clone(),
                item.policy.clone(),
                item.title.clone(),
                item.verdict.to_owned(),
                item.kind.name().to_owned(),
                min,
                max,
                item.period.clone(),
                item.office.clone(),
                item.number.clone(),
            ],
        );
    }
    let mut last = Line::default();
    let said = [text::DISCLAIMER.to_owned(), sheet.version.clone(), sheet.reference_date.to_string()];
    last.iter_mut().zip(said).for_each(|(cell, text)| *cell = text);
    line(&mut out, last);
    out
}

fn line(out: &mut String, cells: Line) {
    let cells = cells.map(|text| cell(&text));
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// A cell; one that a spreadsheet would run as a formula is made plain text.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) || !guard.is_empty() {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells() {
        for (text, written) in [
            ("水价", "水价"),
            ("a,b", "\"a,b\""),
            ("说“\"是\"”", "\"说“\"\"是\"\"”\""),
            ("=1+1", "\"'=1+1\""),
            ("+86", "\"'+86\""),
            ("-5", "\"'-5\""),
            ("@sum", "\"'@sum\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}

//! The rows of the sheet as a table for spreadsheets: over it which list, in which mode, of which day.

use super::rows::{by_office, cell as figure, head};
use crate::ui::text::{self, take};
use crate::ui::view::View;

/// Spreadsheets take a text for UTF-8 only where it begins with this mark.
const MARK: &str = "\u{FEFF}";

/// As many cells as the head has: some readers refuse a table whose lines differ.
type Line = [String; take::COLUMNS.len()];

/// The rows as CSV.
pub fn text(view: &View) -> String {
    let mut out = MARK.to_owned();
    let mut first = Line::default();
    first.iter_mut().zip(head(view)).for_each(|(cell, text)| *cell = text);
    line(&mut out, first);
    line(&mut out, take::COLUMNS.map(str::to_owned));
    for (office, rows) in by_office(view) {
        for row in rows {
            let [clause, document, number] = row.source;
            let word = text::word(row.word).to_owned();
            let (min, max) = (figure(row.worth.min), figure(row.worth.max));
            let kind = row.kind.to_owned();
            line(
                &mut out,
                [
                    row.id,
                    row.name,
                    word,
                    kind,
                    min,
                    max,
                    row.said,
                    row.period,
                    office.clone(),
                    clause,
                    document,
                    number,
                ],
            );
        }
    }
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

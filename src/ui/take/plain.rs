//! The rows of the sheet as plain text, for messages and notes.

use super::rows::{by_office, head};
use crate::ui::text;
use crate::ui::view::View;
use std::fmt::Write;

/// The rows as plain text.
pub fn text(view: &View) -> String {
    let mut out = head(view).join("\n");
    out.push('\n');
    // Writing to a `String` cannot fail.
    for (office, rows) in by_office(view) {
        let _ = write!(out, "\n【{office}】\n");
        for row in rows {
            let _ = writeln!(out, "· {}（{}，{}）", row.name, text::word(row.word), row.said);
            let _ = writeln!(out, "  {}；{}", row.period, row.source.join(" "));
        }
    }
    out
}

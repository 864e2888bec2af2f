//! The sheet as plain text, for messages and notes.

use super::super::text::{self, frame};
use super::sheet::Sheet;
use huiqi_core::dataset::Kind;
use std::fmt::Write;

/// The sheet as plain text.
pub fn text(sheet: &Sheet) -> String {
    let mut out = super::headline(sheet);
    // Writing to a `String` cannot fail.
    let _ = write!(out, "\n{}\n", frame::footer(&sheet.version, &sheet.reference_date.to_string()).concat());
    for total in &sheet.totals {
        let _ = writeln!(out, "{total}");
    }
    for (office, items) in sheet.by_office() {
        let _ = write!(out, "\n【{office}】\n");
        for item in items {
            let amount = match (item.kind, item.amount) {
                (Kind::Right, _) => String::new(),
                (_, Some(amount)) => format!("，{}", text::money(amount)),
                (_, None) => format!("，{}", text::card::AMOUNT_OPEN),
            };
            let _ = writeln!(out, "· {}（{}{amount}）", item.title, item.verdict);
            let _ =
                writeln!(out, "  {}；{} {}，{}", item.period, item.policy, item.number, text::card::clause(&item.id));
        }
    }
    out
}

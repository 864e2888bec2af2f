//! Rows of one shape, such as loans: none, or each with its own fields.

use super::super::question::{question, Asked};
use super::super::tag::{tag, Tag};
use super::super::text::ask;
use super::{option, Choice};
use huiqi_core::dataset::Question;
use huiqi_core::profile::Answer;
use huiqi_core::session::{Action, Field};
use yew::prelude::*;

/// Whether there are any, and the fields of each.
pub fn rows(asked: &Asked, row_label: &str, max_rows: u8, fields: &[Question]) -> Html {
    let Asked { view, field, within } = *asked;
    let given = asked.answer();
    let rows = match given {
        Some(Answer::Rows(rows)) => u8::try_from(rows.len()).unwrap_or(u8::MAX),
        _ => 0,
    };
    let index = field.question;
    let name = asked.id();
    let radio = |value: &str, label: &str, checked: bool, action: Action| {
        let (quiet, onchange) = (value == "unknown", view.on(action));
        option(Choice { kind: "radio", name: &name, value, label, help: None, checked, quiet, onchange })
    };
    let none = Answer::Rows(Vec::new());
    let has_none = given == Some(&none);
    let add = if rows == 0 { Action::AddRow(index) } else { Action::Settle };
    let row = |row: u8| {
        let title = ask::rows::nth(usize::from(row) + 1, row_label);
        let column =
            |(column, _): (u8, &Question)| question(&Asked { view, field: Field::in_row(index, row, column), within });
        let number = row.to_string();
        let remove = tag("button[type=button][data-action=remove-row]")
            .on_click(view.on(Action::RemoveRow(index, row)))
            .text(&ask::rows::remove(usize::from(row) + 1));
        tag("div.row[role=group]")
            .key(&number)
            .set("aria-label", &title)
            .set("data-row", &number)
            .with(tag("p.row-title").text(&title))
            .each((0_u8..).zip(fields).filter_map(column))
            .with(remove)
    };
    let more = (rows > 0 && rows < max_rows).then(|| {
        tag("button[type=button][data-action=add-row]")
            .on_click(view.on(Action::AddRow(index)))
            .text(&ask::rows::add(row_label))
    });
    let unknown = Action::Give(field, Some(Answer::Unknown));
    let any = tag("div.options.options-row[tabindex=-1]")
        .set("id", &name)
        .with(radio("some", &ask::rows::some(row_label), rows > 0, add))
        .with(radio("none", &ask::rows::none(row_label), has_none, Action::Give(field, Some(none))))
        .with(radio("unknown", ask::UNKNOWN, given == Some(&Answer::Unknown), unknown));
    Tag::bare().with(any).each((0..rows).map(row)).with_some(more).loose()
}

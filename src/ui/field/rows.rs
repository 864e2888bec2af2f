//! Rows of one shape, such as loans: none, or each with its own fields.

use super::super::question::{question, Asked};
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
        html! {
            <div class="row" key={row} role="group" aria-label={title.clone()} data-row={row.to_string()}>
                <p class="row-title">{ title }</p>
                { for (0_u8..).zip(fields).map(column) }
                <button type="button" data-action="remove-row" onclick={view.on(Action::RemoveRow(index, row))}>
                    { ask::rows::remove(usize::from(row) + 1) }
                </button>
            </div>
        }
    };
    html! {
        <>
            <div class="options options-row" id={name.clone()} tabindex="-1">
                { radio("some", &ask::rows::some(row_label), rows > 0, add) }
                { radio("none", &ask::rows::none(row_label), has_none, Action::Give(field, Some(none))) }
                { radio("unknown", ask::UNKNOWN, given == Some(&Answer::Unknown), Action::Give(field, Some(Answer::Unknown))) }
            </div>
            { for (0..rows).map(row) }
            if rows > 0 && rows < max_rows {
                <button type="button" data-action="add-row" onclick={view.on(Action::AddRow(index))}>{ ask::rows::add(row_label) }</button>
            }
        </>
    }
}

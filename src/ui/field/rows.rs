//! Rows of one shape, such as loans: none, or each with its own fields.

use super::super::question::{Question, QuestionProps};
use super::super::text::ask;
use super::OneOption;
use huiqi_core::dataset::Shape;
use huiqi_core::profile::Answer;
use huiqi_core::session::{Action, Field};
use yew::prelude::*;

/// Whether there are any, and the fields of each.
#[component]
pub fn RowsField(props: &QuestionProps) -> Html {
    let QuestionProps { view, field, within } = props;
    let Some(Shape::Group { row_label, max_rows, fields, .. }) = props.asked().map(|asked| &asked.shape) else {
        return Html::default();
    };
    let given = field.answer(&view.state.profile);
    let rows = match given {
        Some(Answer::Rows(rows)) => rows.len(),
        _ => 0,
    };
    let question = field.question;
    let name = props.id();
    let none = Answer::Rows(Vec::new());
    let add = if rows == 0 { Action::AddRow(question) } else { Action::Settle };
    html! {
        <>
            <div class="options options-row" id={name.clone()} tabindex="-1">
                <OneOption kind="radio" name={name.clone()} value="some" label={ask::rows::some(row_label)} checked={rows > 0}
                    onchange={view.on(add)} />
                <OneOption kind="radio" name={name.clone()} value="none" label={ask::rows::none(row_label)} checked={given == Some(&none)}
                    onchange={view.on(Action::Give(*field, Some(none)))} />
                <OneOption kind="radio" name={name} value="unknown" label={ask::UNKNOWN} quiet=true checked={given == Some(&Answer::Unknown)}
                    onchange={view.on(Action::Give(*field, Some(Answer::Unknown)))} />
            </div>
            { for (0..u8::try_from(rows).unwrap_or(0)).map(|row| html! {
                <div class="row" key={row} role="group" aria-label={ask::rows::nth(usize::from(row) + 1, row_label)} data-row={row.to_string()}>
                    <p class="row-title">{ ask::rows::nth(usize::from(row) + 1, row_label) }</p>
                    { for (0_u8..).zip(fields).map(|(column, of)| html! {
                        <Question key={of.id.clone()} view={view.clone()} field={Field::in_row(question, row, column)} within={within.clone()} />
                    }) }
                    <button type="button" data-action="remove-row" onclick={view.on(Action::RemoveRow(question, row))}>
                        { ask::rows::remove(usize::from(row) + 1) }
                    </button>
                </div>
            }) }
            if rows > 0 && rows < usize::from(*max_rows) {
                <button type="button" data-action="add-row" onclick={view.on(Action::AddRow(question))}>{ ask::rows::add(row_label) }</button>
            }
        </>
    }
}

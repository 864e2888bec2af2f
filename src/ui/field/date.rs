//! A day, typed: pickers are slow to reach a year long past, and missing in some kernels.

use super::super::question::QuestionProps;
use super::super::text::{self, ask};
use super::{text_field, OneOption, TextField};
use huiqi_core::profile::Answer;
use huiqi_core::session::Action;
use yew::prelude::*;

/// A text field for a day, and 不清楚.
#[component]
pub fn DateField(props: &QuestionProps) -> Html {
    let QuestionProps { view, field, .. } = props;
    let Some(asked) = props.asked() else { return Html::default() };
    let given = field.answer(&view.state.profile);
    let id = props.id();
    let (shown, read_back) = match given {
        Some(Answer::Date(date)) => (date.to_string(), Some(format!("＝ {}", text::day(*date)))),
        _ => (String::new(), None),
    };
    let of = TextField {
        label: asked.text.clone(),
        shown: view.state.drafts.get(*field).map_or(shown, |draft| draft.text.clone()),
        inputmode: "numeric",
        described: format!("{id}-error {id}-like"),
        unit: Html::default(),
        read_back,
    };
    html! {
        <>
            <p class="help" id={format!("{id}-like")}>{ ask::DATE_HELP }</p>
            { text_field(props, of) }
            <div class="options options-row">
                <OneOption kind="radio" name={format!("{id}-rough")} value="unknown" label={ask::UNKNOWN} quiet=true
                    checked={given == Some(&Answer::Unknown)} onchange={view.on(Action::Give(*field, Some(Answer::Unknown)))} />
            </div>
        </>
    }
}

//! One of several, and 是 or 否: radios.

use super::super::question::QuestionProps;
use super::super::text::ask;
use super::OneOption;
use huiqi_core::dataset::Shape;
use huiqi_core::profile::Answer;
use huiqi_core::session::Action;
use yew::prelude::*;

/// A value that may be chosen.
struct Value {
    value: String,
    label: String,
    help: Option<String>,
    answer: Answer,
    quiet: bool,
}

impl Value {
    fn plain(value: &str, label: &str, answer: Answer) -> Self {
        Self { value: value.to_owned(), label: label.to_owned(), help: None, answer, quiet: false }
    }
}

/// Radios for each value, and for 不清楚.
#[component]
pub fn ChoiceField(props: &QuestionProps) -> Html {
    let QuestionProps { view, field, .. } = props;
    let Some(asked) = props.asked() else { return Html::default() };
    let mut values = match &asked.shape {
        Shape::Choice(members) => (0_u8..)
            .zip(members)
            .map(|(index, member)| Value {
                help: member.help.clone(),
                ..Value::plain(&member.id, &member.label, Answer::Choice(index))
            })
            .collect(),
        _ => {
            vec![Value::plain("yes", ask::YES, Answer::YesNo(true)), Value::plain("no", ask::NO, Answer::YesNo(false))]
        }
    };
    values.push(Value { quiet: true, ..Value::plain("unknown", ask::UNKNOWN, Answer::Unknown) });
    let given = field.answer(&view.state.profile);
    let name = props.id();
    // The first radio carries the question's id, so that the error summary can lead to it.
    html! {
        <div class={if values.len() > 8 { "options options-many" } else { "options" }} id={name.clone()} tabindex="-1">
            { for values.into_iter().map(|one| html! {
                <OneOption kind="radio" name={name.clone()} value={one.value} label={one.label} help={one.help} quiet={one.quiet}
                    checked={given == Some(&one.answer)} onchange={view.on(Action::Give(*field, Some(one.answer)))} />
            }) }
        </div>
    }
}

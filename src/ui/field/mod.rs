//! Fields for answers, one a shape. What an answer means belongs to `session`.

mod choice;
mod date;
mod number;
mod rows;
mod set;

pub use choice::ChoiceField;
pub use date::DateField;
pub use number::NumberField;
pub use rows::RowsField;
pub use set::SetField;

use super::question::QuestionProps;
use super::text::{self, ask};
use super::view::View;
use huiqi_core::session::{Action, Field};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The id of a field in the page.
pub fn id(within: &str, view: &View, field: Field) -> String {
    let dataset = view.dataset();
    let question =
        dataset.questions.get(usize::from(field.question)).map(|question| question.id.as_str()).unwrap_or_default();
    match (field.row, field.asked(dataset)) {
        (Some((row, _)), Some(asked)) => format!("{within}-{question}-{row}-{}", asked.id),
        _ => format!("{within}-{question}"),
    }
}

/// A radio or a checkbox with its label around it, so that all of it can be tapped.
#[derive(Clone, PartialEq, Properties)]
pub struct OptionProps {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Name of the radios that belong together; of a checkbox its own.
    pub name: String,
    /// Stable, for tests.
    pub value: String,
    /// What the visitor reads.
    pub label: String,
    /// An example.
    #[prop_or_default]
    pub help: Option<String>,
    /// Is it chosen.
    pub checked: bool,
    /// Is it quieter than the others.
    #[prop_or_default]
    pub quiet: bool,
    /// Chosen or, of a checkbox, the other way round.
    pub onchange: Callback<bool>,
}

/// A radio or a checkbox.
#[component]
pub fn OneOption(props: &OptionProps) -> Html {
    let OptionProps { kind, name, value, label, help, checked, quiet, onchange } = props.clone();
    let onchange = onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <label class={classes!("option", quiet.then_some("option-quiet"))}>
            <input type={kind} {name} {value} {checked} {onchange} />
            <span class="option-text">
                <span>{ label }</span>
                if let Some(help) = help {
                    <span class="option-help">{ help }</span>
                }
            </span>
        </label>
    }
}

/// What a text field is given beside its text.
struct TextField {
    /// Stands before the input; `None` where the question itself is label enough.
    label: String,
    /// What to show.
    shown: String,
    /// Letters that the keyboard of a phone offers.
    inputmode: &'static str,
    /// Ids of what describes it.
    described: String,
    /// Shown after the input.
    unit: Html,
    /// What the text was understood as.
    read_back: Option<String>,
}

/// A text input with its error, unit and read-back.
fn text_field(props: &QuestionProps, of: TextField) -> Html {
    let QuestionProps { view, field, .. } = props;
    let field = *field;
    let id = props.id();
    let draft = view.state.drafts.get(field);
    let problem =
        draft.filter(|draft| draft.left).zip(props.asked()).and_then(|(draft, asked)| draft.read(asked).err());
    let oninput = view.act.reform(move |event: InputEvent| {
        Action::Type(field, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class={classes!("field", problem.is_some().then_some("field-wrong"))}>
            <div role="alert" id={format!("{id}-error")}>
                if let Some(problem) = &problem {
                    <p class="error">
                        <span class="unseen">{ ask::ERROR }</span>
                        <span>{ text::problem(problem) }</span>
                    </p>
                }
            </div>
            <div class="typed">
                <input {id} type="text" inputmode={of.inputmode} autocomplete="off" value={of.shown} {oninput}
                    onblur={view.on(Action::Leave(field))} aria-label={of.label} aria-invalid={problem.is_some().to_string()}
                    aria-describedby={of.described} />
                { of.unit }
            </div>
            <p class="read-back" aria-live="polite">
                if let Some(read_back) = of.read_back {
                    <span>{ read_back }</span>
                }
            </p>
        </div>
    }
}

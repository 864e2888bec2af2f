//! Fields for answers, one a shape. What an answer means belongs to `session`.

mod choice;
mod date;
mod number;
mod rows;
mod set;

pub use choice::choice;
pub use date::date;
pub use number::number;
pub use rows::rows;
pub use set::set;

use super::question::Asked;
use super::text::{self, ask};
use super::view::View;
use huiqi_core::session::{Action, Field};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The id of a field in the page.
pub fn id(within: &str, view: &View, field: Field) -> String {
    let dataset = view.dataset();
    let question = dataset.questions.get(usize::from(field.question)).map_or("", |question| question.id.as_str());
    match (field.row, field.asked(dataset)) {
        (Some((row, _)), Some(asked)) => format!("{within}-{question}-{row}-{}", asked.id),
        _ => format!("{within}-{question}"),
    }
}

/// A radio or a checkbox that may be chosen.
pub struct Choice<'a> {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Name of the radios that belong together.
    pub name: &'a str,
    /// Stable, for tests.
    pub value: &'a str,
    /// What the visitor reads.
    pub label: &'a str,
    /// An example.
    pub help: Option<&'a str>,
    /// Is it chosen.
    pub checked: bool,
    /// Is it quieter than the others.
    pub quiet: bool,
    /// Chosen or, of a checkbox, the other way round.
    pub onchange: Callback<Event>,
}

/// A radio or a checkbox with its label around it, so that all of it can be tapped.
pub fn option(of: Choice) -> Html {
    let Choice { kind, name, value, label, help, checked, quiet, onchange } = of;
    html! {
        <label key={value.to_owned()} class={if quiet { "option option-quiet" } else { "option" }}>
            <input type={kind} name={name.to_owned()} value={value.to_owned()} {checked} {onchange} />
            <span class="option-text">
                <span>{ label }</span>
                if let Some(help) = help {
                    <span class="option-help">{ help }</span>
                }
            </span>
        </label>
    }
}

/// Was the checkbox ticked.
fn ticked(event: &Event) -> bool {
    event.target_unchecked_into::<HtmlInputElement>().checked()
}

/// What a text field is given beside its text.
struct TextField<'a> {
    /// Its name for a screen reader.
    label: String,
    /// What to show.
    shown: String,
    /// Letters that the keyboard of a phone offers.
    inputmode: &'static str,
    /// An example, shown before it.
    like: Option<&'a str>,
    /// Shown after the input.
    unit: Html,
    /// What the text was understood as.
    read_back: Option<String>,
}

/// A text input with its error, unit and read-back.
fn text_field(asked: &Asked, of: TextField) -> Html {
    let Asked { view, field, .. } = *asked;
    let (id, error, like) = (asked.id(), format!("{}-error", asked.id()), format!("{}-like", asked.id()));
    let draft = view.state.drafts.get(field);
    let problem =
        draft.filter(|draft| draft.left).zip(asked.question()).and_then(|(draft, asked)| draft.read(asked).err());
    let wrong = problem.is_some();
    let described = if of.like.is_some() { format!("{error} {like}") } else { error.clone() };
    let oninput = view.act.reform(move |event: InputEvent| {
        Action::Type(field, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class={if wrong { "field field-wrong" } else { "field" }}>
            if let Some(words) = of.like {
                <p class="help" id={like}>{ words }</p>
            }
            <div role="alert" id={error}>
                if let Some(problem) = &problem {
                    <p class="error">
                        <span class="unseen">{ ask::ERROR }</span>
                        <span>{ text::problem(problem) }</span>
                    </p>
                }
            </div>
            <div class="typed">
                <input {id} type="text" inputmode={of.inputmode} autocomplete="off" value={of.shown} {oninput}
                    onblur={view.on(Action::Leave(field))} aria-label={of.label} aria-invalid={wrong.then_some("true")}
                    aria-describedby={described} />
                { of.unit }
            </div>
            <p class="read-back" aria-live="polite"><span>{ of.read_back.unwrap_or_default() }</span></p>
        </div>
    }
}

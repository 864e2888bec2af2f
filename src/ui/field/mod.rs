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
use super::tag::{tag, Tag};
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
pub fn option(of: Choice) -> Tag {
    let Choice { kind, name, value, label, help, checked, quiet, onchange } = of;
    let input = tag("input").is("type", kind).set("name", name).value(value).checked(checked).on_change(onchange);
    let words = tag("span.option-text")
        .with(tag("span").text(label))
        .with_some(help.map(|help| tag("span.option-help").text(help)));
    tag(if quiet { "label.option.option-quiet" } else { "label.option" }).key(value).with(input).with(words)
}

/// Was the checkbox ticked.
fn ticked(event: &Event) -> bool {
    event.target_unchecked_into::<HtmlInputElement>().checked()
}

/// What a text field is given beside its text.
struct TextField {
    /// Its name for a screen reader.
    label: String,
    /// What to show.
    shown: String,
    /// Letters that the keyboard of a phone offers.
    inputmode: &'static str,
    /// An example, shown before it.
    like: Option<&'static str>,
    /// Shown after the input.
    unit: Option<Tag>,
    /// What the text was understood as.
    read_back: Option<String>,
}

/// A text input with its error, unit and read-back.
fn text_field(asked: &Asked, of: TextField) -> Tag {
    let Asked { view, field, .. } = *asked;
    let id = asked.id();
    let (error, like) = ([&id, "-error"].concat(), [&id, "-like"].concat());
    let draft = view.state.drafts.get(field);
    let problem =
        draft.filter(|draft| draft.left).zip(asked.question()).and_then(|(draft, asked)| draft.read(asked).err());
    let wrong = problem.is_some();
    let described = if of.like.is_some() { [&error, " ", &like].concat() } else { error.clone() };
    let oninput = view.act.reform(move |event: InputEvent| {
        Action::Type(field, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let example = of.like.map(|words| tag("p.help").set("id", &like).text(words));
    let alert = problem.map(|problem| {
        tag("p.error").with(tag("span.unseen").text(ask::ERROR)).with(tag("span").text(&text::problem(&problem)))
    });
    let input = tag(if wrong {
        "input[type=text][autocomplete=off][aria-invalid=true]"
    } else {
        "input[type=text][autocomplete=off]"
    })
    .set("id", &id)
    .is("inputmode", of.inputmode)
    .value(&of.shown)
    .on_input(oninput)
    .on_blur(view.on(Action::Leave(field)))
    .set("aria-label", &of.label)
    .set("aria-describedby", &described);
    let read_back = tag("span").text(&of.read_back.unwrap_or_default());
    tag(if wrong { "div.field.field-wrong" } else { "div.field" })
        .with_some(example)
        .with(tag("div[role=alert]").set("id", &error).with_some(alert))
        .with(tag("div.typed").with(input).with_some(of.unit))
        .with(tag("p.read-back[aria-live=polite]").with(read_back))
}

//! A day, typed: pickers are slow to reach a year long past, and missing in some kernels.

use super::super::question::Asked;
use super::super::tag::{tag, Tag};
use super::super::text::{self, ask};
use super::{option, text_field, Choice, TextField};
use huiqi_core::dataset::Question;
use huiqi_core::profile::Answer;
use huiqi_core::session::Action;
use yew::prelude::*;

/// A text field for a day, and 不清楚.
pub fn date(asked: &Asked, question: &Question) -> Html {
    let Asked { view, field, .. } = *asked;
    let given = asked.answer();
    let (shown, read_back) = match given {
        Some(Answer::Date(date)) => (date.to_string(), Some(["＝ ", &text::day(*date)].concat())),
        _ => (String::new(), None),
    };
    let of = TextField {
        label: question.text.clone(),
        shown: view.state.drafts.get(field).map_or(shown, |draft| draft.text.clone()),
        inputmode: "numeric",
        like: Some(ask::DATE_HELP),
        unit: None,
        read_back,
    };
    let unknown = option(Choice {
        kind: "radio",
        name: &[&asked.id(), "-rough"].concat(),
        value: "unknown",
        label: ask::UNKNOWN,
        help: None,
        checked: given == Some(&Answer::Unknown),
        quiet: true,
        onchange: view.on(Action::Give(field, Some(Answer::Unknown))),
    });
    Tag::bare().with(text_field(asked, of)).with(tag("div.options.options-row").with(unknown)).loose()
}

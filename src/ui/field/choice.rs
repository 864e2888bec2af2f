//! One of several, and 是 or 否: radios, with 不清楚 last.

use super::super::question::Asked;
use super::super::tag::{tag, Tag};
use super::super::text::ask;
use super::{option, Choice};
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::profile::Answer;
use huiqi_core::session::Action;

/// Radios for each value, and for 不清楚.
pub fn choice(asked: &Asked, question: &Question) -> Tag {
    let name = asked.id();
    let radio = |value: &str, label: &str, help: Option<&str>, answer: Answer| {
        option(Choice {
            kind: "radio",
            name: &name,
            value,
            label,
            help,
            checked: asked.answer() == Some(&answer),
            quiet: answer == Answer::Unknown,
            onchange: asked.view.on(Action::Give(asked.field, Some(answer))),
        })
    };
    let mut radios: Vec<Tag> = match &question.shape {
        Shape::Choice(members) => (0_u8..)
            .zip(members)
            .map(|(index, member)| radio(&member.id, &member.label, member.help.as_deref(), Answer::Choice(index)))
            .collect(),
        Shape::YesNo => {
            vec![radio("yes", ask::YES, None, Answer::YesNo(true)), radio("no", ask::NO, None, Answer::YesNo(false))]
        }
        // INVARIANT: `question` gives these a field of their own.
        Shape::Set(_) | Shape::Number { .. } | Shape::Date { .. } | Shape::Group { .. } => Vec::new(),
    };
    radios.push(radio("unknown", ask::UNKNOWN, None, Answer::Unknown));
    // The error summary can lead here.
    tag(match radios.len() {
        ..=3 => "div.options.options-row[tabindex=-1]",
        4..=8 => "div.options[tabindex=-1]",
        _ => "div.options.options-many[tabindex=-1]",
    })
    .set("id", &name)
    .each(radios)
}

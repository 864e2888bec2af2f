//! A number: typed, or a rough range.

use super::super::question::Asked;
use super::super::tag::{tag, Tag};
use super::super::text::{self, ask};
use super::{option, text_field, Choice, TextField};
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::decimal::{over, times};
use huiqi_core::profile::Answer;
use huiqi_core::session::{default_scale, spelled, Action, Scale};
use rust_decimal::Decimal;
use yew::prelude::*;

/// A text field with its unit; rough ranges and 不清楚 beneath.
pub fn number(asked: &Asked, question: &Question) -> Html {
    let Asked { view, field, .. } = *asked;
    let Shape::Number { unit_label, percent, min, max, quick, .. } = &question.shape else { return Html::default() };
    let given = asked.answer();
    let draft = view.state.drafts.get(field);
    let scale = default_scale(question).map(|usual| draft.map_or(usual, |draft| draft.scale));
    let shown = match (draft, given) {
        (Some(draft), _) => draft.text.clone(),
        (None, Some(Answer::Number(number))) if *percent => {
            times(*number, Decimal::ONE_HUNDRED).normalize().to_string()
        }
        (None, Some(Answer::Number(number))) => {
            over(*number, scale.unwrap_or_default().factor()).normalize().to_string()
        }
        _ => String::new(),
    };
    let unit = if *percent { "%" } else { unit_label.as_str() };
    let of = TextField {
        label: if scale.is_some() { question.text.clone() } else { [&question.text, "（", unit, "）"].concat() },
        shown,
        inputmode: "decimal",
        like: None,
        unit: Some(match scale {
            Some(scale) => scales(asked, scale),
            None => tag("span.unit[aria-hidden=true]").text(unit),
        }),
        read_back: match given {
            Some(Answer::Number(number)) => read_back(question, *number),
            _ => None,
        },
    };
    let name = [&asked.id(), "-rough"].concat();
    let radio = |value: &str, label: &str, answer: Answer| {
        option(Choice {
            kind: "radio",
            name: &name,
            value,
            label,
            help: None,
            checked: given == Some(&answer),
            quiet: answer == Answer::Unknown,
            onchange: view.on(Action::Give(field, Some(answer))),
        })
    };
    let mut radios: Vec<Tag> = quick
        .iter()
        .enumerate()
        .map(|(index, (low, high))| {
            let label = text::range(&question.shape, (low > min).then_some(*low), (high < max).then_some(*high));
            radio(&index.to_string(), &label, Answer::between(*low, *high))
        })
        .collect();
    radios.push(radio("unknown", ask::UNKNOWN, Answer::Unknown));
    let rough = tag("div[role=group]")
        .is("aria-label", ask::ROUGHLY)
        .with_some((!quick.is_empty()).then(|| tag("p.quiet").text(ask::ROUGHLY)))
        .with(tag("div.options.options-row").each(radios));
    Tag::bare().with(text_field(asked, of)).with(rough).loose()
}

/// 元 or 万元.
fn scales(asked: &Asked, chosen: Scale) -> Tag {
    let name = [&asked.id(), "-scale"].concat();
    let one = |scale: Scale, value: &'static str, label: &'static str| {
        let input = tag("input[type=radio]")
            .set("name", &name)
            .value(value)
            .checked(chosen == scale)
            .on_change(asked.view.on(Action::Count(asked.field, scale)));
        tag("label.segment").with(input).with(tag("span").text(label))
    };
    tag("span.segments[role=radiogroup]")
        .is("aria-label", ask::SCALE)
        .with(one(Scale::Yuan, "yuan", ask::YUAN))
        .with(one(Scale::TenThousand, "wan", ask::TEN_THOUSAND))
}

/// What a number was understood as, where that is worth saying.
fn read_back(question: &Question, number: Decimal) -> Option<String> {
    let Shape::Number { unit_label, percent: false, .. } = &question.shape else { return None };
    let (digits, short) = spelled(number);
    match (default_scale(question), short) {
        (Some(_), Some(short)) => Some(["＝ ", &digits, " ", unit_label, "（", &short, unit_label, "）"].concat()),
        (Some(_), None) => Some(["＝ ", &digits, " ", unit_label].concat()),
        (None, Some(short)) => Some(["＝ ", &digits, " ", unit_label, "（", &short, "）"].concat()),
        (None, None) => None,
    }
}

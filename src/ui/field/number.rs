//! A number: typed, or a rough range.

use super::super::question::Asked;
use super::super::text::{self, ask};
use super::{option, text_field, Choice, TextField};
use huiqi_core::dataset::{Question, Shape};
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
        (None, Some(Answer::Number(number))) if *percent => (*number * Decimal::ONE_HUNDRED).normalize().to_string(),
        (None, Some(Answer::Number(number))) => (*number / scale.unwrap_or_default().factor()).normalize().to_string(),
        _ => String::new(),
    };
    let unit = if *percent { "%" } else { unit_label.as_str() };
    let of = TextField {
        label: if scale.is_some() { question.text.clone() } else { format!("{}（{unit}）", question.text) },
        shown,
        inputmode: "decimal",
        like: None,
        unit: match scale {
            Some(scale) => scales(asked, scale),
            None => html! { <span class="unit" aria-hidden="true">{ unit }</span> },
        },
        read_back: match given {
            Some(Answer::Number(number)) => read_back(question, *number),
            _ => None,
        },
    };
    let name = format!("{}-rough", asked.id());
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
    let mut radios: Vec<Html> = quick
        .iter()
        .enumerate()
        .map(|(index, (low, high))| {
            let label = text::range(&question.shape, (low > min).then_some(*low), (high < max).then_some(*high));
            radio(&index.to_string(), &label, Answer::Range(*low, *high))
        })
        .collect();
    radios.push(radio("unknown", ask::UNKNOWN, Answer::Unknown));
    html! {
        <>
            { text_field(asked, of) }
            <div role="group" aria-label={ask::ROUGHLY}>
                if !quick.is_empty() {
                    <p class="quiet">{ ask::ROUGHLY }</p>
                }
                <div class="options options-row">{ for radios }</div>
            </div>
        </>
    }
}

/// 元 or 万元.
fn scales(asked: &Asked, chosen: Scale) -> Html {
    let name = format!("{}-scale", asked.id());
    let one = |scale: Scale, value: &'static str, label: &'static str| {
        html! {
            <label class="segment">
                <input type="radio" name={name.clone()} {value} checked={chosen == scale}
                    onchange={asked.view.on(Action::Count(asked.field, scale))} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <span class="segments" role="radiogroup" aria-label={ask::SCALE}>
            { one(Scale::Yuan, "yuan", ask::YUAN) }
            { one(Scale::TenThousand, "wan", ask::TEN_THOUSAND) }
        </span>
    }
}

/// What a number was understood as, where that is worth saying.
fn read_back(question: &Question, number: Decimal) -> Option<String> {
    let Shape::Number { unit_label, percent: false, .. } = &question.shape else { return None };
    let (digits, short) = spelled(number);
    match (default_scale(question), short) {
        (Some(_), Some(short)) => Some(format!("＝ {digits} {unit_label}（{short}{unit_label}）")),
        (Some(_), None) => Some(format!("＝ {digits} {unit_label}")),
        (None, Some(short)) => Some(format!("＝ {digits} {unit_label}（{short}）")),
        (None, None) => None,
    }
}

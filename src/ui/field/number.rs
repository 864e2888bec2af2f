//! A number: typed, or a rough range.

use super::super::question::QuestionProps;
use super::super::text::{self, ask};
use super::{text_field, OneOption, TextField};
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::profile::Answer;
use huiqi_core::session::{default_scale, spelled, Action, Scale};
use rust_decimal::Decimal;
use yew::prelude::*;

/// A text field with its unit; rough ranges and 不清楚 beneath.
#[component]
pub fn NumberField(props: &QuestionProps) -> Html {
    let QuestionProps { view, field, .. } = props;
    let field = *field;
    let Some(asked) = props.asked() else { return Html::default() };
    let Shape::Number { unit_label, percent, min, max, quick, .. } = &asked.shape else { return Html::default() };
    let given = field.answer(&view.state.profile);
    let draft = view.state.drafts.get(field);
    let scale = default_scale(asked).map(|usual| draft.map_or(usual, |draft| draft.scale));
    let shown = match (draft, given) {
        (Some(draft), _) => draft.text.clone(),
        (None, Some(Answer::Number(number))) if *percent => (*number * Decimal::ONE_HUNDRED).normalize().to_string(),
        (None, Some(Answer::Number(number))) => (*number / scale.unwrap_or_default().factor()).normalize().to_string(),
        _ => String::new(),
    };
    let unit = if *percent { "%" } else { unit_label.as_str() };
    let id = props.id();
    let of = TextField {
        label: if scale.is_some() { asked.text.clone() } else { format!("{}（{unit}）", asked.text) },
        shown,
        inputmode: "decimal",
        described: format!("{id}-error"),
        unit: match scale {
            Some(scale) => scales(props, scale),
            None => html! { <span class="unit" aria-hidden="true">{ unit }</span> },
        },
        read_back: match given {
            Some(Answer::Number(number)) => read_back(asked, *number),
            _ => None,
        },
    };
    let ranges = quick.iter().enumerate().map(|(index, (low, high))| {
        let answer = Answer::Range(*low, *high);
        let label = text::range(&asked.shape, (low > min).then_some(*low), (high < max).then_some(*high));
        html! {
            <OneOption key={index} kind="radio" name={format!("{id}-rough")} value={index.to_string()} {label}
                checked={given == Some(&answer)} onchange={view.on(Action::Give(field, Some(answer)))} />
        }
    });
    html! {
        <>
            { text_field(props, of) }
            <div class="rough" role="group" aria-label={ask::ROUGHLY}>
                if !quick.is_empty() {
                    <p class="quiet">{ ask::ROUGHLY }</p>
                }
                <div class="options options-row">
                    { for ranges }
                    <OneOption kind="radio" name={format!("{id}-rough")} value="unknown" label={ask::UNKNOWN} quiet=true
                        checked={given == Some(&Answer::Unknown)} onchange={view.on(Action::Give(field, Some(Answer::Unknown)))} />
                </div>
            </div>
        </>
    }
}

/// 元 or 万元.
fn scales(props: &QuestionProps, chosen: Scale) -> Html {
    let QuestionProps { view, field, .. } = props;
    let name = format!("{}-scale", props.id());
    let one = |scale: Scale, value: &'static str, label: &'static str| {
        html! {
            <label class="segment">
                <input type="radio" name={name.clone()} {value} checked={chosen == scale} onchange={view.on(Action::Count(*field, scale))} />
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
fn read_back(asked: &Question, number: Decimal) -> Option<String> {
    let Shape::Number { unit_label, percent: false, .. } = &asked.shape else { return None };
    let (digits, short) = spelled(number);
    match (default_scale(asked), short) {
        (Some(_), Some(short)) => Some(format!("＝ {digits} {unit_label}（{short}{unit_label}）")),
        (Some(_), None) => Some(format!("＝ {digits} {unit_label}")),
        (None, Some(short)) => Some(format!("＝ {digits} {unit_label}（{short}）")),
        (None, None) => None,
    }
}

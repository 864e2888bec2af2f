//! One question: what is asked, why, and the field for its answer.

use super::field::{self, ChoiceField, DateField, NumberField, RowsField, SetField};
use super::text::ask;
use super::view::View;
use huiqi_core::dataset::{self, Shape};
use huiqi_core::session::{stake, Field};
use yew::prelude::*;

/// Properties of a question and of its field.
#[derive(Clone, PartialEq, Properties)]
pub struct QuestionProps {
    /// The session.
    pub view: View,
    /// What is asked.
    pub field: Field,
    /// Begins every id in it, so that a question may stand on the screen twice.
    pub within: AttrValue,
}

impl QuestionProps {
    /// The question's id in the page.
    pub fn id(&self) -> String {
        field::id(&self.within, &self.view, self.field)
    }

    /// What is asked.
    pub fn asked(&self) -> Option<&dataset::Question> {
        self.field.asked(self.view.dataset())
    }
}

/// One question with its field.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let Some(asked) = props.asked() else { return Html::default() };
    let id = props.id();
    let body = match &asked.shape {
        Shape::YesNo | Shape::Choice(_) => html! { <ChoiceField ..props.clone() /> },
        Shape::Set(_) => html! { <SetField ..props.clone() /> },
        Shape::Number { .. } => html! { <NumberField ..props.clone() /> },
        Shape::Date { .. } => html! { <DateField ..props.clone() /> },
        Shape::Group { .. } => html! { <RowsField ..props.clone() /> },
    };
    html! {
        <fieldset class="question" data-question={asked.id.clone()} aria-describedby={asked.help.as_ref().map(|_| format!("{id}-help"))}>
            <legend>{ &asked.text }</legend>
            if let Some(help) = &asked.help {
                <p class="help" id={format!("{id}-help")}>{ help }</p>
            }
            { body }
            { why(props, asked) }
        </fieldset>
    }
}

/// Why it is asked, and what hangs on it; fields of a row say nothing of their own.
fn why(props: &QuestionProps, asked: &dataset::Question) -> Html {
    let QuestionProps { view, field, .. } = props;
    let (None, Some(screening)) = (field.row, &view.state.screening) else { return Html::default() };
    let stake = stake(&view.screener, screening, field.question);
    let clauses = &view.dataset().clauses;
    let titles = stake.clauses.iter().take(3).filter_map(|clause| clauses.get(usize::from(*clause)));
    let titles = titles.map(|clause| clause.title.as_str()).collect::<Vec<_>>().join("、");
    if asked.why.is_none() && titles.is_empty() {
        return Html::default();
    }
    html! {
        <details class="why">
            <summary>{ ask::WHY }</summary>
            if let Some(why) = &asked.why {
                <p>{ why }</p>
            }
            if !titles.is_empty() {
                <p key={titles.clone()}>{ ask::stake(stake.clauses.len(), &titles) }</p>
            }
        </details>
    }
}

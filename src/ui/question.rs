//! One question: what is asked, why, and the field for its answer.

use super::field;
use super::text::ask;
use super::view::View;
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::profile::Answer;
use huiqi_core::session::{stake, Field};
use yew::prelude::*;

/// A question in its place on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The session.
    pub view: &'a View,
    /// What is asked.
    pub field: Field,
    /// Begins every id in it, so that a question may stand on the screen twice.
    pub within: &'a str,
}

impl<'a> Asked<'a> {
    /// The question's id in the page.
    pub fn id(&self) -> String {
        field::id(self.within, self.view, self.field)
    }

    /// What is asked.
    pub fn question(&self) -> Option<&'a Question> {
        self.field.asked(self.view.dataset())
    }

    /// What is answered.
    pub fn answer(&self) -> Option<&'a Answer> {
        self.field.answer(&self.view.state.profile)
    }
}

/// One question with its field.
pub fn question(asked: &Asked) -> Html {
    let Some(question) = asked.question() else { return Html::default() };
    let help = format!("{}-help", asked.id());
    let body = match &question.shape {
        Shape::YesNo | Shape::Choice(_) => field::choice(asked, question),
        Shape::Set(members) => field::set(asked, members),
        Shape::Number { .. } => field::number(asked, question),
        Shape::Date { .. } => field::date(asked, question),
        Shape::Group { row_label, max_rows, fields, .. } => field::rows(asked, row_label, *max_rows, fields),
    };
    html! {
        <fieldset key={question.id.clone()} class="question" data-question={question.id.clone()}
            aria-describedby={question.help.as_ref().map(|_| help.clone())}>
            <legend>{ &question.text }</legend>
            if let Some(words) = &question.help {
                <p class="help" id={help}>{ words }</p>
            }
            { body }
            { why(asked, question) }
        </fieldset>
    }
}

/// Why it is asked, and what hangs on it; fields of a row say nothing of their own.
fn why(asked: &Asked, question: &Question) -> Html {
    let Asked { view, field, .. } = asked;
    let (None, Some(screening)) = (field.row, &view.state.screening) else { return Html::default() };
    let stake = stake(&view.screener, screening, field.question);
    let clauses = &view.dataset().clauses;
    let titles = stake.clauses.iter().take(3).filter_map(|clause| clauses.get(usize::from(*clause)));
    let titles = titles.map(|clause| clause.title.as_str()).collect::<Vec<_>>().join("、");
    if question.why.is_none() && titles.is_empty() {
        return Html::default();
    }
    html! {
        <details class="why">
            <summary>{ ask::WHY }</summary>
            if let Some(why) = &question.why {
                <p>{ why }</p>
            }
            if !titles.is_empty() {
                <p><span>{ ask::stake(stake.clauses.len(), &titles) }</span></p>
            }
        </details>
    }
}

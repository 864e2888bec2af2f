//! One question: what is asked, why, and the field for its answer.

use super::field;
use super::tag::{tag, Tag};
use super::text::ask;
use super::view::View;
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::profile::Answer;
use huiqi_core::session::{stake, Field};

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
pub fn question(asked: &Asked) -> Option<Tag> {
    let question = asked.question()?;
    let body = match &question.shape {
        Shape::YesNo | Shape::Choice(_) => field::choice(asked, question).into(),
        Shape::Set(members) => field::set(asked, members),
        Shape::Number { .. } => field::number(asked, question),
        Shape::Date { .. } => field::date(asked, question),
        Shape::Group { row_label, max_rows, fields, .. } => field::rows(asked, row_label, *max_rows, fields),
    };
    let mut fieldset = tag("fieldset.question").key(&question.id).set("data-question", &question.id);
    let mut help = None;
    if let Some(words) = &question.help {
        let id = [&asked.id(), "-help"].concat();
        fieldset = fieldset.set("aria-describedby", &id);
        help = Some(tag("p.help").set("id", &id).text(words));
    }
    let asks = tag("legend").text(&question.text);
    Some(fieldset.with(asks).with_some(help).node(body).with_some(why(asked, question)))
}

/// Why it is asked, and what hangs on it; fields of a row say nothing of their own.
fn why(asked: &Asked, question: &Question) -> Option<Tag> {
    let Asked { view, field, .. } = asked;
    if field.row.is_some() {
        return None;
    }
    let screening = view.state.screening.as_ref();
    let at_stake = screening.map(|screening| stake(&view.screener, screening, field.question).clauses);
    let at_stake = at_stake.unwrap_or_default();
    let clauses = &view.dataset().clauses;
    let titles = at_stake.iter().take(3).filter_map(|clause| clauses.get(usize::from(*clause)));
    let titles = titles.map(|clause| clause.title.as_str()).collect::<Vec<_>>().join("、");
    if question.why.is_none() && titles.is_empty() {
        return None;
    }
    let words = question.why.as_ref().map(|why| tag("p").text(why));
    let stake = (!titles.is_empty()).then(|| tag("p").with(tag("span").text(&ask::stake(at_stake.len(), &titles))));
    Some(tag("details.why").with(tag("summary").text(ask::WHY)).with_some(words).with_some(stake))
}

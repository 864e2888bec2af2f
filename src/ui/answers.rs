//! Every answer given, each with the way to change it.

use super::live::live;
use super::tag::{tag, Tag};
use super::text::{self, ask, outcome, start};
use super::view::View;
use huiqi_core::dataset::Question;
use huiqi_core::profile::Answer;
use huiqi_core::session::{Action, Place};
use yew::prelude::*;

/// Every answer given.
pub fn answers(view: &View) -> Html {
    let given: Vec<_> = (0_u16..)
        .zip(&view.dataset().questions)
        .filter_map(|(index, question)| Some((index, question, view.state.profile.get(usize::from(index))?)))
        .collect();
    let main = tag("main[data-screen=answers]").with(tag("h1[id=screen-title][tabindex=-1]").text(ask::ANSWERS));
    let go_on = tag("button.primary[type=button][data-action=ask]").on_click(view.on(Action::Ask));
    let main = if given.is_empty() {
        let begin = tag("div.buttons").with(go_on.text(start::BEGIN));
        main.with(tag("p").text(ask::NO_ANSWERS)).with(begin)
    } else {
        let rows = given.into_iter().map(|(index, question, answer)| row(view, index, question, answer));
        let buttons = tag("div.buttons").with(go_on.text(outcome::MORE_QUESTIONS));
        main.with(tag("dl.answers").each(rows)).with(buttons)
    };
    tag("div.columns").with(main).with_some(live(view)).into()
}

fn row(view: &View, index: u16, question: &Question, answer: &Answer) -> Tag {
    let edit = tag("button.link[type=button][data-action=change]")
        .set("aria-label", &[ask::EDIT, &question.label].concat())
        .on_click(view.on(Action::Open(Place::Change(index))))
        .text(ask::EDIT);
    tag("div.answer")
        .key(&question.id)
        .set("data-answer", &question.id)
        .with(tag("dt").text(&question.label))
        .with(tag("dd").text(&text::answer(question, answer)))
        .with(tag("dd.answer-edit").with(edit))
}

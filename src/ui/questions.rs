//! A page of questions, what is wrong with it, and the way on; the live result beside it.

use super::live::live;
use super::question::{question, Asked};
use super::tag::{tag, Tag};
use super::text::{self, ask};
use super::view::View;
use crate::browser;
use huiqi_core::dataset::Shape;
use huiqi_core::profile::Problem;
use huiqi_core::session::{progress, visible, Action, Field, Place};
use yew::prelude::*;

/// A page of questions.
pub fn questions(view: &View) -> Html {
    let (shown, changing) = match view.state.place() {
        Place::Questions(page) => (visible(&view.screener, &view.state, page), false),
        Place::Change(question) => (vec![*question], true),
        Place::Start | Place::Answers | Place::Outcome | Place::Library => (Vec::new(), false),
    };
    let title = if changing { ask::CHANGE } else { section(view, &shown) };
    // Going on by Enter in a field must neither reload the page nor need a button of type submit to be reached first.
    let onsubmit = view.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    let mut here = title;
    let mut fields = Vec::new();
    for index in &shown {
        let section = section(view, &[*index]);
        if !changing && section != std::mem::replace(&mut here, section) {
            fields.push(tag("h2").key(section).text(section));
        }
        fields.extend(question(&Asked { view, field: Field::of(*index), within: "q" }));
    }
    let next = tag("button.primary[type=submit][data-action=next]").text(if changing { ask::SAVE } else { ask::NEXT });
    let open_set = |index: &u16| {
        let field = Field::of(*index);
        let asked = field.asked(view.dataset());
        asked.is_some_and(|asked| matches!(asked.shape, Shape::Set(_))) && field.answer(&view.state.profile).is_none()
    };
    let none = (!changing && shown.iter().any(open_set)).then(|| {
        tag("button[type=button][data-action=next-with-none]")
            .on_click(view.on(Action::NextWithNone))
            .text(ask::NEXT_WITH_NONE)
    });
    let back = tag("button[type=button][data-action=back]").on_click(view.on(Action::Back)).text(ask::BACK);
    let form = tag("form[novalidate=novalidate]")
        .on_submit(onsubmit)
        .with(tag("div.questions").each(fields))
        .with_some((!changing).then(|| tag("p.quiet").text(ask::BLANK)))
        .with(tag("div.buttons").with(next).with_some(none).with(back));
    let main = tag(if changing { "main[data-screen=change]" } else { "main[data-screen=questions]" })
        .with(way(view))
        .with(tag("h1[id=screen-title][tabindex=-1]").key(title).text(title))
        .with_some(error_summary(view, &shown))
        .with(form);
    tag("div.columns").with(main).with_some(live(view)).into()
}

fn section<'a>(view: &'a View, shown: &[u16]) -> &'a str {
    let dataset = view.dataset();
    let first = shown.first().and_then(|first| dataset.questions.get(usize::from(*first)));
    let section = first.and_then(|question| dataset.sections.get(usize::from(question.section)));
    section.map_or(text::NAME, |section| section.name.as_str())
}

/// How far the visit has come.
fn way(view: &View) -> Tag {
    let screening = view.state.screening.as_ref();
    let come = screening.map(|screening| progress(&view.screener, &view.state.profile, screening)).unwrap_or_default();
    let words = if screening.is_some() { ask::progress(come.answered, come.open) } else { ask::BEGINNING.to_owned() };
    let all = (come.answered + come.open).max(1);
    let bar = tag("svg.bar[viewBox=0 0 1000 10][preserveAspectRatio=none][aria-hidden=true]")
        .with(tag("rect.track[width=1000][height=10]"))
        .with(tag("rect.fill[height=10]").set("width", &(come.answered * 1000 / all).to_string()));
    let said = tag("p.quiet").key(&come.answered.to_string()).text(&words);
    tag("div.way[data-progress=true]").with(bar).with(said)
}

/// What has to be mended before going on, once the visitor has asked to.
fn error_summary(view: &View, shown: &[u16]) -> Option<Tag> {
    let dataset = view.dataset();
    let problems = view.state.drafts.problems(dataset, shown);
    if view.state.refusals == 0 || problems.is_empty() {
        return None;
    }
    let line = |(field, problem): &(Field, Problem)| {
        let id = super::field::id("q", view, *field);
        let label = field.asked(dataset).map(|asked| asked.label.as_str()).unwrap_or_default();
        let there = tag("button.link[type=button]")
            .on_click(Callback::from(move |_| browser::focus(&id)))
            .text(&[label, "：", &text::problem(problem)].concat());
        tag("li").with(there)
    };
    let summary = tag("div.errors[id=errors][role=alert][tabindex=-1][data-errors=true]");
    Some(summary.with(tag("h2").text(ask::ERRORS)).with(tag("ul").each(problems.iter().map(line))))
}

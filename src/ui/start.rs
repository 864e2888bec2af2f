//! 开始: one sentence, one button, and the frame of time said honestly.

use super::part::{button, note};
use super::tag::{tag, Tag};
use super::text::start as words;
use super::view::View;
use huiqi_visit::queries::{self, Start};
use huiqi_visit::{Action, Mode, Place};
use yew::prelude::*;

/// 开始.
pub fn start(view: &View) -> Html {
    let of = queries::start(&view.screener, &view.state);
    let title = match of.mode {
        Mode::LookBack => words::title_back(of.year),
        Mode::Current => words::TITLE_NOW.map(str::to_owned),
    };
    let begin = tag("button.btn[type=button][data-action=next]")
        .on_click(view.on(Action::Next))
        .with(tag("span").text(if of.begun { words::GO_ON } else { words::BEGIN }))
        .with_some((!of.begun).then(|| tag("small").text(words::SHORT)));
    let point = |[name, to, about]: [&'static str; 3]| {
        tag("li").with(tag("b").text(name)).with(tag("span.to").text(to)).with(tag("p").text(about))
    };
    tag("main.page[data-screen=start]")
        .with(tag("h1[id=screen-title][tabindex=-1]").each(title.map(|part| tag("span.nb").text(&part))))
        .with(tag("p.lead.gap1").text(words::LEAD))
        .with(tag("p.gap3").with(begin))
        .with(tag("p.small.soft.gap1").text(words::PRIVATE))
        .with(time(view, &of))
        .with(tag("h2.gap4").text(words::NEXT))
        .with(tag("ol.lines.card.gap1").each(words::POINTS.map(point)))
        .with(tag("p.gap2").with(button("link", "to-library", words::LIBRARY, view.on(Action::Open(Place::Library)))))
        .into()
}

/// What the list is on the day, and the other way to look at it.
fn time(view: &View, of: &Start) -> Tag {
    let (said, other) = match of.mode {
        Mode::LookBack => {
            let [title, what, so] = words::back(of, &view.dataset().published);
            let note = note("note gap3", &title, &[&what, &so]).is("data-mode", "look-back");
            (note, (of.day != of.today).then_some((words::TODAY, "today", Action::Today(Some(of.today)))))
        }
        Mode::Current => {
            let [title, what] = words::now(of);
            let note = note("note note-good gap3", &title, &[&what]).is("data-mode", "current");
            (note, (of.day != of.today).then_some((words::TODAY, "today", Action::Today(Some(of.today)))))
        }
    };
    let other = other
        .map(|(name, action, does)| tag("p").with(button("link", action, name, view.on_then(does, "screen-title"))));
    said.with_some(other)
}

//! 补充: a chapter that a situation opened; and one answer to be changed.

use super::ask::{ask, refused};
use super::part::{button, note, rest};
use super::tag::{tag, Tag};
use super::text::{answers as words, ask as ask_words};
use super::view::View;
use huiqi_visit::queries::{self, Branch};
use huiqi_visit::{Action, Field, Part};
use yew::prelude::*;

/// 补充.
pub fn branch(view: &View) -> Html {
    let Some(of) = queries::branch(&view.screener, &view.state) else { return Html::default() };
    let Some(gate) = view.gate(of.gate) else { return Html::default() };
    let large = view.state.settings.large;
    let all = of.asks.len();
    let asks: Vec<Tag> = if large {
        of.asks.get(of.at).and_then(|asked| ask(view, asked, None)).into_iter().collect()
    } else {
        (1..).zip(&of.asks).filter_map(|(number, asked)| ask(view, asked, (all > 1).then_some(number))).collect()
    };
    let next = match (large && of.at + 1 < all, of.more) {
        (true, _) => ask_words::NEXT_QUESTION,
        (false, true) => words::NEXT_CHAPTER,
        (false, false) => words::LAST,
    };
    let names = view.names(of.items.iter().map(|row| row.item), 3);
    let form = tag("form[novalidate=novalidate]")
        .on_submit(super::app::going_on(view))
        .with(tag("div").each(asks))
        .with(tag("div[role=status]").with_some(nearest(view, &of)))
        .with(tag("div.acts.gap2").with(super::app::next(view, next)).with(button(
            "btn btn-second",
            "back",
            words::BACK,
            view.on(Action::Back),
        )));
    let main = tag("main.page[data-screen=branch]")
        .set("data-gate", &gate.id)
        .with_some(large.then(|| tag("p.soft").text(&ask_words::at(of.at + 1, all))))
        .with(tag("h1[id=screen-title][tabindex=-1]").text(&gate.chapter))
        .with(tag("p.small.soft.gap1").text(&words::what_for(&names, of.items.len())))
        .with_some(refused(view, &of.asks))
        .with(form);
    let left = of.steps.iter().map(|step| step.taps).sum();
    Tag::bare().with(rest(&words::chapters(of.steps.len()), &words::left(left))).with(main).loose()
}

/// How the item stands that is nearest to being settled.
fn nearest(view: &View, of: &Branch) -> Option<Tag> {
    let (item, counts) = of.nearest?;
    let words = words::nearest(&view.item(item)?.name, counts);
    Some(note("note note-rest gap3", "", &[&words]))
}

/// One answer to be changed.
pub fn change(view: &View, field: Field) -> Html {
    let part = Part::whole(view.dataset(), field);
    let asked = queries::ask(&view.screener, &view.state, part);
    let asks: Vec<_> = asked.into_iter().collect();
    let save = super::app::next(view, ask_words::SAVE);
    let form = tag("form[novalidate=novalidate]")
        .on_submit(super::app::going_on(view))
        .with(tag("div").each(asks.iter().filter_map(|asked| ask(view, asked, None))))
        .with(tag("div.acts.gap2").with(save));
    tag("main.page[data-screen=change]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(ask_words::CHANGE))
        .with_some(refused(view, &asks))
        .with(form)
        .into()
}

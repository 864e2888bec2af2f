//! 企业: who the firm is, in at most six taps.

use super::ask::{ask, refused};
use super::part::{button, counts, note, rest};
use super::tag::{tag, Tag};
use super::text::{ask as ask_words, firm as words, shortlist};
use super::view::View;
use huiqi_visit::queries::{self, Firm};
use huiqi_visit::Action;
use yew::prelude::*;

/// 企业.
pub fn firm(view: &View) -> Html {
    let of = queries::firm(&view.screener, &view.state);
    let large = view.state.settings.large;
    let all = of.asks.len();
    let (title, asks): (Tag, Vec<Tag>) = if large {
        let one = of.asks.get(of.at).and_then(|asked| ask(view, asked, None));
        (tag("p.soft").text(&ask_words::at(of.at + 1, all)), one.into_iter().collect())
    } else {
        let several = (1..).zip(&of.asks).filter_map(|(number, asked)| ask(view, asked, Some(number)));
        (tag("p.unseen").text(""), several.collect())
    };
    let last = !large || of.at + 1 >= all;
    let next = super::app::next(view, if last { words::NEXT } else { ask_words::NEXT_QUESTION });
    let back = large.then(|| button("btn btn-second", "back", ask_words::BACK, view.on(Action::Back)));
    let so_far = words::so_far(&of.counts);
    let form = tag("form[novalidate=novalidate]")
        .on_submit(super::app::going_on(view))
        .with(tag("div.who").each(asks))
        .with(classes(view, &of))
        .with(tag("div.phone[role=status]").with(note("note note-good gap3", "", &[&so_far])))
        .with(tag("div.acts.gap2").with(next).with_some(back));
    let heading = tag("h1[id=screen-title][tabindex=-1]").text(words::TITLE);
    let main = tag("main[data-screen=firm]")
        .with_some(large.then_some(title))
        .with(heading)
        .with_some(refused(view, &of.asks))
        .with(form);
    Tag::bare()
        .with(rest(words::HERE, &words::done(of.answered, all)))
        .with(tag("div.page.page-two").with(main).with(side(view, &of)))
        .loose()
}

/// What the classification says, on a line that is there before it does.
fn classes(view: &View, of: &Firm) -> Tag {
    let rules = &view.dataset().rules;
    let table = rules.facts.first().and_then(|fact| rules.tables.get(usize::from(fact.table)));
    let names = of.classes.as_ref().map(|classes| {
        let named = classes.iter().filter_map(|class| table?.classes.get(usize::from(*class)));
        words::classes(&named.map(String::as_str).collect::<Vec<_>>())
    });
    tag("p.says[aria-live=polite]").with(tag("span").text(&names.unwrap_or_default()))
}

/// So far, beside the questions where there is room.
fn side(view: &View, of: &Firm) -> Tag {
    let names = view.names(of.likely.iter().map(|row| row.item), 8).into_iter();
    let card = tag("div.card")
        .with(tag("h2").text(words::SO_FAR))
        .with(tag("p.small.soft").text(words::SO_FAR_HELP))
        .with(tag("div.gap2").with(three(&of.counts)))
        .with(tag("ul.lines.gap2").each(names.map(|name| tag("li").with(tag("b.small").text(name)))))
        .with(tag("p.gap2").with(button("btn", "next-aside", words::NEXT, view.on(Action::Next))));
    tag("aside.side").is("aria-label", words::SO_FAR).with(card)
}

/// The three counts.
fn three(of: &queries::Counts) -> Tag {
    counts([
        ("likely", of.likely, shortlist::LIKELY, None),
        ("maybe", of.depends, shortlist::DEPENDS, None),
        ("aside", of.aside, shortlist::ASIDE, None),
    ])
}

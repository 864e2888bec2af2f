//! The outcome: totals, groups of cards, and taking it along.

use super::card::card;
use super::chart::charts;
use super::tag::{tag, Tag};
use super::take::Take;
use super::text::{self, outcome as words};
use super::total::totals;
use super::view::{View, ViewProps};
use huiqi_core::session::{groups, progress, Action, Group};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// The outcome.
pub fn outcome(view: &View) -> Html {
    let Some(screened) = view.screened() else { return Html::default() };
    let grouped = groups(&view.screener, &view.state.profile, &screened.screening);
    let come = progress(&view.screener, &view.state.profile, &screened.screening);
    let mut go_on = tag("div.go-on");
    if come.open == 0 {
        go_on = go_on.with(tag("p").with(tag("span").text(words::ALL_ANSWERED)));
    } else {
        let ask = tag("button.primary[type=button][data-action=ask]").on_click(view.on(Action::Ask));
        go_on = go_on
            .with(tag("p").with(tag("span").text(&words::more(come.open, come.is_first))))
            .with(ask.text(words::MORE_QUESTIONS));
    }
    let shown = grouped.iter().filter(|(_, clauses)| !clauses.is_empty());
    let take = VComp::new::<Take>(Rc::new(ViewProps { view: view.clone() }), None);
    tag("main[data-screen=outcome]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(words::TITLE))
        .with(totals(&screened))
        .with(go_on)
        .with_some(charts(&screened))
        .each(shown.map(|(of, clauses)| group(view, *of, clauses)))
        .with(tag("p.note").text(words::SCALE_HINT))
        .node(take.into())
        .into()
}

fn group(view: &View, group: Group, clauses: &[u16]) -> Tag {
    let key = key(group);
    let title = ["group-", key].concat();
    let count = tag("span").text(&words::count(clauses.len()));
    let folded = is_folded(group);
    let head = tag(if folded { "h2" } else { "h2.group-head" })
        .set("id", &title)
        .with(tag("span[aria-hidden=true]").set("class", &["dot dot-", key].concat()))
        .with(tag("span").text(text::group(group)))
        .with(tag("span.group-count[translate=no]").with(count));
    let hint = tag("p.quiet").text(text::group_hint(group));
    let near = group == Group::NearMiss;
    let cards = tag("div.cards").each(clauses.iter().filter_map(|clause| card(view, *clause, near)));
    let section = tag("section.group").key(key).is("data-group", key).set("aria-labelledby", &title);
    if folded {
        section.with(tag("details").with(tag("summary.group-head").with(head)).with(hint).with(cards))
    } else {
        section.with(head).with(hint).with(cards)
    }
}

/// What most visitors need not read.
const fn is_folded(group: Group) -> bool {
    match group {
        Group::Entitled | Group::Pending | Group::Attainable | Group::NearMiss | Group::Ended => false,
        Group::Ineligible | Group::Duty | Group::Watch => true,
    }
}

const fn key(group: Group) -> &'static str {
    match group {
        Group::Entitled => "entitled",
        Group::Pending => "pending",
        Group::Attainable => "attainable",
        Group::NearMiss => "near-miss",
        Group::Ended => "ended",
        Group::Ineligible => "ineligible",
        Group::Duty => "duty",
        Group::Watch => "watch",
    }
}

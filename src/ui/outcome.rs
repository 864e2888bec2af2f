//! The outcome: totals, groups of cards, and taking it along.

use super::card::card;
use super::chart::charts;
use super::take::Take;
use super::text::{self, outcome as words};
use super::total::totals;
use super::view::View;
use huiqi_core::session::{groups, progress, Action, Group};
use yew::prelude::*;

/// The outcome.
pub fn outcome(view: &View) -> Html {
    let Some(screened) = view.screened() else { return Html::default() };
    let grouped = groups(&view.screener, &view.state.profile, &screened.screening);
    let come = progress(&view.screener, &view.state.profile, &screened.screening);
    html! {
        <main data-screen="outcome">
            <h1 id="screen-title" tabindex="-1">{ words::TITLE }</h1>
            { totals(&screened) }
            <div class="go-on">
                <p><span>{ if come.open == 0 { words::ALL_ANSWERED.to_owned() } else { words::more(come.open) } }</span></p>
                if come.open > 0 {
                    <button type="button" class="primary" data-action="ask" onclick={view.on(Action::Ask)}>{ words::MORE_QUESTIONS }</button>
                }
            </div>
            { charts(&screened) }
            { for grouped.iter().filter(|(_, clauses)| !clauses.is_empty()).map(|(of, clauses)| group(view, *of, clauses)) }
            <p class="note">{ words::SCALE_HINT }</p>
            <Take view={view.clone()} />
        </main>
    }
}

fn group(view: &View, group: Group, clauses: &[u16]) -> Html {
    let key = key(group);
    let head = html! {
        <>
            <span class={classes!("dot", format!("dot-{key}"))} aria-hidden="true"></span>
            <span>{ text::group(group) }</span>
            <span class="group-count" translate="no"><span>{ words::count(clauses.len()) }</span></span>
        </>
    };
    let cards = html! {
        <div class="cards">
            { for clauses.iter().map(|clause| card(view, *clause)) }
        </div>
    };
    let title = format!("group-{key}");
    html! {
        <section key={key} class="group" data-group={key} aria-labelledby={title.clone()}>
            if is_folded(group) {
                <details>
                    <summary class="group-head"><h2 id={title}>{ head }</h2></summary>
                    <p class="quiet">{ text::group_hint(group) }</p>
                    { cards }
                </details>
            } else {
                <h2 class="group-head" id={title}>{ head }</h2>
                <p class="quiet">{ text::group_hint(group) }</p>
                { cards }
            }
        </section>
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

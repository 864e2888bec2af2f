//! The outcome: totals, groups of cards, and taking it along.

use super::card::Card;
use super::chart::Charts;
use super::take::Take;
use super::text::{self, outcome};
use super::total::Totals;
use super::view::{View, ViewProps};
use huiqi_core::session::{groups, progress, Action, Group};
use yew::prelude::*;

/// The outcome.
#[component]
pub fn Outcome(props: &ViewProps) -> Html {
    let view = &props.view;
    let screened = view.screened();
    let grouped = use_memo(screened.clone(), |screened| {
        screened.as_ref().map(|of| groups(&of.screener, &of.state.profile, &of.screening)).unwrap_or_default()
    });
    let Some(screened) = screened else { return Html::default() };
    let come = progress(&view.screener, &view.state.profile, &screened.screening);
    html! {
        <main data-screen="outcome">
            <h1 id="screen-title" tabindex="-1">{ outcome::TITLE }</h1>
            <Totals of={screened.clone()} />
            <div class="go-on">
                <p><span>{ if come.open == 0 { outcome::ALL_ANSWERED.to_owned() } else { outcome::more(come.open) } }</span></p>
                if come.open > 0 {
                    <button type="button" class="primary" data-action="ask" onclick={view.on(Action::Ask)}>{ outcome::MORE_QUESTIONS }</button>
                }
            </div>
            <Charts of={screened} />
            { for grouped.iter().filter(|(_, clauses)| !clauses.is_empty()).map(|(of, clauses)| group(view, *of, clauses)) }
            <p class="note">{ outcome::SCALE_HINT }</p>
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
            <span class="group-count" translate="no"><span>{ outcome::count(clauses.len()) }</span></span>
        </>
    };
    let cards = html! {
        <div class="cards">
            { for clauses.iter().map(|clause| html! { <Card key={*clause} view={view.clone()} clause={*clause} /> }) }
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

//! A clause's card: verdict and worth at a glance; reasons, formula and source once it is opened.

use super::reasons::reasons;
use super::text::{self, card as words};
use super::view::View;
use huiqi_core::dataset::{Clause, Kind, Shape, Status, Strength};
use huiqi_core::screening::{ClauseResult, Verdict};
use huiqi_core::session::Action;
use yew::prelude::*;

/// A clause's card.
pub fn card(view: &View, clause: u16) -> Html {
    let dataset = view.dataset();
    let Some(of) = dataset.clauses.get(usize::from(clause)) else { return Html::default() };
    let result = view.state.screening.as_ref().and_then(|screening| screening.clauses.get(usize::from(clause)));
    let open = view.state.opened.contains_key(&clause);
    let (title, body) = (format!("{}-title", of.id), format!("{}-body", of.id));
    html! {
        <article key={of.id.clone()} class="card" data-clause={of.id.clone()} data-verdict={result.map(|result| verdict_key(result.verdict))}
            aria-labelledby={title.clone()}>
            <div class="card-head">
                <div class="card-what">
                    <h3 id={title.clone()}>{ &of.title }</h3>
                    <p class="tags">{ tags(of, result) }</p>
                </div>
                if let Some(result) = result {
                    { worth(view, of, result) }
                }
            </div>
            <button type="button" class="link" data-action="toggle" aria-expanded={open.to_string()} aria-controls={body.clone()}
                aria-describedby={title} onclick={view.on(Action::Toggle(clause))}>
                { if open { words::HIDE } else { words::SHOW } }
            </button>
            <div id={body} class="card-body">
                if open {
                    { reasons(view, clause) }
                }
            </div>
        </article>
    }
}

fn tags(clause: &Clause, result: Option<&ClauseResult>) -> Html {
    let (strength, meaning) = text::strength(clause.strength);
    let status = result.map(|result| result.status).filter(|status| *status != Status::InForce);
    html! {
        <>
            <span class="tag">{ text::kind(clause.kind) }</span>
            if clause.strength != Strength::Definite {
                <span class="tag tag-strength">{ format!("{strength}：{meaning}") }</span>
            }
            if let Some(status) = status {
                <span class={classes!("tag", format!("tag-{}", status_key(status)))}>{ text::status(status) }</span>
            }
        </>
    }
}

/// What the clause is worth, or what is missing to tell.
fn worth(view: &View, clause: &Clause, result: &ClauseResult) -> Html {
    let dataset = view.dataset();
    let missing: Vec<_> = result
        .open
        .iter()
        .filter(|question| view.state.profile.get(usize::from(**question)).is_none())
        .filter_map(|question| dataset.questions.get(usize::from(*question)))
        .collect();
    let figures_missing =
        missing.iter().any(|question| matches!(question.shape, Shape::Number { .. } | Shape::Group { .. }));
    let shown = match (clause.kind, result.amount, result.deferred) {
        (_, _, _) if result.verdict == Verdict::Ineligible => None,
        (Kind::Right, _, Some(deferred)) if !figures_missing => {
            Some(format!("{} {}", words::DEFERRED, text::money(deferred)))
        }
        (Kind::Right, ..) => Some(words::RIGHT.to_owned()),
        (_, Some(amount), _) if !figures_missing => Some(text::money(amount)),
        (_, Some(amount), _) if !amount.min.is_zero() => {
            Some(format!("{} {} 元", words::AT_LEAST, text::yuan(amount.min)))
        }
        _ => Some(words::AMOUNT_OPEN.to_owned()),
    };
    let labels: Vec<&str> = missing.iter().take(4).map(|question| question.label.as_str()).collect();
    html! {
        <div class="card-worth">
            if let Some(shown) = shown {
                <p class="worth" translate="no"><span data-amount="true">{ shown }</span></p>
            }
            if result.verdict != Verdict::Ineligible && !labels.is_empty() {
                <p class="quiet"><span>{ words::needs(&labels.join("、"), missing.len()) }</span></p>
            }
        </div>
    }
}

fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Ineligible => "ineligible",
        Verdict::Undetermined => "undetermined",
    }
}

/// A status in the style sheet and for tests.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not-started",
        Status::InForce => "in-force",
        Status::Ended => "ended",
        Status::OpenEvent => "open-event",
    }
}

//! A clause's card: verdict and worth at a glance; reasons, formula and source once it is opened.

use super::reasons::reasons;
use super::tag::{tag, Tag};
use super::text::{self, card as words};
use super::total::most;
use super::view::View;
use huiqi_core::dataset::{Clause, Kind, Shape, Status, Strength};
use huiqi_core::screening::{Amount, ClauseResult, Verdict};
use huiqi_core::session::Action;

/// A clause's card; the nearest change is told when it is opened, or at once where the firm is `near`.
pub fn card(view: &View, clause: u16, near: bool) -> Option<Tag> {
    let dataset = view.dataset();
    let of = dataset.clauses.get(usize::from(clause))?;
    let result = view.state.screening.as_ref().and_then(|screening| screening.clauses.get(usize::from(clause)));
    let open = view.state.opened.get(clause).is_some();
    let (title, body) = ([&of.id, "-title"].concat(), [&of.id, "-body"].concat());
    let toggle = tag("button.link[type=button][data-action=toggle]")
        .says("aria-expanded", open)
        .set("aria-controls", &body)
        .set("aria-describedby", &title)
        .on_click(view.on(Action::Toggle(clause)))
        .text(if open { words::HIDE } else { words::SHOW });
    let what = tag("div.card-what")
        .with(tag("h3").set("id", &title).text(&of.title))
        .with(tag("p.tags").each(tags(of, result)));
    let head = tag("div.card-head").with(what).with_some(result.map(|result| worth(view, of, result)));
    let mut inside = tag("div.card-body").set("id", &body);
    if open {
        inside = inside.node(reasons(view, clause));
    }
    let mut card = tag("article.card").key(&of.id).set("data-clause", &of.id).set("aria-labelledby", &title);
    if let Some(result) = result {
        card = card.is("data-verdict", verdict_key(result.verdict));
    }
    let step = view.screened().filter(|_| near || open).and_then(|of| super::near::near(&of, clause));
    Some(card.with(head).node(step.unwrap_or_default()).with(toggle).with(inside))
}

fn tags(clause: &Clause, result: Option<&ClauseResult>) -> Vec<Tag> {
    let (strength, meaning) = (clause.strength.name(), clause.strength.meaning());
    let status = result.map(|result| result.status).filter(|status| *status != Status::InForce);
    let mut all = vec![tag("span.tag").text(clause.kind.name())];
    if clause.strength != Strength::Definite {
        all.push(tag("span.tag.tag-strength").text(&[strength, "：", meaning].concat()));
    }
    if let Some(status) = status {
        all.push(tag("span").set("class", &["tag tag-", status_key(status)].concat()).text(status.name()));
    }
    all
}

/// Has it no end, or one that says something.
fn is_telling(amount: Amount) -> bool {
    amount.max.is_none() || most(amount).is_some()
}

/// What the clause is worth, or what is missing to tell.
fn worth(view: &View, clause: &Clause, result: &ClauseResult) -> Tag {
    let dataset = view.dataset();
    let missing: Vec<_> = result
        .open
        .iter()
        .filter(|question| view.state.profile.get(usize::from(**question)).is_none())
        .filter_map(|question| dataset.questions.get(usize::from(*question)))
        .collect();
    let figures_missing =
        missing.iter().any(|question| matches!(question.shape, Shape::Number { .. } | Shape::Group { .. }));
    let shown = match (clause.kind, result.amount, result.deferred.as_deref()) {
        (_, _, _) if result.verdict == Verdict::Ineligible => None,
        (Kind::Right, _, Some(deferred)) if !figures_missing && *deferred != Amount::ZERO => {
            clause.reckoned().map(|what| [what, " ", &text::money(*deferred)].concat())
        }
        (Kind::Right, ..) => Some(words::RIGHT.to_owned()),
        // Where the visitor does not know, the most may be only what the question allows.
        (_, Some(amount), _) if !figures_missing && is_telling(amount) => Some(text::money(amount)),
        (_, Some(amount), _) if !amount.min.is_zero() => {
            Some(format!("{} {} 元", words::AT_LEAST, text::yuan(amount.min)))
        }
        _ => Some(words::AMOUNT_OPEN.to_owned()),
    };
    let labels: Vec<&str> = missing.iter().take(4).map(|question| question.label.as_str()).collect();
    let mut all = tag("div.card-worth");
    if let Some(shown) = shown {
        all = all.with(tag("p.worth[translate=no]").with(tag("span[data-amount=true]").text(&shown)));
    }
    if result.verdict != Verdict::Ineligible && !labels.is_empty() {
        all = all.with(tag("p.quiet").with(tag("span").text(&words::needs(&labels.join("、"), missing.len()))));
    }
    all
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

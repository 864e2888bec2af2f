//! What an opened card says: criteria, formula, what is missing, the clause and where it stands.

use super::question::{question, Asked};
use super::text::{self, card};
use super::view::View;
use huiqi_core::dataset::{Clause, Kind};
use huiqi_core::screening::{CriterionView, Explanation, Screening, Verdict};
use huiqi_core::session::Field;
use yew::prelude::*;

/// What an opened card says.
pub fn reasons(view: &View, clause: u16) -> Html {
    let index = usize::from(clause);
    let dataset = view.dataset();
    let Some(of) = dataset.clauses.get(index) else { return Html::default() };
    let result = view.state.screening.as_ref().and_then(|screening| screening.clauses.get(index));
    let missed = result.is_some_and(|result| result.verdict == Verdict::Ineligible);
    let missing = view.state.opened.get(clause);
    html! {
        <>
            if result.is_some() {
                { why(&view.screener.explain(&view.state.profile, index), missed) }
            }
            if let Some(missing) = missing.filter(|missing| !missing.is_empty()) {
                <h4>{ card::MISSING }</h4>
                <div class="missing">
                    { for missing.iter().map(|index| question(&Asked { view, field: Field::of(*index), within: &of.id })) }
                </div>
            }
            { remarks(view, of, index) }
            { source(view, of) }
        </>
    }
}

/// Criteria and formula.
fn why(explanation: &Explanation, missed: bool) -> Html {
    let line = |criterion: &CriterionView| {
        let (mark, class) = match criterion.holds {
            Some(true) => (card::HOLDS, "holds"),
            Some(false) => (card::FAILS, "fails"),
            None => (card::OPEN, "open"),
        };
        html! {
            <li class={classes!("criterion", class)} data-criterion={criterion.id.clone()}>
                <span class="mark">{ mark }</span>
                <span class="criterion-text">
                    <span>{ &criterion.text }</span>
                    if let Some(who) = text::nature(criterion.nature) {
                        <span class="tag">{ who }</span>
                    }
                </span>
            </li>
        }
    };
    html! {
        <>
            <h4>{ if missed { card::REASONS_MISSED } else { card::REASONS } }</h4>
            if explanation.criteria.is_empty() {
                <p>{ card::NO_CONDITION }</p>
            } else {
                <ul class="criteria">{ for explanation.criteria.iter().map(line) }</ul>
            }
            if !missed && !explanation.formula.is_empty() {
                <h4>{ card::FORMULA }</h4>
                { for explanation.formula.iter().map(|line| html! { <p class="formula"><span>{ line }</span></p> }) }
            }
        </>
    }
}

/// Exclusions, groups, notes, contradictions and later changes.
fn remarks(view: &View, clause: &Clause, index: usize) -> Html {
    let dataset = view.dataset();
    let mut lines: Vec<String> = Vec::new();
    if let Some(screening) = &view.state.screening {
        lines.extend(excluded(view, screening, index));
        lines.extend(grouped(view, screening, clause));
    }
    if clause.not_counted.is_some() {
        lines.push(card::CARRIED.to_owned());
    }
    lines.extend(clause.notes.iter().cloned());
    let decided =
        dataset.contradictions.iter().filter(|one| clause.decisions.contains(&one.id) && one.decision != "reason");
    let decided: Vec<Html> = decided.map(|one| html! { <li>{ &one.text }</li> }).collect();
    let later: Vec<Html> =
        clause.later.iter().map(|later| html! { <li>{ card::later(&later.text, later.verified) }</li> }).collect();
    let list = |title: &'static str, items: Vec<Html>| {
        html! {
            if !items.is_empty() {
                <h4>{ title }</h4>
                <ul class="remarks">{ for items }</ul>
            }
        }
    };
    html! {
        <>
            { list(card::NOTES, lines.into_iter().map(|line| html! { <li><span>{ line }</span></li> }).collect()) }
            { list(card::LATER, later) }
            { list(card::CONTRADICTION, decided) }
        </>
    }
}

fn excluded(view: &View, screening: &Screening, index: usize) -> Vec<String> {
    let dataset = view.dataset();
    let mut lines = Vec::new();
    for one in screening.excluded.iter().filter(|one| one.clause == index) {
        if let Some(winner) = dataset.clauses.get(one.because_of) {
            lines.push(card::excluded(&winner.title, &text::money(one.amount)));
        }
        lines.extend(dataset.exclusions.get(one.exclusion).map(|exclusion| exclusion.text.clone()));
    }
    lines
}

/// What the clause is totalled with.
fn grouped(view: &View, screening: &Screening, clause: &Clause) -> Option<String> {
    let worth = |id: &str| screening.groups.iter().find(|group| group.id == id).map(|group| text::money(group.amount));
    if clause.kind == Kind::TaxEffect {
        return worth("tax").map(|amount| card::tax_together(&amount));
    }
    let (group, reading) = clause.reading?;
    let group = view.dataset().reading_groups.get(usize::from(group))?;
    let reading = group.readings.get(usize::from(reading))?;
    Some(card::reading(&group.name, &reading.name, &worth(&group.id)?))
}

/// What the clause says and where to find it.
fn source(view: &View, clause: &Clause) -> Html {
    let dataset = view.dataset();
    let Some(policy) = dataset.policies.get(usize::from(clause.policy)) else { return Html::default() };
    let offices = clause.agencies.iter().filter_map(|agency| dataset.agencies.get(usize::from(*agency)));
    let offices: Vec<&str> = offices.map(|agency| agency.name.as_str()).collect();
    let row = |name: &'static str, value: String| html! { <div class="fact"><dt>{ name }</dt><dd>{ value }</dd></div> };
    html! {
        <>
            <h4>{ card::CLAUSE }</h4>
            <p>{ &clause.text }</p>
            <dl class="facts">
                { row(card::PERIOD, text::period(dataset, &clause.period)) }
                { row(card::OFFICE, offices.join("、")) }
                { row(card::SOURCE, format!("{}（{}）", policy.document, card::clause(&clause.id))) }
                { row(card::NUMBER, if policy.number.is_empty() { card::NO_NUMBER.to_owned() } else { policy.number.clone() }) }
            </dl>
        </>
    }
}

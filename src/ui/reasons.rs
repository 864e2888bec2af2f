//! What an opened card says: criteria, formula, what is missing, the clause and where it stands.

use super::question::{question, Asked};
use super::tag::{tag, Tag};
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
    let mut all = Tag::bare();
    if result.is_some() {
        all = all.node(why(&view.screener.explain(&view.state.profile, index), missed));
    }
    let missing = missing.filter(|missing| !missing.is_empty()).map(|missing| {
        let ask = |index: &u16| question(&Asked { view, field: Field::of(*index), within: &of.id });
        titled(card::MISSING, tag("div.missing").each(missing.iter().filter_map(ask)))
    });
    all.node(missing.unwrap_or_default()).node(remarks(view, of, index)).node(source(view, of)).loose()
}

/// Criteria and formula.
fn why(explanation: &Explanation, missed: bool) -> Html {
    let line = |criterion: &CriterionView| {
        let (mark, selector) = match criterion.holds {
            Some(true) => (card::HOLDS, "li.criterion.holds"),
            Some(false) => (card::FAILS, "li.criterion.fails"),
            None => (card::OPEN, "li.criterion.open"),
        };
        let said = tag("span.criterion-text")
            .with(tag("span").text(&criterion.text))
            .with_some(criterion.nature.name().map(|who| tag("span.tag").text(who)));
        tag(selector).set("data-criterion", &criterion.id).with(tag("span.mark").text(mark)).with(said)
    };
    let criteria = if explanation.criteria.is_empty() {
        tag("p").text(card::NO_CONDITION)
    } else {
        tag("ul.criteria").each(explanation.criteria.iter().map(line))
    };
    let mut all = Tag::bare().node(titled(if missed { card::REASONS_MISSED } else { card::REASONS }, criteria));
    if !missed && !explanation.formula.is_empty() {
        let lines = explanation.formula.iter().map(|line| tag("p.formula").with(tag("span").text(line)));
        all = all.with(tag("h4").text(card::FORMULA)).each(lines);
    }
    all.loose()
}

/// A part of what an opened card says, under its heading.
fn titled(title: &'static str, part: Tag) -> Html {
    Tag::bare().with(tag("h4").text(title)).with(part).loose()
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
    let notes: Vec<Tag> = lines.iter().map(|line| tag("li").with(tag("span").text(line))).collect();
    let later = clause.later.iter().map(|later| tag("li").text(&card::later(&later.text, later.verified))).collect();
    let decided = decided.map(|one| tag("li").text(&one.text)).collect();
    Tag::bare()
        .node(list(card::NOTES, notes))
        .node(list(card::LATER, later))
        .node(list(card::CONTRADICTION, decided))
        .loose()
}

fn list(title: &'static str, items: Vec<Tag>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    titled(title, tag("ul.remarks").each(items))
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
    let number = if policy.number.is_empty() { card::NO_NUMBER } else { &policy.number };
    let fact = |name: &'static str, value: &str| tag("div.fact").with(tag("dt").text(name)).with(tag("dd").text(value));
    let facts = tag("dl.facts")
        .with(fact(card::PERIOD, &text::period(dataset, &clause.period)))
        .with(fact(card::OFFICE, &text::offices(dataset, clause)))
        .with(fact(card::SOURCE, &[&policy.document, "（", &card::clause(&clause.id), "）"].concat()))
        .with(fact(card::NUMBER, number));
    Tag::bare().node(titled(card::CLAUSE, tag("p").text(&clause.text))).with(facts).loose()
}

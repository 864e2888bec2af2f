//! The library: every policy with every clause, searched and filtered.

use super::card::card;
use super::tag::{tag, Tag};
use super::text::{card as labels, library as words};
use super::view::View;
use huiqi_core::dataset::{Background, Kind, Status};
use huiqi_core::session::{found, Action, Filter, Found};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The library.
pub fn library(view: &View) -> Html {
    let state = &view.state;
    let filter = &state.filter;
    let found = found(&view.screener, filter, state.reference_date);
    let rows = found.iter().map(|found| found.clauses.len() + found.background.len()).sum();
    let base = filter.clone();
    let oninput = view.act.reform(move |event: InputEvent| {
        Action::Look(Filter { words: event.target_unchecked_into::<HtmlInputElement>().value(), ..base.clone() })
    });
    let input = tag("input[id=library-words][type=search][autocomplete=off][aria-describedby=library-help]")
        .value(&filter.words)
        .on_input(oninput);
    let search = tag("div.field")
        .with(tag("label[for=library-words]").text(words::WORDS))
        .with(tag("p.help[id=library-help]").text(words::WORDS_HELP))
        .with(input);
    let count = tag("span").text(&words::count(found.len(), rows));
    tag("main[data-screen=library]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(words::TITLE))
        .with(search)
        .with(tag("details.filters").with(tag("summary").text(words::FILTERS)).with(filters(view)))
        .with(tag("p.quiet[role=status]").with(count))
        .node(if found.is_empty() { nothing(view) } else { Html::default() })
        .each(found.iter().filter_map(|found| policy(view, found)))
        .into()
}

/// That nothing was found, and the way back.
fn nothing(view: &View) -> Html {
    let reset = tag("button[type=button][data-action=reset]").on_click(view.on(Action::Look(Filter::default())));
    Tag::bare().with(tag("p.note").text(words::NOTHING)).with(reset.text(words::RESET)).loose()
}

fn filters(view: &View) -> Tag {
    let filter = &view.state.filter;
    let mut kinds = Kind::ALL.into_iter().map(|kind| (kind.name(), Filter { kind: Some(kind), ..filter.clone() }));
    let mut offices = (0_u8..)
        .zip(&view.dataset().agencies)
        .map(|(agency, named)| (named.name.as_str(), Filter { agency: Some(agency), ..filter.clone() }));
    let mut statuses =
        Status::ALL.into_iter().map(|status| (status.name(), Filter { status: Some(status), ..filter.clone() }));
    let mut sizes = [(true, words::SIZE_BOUND), (false, words::SIZE_FREE)]
        .into_iter()
        .map(|(bound, name)| (name, Filter { size_bound: Some(bound), ..filter.clone() }));
    tag("div.filter-set")
        .with(radios(view, words::KIND, "kind", &mut kinds, Filter { kind: None, ..filter.clone() }))
        .with(radios(view, words::STATUS, "status", &mut statuses, Filter { status: None, ..filter.clone() }))
        .with(radios(view, words::SIZE, "size", &mut sizes, Filter { size_bound: None, ..filter.clone() }))
        .with(radios(view, words::OFFICE, "office", &mut offices, Filter { agency: None, ..filter.clone() }))
}

/// Radios that narrow in one way, with one for not narrowing.
fn radios(
    view: &View,
    title: &'static str,
    name: &'static str,
    choices: &mut dyn Iterator<Item = (&str, Filter)>,
    any: Filter,
) -> Tag {
    let name = ["filter-", name].concat();
    let radio = |(index, (label, to)): (usize, (&str, Filter))| {
        let input = tag("input[type=radio]")
            .set("name", &name)
            .value(&index.to_string())
            .checked(view.state.filter == to)
            .on_change(view.on(Action::Look(to)));
        tag("label.option").with(input).with(tag("span.option-text").text(label))
    };
    let all = std::iter::once((words::ANY, any)).chain(choices).enumerate();
    let options = tag("div.options.options-row").each(all.map(radio));
    tag("fieldset.filter").with(tag("legend").text(title)).with(options)
}

fn policy(view: &View, found: &Found) -> Option<Tag> {
    let dataset = view.dataset();
    let policy = dataset.policies.get(found.policy)?;
    let title = ["policy-", &policy.id].concat();
    let number = if policy.number.is_empty() { labels::NO_NUMBER } else { &policy.number };
    let fact = |name: &'static str, value: &str| tag("div.fact").with(tag("dt").text(name)).with(tag("dd").text(value));
    let facts =
        tag("dl.facts").with(fact(words::AUDIENCE, &policy.audience)).with(fact(words::PERIOD, &policy.period_text));
    let section = tag("section.policy")
        .key(&policy.id)
        .set("data-policy", &policy.id)
        .set("aria-labelledby", &title)
        .with(tag("h2").set("id", &title).text(&[&policy.id, " ", &policy.title].concat()))
        .with(tag("p.quiet").text(&[&policy.document, "　", number].concat()))
        .with(facts)
        .with(tag("div.cards").each(found.clauses.iter().filter_map(|clause| card(view, *clause, false))))
        .with_some((!found.background.is_empty()).then(|| background(view, found)));
    Some(section)
}

/// Rows that a firm cannot apply for.
fn background(view: &View, found: &Found) -> Tag {
    let rows = found.background.iter().filter_map(|row| view.dataset().background.get(usize::from(*row)));
    let line = |row: &Background| {
        tag("li")
            .set("data-background", &row.id)
            .with(tag("strong").text(&row.title))
            .with(tag("span").text(&["：", &row.text, "（", &row.id, "）"].concat()))
    };
    tag("details").with(tag("summary").text(words::BACKGROUND)).with(tag("ul.remarks").each(rows.map(line)))
}

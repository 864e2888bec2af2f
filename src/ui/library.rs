//! The library: every policy with every clause, searched and filtered.

use super::card::card;
use super::text::{self, card as labels, library as words};
use super::view::View;
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::session::{found, Action, Filter, Found};
use web_sys::HtmlInputElement;
use yew::prelude::*;

const KINDS: [Kind; 7] =
    [Kind::Grant, Kind::Reduction, Kind::Refund, Kind::InterestSubsidy, Kind::TaxEffect, Kind::Deferral, Kind::Right];
const STATUSES: [Status; 4] = [Status::InForce, Status::NotStarted, Status::OpenEvent, Status::Ended];

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
    html! {
        <main data-screen="library">
            <h1 id="screen-title" tabindex="-1">{ words::TITLE }</h1>
            <div class="field">
                <label for="library-words">{ words::WORDS }</label>
                <p class="help" id="library-help">{ words::WORDS_HELP }</p>
                <input id="library-words" type="search" autocomplete="off" value={filter.words.clone()} {oninput} aria-describedby="library-help" />
            </div>
            <details class="filters">
                <summary>{ words::FILTERS }</summary>
                { filters(view) }
            </details>
            <p role="status" class="quiet"><span>{ words::count(found.len(), rows) }</span></p>
            if found.is_empty() {
                <p class="note">{ words::NOTHING }</p>
                <button type="button" data-action="reset" onclick={view.on(Action::Look(Filter::default()))}>{ words::RESET }</button>
            }
            { for found.iter().map(|found| policy(view, found)) }
        </main>
    }
}

fn filters(view: &View) -> Html {
    let filter = &view.state.filter;
    let dataset = view.dataset();
    let kinds =
        KINDS.into_iter().map(|kind| (text::kind(kind).to_owned(), Filter { kind: Some(kind), ..filter.clone() }));
    let offices = (0_u8..)
        .zip(&dataset.agencies)
        .map(|(agency, named)| (named.name.clone(), Filter { agency: Some(agency), ..filter.clone() }));
    let statuses = STATUSES
        .into_iter()
        .map(|status| (text::status(status).to_owned(), Filter { status: Some(status), ..filter.clone() }));
    let sizes = [(true, words::SIZE_BOUND), (false, words::SIZE_FREE)]
        .into_iter()
        .map(|(bound, name)| (name.to_owned(), Filter { size_bound: Some(bound), ..filter.clone() }));
    html! {
        <div class="filter-set">
            { radios(view, words::KIND, "kind", kinds, Filter { kind: None, ..filter.clone() }) }
            { radios(view, words::OFFICE, "office", offices, Filter { agency: None, ..filter.clone() }) }
            { radios(view, words::STATUS, "status", statuses, Filter { status: None, ..filter.clone() }) }
            { radios(view, words::SIZE, "size", sizes, Filter { size_bound: None, ..filter.clone() }) }
        </div>
    }
}

/// Radios that narrow in one way, with one for not narrowing.
fn radios(
    view: &View,
    title: &'static str,
    name: &'static str,
    choices: impl Iterator<Item = (String, Filter)>,
    any: Filter,
) -> Html {
    let all = std::iter::once((words::ANY.to_owned(), any)).chain(choices);
    html! {
        <fieldset class="filter">
            <legend>{ title }</legend>
            <div class="options options-row">
                { for all.enumerate().map(|(index, (label, to))| html! {
                    <label class="option">
                        <input type="radio" name={format!("filter-{name}")} value={index.to_string()} checked={view.state.filter == to}
                            onchange={view.on(Action::Look(to))} />
                        <span class="option-text">{ label }</span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}

fn policy(view: &View, found: &Found) -> Html {
    let dataset = view.dataset();
    let Some(policy) = dataset.policies.get(found.policy) else { return Html::default() };
    let title = format!("policy-{}", policy.id);
    let background = found.background.iter().filter_map(|row| dataset.background.get(usize::from(*row)));
    html! {
        <section key={policy.id.clone()} class="policy" data-policy={policy.id.clone()} aria-labelledby={title.clone()}>
            <h2 id={title}>{ format!("{} {}", policy.id, policy.title) }</h2>
            <p class="quiet">{ format!("{}　{}", policy.document, if policy.number.is_empty() { labels::NO_NUMBER } else { &policy.number }) }</p>
            <dl class="facts">
                <div class="fact"><dt>{ words::AUDIENCE }</dt><dd>{ &policy.audience }</dd></div>
                <div class="fact"><dt>{ words::PERIOD }</dt><dd>{ &policy.period_text }</dd></div>
            </dl>
            <div class="cards">
                { for found.clauses.iter().map(|clause| card(view, *clause)) }
            </div>
            if !found.background.is_empty() {
                <details>
                    <summary>{ words::BACKGROUND }</summary>
                    <ul class="remarks">
                        { for background.map(|row| html! {
                            <li data-background={row.id.clone()}><strong>{ &row.title }</strong><span>{ format!("：{}（{}）", row.text, row.id) }</span></li>
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}

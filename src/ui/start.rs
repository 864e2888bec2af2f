//! The start: what this is, which list, and the day for which periods are judged.

use super::text::{self, start};
use super::view::{View, ViewProps};
use huiqi_core::session::{is_historical, list_date, Action, Place};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The start.
#[component]
pub fn Start(props: &ViewProps) -> Html {
    let view = &props.view;
    let dataset = view.dataset();
    let begun = !view.state.profile.is_empty();
    html! {
        <main class="start" data-screen="start">
            <h1 id="screen-title" tabindex="-1">{ start::TITLE }</h1>
            <p class="lead">{ start::LEAD }</p>
            <ul class="points">{ for start::POINTS.into_iter().map(|point| html! { <li>{ point }</li> }) }</ul>
            <p class="quiet">{ start::list(&dataset.title, &dataset.publisher, &dataset.published) }</p>
            <ReferenceDate view={view.clone()} />
            <div class="buttons">
                <button type="button" class="primary" data-action="ask" onclick={view.on(Action::Ask)}>
                    { if begun { start::GO_ON } else { start::BEGIN } }
                </button>
                if begun {
                    <button type="button" data-action="outcome" onclick={view.on(Action::Open(Place::Outcome))}>
                        { start::SEE }
                    </button>
                }
                <button type="button" data-action="library" onclick={view.on(Action::Open(Place::Library))}>
                    { start::LIBRARY }
                </button>
            </div>
            <p class="disclaimer">{ text::DISCLAIMER }</p>
        </main>
    }
}

/// The day for which periods are judged, with a plain word where nothing dated is in force on it.
#[component]
pub fn ReferenceDate(props: &ViewProps) -> Html {
    let view = &props.view;
    let state = &view.state;
    let dataset = view.dataset();
    let wrong = state.date_draft.is_some();
    let shown = state.date_draft.clone().unwrap_or_else(|| state.reference_date.to_string());
    let onchange = view
        .act
        .reform(|event: Event| Action::ReferenceDate(event.target_unchecked_into::<HtmlInputElement>().value()));
    let preset = |name: &'static str, action: &'static str, date: huiqi_core::date::Date| {
        let chosen = state.reference_date == date;
        html! {
            <button type="button" class="chip" data-action={action} aria-pressed={chosen.to_string()}
                onclick={view.on(Action::ReferenceDate(date.to_string()))}>
                { format!("{name}（{date}）") }
            </button>
        }
    };
    html! {
        <div class="reference">
            <div class="field">
                <label for="reference-date">{ start::DATE }</label>
                <p class="help" id="reference-date-help">{ start::DATE_HELP }</p>
                <div role="alert" id="reference-date-error">
                    if wrong {
                        <p class="error">{ start::DATE_WRONG }</p>
                    }
                </div>
                <input id="reference-date" type="text" inputmode="numeric" autocomplete="off" value={shown} {onchange}
                    aria-invalid={wrong.to_string()} aria-describedby="reference-date-help reference-date-error" />
                <div class="chips">
                    { preset(start::TODAY, "today", state.today) }
                    if let Some(date) = list_date(dataset) {
                        { preset(start::LIST_MONTH, "list-month", date) }
                    }
                </div>
            </div>
            <div role="status">
                if is_historical(dataset, state.reference_date) {
                    { history(view) }
                }
            </div>
        </div>
    }
}

fn history(view: &View) -> Html {
    let published = &view.dataset().published;
    html! {
        <div class="note" data-history="true">
            <p class="note-title">{ start::HISTORY }</p>
            <p>{ start::history(&text::day(view.state.reference_date), published) }</p>
        </div>
    }
}

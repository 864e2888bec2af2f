//! The start: what this is, which list, and the day for which periods are judged.

use super::text::{self, start as words};
use super::view::View;
use huiqi_core::session::{is_historical, list_date, Action, Place};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The start.
pub fn start(view: &View) -> Html {
    let dataset = view.dataset();
    let begun = !view.state.profile.is_empty();
    html! {
        <main class="start" data-screen="start">
            <h1 id="screen-title" tabindex="-1">{ words::TITLE }</h1>
            <p class="lead">{ words::LEAD }</p>
            <ul class="points">{ for words::POINTS.into_iter().map(|point| html! { <li>{ point }</li> }) }</ul>
            <p class="quiet">{ words::list(&dataset.title, &dataset.publisher, &dataset.published) }</p>
            { reference_date(view) }
            <div class="buttons">
                <button type="button" class="primary" data-action="ask" onclick={view.on(Action::Ask)}>
                    { if begun { words::GO_ON } else { words::BEGIN } }
                </button>
                if begun {
                    <button type="button" data-action="outcome" onclick={view.on(Action::Open(Place::Outcome))}>
                        { words::SEE }
                    </button>
                }
                <button type="button" data-action="library" onclick={view.on(Action::Open(Place::Library))}>
                    { words::LIBRARY }
                </button>
            </div>
            <p class="disclaimer">{ text::DISCLAIMER }</p>
        </main>
    }
}

/// The day for which periods are judged, with a plain word where nothing dated is in force on it.
fn reference_date(view: &View) -> Html {
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
                <label for="reference-date">{ words::DATE }</label>
                <p class="help" id="reference-date-help">{ words::DATE_HELP }</p>
                <div role="alert" id="reference-date-error">
                    if wrong {
                        <p class="error">{ words::DATE_WRONG }</p>
                    }
                </div>
                <input id="reference-date" type="text" inputmode="numeric" autocomplete="off" value={shown} {onchange}
                    aria-invalid={wrong.to_string()} aria-describedby="reference-date-help reference-date-error" />
                <div class="chips">
                    { preset(words::TODAY, "today", state.today) }
                    if let Some(date) = list_date(dataset) {
                        { preset(words::LIST_MONTH, "list-month", date) }
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
            <p class="note-title">{ words::HISTORY }</p>
            <p>{ words::history(&text::day(view.state.reference_date), published) }</p>
        </div>
    }
}

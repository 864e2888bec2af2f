//! The start: what this is, which list, and the day for which periods are judged.

use super::tag::{tag, Tag};
use super::text::{self, start as words};
use super::view::View;
use huiqi_core::date::Date;
use huiqi_core::session::{is_historical, list_date, Action, Place};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The start.
pub fn start(view: &View) -> Html {
    let dataset = view.dataset();
    let begun = !view.state.profile.is_empty();
    let ask = tag("button.primary[type=button][data-action=ask]").on_click(view.on(Action::Ask)).text(if begun {
        words::GO_ON
    } else {
        words::BEGIN
    });
    let see = begun.then(|| {
        tag("button[type=button][data-action=outcome]").on_click(view.on(Action::Open(Place::Outcome))).text(words::SEE)
    });
    let library = tag("button[type=button][data-action=library]")
        .on_click(view.on(Action::Open(Place::Library)))
        .text(words::LIBRARY);
    tag("main.start[data-screen=start]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(words::TITLE))
        .with(tag("p.lead").text(words::LEAD))
        .with(tag("ul.points").each(words::POINTS.map(|point| tag("li").text(point))))
        .with(tag("p.quiet").text(&words::list(&dataset.title, &dataset.publisher, &dataset.published)))
        .with(reference_date(view))
        .with(tag("div.buttons").with(ask).with_some(see).with(library))
        .into()
}

/// The day for which periods are judged, with a plain word where nothing dated is in force on it.
fn reference_date(view: &View) -> Tag {
    let state = &view.state;
    let dataset = view.dataset();
    let wrong = state.date_draft.is_some();
    let shown = state.date_draft.clone().unwrap_or_else(|| state.reference_date.to_string());
    let onchange = view
        .act
        .reform(|event: Event| Action::ReferenceDate(event.target_unchecked_into::<HtmlInputElement>().value()));
    let preset = |name: &'static str, action: &'static str, date: Date| {
        let day = date.to_string();
        tag("button.chip[type=button]")
            .is("data-action", action)
            .says("aria-pressed", state.reference_date == date)
            .with(tag("span").text(name))
            .with(tag("span.whole").text(&[" ", &day].concat()))
            .on_click(view.on(Action::ReferenceDate(day)))
    };
    let alert = wrong.then(|| tag("p.error").text(words::DATE_WRONG));
    let input = tag("input[id=reference-date][type=text][inputmode=numeric][autocomplete=off]")
        .is("aria-describedby", "reference-date-help reference-date-error")
        .says("aria-invalid", wrong)
        .value(&shown)
        .on_change(onchange);
    let chips = tag("div.chips")
        .with(preset(words::TODAY, "today", state.today))
        .with_some(list_date(dataset).map(|date| preset(words::LIST_MONTH, "list-month", date)));
    let field = tag("div.field")
        .with(tag("label[for=reference-date]").text(words::DATE))
        .with(tag("p.help[id=reference-date-help]").text(words::DATE_HELP))
        .with(tag("div[role=alert][id=reference-date-error]").with_some(alert))
        .with(input)
        .with(chips);
    let history = is_historical(dataset, state.reference_date).then(|| history(view));
    tag("div.reference").with(field).with(tag("div[role=status]").with_some(history))
}

fn history(view: &View) -> Tag {
    let words = words::history(&text::day(view.state.reference_date), &view.dataset().published);
    tag("div.note[data-history=true]").with(tag("p.note-title").text(words::HISTORY)).with(tag("p").text(&words))
}

//! Taking the outcome along: copies, files, a link. The sheet that is printed is a screen of its own.

mod calendar;
mod csv;
mod hand;
mod plain;
mod rows;

use super::part::button;
use super::tag::{tag, Tag};
use super::text::take;
use super::view::{View, ViewProps};
use crate::browser;
use huiqi_visit::{link, report_of};
use yew::prelude::*;

const AREA: &str = "take-text";

/// What was done last, said back.
#[derive(Clone, Debug, Default, PartialEq)]
struct Done {
    /// Words for the visitor.
    said: &'static str,
    /// Text to copy, shown so that it can also be copied by hand.
    text: Option<String>,
    /// Goes up each time, so that copying the same again works.
    times: u32,
}

/// Taking the outcome along.
#[component]
pub fn Take(props: &ViewProps) -> Html {
    let view = &props.view;
    let done = use_state(Done::default);
    use_copy(&done);
    let say = {
        let done = done.clone();
        move |said, text| done.set(Done { said, text, times: done.times + 1 })
    };
    let copying = |made: fn(&View) -> String| {
        let (view, say) = (view.clone(), say.clone());
        Callback::from(move |_: MouseEvent| say("", Some(made(&view))))
    };
    let saving = |name: &'static str, mime: &'static str, made: fn(&View) -> Option<String>| {
        let (view, say) = (view.clone(), say.clone());
        Callback::from(move |_: MouseEvent| match made(&view) {
            Some(text) if browser::save(name, mime, &text) => say(take::SAVED, None),
            Some(text) => say("", Some(text)),
            None => say(take::NO_DEADLINES, None),
        })
    };
    let says = {
        let say = say.clone();
        Callback::from(move |said| say(said, None))
    };
    let csv = saving("huiqi.csv", "text/csv;charset=utf-8", |view| Some(csv::text(view)));
    let json = saving("huiqi.json", "application/json", |view| Some(report(view)));
    let ics = saving("huiqi.ics", "text/calendar;charset=utf-8", calendar::text);
    let one = |action: &'static str, name: &'static str, does: Callback<MouseEvent>| {
        tag("li").with(button("btn btn-second btn-slim", action, name, does))
    };
    let buttons = tag("ul.words")
        .with(one("share", take::SHARE, copying(share)))
        .with(one("copy", take::COPY, copying(plain::text)))
        .with(one("csv", take::CSV, csv))
        .with(one("json", take::JSON, json))
        .with(one("ics", take::ICS, ics));
    let said = (!done.said.is_empty()).then(|| tag("p.small").with(tag("span").text(done.said)));
    tag("section.take.gap3[aria-labelledby=take-title]")
        .with(tag("h2[id=take-title]").text(take::TITLE))
        .with(buttons)
        .with(tag("p.small.soft").text(take::SHARE_NOTE))
        .with_some(hand::hand(view, says))
        .with(tag("div[role=status][data-done=true]").with_some(said))
        .node(done.text.as_ref().map(|text| copied(text)).unwrap_or_default())
        .into()
}

/// The text that was copied, for copying by hand.
fn copied(text: &str) -> Html {
    let label = tag("label.unseen").is("for", AREA).text(take::TEXT);
    let area = tag("textarea[readonly=readonly][rows=6]").is("id", AREA).value(text);
    Tag::bare().with(label).with(area).loose()
}

/// Copies a text once it stands on the page.
#[hook]
fn use_copy(done: &UseStateHandle<Done>) {
    let handle = done.clone();
    use_effect_with(done.times, move |times| {
        if *times > 0 && handle.text.is_some() && handle.said.is_empty() {
            let said = if browser::copy(AREA) { take::COPIED } else { take::NOT_COPIED };
            handle.set(Done { said, ..(*handle).clone() });
        }
    });
}

fn share(view: &View) -> String {
    [&browser::own_address().unwrap_or_default(), "#", &link(view.dataset(), &view.state)].concat()
}

/// The public report, the same as that of the command and of the JavaScript API.
fn report(view: &View) -> String {
    browser::json(&report_of(&view.screener, &view.state))
}

//! Taking the outcome along: print, copy, files, a link, and clearing.

mod calendar;
mod csv;
mod hand;
mod plain;
mod sheet;

use super::tag::{tag, Tag};
use super::text::{self, take};
use super::view::{Screened, View, ViewProps};
use crate::browser;
use gloo_timers::callback::Timeout;
use huiqi_core::session::{link, Action};
use sheet::Sheet;
use std::rc::Rc;
use yew::prelude::*;

const AREA: &str = "take-text";

/// How long after the last change the sheet is made, in milliseconds: a visitor does not wait for it, and it is there
/// before anyone reaches the browser's menu.
const IDLE: u32 = 800;

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
    // The screening of which the sheet is on the page.
    let printing = use_state(|| 0);
    let clearing = use_state(|| false);
    use_copy(&done);
    let now = view.state.screening.as_ref().map_or(0, |screening| Rc::as_ptr(screening) as usize);
    use_print(&printing, now);
    let Some(of) = view.screened() else { return Html::default() };
    let say = {
        let done = done.clone();
        move |said, text| done.set(Done { said, text, times: done.times + 1 })
    };
    let copying = |made: fn(&Screened) -> String| {
        let (of, say) = (of.clone(), say.clone());
        Callback::from(move |_: MouseEvent| say("", Some(made(&of))))
    };
    let saving = |name: &'static str, mime: &'static str, made: fn(&Screened) -> Option<String>| {
        let (of, say) = (of.clone(), say.clone());
        Callback::from(move |_: MouseEvent| match made(&of) {
            Some(text) if browser::save(name, mime, &text) => say(take::SAVED, None),
            Some(text) => say("", Some(text)),
            None => say(take::NO_DEADLINES, None),
        })
    };
    let hand = hand::hand(
        &of,
        Callback::from({
            let say = say.clone();
            move |said| say(said, None)
        }),
    );
    let print = if browser::is_sandboxed() {
        copying(|of| plain::text(&Sheet::new(of)))
    } else {
        let printing = printing.clone();
        Callback::from(move |_: MouseEvent| {
            printing.set(now);
            browser::print_soon();
        })
    };
    let button = |action: &'static str, name: &'static str, does: Callback<MouseEvent>| {
        tag("li").with(tag("button[type=button]").is("data-action", action).on_click(does).text(name))
    };
    let csv = saving("huiqi.csv", "text/csv;charset=utf-8", |of| Some(csv::text(&Sheet::new(of))));
    let json = saving("huiqi.json", "application/json", |of| Some(report(of)));
    let ics = saving("huiqi.ics", "text/calendar;charset=utf-8", |of| calendar::text(&Sheet::new(of)));
    let buttons = tag("ul.buttons")
        .with(button("print", take::PRINT, print))
        .with(button("copy", take::COPY, copying(|of| plain::text(&Sheet::new(of)))))
        .with(button("csv", take::CSV, csv))
        .with(button("json", take::JSON, json))
        .with(button("ics", take::ICS, ics))
        .with(button("share", take::SHARE, copying(share)));
    let said = (!done.said.is_empty()).then(|| tag("p").with(tag("span").text(done.said)));
    tag("section.take[aria-labelledby=take-title]")
        .with(tag("h2[id=take-title]").text(take::TITLE))
        .with(buttons)
        .with(tag("p.quiet").text(take::SHARE_NOTE))
        .with_some(hand)
        .with(tag("div[role=status][data-done=true]").with_some(said))
        .node(done.text.as_ref().map(|text| copied(text)).unwrap_or_default())
        .with(clear(view, &clearing))
        .with_some((*printing == now).then(|| sheet::print(&of)))
        .into()
}

/// The text that was copied, for copying by hand.
fn copied(text: &str) -> Html {
    let label = tag("label.unseen").is("for", AREA).text(take::TEXT);
    let area = tag("textarea.copied[readonly=readonly][rows=6]").is("id", AREA).value(text);
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

/// Makes the printed sheet while nothing else is done, or when the browser is about to print: Firefox does not wait for
/// what a page changes then.
#[hook]
fn use_print(printing: &UseStateHandle<usize>, now: usize) {
    let (soon, told) = (printing.clone(), printing.clone());
    use_effect_with(now, move |_| {
        let timer = Timeout::new(IDLE, move || soon.set(now));
        let listener = browser::when_printing(Callback::from(move |()| told.set(now)));
        move || drop((timer, listener))
    });
}

fn share(of: &Screened) -> String {
    [&browser::own_address().unwrap_or_default(), "#", &link(of.screener.dataset(), &of.state)].concat()
}

/// The public report, the same as that of the command and of the JavaScript API.
fn report(of: &Screened) -> String {
    browser::json(&of.screener.report(&of.state.profile, of.state.reference_date))
}

/// Forgetting every answer, once the visitor has said so twice.
fn clear(view: &View, asked: &UseStateHandle<bool>) -> Tag {
    let set = |to: bool| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(to))
    };
    let clear = tag("button.link[type=button][data-action=clear]")
        .says("aria-expanded", **asked)
        .on_click(set(!**asked))
        .text(take::CLEAR);
    let mut status = tag("div[role=status]");
    if **asked {
        let yes = tag("button[type=button][data-action=clear-yes]").on_click(view.on(Action::Clear));
        let no = tag("button[type=button][data-action=clear-no]").on_click(set(false));
        let buttons = tag("div.buttons").with(yes.text(take::CLEAR_YES)).with(no.text(take::CLEAR_NO));
        status = status.with(tag("p").text(take::CLEAR_SURE)).with(buttons);
    }
    tag("div.clear").with(clear).with(status)
}

/// Keeps the wording of what is taken along in one place with that of the screen.
fn headline(sheet: &Sheet) -> String {
    [take::SHEET, "：", &sheet.list, "　", text::DISCLAIMER].concat()
}

//! Taking the outcome along: print, copy, files, a link, and clearing.

mod calendar;
mod csv;
mod plain;
mod sheet;

use super::text::{self, take};
use super::view::{Screened, View, ViewProps};
use crate::browser;
use huiqi_core::session::{link, Action};
use sheet::Sheet;
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
    let printing = use_state(|| false);
    let clearing = use_state(|| false);
    use_copy(&done);
    use_print(&printing);
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
    let print = {
        let printing = printing.clone();
        Callback::from(move |_: MouseEvent| {
            printing.set(true);
            browser::print_soon();
        })
    };
    let button = |action: &'static str, name: &'static str, onclick: Callback<MouseEvent>| {
        html! { <li><button type="button" data-action={action} {onclick}>{ name }</button></li> }
    };
    html! {
        <section class="take" aria-labelledby="take-title">
            <h2 id="take-title">{ take::TITLE }</h2>
            <ul class="buttons">
                { button("print", take::PRINT, print) }
                { button("copy", take::COPY, copying(|of| plain::text(&Sheet::new(of)))) }
                { button("csv", take::CSV, saving("huiqi.csv", "text/csv;charset=utf-8", |of| Some(csv::text(&Sheet::new(of))))) }
                { button("json", take::JSON, saving("huiqi.json", "application/json", |of| Some(report(of)))) }
                { button("ics", take::ICS, saving("huiqi.ics", "text/calendar;charset=utf-8", |of| calendar::text(&Sheet::new(of)))) }
                { button("share", take::SHARE, copying(share)) }
            </ul>
            <p class="quiet">{ take::SHARE_NOTE }</p>
            <div role="status" data-done="true">
                if !done.said.is_empty() {
                    <p><span>{ done.said }</span></p>
                }
            </div>
            if let Some(copied) = &done.text {
                <label class="unseen" for={AREA}>{ take::TEXT }</label>
                <textarea id={AREA} class="copied" readonly=true rows="6" value={copied.clone()} />
            }
            { clear(view, &clearing) }
            if *printing {
                { sheet::print(&of) }
            }
        </section>
    }
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

/// Makes the printed sheet when the browser is about to print, also from its own menu.
#[hook]
fn use_print(printing: &UseStateHandle<bool>) {
    let printing = printing.clone();
    use_effect_with((), move |()| {
        let listener = browser::when_printing(Callback::from(move |()| printing.set(true)));
        move || drop(listener)
    });
}

fn share(of: &Screened) -> String {
    format!("{}#{}", browser::own_address().unwrap_or_default(), link(of.screener.dataset(), &of.state))
}

/// The public report, the same as that of the command and of the JavaScript API.
fn report(of: &Screened) -> String {
    browser::json(&of.screener.report(&of.state.profile, of.state.reference_date))
}

/// Forgetting every answer, once the visitor has said so twice.
fn clear(view: &View, asked: &UseStateHandle<bool>) -> Html {
    let set = |to: bool| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(to))
    };
    html! {
        <div class="clear">
            <button type="button" class="link" data-action="clear" aria-expanded={asked.to_string()} onclick={set(!**asked)}>{ take::CLEAR }</button>
            <div role="status">
                if **asked {
                    <p>{ take::CLEAR_SURE }</p>
                    <div class="buttons">
                        <button type="button" data-action="clear-yes" onclick={view.on(Action::Clear)}>{ take::CLEAR_YES }</button>
                        <button type="button" data-action="clear-no" onclick={set(false)}>{ take::CLEAR_NO }</button>
                    </div>
                }
            </div>
        </div>
    }
}

/// Keeps the wording of what is taken along in one place with that of the screen.
fn headline(sheet: &Sheet) -> String {
    format!("{}：{}　{}", take::SHEET, sheet.list, text::DISCLAIMER)
}

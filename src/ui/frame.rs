//! What stands around every screen: header, notices, footer.

use super::text::{self, frame, notice};
use super::view::View;
use huiqi_core::session::{Action, Notice, Place, Settings, Theme};
use yew::prelude::*;

const THEMES: [Theme; 4] = [Theme::Device, Theme::Light, Theme::Dark, Theme::Contrast];

/// Name, pages, and how the widget looks.
pub fn header(view: &View) -> Html {
    let settings = view.state.settings;
    let place = view.state.place();
    let tab = |name: &'static str, action: &'static str, to: Action, here: bool| {
        html! {
            <li>
                <button type="button" class="tab" data-action={action} aria-current={here.then_some("page")} onclick={view.on(to)}>
                    { name }
                </button>
            </li>
        }
    };
    let asking = matches!(place, Place::Questions(_) | Place::Change(_));
    html! {
        <header class="header">
            <p class="brand">{ text::NAME }</p>
            <nav aria-label={frame::NAV}>
                <ul class="tabs">
                    { tab(frame::HOME, "home", Action::Open(Place::Start), *place == Place::Start) }
                    { tab(frame::QUESTIONS, "questions", if asking { Action::Settle } else { Action::Ask }, asking) }
                    { tab(frame::ANSWERS, "answers", Action::Open(Place::Answers), *place == Place::Answers) }
                    { tab(frame::OUTCOME, "to-outcome", Action::Open(Place::Outcome), *place == Place::Outcome) }
                    { tab(frame::LIBRARY, "to-library", Action::Open(Place::Library), *place == Place::Library) }
                </ul>
            </nav>
            <div class="looks">
                <button type="button" class="chip" data-action="large" aria-pressed={settings.large.to_string()}
                    onclick={view.on(Action::Set(Settings { large: !settings.large, ..settings }))}>
                    { frame::LARGE }
                </button>
                <details class="look">
                    <summary>{ frame::LOOK }</summary>
                    <fieldset>
                        <legend>{ frame::THEME }</legend>
                        { for THEMES.into_iter().zip(frame::THEMES).map(|(theme, name)| html! {
                            <label class="option">
                                <input type="radio" name="theme" value={super::app::theme(theme)} checked={settings.theme == theme}
                                    onchange={view.on(Action::Set(Settings { theme, ..settings }))} />
                                <span>{ name }</span>
                            </label>
                        }) }
                    </fieldset>
                </details>
            </div>
        </header>
    }
}

/// What was wrong with a link or with what was kept.
pub fn notices(view: &View) -> Html {
    let said = view.state.notices.iter().map(|one| match one {
        Notice::DamagedLink => notice::DAMAGED.to_owned(),
        Notice::OtherVersion(version) => notice::other_version(version),
        Notice::Dropped(count) => notice::dropped(*count),
        Notice::BadDate => notice::BAD_DATE.to_owned(),
    });
    html! {
        <div class="notices" role="status">
            if !view.state.notices.is_empty() {
                <div class="note" data-notices="true">
                    <ul>{ for said.map(|words| html! { <li>{ words }</li> }) }</ul>
                    <button type="button" data-action="dismiss" onclick={view.on(Action::Dismiss)}>{ frame::DISMISS }</button>
                </div>
            }
        </div>
    }
}

/// The disclaimer, the version, and where to report a mistake.
pub fn footer(view: &View) -> Html {
    let dataset = view.dataset();
    html! {
        <footer class="footer">
            <p class="disclaimer">{ text::DISCLAIMER }</p>
            <p>{ frame::footer(&dataset.version, &view.state.reference_date.to_string()) }{ frame::VERIFIED }</p>
            if let Some(contact) = &dataset.contact {
                <p>{ frame::contact(contact) }</p>
            }
        </footer>
    }
}

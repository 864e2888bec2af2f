//! What stands around every screen: header, notices, footer.

use super::tag::{tag, Tag};
use super::text::{self, frame, notice};
use super::view::View;
use huiqi_core::session::{Action, Notice, Place, Settings, Theme};

/// Name, pages, and how the widget looks.
pub fn header(view: &View) -> Tag {
    let place = view.state.place();
    let page = |name: &'static str, action: &'static str, to: Action, here: bool| {
        let button = tag(if here { "button.tab[type=button][aria-current=page]" } else { "button.tab[type=button]" });
        tag("li").with(button.is("data-action", action).on_click(view.on(to)).text(name))
    };
    let asking = matches!(place, Place::Questions(_) | Place::Change(_));
    let ask = if asking { Action::Settle } else { Action::Ask };
    let pages = tag("ul.tabs")
        .with(page(frame::HOME, "home", Action::Open(Place::Start), *place == Place::Start))
        .with(page(frame::QUESTIONS, "questions", ask, asking))
        .with(page(frame::ANSWERS, "answers", Action::Open(Place::Answers), *place == Place::Answers))
        .with(page(frame::OUTCOME, "to-outcome", Action::Open(Place::Outcome), *place == Place::Outcome))
        .with(page(frame::LIBRARY, "to-library", Action::Open(Place::Library), *place == Place::Library));
    tag("header.header")
        .with(tag("p.brand").text(text::NAME))
        .with(tag("nav").is("aria-label", frame::NAV).with(pages))
        .with(looks(view))
}

/// How large and in which colours.
fn looks(view: &View) -> Tag {
    let settings = view.state.settings;
    let large = tag("button.chip[type=button][data-action=large]")
        .says("aria-pressed", settings.large)
        .on_click(view.on(Action::Set(Settings { large: !settings.large, ..settings })))
        .text(frame::LARGE);
    let themes = Theme::ALL.into_iter().zip(frame::THEMES).map(|(theme, name)| {
        let input = tag("input[type=radio][name=theme]")
            .value(super::app::theme(theme))
            .checked(settings.theme == theme)
            .on_change(view.on(Action::Set(Settings { theme, ..settings })));
        tag("label.option").with(input).with(tag("span").text(name))
    });
    let fieldset = tag("fieldset").with(tag("legend").text(frame::THEME)).each(themes);
    let look = tag("details.look").with(tag("summary").text(frame::LOOK)).with(fieldset);
    tag("div.looks").with(large).with(look)
}

/// What was wrong with a link or with what was kept.
pub fn notices(view: &View) -> Tag {
    let line = |one: &Notice| {
        tag("li").text(&match one {
            Notice::DamagedLink => notice::DAMAGED.to_owned(),
            Notice::OtherVersion(version) => notice::other_version(version),
            Notice::Dropped(count) => notice::dropped(*count),
            Notice::Prefilled(count) => notice::prefilled(*count),
            Notice::BadDate => notice::BAD_DATE.to_owned(),
        })
    };
    let notices = &view.state.notices;
    let note = (!notices.is_empty()).then(|| {
        let dismiss = tag("button[type=button][data-action=dismiss]");
        tag("div.note[data-notices=true]")
            .with(tag("ul").each(notices.iter().map(line)))
            .with(dismiss.on_click(view.on(Action::Dismiss)).text(frame::DISMISS))
    });
    tag("div.notices[role=status]").with_some(note)
}

/// The disclaimer, the version, and where to report a mistake.
pub fn footer(view: &View) -> Tag {
    let dataset = view.dataset();
    let parts = frame::footer(&dataset.version, &view.state.reference_date.to_string());
    tag("footer.footer")
        .with(tag("p.disclaimer").text(text::DISCLAIMER))
        // Each part stays on a line where it can: a date is not broken at its hyphens.
        .with(tag("p").each(parts.map(|part| tag("span").text(&part))).with(tag("span").text(frame::VERIFIED)))
        .with_some(dataset.contact.as_ref().map(|contact| tag("p").text(&frame::contact(contact))))
}

//! What stands around every screen: head with the mode, steps, notices, banner, foot.

use super::part::{banner, button, steps, Banner, Stand, Step};
use super::tag::{tag, Tag};
use super::text::{self, answers, ask, frame, notice};
use super::view::View;
use huiqi_visit::{Action, Notice, Place, Settings, Theme};

/// The name with the mode, and what can be reached from anywhere.
pub fn head(view: &View) -> Tag {
    let state = &view.state;
    let [name, mode] = frame::name(view.mode(), view.year());
    let words = tag("span").with(tag("span.nb").text(&name)).with(tag("span.nb").text(&[" · ", &mode].concat()));
    let home = tag("button.mast-name[type=button][data-action=home]")
        .on_click(view.on(Action::Open(Place::Start)))
        .with(words)
        .with(tag("small").text(&frame::list(&view.dataset().published)));
    let settings = state.settings;
    let large = Action::Set(Settings { large: !settings.large, ..settings });
    let size = tag("button.pill[type=button][data-action=large]")
        .says("aria-pressed", settings.large)
        .on_click(view.on(large))
        .text(if settings.large { frame::NORMAL } else { frame::LARGE });
    let page = |action: &'static str, name: &'static str, place: Place| {
        let here = state.place() == place;
        let button = tag(if here { "button.pill[type=button][aria-current=page]" } else { "button.pill[type=button]" });
        button.is("data-action", action).on_click(view.on(Action::Open(place))).text(name)
    };
    // There from the beginning: a button that came with the first answer would push what is beneath.
    let tools = tag("div.mast-tools").with(size).with(page("library", frame::LIBRARY, Place::Library)).with(page(
        "answers",
        frame::ANSWERS,
        Place::Answers,
    ));
    tag("header.mast").with(tag("div.mast-in").with(home).with(tools))
}

/// Which of the four steps this is; `None` beside the way.
fn at(place: Place) -> Option<usize> {
    match place {
        Place::Firm(_) => Some(0),
        Place::Shortlist | Place::Situations => Some(1),
        Place::Branch(..) => Some(2),
        Place::Outcome => Some(3),
        Place::Start | Place::Sheet | Place::Answers | Place::Change(_) | Place::Library => None,
    }
}

/// The steps, on the way only.
pub fn way(view: &View) -> Option<Tag> {
    let here = at(view.state.place())?;
    let gate = view.state.gates.first().copied();
    let to = |step: usize| match step {
        0 => Some(Place::Firm(0)),
        1 => Some(Place::Situations),
        2 => gate.map(|gate| Place::Branch(gate, 0)),
        _ => Some(Place::Outcome),
    };
    let begun = !view.state.profile.is_empty();
    let step = |(at, name): (usize, &'static str)| Step {
        name,
        stand: match at.cmp(&here) {
            std::cmp::Ordering::Less => Stand::Done,
            std::cmp::Ordering::Equal => Stand::Now,
            std::cmp::Ordering::Greater => Stand::Later,
        },
        go: to(at).filter(|_| begun && at != here).map(|place| view.on(Action::Open(place))),
    };
    Some(steps(frame::STEP.into_iter().enumerate().map(step)))
}

/// That what is shown is another's.
pub fn shared(view: &View) -> Option<Tag> {
    let state = &view.state;
    let own = state.own.as_ref()?;
    let kept = !own.profile.is_empty();
    let said = super::answers::firm_line(view);
    let words = if kept { answers::OWN_BACK } else { answers::OWN };
    Some(banner(Banner {
        title: answers::SHARED,
        words: &answers::shared(&said, kept),
        own: (words, view.on_then(Action::Own, "screen-title")),
    }))
}

/// What was wrong with a link or with what was kept, and what can be taken back.
pub fn notices(view: &View) -> Tag {
    let dataset = view.dataset();
    let line = |one: &Notice| {
        tag("p.small").text(&match one {
            Notice::DamagedLink => notice::DAMAGED.to_owned(),
            Notice::OtherVersion(version) => notice::other_version(version),
            Notice::Dropped(known, others) => {
                let named = known.iter().filter_map(|question| dataset.questions.get(usize::from(*question)));
                notice::dropped(&named.map(|question| question.label.as_str()).collect::<Vec<_>>(), *others)
            }
            Notice::Prefilled(count) => notice::prefilled(*count),
        })
    };
    let notices = &view.state.notices;
    let note = (!notices.is_empty()).then(|| {
        let dismiss = view.on_then(Action::Dismiss, "screen-title");
        tag("div.note.note-ask[data-notices=true]").each(notices.iter().map(line)).with(button(
            "btn btn-second btn-slim",
            "dismiss",
            frame::DISMISS,
            dismiss,
        ))
    });
    let undo = view.state.undo.as_ref().map(|before| {
        let cleared = view.state.profile.is_empty() && !before.profile.is_empty();
        let words = if cleared { frame::CLEARED } else { ask::REMOVED };
        let back = button("btn btn-second btn-slim", "undo", ask::UNDO, view.on_then(Action::Undo, "screen-title"));
        tag("div.note.note-rest.undo[data-undo=true]").with(tag("span").text(words)).with(back.set("id", "undo"))
    });
    tag("div.notices[role=status]").with_some(note).with_some(undo)
}

/// The disclaimer, the list and its version, the day that is judged, colours, and where to report a mistake.
pub fn foot(view: &View) -> Tag {
    let dataset = view.dataset();
    let [source, version] = frame::source(&dataset.publisher, &dataset.title, &dataset.published, &dataset.version);
    let judged = frame::judged(view.mode(), view.year(), &text::day(view.state.reference_date()));
    let settings = view.state.settings;
    let themes = Theme::ALL.into_iter().zip(frame::THEMES).map(|(theme, name)| {
        let input = tag("input[type=radio][name=theme]")
            .value(super::app::theme(theme))
            .checked(settings.theme == theme)
            .on_change(view.on(Action::Set(Settings { theme, ..settings })));
        tag("label").with(input).with(tag("span").text(name))
    });
    let look = tag("details.look")
        .with(tag("summary").with(tag("span").text(frame::LOOK)))
        .with(tag("fieldset.checks").with(tag("legend.unseen").text(frame::THEME)).each(themes));
    tag("footer.foot")
        .with(tag("p.disclaimer").text(text::DISCLAIMER))
        // Each part stays on a line where it can: a date is not broken at its hyphens.
        .with(tag("p").each([source, version, judged].map(|part| tag("span.nb").text(&part))))
        .with(tag("p").with(tag("span").text(frame::KEPT)).with(tag("span").text(frame::VERIFIED)))
        .with_some(dataset.contact.as_ref().map(|contact| tag("p").text(&frame::contact(contact))))
        .with(look)
}

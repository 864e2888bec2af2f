//! The topmost component: it holds the session, keeps it in storage, and follows the browser's history.

use super::frame::{footer, header, notices};
use super::tag::tag;
use super::view::{Session, View};
use super::{answers, library, outcome, questions, start};
use crate::browser;
use crate::data;
use gloo_timers::callback::Timeout;
use huiqi_core::date::Date;
use huiqi_core::session::{resume, step, store, Action, Place, Theme};
use std::mem::discriminant;
use std::rc::Rc;
use yew::prelude::*;

/// How long after the last key what was typed is read, in milliseconds.
const PAUSE: u32 = 350;

/// The whole widget; what it says where its own dataset cannot be read is on the page already.
#[component]
pub fn App() -> Html {
    let session = use_reducer(begin);
    let act = use_actions(session.dispatcher());
    let view = View { screener: Rc::clone(&session.screener), state: Rc::clone(&session.state), act };
    use_browser(&view);
    whole(&view)
}

/// A session at a standstill, for HTML that is made when the widget is built.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn Still(props: &super::view::ViewProps) -> Html {
    whole(&props.view)
}

fn whole(view: &View) -> Html {
    let (key, screen) = match view.state.place() {
        Place::Start => ("start", start::start(view)),
        Place::Questions(_) | Place::Change(_) => ("questions", questions::questions(view)),
        Place::Answers => ("answers", answers::answers(view)),
        Place::Outcome => ("outcome", outcome::outcome(view)),
        Place::Library => ("library", library::library(view)),
    };
    tag("div.widget")
        .with(tag("div").key("header").with(header(view)).with(notices(view)))
        .with(tag("div").key(key).node(screen))
        .with(tag("div").key("footer").with(footer(view)))
        .into()
}

/// The first state: from a share link, else from storage, else new.
fn begin() -> Session {
    let screener = Rc::new(data::screener().remembering());
    // Without a clock the day on which the list was published is the honest guess.
    let today = browser::today().or_else(|| huiqi_core::session::list_date(screener.dataset())).unwrap_or(Date::EPOCH);
    let link = browser::take_fragment().filter(|fragment| fragment.contains("s="));
    let state = resume(&screener, today, link.as_deref(), browser::kept().as_deref());
    let state = match browser::introduction() {
        Some(said) => step(&screener, &state, Action::Hear(said)),
        None => state,
    };
    Session { screener, state: Rc::new(state) }
}

/// Where actions go; after typing has paused, what was typed is read.
#[hook]
fn use_actions(dispatcher: UseReducerDispatcher<Session>) -> Callback<Action> {
    let pause = use_mut_ref(|| None::<Timeout>);
    use_callback((), move |action: Action, ()| {
        let typed = matches!(action, Action::Type(..));
        let beside = matches!(action, Action::Hear(_) | Action::Screen);
        dispatcher.dispatch(action);
        if beside {
            return; // what the visitor is typing is still read in its time
        }
        let settle = dispatcher.clone();
        // A timer that is dropped does not fire.
        *pause.borrow_mut() = typed.then(|| Timeout::new(PAUSE, move || settle.dispatch(Action::Settle)));
    })
}

/// Keeps the browser in step with the session.
#[hook]
fn use_browser(view: &View) {
    // Held until the next, whose address could be the same otherwise, and it would not be kept.
    use_effect_with(view.clone(), |view| browser::keep(&store(view.dataset(), &view.state)));

    let unscreened = matches!(view.state.place(), Place::Questions(_)) && view.state.screening.is_none();
    let act = view.act.clone();
    use_effect_with(unscreened, move |unscreened| {
        let timer = unscreened.then(|| browser::after_paint(move || act.emit(Action::Screen)));
        move || drop(timer)
    });

    use_effect_with(view.state.settings, |settings| browser::set_look(theme(settings.theme), settings.large));

    use_effect_with(view.act.clone(), |act| {
        let listeners = (browser::travelled(act.reform(Action::Go)), browser::heard(act.reform(Action::Hear)));
        move || drop(listeners)
    });

    let first = use_mut_ref(|| true);
    // A page that grows by an answer stays the same place: the focus stays where the visitor is.
    use_effect_with((view.state.trail.at(), discriminant(view.state.place())), move |(at, _)| {
        browser::arrive(*at);
        // On opening, the focus stays where the page that embeds the widget has it.
        if !std::mem::take(&mut *first.borrow_mut()) {
            browser::focus("screen-title");
        }
    });

    use_effect_with(view.state.refusals, |refusals| {
        if *refusals > 0 {
            browser::focus("errors");
        }
    });
}

/// A theme's name in the style sheet.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "device",
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::Contrast => "contrast",
    }
}

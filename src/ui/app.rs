//! The topmost component: it holds the visit, keeps it in storage, and follows the browser's history.

use super::frame::{foot, head, notices, shared, way};
use super::tag::{tag, Tag};
use super::text::frame;
use super::view::{Session, View};
use super::{answers, branch, firm, library, outcome, sheet, shortlist, start};
use crate::browser;
use crate::data;
use gloo_timers::callback::Timeout;
use huiqi_core::date::Date;
use huiqi_visit::{list_date, resume, step, store, Action, Place, State, Theme};
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
    whole(&view, is_unscreened(&view.state))
}

/// Does something that is shown still follow from what was answered before.
fn is_unscreened(state: &State) -> bool {
    state.stale || (state.reckoned.is_none() && state.place() != Place::Start)
}

/// A visit at a standstill, for HTML that is made when the widget is built.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn Still(props: &super::view::ViewProps) -> Html {
    whole(&props.view, false)
}

fn whole(view: &View, busy: bool) -> Html {
    let screen = match view.state.place() {
        Place::Start => start::start(view),
        Place::Firm(_) => firm::firm(view),
        Place::Shortlist => shortlist::shortlist(view),
        Place::Situations => shortlist::situations(view),
        Place::Branch(..) => branch::branch(view),
        Place::Outcome => outcome::outcome(view),
        Place::Sheet => sheet::sheet(view),
        Place::Answers => answers::answers(view),
        Place::Change(field) => branch::change(view, field),
        Place::Library => library::library(view),
    };
    // Each place is built anew: what stood under the finger on one is never taken for what stands there on the next.
    let key = format!("at-{}", view.state.trail.at());
    let prints = if view.state.place() == Place::Sheet { "sheet" } else { "screen" };
    tag("div.widget")
        .is("data-prints", prints)
        .says("aria-busy", busy)
        .with(tag("div").key("head").with(head(view)).with_some(shared(view)).with(notices(view)).with_some(way(view)))
        .with(tag("div").key(&key).node(screen))
        .with(tag("div").key("foot").with(foot(view)))
        .into()
}

/// Sending a form goes on, and never reloads the page.
pub fn going_on(view: &View) -> Callback<SubmitEvent> {
    view.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    })
}

/// The button that goes on. It does so itself: in a sandbox that allows no forms none is ever sent.
pub fn next(view: &View, words: &str) -> Tag {
    let on = view.act.reform(|event: MouseEvent| {
        event.prevent_default();
        Action::Next
    });
    tag("button.btn[type=submit][data-action=next]").on_click(on).text(words)
}

/// The first state: from a share link, else from storage, else new.
fn begin() -> Session {
    let screener = Rc::new(data::screener().remembering());
    // Without a clock the day on which the list was published is the honest guess.
    let today = browser::today().or_else(|| list_date(screener.dataset())).unwrap_or(Date::EPOCH);
    let state = resume(&screener, today, browser::take_fragment().as_deref(), browser::kept().as_deref());
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

/// Keeps the browser in step with the visit.
#[hook]
fn use_browser(view: &View) {
    // Held until the next, whose address could be the same otherwise, and it would not be kept.
    use_effect_with(view.clone(), |view| browser::keep(&store(view.dataset(), &view.state)));

    let state = &view.state;
    let unscreened = is_unscreened(state);
    let act = view.act.clone();
    // After an answer the tap is painted first, and what follows from it then.
    use_effect_with((unscreened, Rc::as_ptr(&view.state) as usize), move |(unscreened, _)| {
        let timer = unscreened.then(|| browser::after_paint(move || act.emit(Action::Screen)));
        move || drop(timer)
    });

    use_effect_with(view.state.settings, |settings| browser::set_look(theme(settings.theme), settings.large));

    use_effect_with(view.act.clone(), |act| {
        let listeners = (browser::travelled(act.reform(Action::Go)), browser::heard(act.reform(Action::Hear)));
        move || drop(listeners)
    });

    let first = use_mut_ref(|| true);
    let mode = frame::name(view.mode(), view.year());
    // A page that grows by an answer stays the same place: the focus stays where the visitor is.
    use_effect_with((view.state.trail.at(), view.state.place(), mode), move |(at, _, mode)| {
        browser::arrive(*at);
        browser::set_title(|screen| frame::title(screen, mode));
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

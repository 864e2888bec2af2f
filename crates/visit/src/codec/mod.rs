//! A visit as text: the share link carries what was answered, the storage of the browser the whole visit. Only letters that
//! survive every chat app and need no escaping: `A-Z a-z 0-9 - _ . ! ~ *`.
//!
//! `s=2&d=VERSION&r=DAY&g=…&a=…`: the situations and the answers by short codes made of the ids (`code`), so that a link of
//! an older list still says the same. The storage adds what a link must not carry, since it could be words of a stranger's:
//! what was typed, what is searched for, how it looks. Former links (`s=1`, ids in full) still open.

mod answers;
mod code;
mod former;
mod kept;
mod text;
mod value;

use crate::place::Place;
use crate::reckon::reckoned;
use crate::state::{Notice, State};
use crate::typing::settled;
use huiqi_core::dataset::Dataset;
use huiqi_core::date::Date;
use huiqi_core::screening::Screener;
use std::rc::Rc;

/// The part of a share link behind `#`.
pub fn link(dataset: &Dataset, state: &State) -> String {
    let mut out = ["s=2&d=", &text::escaped(&dataset.version)].concat();
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(name);
            out.push_str(value);
        }
    };
    put("&r=", &state.day.map(|day| day.to_string()).unwrap_or_default());
    put("&g=", &answers::write_gates(dataset, &state.gates));
    put("&a=", &answers::write(dataset, state));
    out
}

/// The whole visit, for the storage of the browser; of another's that is shown, one's own beside it.
pub fn store(dataset: &Dataset, state: &State) -> String {
    match &state.own {
        Some(own) => [&store(dataset, own), "&v=", &text::escaped(&link(dataset, state))].concat(),
        None => link(dataset, state) + &kept::write(dataset, state),
    }
}

/// The visit that is gone on with: what was kept, else a new one; beside it, read-only, that of a link which was followed. A
/// link that cannot be read takes nothing of what was kept, and what was kept and cannot be read is none of the visitor's
/// business.
pub fn resume(screener: &Screener, today: Date, link: Option<&str>, kept: Option<&str>) -> State {
    let own =
        kept.filter(|kept| is_visit(kept)).map_or_else(|| State::new(today), |kept| restore(screener, today, kept));
    let shown = kept.and_then(|kept| part(kept, "v")).map(text::unescaped);
    match link.map(str::to_owned).or(shown) {
        Some(link) => follow(screener, &own, &link),
        None => own,
    }
}

/// Shows what a link carries, read-only, beside one's own visit.
pub fn follow(screener: &Screener, state: &State, link: &str) -> State {
    let own = state.own.clone().unwrap_or_else(|| Rc::new(state.clone()));
    let link = text::decoded(link.trim_start_matches('#'));
    if !is_visit(&link) {
        let mut state = state.clone();
        state.notices.push(Notice::DamagedLink);
        return state;
    }
    let mut shared = read(screener.dataset(), own.today, &link);
    shared.settings = own.settings;
    shared.chosen = own.chosen;
    shared.own = Some(own);
    shared.trail.push(Place::Outcome);
    reckoned(screener, shared)
}

/// A visit from storage. What cannot be read is told in the notices; the rest is kept.
pub fn restore(screener: &Screener, today: Date, stored: &str) -> State {
    let mut state = read(screener.dataset(), today, stored);
    kept::read(screener.dataset(), &mut state, stored);
    if state.place() == Place::Start && state.opened.is_empty() {
        return state;
    }
    reckoned(screener, settled(screener.dataset(), state))
}

/// Whether a text is a visit at all, in one of the forms that there were.
fn is_visit(text: &str) -> bool {
    matches!(part(text, "s"), Some("1" | "2"))
}

/// The value of a named part.
fn part<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut parts = text.trim_start_matches('#').split('&').filter_map(|part| part.split_once('='));
    parts.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Whether a text may be shown as the name of a version: a link must not put words of its own onto the page.
fn is_version(text: &str) -> bool {
    text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
}

/// What a link carries: version, judged day, situations and answers.
fn read(dataset: &Dataset, today: Date, text: &str) -> State {
    let mut state = State::new(today);
    match part(text, "d").map(text::unescaped) {
        Some(version) if version == dataset.version => {}
        other => state.notices.push(Notice::OtherVersion(other.filter(|name| is_version(name)).unwrap_or_default())),
    }
    let given = part(text, "a").unwrap_or_default();
    let mut dropped = if part(text, "s") == Some("1") {
        former::read(dataset, &mut state, given)
    } else {
        // A former link always had a day, chosen or not; only now does one say that it was chosen.
        state.day = part(text, "r").and_then(|day| day.parse().ok());
        answers::read(dataset, &mut state, given)
    };
    dropped.unknown += usize::from(part(text, "r").is_some_and(|day| day.parse::<Date>().is_err()));
    dropped.unknown += answers::read_gates(dataset, &mut state, part(text, "g").unwrap_or_default());
    if dropped.unknown > 0 || !dropped.questions.is_empty() {
        state.notices.push(Notice::Dropped(dropped.questions, dropped.unknown));
    }
    state
}

/// What of a link or of storage could not be used.
#[derive(Debug, Default)]
struct Dropped {
    /// Known questions whose answer makes no sense any more.
    questions: Vec<u16>,
    /// Others.
    unknown: usize,
}

//! A visit as text: the share link carries date and answers, the storage of the browser the whole visit. Only letters
//! that survive every chat app and need no escaping: `A-Z a-z 0-9 - _ . ! ~ *`.
//!
//! `s=1&d=VERSION&r=2020-07-15&a=…`, answers `ID-VALUE` joined by `~`: yes `1`, no `0`, 不清楚 empty, a value by its id,
//! members `a.b` (`a.b-c`: only `c` is known not to hold), `35_5` for 35.5, `20.299` for a range, `20200601` for a day,
//! a row `!ID-VALUE*ID-VALUE`. Ids are never used again for something else, so old links stay readable.

mod answers;
mod shown;
mod text;

use super::{Action, Draft, Field, Notice, Place, Scale, Settings, State, Theme, Trail};
use crate::dataset::Dataset;
use crate::date::Date;
use crate::profile::Profile;
use crate::screening::Screener;
use std::fmt::Write;

/// The part of a share link behind `#`.
pub fn link(dataset: &Dataset, state: &State) -> String {
    let mut out = format!("s=1&d={}&r={}", text::escaped(&dataset.version), state.reference_date);
    let answers = answers::write(dataset, &state.profile);
    if !answers.is_empty() {
        out.push_str("&a=");
        out.push_str(&answers);
    }
    out
}

/// The whole visit, for the storage of the browser.
pub fn store(dataset: &Dataset, state: &State) -> String {
    let mut out = link(dataset, state);
    // Writing to a `String` cannot fail.
    let _ = write!(out, "&n={}&t=", state.trail.at());
    let places: Vec<String> = state.trail.places().iter().map(|place| written_place(dataset, place)).collect();
    out.push_str(&places.join("~"));
    let Settings { theme, large } = state.settings;
    let _ = write!(
        out,
        "&m={}{}",
        Theme::ALL.iter().position(|other| *other == theme).unwrap_or(0),
        if large { "l" } else { "" }
    );
    if !state.opened.is_empty() {
        let _ = write!(out, "&o={}", shown::write_opened(dataset, state));
    }
    if state.filter != super::Filter::default() {
        let _ = write!(out, "&l={}", shown::write_filter(&state.filter));
    }
    for (field, draft) in state.drafts.iter() {
        if let Some(question) = dataset.questions.get(usize::from(field.question)) {
            let row = field.row.map_or(String::new(), |(row, column)| format!(".{row}.{column}"));
            let sign = sign(draft.scale, draft.unread);
            let _ = write!(out, "&f={}{row}-{sign}{}", question.id, text::escaped(&draft.text));
        }
    }
    out
}

/// The visit that is gone on with: that of the link which was followed, else what was kept, else a new one. A link that
/// cannot be read takes nothing of what was kept, and what was kept and cannot be read is none of the visitor's business.
pub fn resume(screener: &Screener, today: Date, link: Option<&str>, kept: Option<&str>) -> State {
    let whole = link.filter(|link| is_visit(link));
    let readable = whole.or(kept.filter(|kept| is_visit(kept)));
    let mut state = readable.map_or_else(|| State::new(today), |text| restore(screener, today, text));
    if link.is_some() && whole.is_none() {
        state.notices.push(Notice::DamagedLink);
    }
    state
}

/// Whether a text is a visit at all, in the first form that there was.
fn is_visit(text: &str) -> bool {
    text.trim_start_matches('#').split('&').find(|part| part.starts_with("s=")) == Some("s=1")
}

/// Whether a text may be shown as the name of a version: a link must not put words of its own onto the page.
fn is_version(text: &str) -> bool {
    text.len() <= 20
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase() || byte == b'.' || byte == b'-')
}

/// A visit from a share link or from storage. What cannot be read is told in the notices; the rest is kept.
pub fn restore(screener: &Screener, today: Date, stored: &str) -> State {
    let dataset = screener.dataset();
    let mut state = State::new(today);
    let stored = stored.trim_start_matches('#');
    let parts: Vec<(&str, &str)> = stored.split('&').filter_map(|part| part.split_once('=')).collect();
    let part = |name: &str| parts.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    if !is_visit(stored) {
        state.notices.push(Notice::DamagedLink);
        return state;
    }
    match part("d").map(text::unescaped) {
        Some(version) if version == dataset.version => {}
        other => state.notices.push(Notice::OtherVersion(other.filter(|name| is_version(name)).unwrap_or_default())),
    }
    match part("r").map(str::parse) {
        Some(Ok(date)) => state.reference_date = date,
        None => {}
        Some(Err(_)) => state.notices.push(Notice::BadDate),
    }
    let (input, malformed) = answers::read(dataset, part("a").unwrap_or_default());
    let (profile, problems) = Profile::read(dataset, &input);
    state.profile = profile;
    let mut dropped: Vec<&str> = problems.iter().filter_map(|problem| problem.question.split('[').next()).collect();
    // What is wrong with one answer stands together.
    dropped.dedup();
    if malformed + dropped.len() > 0 {
        state.notices.push(Notice::Dropped(malformed + dropped.len()));
    }
    if let Some(settings) = part("m") {
        state.settings = read_settings(settings);
    }
    for (_, draft) in parts.iter().filter(|(key, _)| *key == "f") {
        if let Some((field, draft)) = read_draft(dataset, draft) {
            state.drafts.put(field, draft);
        }
    }
    match part("t").and_then(|places| read_trail(dataset, places, part("n"))) {
        Some(trail) => state.trail = trail,
        None if !state.profile.is_empty() => state.trail.push(Place::Outcome),
        None => {}
    }
    if let Some(filter) = part("l") {
        state.filter = shown::read_filter(dataset, filter);
    }
    let opened = part("o").unwrap_or_default();
    if *state.place() == Place::Start && opened.is_empty() {
        return state;
    }
    let state = super::step(screener, &state.screened(screener), Action::Settle);
    shown::open(screener, state, opened)
}

fn written_place(dataset: &Dataset, place: &Place) -> String {
    let ids = |questions: &[u16]| {
        let ids = questions.iter().filter_map(|question| dataset.questions.get(usize::from(*question)));
        ids.map(|question| question.id.as_str()).collect::<Vec<_>>().join(".")
    };
    match place {
        Place::Start => "s".to_owned(),
        Place::Questions(questions) => format!("q.{}", ids(questions)),
        Place::Change(question) => format!("c.{}", ids(&[*question])),
        Place::Answers => "a".to_owned(),
        Place::Outcome => "o".to_owned(),
        Place::Library => "l".to_owned(),
    }
}

fn read_place(dataset: &Dataset, text: &str) -> Option<Place> {
    let mut parts = text.split('.');
    let name = parts.next()?;
    let questions: Vec<u16> = parts.filter_map(|id| u16::try_from(dataset.question(id)?).ok()).collect();
    match (name, questions.as_slice()) {
        ("s", _) => Some(Place::Start),
        ("q", [_, ..]) => Some(Place::Questions(questions.into())),
        ("c", [question]) => Some(Place::Change(*question)),
        ("a", _) => Some(Place::Answers),
        ("o", _) => Some(Place::Outcome),
        ("l", _) => Some(Place::Library),
        _ => None,
    }
}

/// Reads a trail; with a place that cannot be read the numbers no longer fit the browser's, so the last one is shown.
fn read_trail(dataset: &Dataset, text: &str, at: Option<&str>) -> Option<Trail> {
    let places: Vec<Place> = text.split('~').filter_map(|place| read_place(dataset, place)).collect();
    Trail::new(places, at.and_then(|at| at.parse().ok()).unwrap_or(usize::MAX))
}

fn read_settings(text: &str) -> Settings {
    let theme = text.get(..1).and_then(|digit| digit.parse::<usize>().ok()).and_then(|at| Theme::ALL.get(at));
    Settings { theme: theme.copied().unwrap_or_default(), large: text.ends_with('l') }
}

/// Scale of what was typed; a capital where it has been read, since what was done later must not be undone by reading it
/// again.
fn sign(scale: Scale, unread: bool) -> char {
    match (scale, unread) {
        (Scale::Yuan, true) => 'y',
        (Scale::Yuan, false) => 'Y',
        (Scale::TenThousand, true) => 'w',
        (Scale::TenThousand, false) => 'W',
    }
}

fn read_draft(dataset: &Dataset, text: &str) -> Option<(Field, Draft)> {
    let (place, draft) = text.split_once('-')?;
    let mut parts = place.split('.');
    let question = u16::try_from(dataset.question(parts.next()?)?).ok()?;
    let row = match (parts.next(), parts.next()) {
        (Some(row), Some(column)) => Some((row.parse().ok()?, column.parse().ok()?)),
        _ => None,
    };
    let scale = if draft.starts_with(['w', 'W']) { Scale::TenThousand } else { Scale::Yuan };
    let unread = !draft.starts_with(['W', 'Y']);
    let text = text::unescaped(draft.get(1..)?);
    Some((Field { question, row }, Draft { text, scale, left: true, unread }))
}

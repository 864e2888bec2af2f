//! What the storage keeps beside what a link carries: where the visitor is and was, what was typed, who said what, how it
//! looks, what stands open. A link never carries any of it.

use super::answers::{read_questions, write_questions};
use super::{part, text};
use crate::draft::{Draft, Scale};
use crate::part::Field;
use crate::place::{Place, Trail};
use crate::state::{Filter, Settings, State, Theme};
use huiqi_core::dataset::{Dataset, Kind, Status};
use std::fmt::Write;

/// Writes it.
pub fn write(dataset: &Dataset, state: &State) -> String {
    let places: Vec<String> = state.trail.places().iter().map(|place| place_text(dataset, *place)).collect();
    let mut out = format!("&n={}&t={}", state.trail.at(), places.join("~"));
    let Settings { theme, large } = state.settings;
    let theme = Theme::ALL.iter().position(|other| *other == theme).unwrap_or(0);
    let chosen = u8::from(state.chosen.day) + 2 * u8::from(state.chosen.look);
    // Writing to a `String` cannot fail.
    let _ = write!(out, "&m={theme}{}{chosen}", if large { "l" } else { "" });
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(name);
            out.push_str(value);
        }
    };
    put("&w=", &write_questions(dataset, &state.told));
    put("&x=", &write_questions(dataset, &state.touched));
    let opened: Vec<&str> =
        state.opened.iter().filter_map(|item| Some(dataset.visit.items.get(usize::from(*item))?.id(dataset))).collect();
    put("&o=", &opened.join("~"));
    if state.filter != Filter::default() {
        put("&l=", &filter_text(&state.filter));
    }
    for (field, draft) in state.drafts.iter() {
        if let Some(question) = dataset.questions.get(usize::from(field.question)) {
            put("&f=", &[&question.id, &row_text(field), "-", sign(draft), &text::escaped(&draft.text)].concat());
        }
    }
    out
}

/// Reads it into a visit; what cannot be read is left as in a new one.
pub fn read(dataset: &Dataset, state: &mut State, stored: &str) {
    if let Some(look) = part(stored, "m") {
        let theme = look.get(..1).and_then(|digit| digit.parse::<usize>().ok()).and_then(|at| Theme::ALL.get(at));
        state.settings = Settings { theme: theme.copied().unwrap_or_default(), large: look.contains('l') };
        let chosen = look.get(1..).and_then(|rest| rest.trim_start_matches('l').parse::<u8>().ok()).unwrap_or(0);
        (state.chosen.day, state.chosen.look) = (chosen & 1 != 0, chosen & 2 != 0);
    }
    state.told = read_questions(dataset, part(stored, "w").unwrap_or_default());
    state.touched = read_questions(dataset, part(stored, "x").unwrap_or_default());
    for id in part(stored, "o").unwrap_or_default().split('~') {
        let item = dataset.visit.items.iter().position(|item| item.id(dataset) == id);
        if let Some(item) = item.and_then(|item| u16::try_from(item).ok()) {
            if let Err(at) = state.opened.binary_search(&item) {
                state.opened.insert(at, item);
            }
        }
    }
    if let Some(filter) = part(stored, "l") {
        state.filter = read_filter(dataset, filter);
    }
    for piece in stored.split('&').filter_map(|piece| piece.strip_prefix("f=")) {
        if let Some((field, draft)) = read_draft(dataset, piece) {
            state.drafts.put(field, draft);
        }
    }
    let at = part(stored, "n").and_then(|at| at.parse().ok()).unwrap_or(usize::MAX);
    let places =
        part(stored, "t").unwrap_or_default().split('~').filter_map(|place| read_place(dataset, place)).collect();
    match Trail::new(places, at) {
        Some(trail) => state.trail = trail,
        None if !state.profile.is_empty() => state.trail.push(Place::Outcome),
        None => {}
    }
}

fn row_text(field: Field) -> String {
    field.row.map_or(String::new(), |(row, column)| format!(".{row}.{column}"))
}

fn place_text(dataset: &Dataset, place: Place) -> String {
    match place {
        Place::Start => "s".to_owned(),
        Place::Firm(at) => format!("w.{at}"),
        Place::Shortlist => "n".to_owned(),
        Place::Situations => "g".to_owned(),
        Place::Branch(gate, at) => {
            let id = dataset.visit.gates.get(usize::from(gate)).map(|gate| gate.id.as_str());
            format!("b.{}.{at}", id.unwrap_or_default())
        }
        Place::Outcome => "o".to_owned(),
        Place::Sheet => "p".to_owned(),
        Place::Answers => "a".to_owned(),
        Place::Change(field) => {
            let id = dataset.questions.get(usize::from(field.question)).map(|question| question.id.as_str());
            ["c.", id.unwrap_or_default(), &row_text(field)].concat()
        }
        Place::Library => "l".to_owned(),
    }
}

fn read_place(dataset: &Dataset, text: &str) -> Option<Place> {
    let mut parts = text.split('.');
    let name = parts.next()?;
    let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(0);
    match name {
        "s" => Some(Place::Start),
        "w" => Some(Place::Firm(number(parts.next()))),
        "n" => Some(Place::Shortlist),
        "g" => Some(Place::Situations),
        "b" => {
            let id = parts.next()?;
            let gate = dataset.visit.gates.iter().position(|gate| gate.id == id)?;
            Some(Place::Branch(u8::try_from(gate).ok()?, number(parts.next())))
        }
        "o" => Some(Place::Outcome),
        "p" => Some(Place::Sheet),
        "a" => Some(Place::Answers),
        "c" => Some(Place::Change(read_field(dataset, text.get(2..)?)?)),
        "l" => Some(Place::Library),
        _ => None,
    }
}

fn read_field(dataset: &Dataset, text: &str) -> Option<Field> {
    let mut parts = text.split('.');
    let question = u16::try_from(dataset.question(parts.next()?)?).ok()?;
    let row = match (parts.next(), parts.next()) {
        (Some(row), Some(column)) => Some((row.parse().ok()?, column.parse().ok()?)),
        _ => None,
    };
    Some(Field { question, row })
}

/// Scale of what was typed; a capital where it has been read, since what was done later must not be undone by reading it
/// again.
fn sign(draft: &Draft) -> &'static str {
    match (draft.scale, draft.unread) {
        (Scale::Yuan, true) => "y",
        (Scale::Yuan, false) => "Y",
        (Scale::TenThousand, true) => "w",
        (Scale::TenThousand, false) => "W",
    }
}

fn read_draft(dataset: &Dataset, text: &str) -> Option<(Field, Draft)> {
    let (place, draft) = text.split_once('-')?;
    let field = read_field(dataset, place)?;
    let scale = if draft.starts_with(['w', 'W']) { Scale::TenThousand } else { Scale::Yuan };
    let unread = !draft.starts_with(['W', 'Y']);
    Some((field, Draft { text: text::unescaped(draft.get(1..)?), scale, left: true, unread }))
}

/// Words, flags, office, kind and period, joined by `~`; each choice by its place in the list of all.
fn filter_text(filter: &Filter) -> String {
    let at = |place: Option<usize>| place.map_or(String::new(), |place| place.to_string());
    let flags =
        [filter.by_document, filter.money, filter.undated, filter.mine].map(|flag| if flag { "1" } else { "0" });
    [
        text::escaped(&filter.words),
        flags.concat(),
        at(filter.agency.map(usize::from)),
        at(filter.kind.and_then(|kind| Kind::ALL.iter().position(|other| *other == kind))),
        at(filter.status.and_then(|status| Status::ALL.iter().position(|other| *other == status))),
    ]
    .join("~")
}

fn read_filter(dataset: &Dataset, text: &str) -> Filter {
    let mut parts = text.split('~');
    let words = text::unescaped(parts.next().unwrap_or_default());
    let flags = parts.next().unwrap_or_default().as_bytes();
    let flag = |at: usize| flags.get(at) == Some(&b'1');
    let mut number = || parts.next().and_then(|place| place.parse::<usize>().ok());
    Filter {
        words,
        by_document: flag(0),
        money: flag(1),
        undated: flag(2),
        mine: flag(3),
        agency: number().filter(|at| *at < dataset.agencies.len()).and_then(|at| u8::try_from(at).ok()),
        kind: number().and_then(|at| Kind::ALL.get(at).copied()),
        status: number().and_then(|at| Status::ALL.get(at).copied()),
    }
}

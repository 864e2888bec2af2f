//! From one state and one action to the next state. Nothing else changes a state.

mod go;
mod host;

use crate::action::Action;
use crate::answering;
use crate::cards::card_rows;
use crate::codec;
use crate::place::Place;
use crate::reckon::reckoned;
use crate::state::State;
use crate::typing;
use huiqi_core::screening::Screener;
use std::rc::Rc;

/// What follows from an action.
pub fn step(screener: &Screener, state: &State, action: Action) -> State {
    ordered(after(screener, state, action))
}

/// Keeps the order of the cards while the visitor is at them.
fn ordered(mut state: State) -> State {
    match &state.reckoned {
        _ if state.place() != Place::Outcome => state.order.clear(),
        Some(reckoned) if state.order.is_empty() && !state.stale => {
            state.order = card_rows(reckoned).iter().map(|row| row.item).collect();
        }
        Some(_) | None => {}
    }
    state
}

fn after(screener: &Screener, state: &State, action: Action) -> State {
    let dataset = screener.dataset();
    if state.is_shared() && changes_answers(&action) {
        return state.clone();
    }
    let mut next = state.clone();
    match action {
        Action::Next => return go::next(screener, marked(state, typing::settled(dataset, next))),
        Action::Open(place) => return go::open(screener, marked(state, typing::settled(dataset, next)), place),
        Action::Back => next.trail.back(),
        Action::Go(at) => next.trail.go(at),
        Action::Give(part, answer) => answering::give(dataset, &mut next, part, answer),
        Action::Tick(part, member, holds) => answering::tick(dataset, &mut next, part, member, holds),
        Action::Unclear(part) => answering::unclear(dataset, &mut next, part),
        Action::Situation(gate, open) => answering::situation(dataset, &mut next, gate, open),
        Action::Type(field, text) => typing::write(dataset, &mut next, field, |draft| {
            draft.text = text;
            draft.unread = true;
        }),
        Action::Count(field, scale) => {
            typing::write(dataset, &mut next, field, |draft| {
                draft.scale = scale;
                draft.unread = true;
            });
            next = typing::settled(dataset, next);
        }
        Action::Settle => next = typing::settled(dataset, next),
        Action::Leave(field) => {
            if let Some(draft) = next.drafts.get_mut(field) {
                draft.left = true;
            }
            next = typing::settled(dataset, next);
        }
        Action::AddRow(question) => answering::add_row(dataset, &mut next, question),
        Action::RemoveRow(question, row) => answering::remove_row(&mut next, question, row),
        Action::Undo => {
            if let Some(before) = state.undo.clone() {
                // What was taken back comes back; where the visitor is stays.
                next = State { trail: next.trail, settings: next.settings, ..(*before).clone() };
            }
        }
        Action::Screen => return reckoned(screener, next),
        Action::Today(day) => {
            next.day = day;
            next.chosen.day = true;
        }
        Action::Toggle(item) => toggle(&mut next.opened, item),
        Action::Look(filter) => next.filter = filter,
        Action::Set(settings) => {
            next.settings = settings;
            next.chosen.look = true;
        }
        Action::Hear(said) => host::hear(dataset, &mut next, &said),
        Action::Follow(link) => return codec::follow(screener, state, &link),
        Action::Own => return own(screener, state),
        Action::Adopt => next.own = None,
        Action::Dismiss => next.notices.clear(),
        Action::Clear => next = cleared(state),
    }
    marked(state, next)
}

/// Does the action change nothing: most fields that are left have nothing new in them.
pub fn is_idle(state: &State, action: &Action) -> bool {
    let is_read = || state.drafts.iter().all(|(_, draft)| !draft.unread);
    (*action == Action::Settle && is_read())
        || (*action == Action::Screen && state.reckoned.is_some() && !state.stale)
        || matches!(action, Action::Leave(field)
            if is_read() && state.drafts.get(*field).is_none_or(|draft| draft.left))
}

/// Would the action change answers: what another shared is only shown.
fn changes_answers(action: &Action) -> bool {
    match action {
        Action::Give(..)
        | Action::Tick(..)
        | Action::Unclear(_)
        | Action::Situation(..)
        | Action::Type(..)
        | Action::Count(..)
        | Action::Settle
        | Action::Leave(_)
        | Action::AddRow(_)
        | Action::RemoveRow(..)
        | Action::Undo
        | Action::Hear(_)
        | Action::Clear => true,
        Action::Next
        | Action::Open(_)
        | Action::Back
        | Action::Go(_)
        | Action::Screen
        | Action::Today(_)
        | Action::Toggle(_)
        | Action::Look(_)
        | Action::Set(_)
        | Action::Follow(_)
        | Action::Own
        | Action::Adopt
        | Action::Dismiss => false,
    }
}

/// Marks what it comes to as worked out before, where what it rests on has changed.
fn marked(before: &State, mut after: State) -> State {
    let same = after.profile == before.profile
        && after.unclear == before.unclear
        && after.gates == before.gates
        && after.day == before.day;
    after.stale |= !same;
    after
}

fn toggle(opened: &mut Vec<u16>, item: u16) {
    match opened.binary_search(&item) {
        Ok(at) => drop(opened.remove(at)),
        Err(at) => opened.insert(at, item),
    }
}

/// One's own visit, where another's was shown.
fn own(screener: &Screener, state: &State) -> State {
    match &state.own {
        Some(own) => {
            let own = State { settings: state.settings, chosen: state.chosen, ..(**own).clone() };
            reckoned(screener, own)
        }
        None => state.clone(),
    }
}

/// Nothing said; how it looks and the judged day stay, and it can be taken back.
fn cleared(state: &State) -> State {
    let before = State { undo: None, ..state.clone() };
    State {
        settings: state.settings,
        chosen: state.chosen,
        day: state.day,
        undo: Some(Rc::new(before)),
        ..State::new(state.today)
    }
}

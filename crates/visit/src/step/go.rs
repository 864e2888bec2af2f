//! From screen to screen.

use crate::part::Field;
use crate::place::Place;
use crate::plan::{chapter, chapters, gate_taps, who};
use crate::reckon::reckoned;
use crate::reckoned::Reckoned;
use crate::state::State;
use crate::typing;
use huiqi_core::screening::Screener;
use std::rc::Rc;

/// Goes to a place.
pub fn open(screener: &Screener, state: State, place: Place) -> State {
    let mut state = match place {
        Place::Start | Place::Library => state,
        // The first page is shown before anything is screened.
        Place::Firm(_) if state.profile.is_empty() => state,
        Place::Firm(_)
        | Place::Shortlist
        | Place::Situations
        | Place::Branch(..)
        | Place::Outcome
        | Place::Sheet
        | Place::Answers
        | Place::Change(_) => reckoned(screener, state),
    };
    state.trail.push(place);
    state
}

/// On from where the visitor is; stays where something typed cannot be used.
pub fn next(screener: &Screener, mut state: State) -> State {
    let dataset = screener.dataset();
    let place = state.place();
    if place == Place::Start {
        return open(screener, state, Place::Firm(0));
    }
    state = reckoned(screener, state);
    let Some(known) = state.reckoned.clone() else { return state };
    let shown = shown(screener, &state, &known);
    if typing::refuse(dataset, &mut state, &shown) > 0 {
        state.refusals += 1;
        return state;
    }
    let to = match place {
        Place::Start => Place::Firm(0),
        Place::Firm(at) => after_firm(screener, &state, at),
        Place::Shortlist => Place::Situations,
        Place::Situations => chapter_after(screener, &state, &known, None),
        Place::Branch(gate, at) => after_branch(screener, &state, &known, gate, at),
        Place::Outcome => Place::Sheet,
        Place::Answers => Place::Outcome,
        Place::Sheet | Place::Change(_) | Place::Library => {
            state.trail.back();
            return state;
        }
    };
    open(screener, state, to)
}

/// Questions whose fields stand on the screen.
fn shown(screener: &Screener, state: &State, known: &Rc<Reckoned>) -> Vec<u16> {
    match state.place() {
        Place::Firm(_) => who(screener, state, Some(known)).iter().map(|part| part.field.question).collect(),
        Place::Branch(gate, _) => {
            chapter(screener.dataset(), state, known, gate).iter().map(|part| part.field.question).collect()
        }
        Place::Change(Field { question, .. }) => vec![question],
        Place::Start
        | Place::Shortlist
        | Place::Situations
        | Place::Outcome
        | Place::Sheet
        | Place::Answers
        | Place::Library => Vec::new(),
    }
}

fn after_firm(screener: &Screener, state: &State, at: u8) -> Place {
    let asked = who(screener, state, state.reckoned.as_deref()).len();
    if state.settings.large && usize::from(at) + 1 < asked {
        Place::Firm(at + 1)
    } else {
        Place::Shortlist
    }
}

fn after_branch(screener: &Screener, state: &State, known: &Reckoned, gate: u8, at: u8) -> Place {
    if state.settings.large && usize::from(at) + 1 < chapter(screener.dataset(), state, known, gate).len() {
        return Place::Branch(gate, at + 1);
    }
    chapter_after(screener, state, known, Some(gate))
}

/// The next chapter that still asks something, in the order of the chapters; after the last one the outcome.
fn chapter_after(screener: &Screener, state: &State, known: &Reckoned, gate: Option<u8>) -> Place {
    let after = gate.map(|gate| known.layout.rank(gate));
    let asks = |other: &u8| {
        after.is_none_or(|after| known.layout.rank(*other) > after)
            && gate_taps(screener.dataset(), state, known, *other) > 0
    };
    chapters(screener.dataset(), state, known)
        .into_iter()
        .find(asks)
        .map_or(Place::Outcome, |gate| Place::Branch(gate, 0))
}

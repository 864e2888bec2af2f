//! From one state and one action to the next state. Nothing else changes a state.

use super::edit::{add_row, members, remove_row, rest_unknown, tick};
use super::field::default_scale;
use super::{page, Action, Definite, Draft, Field, Place, Scale, State};
use crate::dataset::{Dataset, Shape};
use crate::decimal::{over, times};
use crate::profile::Answer;
use crate::screening::Screener;
use std::rc::Rc;

/// What follows from an action.
pub fn step(screener: &Screener, state: &State, action: Action) -> State {
    let dataset = screener.dataset();
    let mut next = state.clone();
    match action {
        Action::Ask => return ask(screener, next),
        Action::Next => return go_on(screener, next),
        Action::NextWithNone => return go_on(screener, with_none(screener, next)),
        Action::Open(place) => return open(screener, next, place),
        Action::Back => next.trail.back(),
        Action::Go(at) => next.trail.go(at),
        Action::Give(field, answer) => {
            next.drafts.forget(field);
            field.give(&mut next.profile, answer);
            return answered(screener, state, next);
        }
        Action::Tick(field, member, holds) => {
            tick(dataset, &mut next, field, member, holds);
            return answered(screener, state, next);
        }
        Action::RestUnknown(field, unknown) => {
            rest_unknown(dataset, &mut next, field, unknown);
            return answered(screener, state, next);
        }
        Action::Type(field, text) => write(dataset, &mut next, field, |draft| {
            draft.text = text;
            draft.unread = true;
        }),
        Action::Count(field, scale) => {
            write(dataset, &mut next, field, |draft| {
                draft.scale = scale;
                draft.unread = true;
            });
            return settled(screener, state, next);
        }
        Action::Settle => return settled(screener, state, next),
        Action::Screen => return ensure_screened(screener, next),
        Action::Leave(field) => {
            if let Some(draft) = next.drafts.get_mut(field) {
                draft.left = true;
            }
            return settled(screener, state, next);
        }
        Action::AddRow(question) => {
            add_row(dataset, &mut next, question);
            return answered(screener, state, next);
        }
        Action::RemoveRow(question, row) => {
            remove_row(&mut next, question, row);
            return answered(screener, state, next);
        }
        Action::ReferenceDate(text) => return refer(screener, next, text),
        Action::Toggle(clause) => toggle(&mut next, clause),
        Action::Look(filter) => next.filter = filter,
        Action::Hear(said) => return super::host::hear(screener, next, &said),
        Action::Set(settings) => next.settings = settings,
        Action::Dismiss => next.notices.clear(),
        Action::Clear => {
            next = State { settings: state.settings, reference_date: state.reference_date, ..State::new(state.today) };
        }
    }
    next
}

/// Does the action change nothing: most fields that are left have nothing new in them.
pub fn is_idle(state: &State, action: &Action) -> bool {
    let is_read = || state.drafts.iter().all(|(_, draft)| !draft.unread);
    let is_told = |field: Field| state.drafts.get(field).is_none_or(|draft| draft.left);
    (*action == Action::Settle && is_read())
        || (*action == Action::Screen && state.screening.is_some())
        || matches!(action, Action::Leave(field) if is_read() && is_told(*field))
}

/// Screens again if the answers changed; a page of questions grows by those that waited for the answer.
fn answered(screener: &Screener, before: &State, after: State) -> State {
    if after.profile == before.profile {
        return after;
    }
    let mut after = after.screened(screener);
    if let Place::Questions(page) = before.place() {
        // An answer may come before the first page is screened.
        let before = ensure_screened(screener, before.clone());
        let grown = page::grown(screener, &before, &after, page);
        after.trail.replace(Place::Questions(grown));
    }
    after
}

/// Reads what was typed and not yet read.
fn settled(screener: &Screener, before: &State, mut state: State) -> State {
    read_drafts(screener.dataset(), &mut state);
    answered(screener, before, state)
}

fn read_drafts(dataset: &Dataset, state: &mut State) {
    let unread: Vec<(Field, Draft)> =
        state.drafts.iter().filter(|(_, draft)| draft.unread).map(|(field, draft)| (field, draft.clone())).collect();
    for (field, draft) in unread {
        if let Some(question) = field.asked(dataset) {
            field.give(&mut state.profile, draft.read(question).unwrap_or(None));
        }
        if let Some(draft) = state.drafts.get_mut(field) {
            draft.unread = false;
        }
    }
}

fn ensure_screened(screener: &Screener, state: State) -> State {
    match state.screening {
        Some(_) => state,
        None => state.screened(screener),
    }
}

/// To the next questions, or to the outcome where none is open.
fn ask(screener: &Screener, mut state: State) -> State {
    let first = &screener.dataset().first_page;
    if state.profile.is_empty() && !first.is_empty() {
        state.trail.push(Place::Questions(first.as_slice().into()));
        return state;
    }
    let mut state = ensure_screened(screener, state);
    let page = state.screening.as_ref().and_then(|screening| page::next(screener, &state.profile, screening));
    state.trail.push(page.map_or(Place::Outcome, Place::Questions));
    state
}

/// Of the sets shown that are not answered nothing holds.
fn with_none(screener: &Screener, mut state: State) -> State {
    if let Place::Questions(page) = state.place() {
        for question in page::visible(screener, &state, page) {
            let field = Field::of(question);
            if let (None, Some(members)) = (field.answer(&state.profile), members(screener.dataset(), field)) {
                field.give(&mut state.profile, Some(Answer::members(0, members)));
            }
        }
    }
    state
}

/// On from the questions shown: to the outcome once all that is definite is settled. Stays where something typed cannot be
/// read.
fn go_on(screener: &Screener, mut state: State) -> State {
    read_drafts(screener.dataset(), &mut state);
    let shown: Vec<u16> = match state.place() {
        Place::Questions(page) => page.to_vec(),
        Place::Change(question) => vec![*question],
        Place::Start | Place::Answers | Place::Outcome | Place::Library => {
            return ask(screener, state.screened(screener))
        }
    };
    let problems = state.drafts.problems(screener.dataset(), &shown);
    if !problems.is_empty() {
        for (field, _) in problems {
            if let Some(draft) = state.drafts.get_mut(field) {
                draft.left = true;
            }
        }
        state.refusals += 1;
        return state.screened(screener);
    }
    if let Place::Change(_) = state.place() {
        state.trail.back();
        return state.screened(screener);
    }
    for question in page::visible(screener, &state, &shown) {
        if state.profile.get(usize::from(question)).is_none() {
            state.profile.set(usize::from(question), Some(Answer::Unknown));
        }
    }
    let state = state.screened(screener);
    match state.definite {
        Definite::Settled => open(screener, state, Place::Outcome),
        Definite::Open | Definite::Shown => ask(screener, state),
    }
}

fn open(screener: &Screener, state: State, place: Place) -> State {
    let mut state = match place {
        Place::Start => state,
        Place::Questions(_) | Place::Change(_) | Place::Answers | Place::Outcome | Place::Library => {
            ensure_screened(screener, settled(screener, &state.clone(), state))
        }
    };
    if place == Place::Outcome && state.definite == Definite::Settled {
        state.definite = Definite::Shown;
    }
    state.trail.push(place);
    state
}

/// Changes a field's draft; where there is none yet, one that shows the present answer.
fn write(dataset: &Dataset, state: &mut State, field: Field, change: impl FnOnce(&mut Draft)) {
    let Some(question) = field.asked(dataset) else { return };
    let scale = default_scale(question).unwrap_or(Scale::Yuan);
    let mut draft = state.drafts.get(field).cloned().unwrap_or_else(|| Draft {
        text: field.answer(&state.profile).and_then(|answer| shown(question, answer, scale)).unwrap_or_default(),
        scale,
        left: false,
        unread: false,
    });
    change(&mut draft);
    state.drafts.put(field, draft);
}

/// What a field shows for an answer that was not typed into it.
pub(super) fn shown(question: &crate::dataset::Question, answer: &Answer, scale: Scale) -> Option<String> {
    match (answer, &question.shape) {
        (Answer::Number(number), Shape::Number { percent: true, .. }) => {
            Some(times(*number, rust_decimal::Decimal::ONE_HUNDRED).normalize().to_string())
        }
        (Answer::Number(number), _) => Some(over(*number, scale.factor()).normalize().to_string()),
        (Answer::Date(date), _) => Some(date.to_string()),
        (Answer::Unknown | Answer::YesNo(_) | Answer::Choice(_) | Answer::Set { .. }, _)
        | (Answer::Range(..) | Answer::Rows(_), _) => None,
    }
}

fn refer(screener: &Screener, mut state: State, text: String) -> State {
    match super::read_date(&text) {
        Some(date) => {
            state.date_draft = None;
            if date != state.reference_date {
                state.reference_date = date;
                if state.screening.is_some() {
                    return state.screened(screener);
                }
            }
        }
        None => state.date_draft = Some(text),
    }
    state
}

/// Opens or closes a card; one that opens remembers which questions were open, so that they stay where they are while
/// they are answered.
fn toggle(state: &mut State, clause: u16) {
    if !state.opened.remove(clause) {
        let open = state.screening.as_ref().and_then(|screening| screening.clauses.get(usize::from(clause)));
        let open: Rc<[u16]> = open.map(|result| result.open.as_slice()).unwrap_or_default().into();
        state.opened.insert(clause, open);
    }
}

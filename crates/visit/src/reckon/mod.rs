//! What a visit comes to: each item with its word, its worth and what it waits for; worked out once a state. Screens are
//! made from it by `queries`.

mod clause;
mod condition;
mod item;
mod worth;

pub use condition::{conditions, count, explained, standing, Explained};
pub use worth::amount_reads;

use crate::layout::Layout;
use crate::mode::Mode;
use crate::reckoned::{Item, Reckoned};
use crate::state::State;
use huiqi_core::dataset::{Nature, Shape};
use huiqi_core::profile::Answer;
use huiqi_core::rules::{Space, VarId, VarSet};
use huiqi_core::screening::{Screener, Screening};
use std::rc::Rc;

/// What has been said of a variable that is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// A range: the exact figure may be given at the card.
    Roughly,
    /// 不清楚
    Unclear,
}

/// What is known, seen while items are worked out.
pub struct Known<'a> {
    /// The dataset, ready for screening.
    pub screener: &'a Screener,
    /// The visit.
    pub state: &'a State,
    /// What its answers leave possible.
    pub space: Space,
    /// What they get.
    pub screening: &'a Screening,
    /// Where what is asked.
    pub layout: &'a Layout,
    /// Situations that are open: tapped, or something behind them is answered.
    pub gates: Vec<u8>,
    /// 回查 or 现行.
    pub mode: Mode,
}

/// Works out what a visit comes to.
fn reckon(screener: &Screener, state: &State) -> Reckoned {
    let dataset = screener.dataset();
    let space = state.profile.space(dataset);
    let screening = screener.settle(&space, state.reference_date());
    let layout = Layout::new(dataset, state.trade(dataset));
    let gates = state.open_gates(dataset);
    let mode = state.mode(dataset);
    let known = Known { screener, state, space, screening: &screening, layout: &layout, gates, mode };
    let items: Vec<Item> = (0_u16..).zip(&dataset.visit.items).map(|(index, item)| known.item(index, item)).collect();
    let (wanted, wanted_who) = known.wanted();
    let tax = known.joint_tax(&items);
    let gates = known.gates;
    Reckoned { screening, layout, gates, mode, items, wanted, wanted_who, discretion: discretion(screener), tax }
}

/// What a visit comes to: as it is kept, else worked out now.
pub fn known(screener: &Screener, state: &State) -> Rc<Reckoned> {
    state.reckoned.clone().unwrap_or_else(|| Rc::new(reckon(screener, state)))
}

/// Works out what it comes to, unless that is known.
pub fn reckoned(screener: &Screener, mut state: State) -> State {
    if state.stale || state.reckoned.is_none() {
        state.reckoned = Some(Rc::new(reckon(screener, &state)));
        state.stale = false;
    }
    state
}

/// What only criteria read that the office decides.
fn discretion(screener: &Screener) -> VarSet {
    let (mut decided, mut known) = (VarSet::default(), VarSet::default());
    for (clause, of) in screener.dataset().clauses.iter().enumerate() {
        let needs = screener.needs(clause).map(|needs| needs.criteria.as_slice()).unwrap_or_default();
        for (criterion, read) in of.criteria.iter().zip(needs) {
            let set = if criterion.nature == Nature::Discretion { &mut decided } else { &mut known };
            set.extend(read);
        }
    }
    decided.iter().filter(|variable| !known.contains(*variable)).fold(VarSet::default(), |mut set, variable| {
        set.insert(variable);
        set
    })
}

impl Known<'_> {
    /// What has been said of an open variable.
    pub fn said(&self, variable: VarId) -> Said {
        let dataset = self.screener.dataset();
        let Some(of) = dataset.rules.variables.get(usize::from(variable)) else { return Said::Nothing };
        let Some(question) = dataset.questions.get(usize::from(of.question)) else { return Said::Nothing };
        let at = usize::from(variable.saturating_sub(question.variable));
        let Some(answer) = self.state.profile.get(usize::from(of.question)) else {
            return self.unclear_member(of.question, at);
        };
        match (answer, &question.shape) {
            (Answer::Unknown, _) => Said::Unclear,
            (Answer::Set { .. }, _) => self.unclear_member(of.question, at),
            (Answer::Rows(rows), Shape::Group { fields, .. }) => {
                let Some(at) = at.checked_sub(1) else { return Said::Nothing };
                let row = at.checked_div(fields.len()).and_then(|row| rows.get(row));
                match row.and_then(|row| row.get(at % fields.len().max(1))?.as_ref()) {
                    Some(Answer::Unknown) => Said::Unclear,
                    Some(_) => Said::Roughly,
                    None => Said::Nothing,
                }
            }
            _ => Said::Roughly,
        }
    }

    fn unclear_member(&self, question: u16, at: usize) -> Said {
        let unclear = self.state.unclear.get(question).copied().unwrap_or(0);
        match u32::try_from(at).ok().and_then(|at| unclear.checked_shr(at)) {
            Some(bits) if bits & 1 == 1 => Said::Unclear,
            _ => Said::Nothing,
        }
    }
}

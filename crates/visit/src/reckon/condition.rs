//! The conditions of a clause as they stand in a visit, and its formula where every number in it was said.

use super::{Known, Said};
use crate::layout::Slot;
use crate::reckoned::Reckoned;
use crate::row::{Word, Worth};
use crate::state::State;
use huiqi_core::dataset::Nature;
use huiqi_core::screening::Screener;

/// A condition as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// In plain words.
    pub text: String,
    /// Does it hold; `None` while open.
    pub holds: Option<bool>,
    /// Who decides it.
    pub nature: Nature,
    /// It is open, and only the office can tell, or the visitor does not know.
    pub ask: bool,
}

/// The conditions of a clause, of one that is refused only those that fail; and its formula, empty where a number in it would
/// be the limit of a question.
pub fn explained(
    screener: &Screener,
    state: &State,
    reckoned: &Reckoned,
    clause: u16,
) -> (Vec<Explained>, Vec<String>) {
    let dataset = screener.dataset();
    let known = again(screener, state, reckoned);
    let explanation = screener.explain(&state.profile, usize::from(clause));
    let is_asked = |question: u16| {
        let variables = (0_u16..).zip(&dataset.rules.variables).filter(|(_, of)| of.question == question);
        let open = variables.map(|(variable, _)| variable).filter(|variable| known.space.get(*variable).is_open());
        let mut open = open.peekable();
        open.peek().is_some()
            && open.all(|variable| known.said(variable) == Said::Unclear || known.layout.slot(variable) == Slot::Office)
    };
    let conditions = explanation
        .criteria
        .into_iter()
        .map(|criterion| Explained {
            ask: criterion.holds.is_none() && criterion.open.iter().all(|question| is_asked(*question)),
            text: criterion.text,
            holds: criterion.holds,
            nature: criterion.nature,
        })
        .collect();
    let formula = if known.rests_on_limits(&[clause]) { Vec::new() } else { explanation.formula };
    (conditions, formula)
}

/// The verdict word of a clause, and what it is worth alone as far as that is a figure.
pub fn standing(screener: &Screener, state: &State, reckoned: &Reckoned, clause: u16) -> (Word, Option<Worth>) {
    let known = again(screener, state, reckoned);
    let word = known.standing(clause).word;
    (word, known.alone(clause).filter(|_| word != Word::Refused))
}

fn again<'a>(screener: &'a Screener, state: &'a State, reckoned: &'a Reckoned) -> Known<'a> {
    Known {
        screener,
        state,
        space: state.profile.space(screener.dataset()),
        screening: &reckoned.screening,
        layout: &reckoned.layout,
        gates: reckoned.gates.clone(),
        mode: reckoned.mode,
    }
}

/// How many conditions of a clause hold, are for the office, and are open.
pub fn conditions(screener: &Screener, state: &State, reckoned: &Reckoned, clause: u16) -> [usize; 3] {
    count(&explained(screener, state, reckoned, clause).0)
}

/// How many of these hold, are for the office, and are open.
pub fn count(all: &[Explained]) -> [usize; 3] {
    let [mut holding, mut asked, mut open] = [0; 3];
    for one in all {
        match (one.holds, one.ask) {
            (Some(true), _) => holding += 1,
            (None, true) => asked += 1,
            (None, false) => open += 1,
            (Some(false), _) => {}
        }
    }
    [holding, asked, open]
}

//! Where the list asks for what: which variable stands in 企业, behind which situation, or at a card only.

use crate::part::{Field, Part};
use huiqi_core::dataset::visit::Asked;
use huiqi_core::dataset::{Dataset, Shape};
use huiqi_core::rules::{all_choices, VarId};

/// Id of the situation that holds what only an office can say; it never makes an item 未问.
const OFFICE: &str = "office";

/// Where a variable is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Every firm is asked, in 企业.
    Who,
    /// Behind a situation.
    Gate(u8),
    /// At a card; the situation before it, where there is one.
    Figure(Option<u8>),
    /// Only an office can say it.
    Office,
}

/// Where the list asks for what.
#[derive(Clone, Debug)]
pub struct Layout {
    slots: Vec<Slot>,
    /// For each gate: is it common for the firm's trade, and where does it stand in the order of showing.
    order: Vec<(bool, usize)>,
}

impl Layout {
    /// The layout for a trade; without one the gates stand in the order of the list, none of them rare.
    pub fn new(dataset: &Dataset, trade: Option<u8>) -> Self {
        let visit = &dataset.visit;
        let mut slots = vec![Slot::Who; dataset.rules.variables.len()];
        let mut put = |asked: &Asked, slot: Slot| {
            for variable in variables(dataset, asked) {
                if let Some(place) = slots.get_mut(usize::from(variable)) {
                    *place = slot;
                }
            }
        };
        for asked in &visit.who_figures {
            put(asked, Slot::Figure(None));
        }
        for (index, gate) in (0_u8..).zip(&visit.gates) {
            // What asks about rows comes last: how many there are is asked with it, not with their figures.
            gate.figures.iter().for_each(|asked| put(asked, Slot::Figure(Some(index))));
            let slot = if gate.id == OFFICE { Slot::Office } else { Slot::Gate(index) };
            gate.asks.iter().for_each(|asked| put(asked, slot));
        }
        let common = trade.and_then(|trade| visit.common_for.get(usize::from(trade)));
        let order = (0_u8..).zip(&visit.gates).map(|(gate, _)| match common {
            Some(common) => match common.iter().position(|other| *other == gate) {
                Some(place) => (true, place),
                None => (false, usize::from(gate)),
            },
            None => (true, usize::from(gate)),
        });
        let order = order.collect();
        Self { slots, order }
    }

    /// Where a variable is asked for.
    pub fn slot(&self, variable: VarId) -> Slot {
        self.slots.get(usize::from(variable)).copied().unwrap_or(Slot::Who)
    }

    /// Is the gate common for the trade.
    pub fn is_common(&self, gate: u8) -> bool {
        self.order.get(usize::from(gate)).is_some_and(|(common, _)| *common)
    }

    /// What gates are sorted by: the trade's own first, then as in the list.
    pub fn rank(&self, gate: u8) -> (bool, usize) {
        self.order.get(usize::from(gate)).map_or((true, usize::MAX), |(common, place)| (!common, *place))
    }
}

/// What is asked there, as a part.
pub fn part(dataset: &Dataset, asked: &Asked) -> Part {
    let field = Field::of(asked.question);
    let mut members = 0;
    if let Some(Shape::Set(all)) = field.asked(dataset).map(|question| &question.shape) {
        members =
            asked.members.iter().fold(0, |mask, member| mask | 1_u32.checked_shl(u32::from(*member)).unwrap_or(0));
        members &= all_choices(all.len());
    }
    Part { field, members }
}

/// The variables of what is asked there; of rows how many there are, and the fields that stand there.
pub fn variables(dataset: &Dataset, asked: &Asked) -> Vec<VarId> {
    let Some(question) = dataset.questions.get(usize::from(asked.question)) else { return Vec::new() };
    let first = question.variable;
    match &question.shape {
        Shape::Set(_) => asked.members.iter().map(|member| first + u16::from(*member)).collect(),
        Shape::Group { max_rows, fields, .. } => {
            let width = u16::try_from(fields.len()).unwrap_or(0);
            let mut variables = vec![first];
            for row in 0..u16::from(*max_rows) {
                variables.extend(asked.members.iter().map(|field| first + 1 + row * width + u16::from(*field)));
            }
            variables
        }
        Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } => vec![first],
    }
}

/// The variables of a part; of a group as a whole how many rows there are.
pub fn variables_of(dataset: &Dataset, part: Part) -> Vec<VarId> {
    let Some(question) = dataset.questions.get(usize::from(part.field.question)) else { return Vec::new() };
    let first = question.variable;
    match (&question.shape, part.field.row) {
        (Shape::Set(_), _) => (0..32).filter(|bit| part.members & (1 << bit) != 0).map(|bit| first + bit).collect(),
        (Shape::Group { fields, .. }, Some((row, field))) => {
            vec![first + 1 + u16::from(row) * u16::try_from(fields.len()).unwrap_or(0) + u16::from(field)]
        }
        (Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } | Shape::Group { .. }, _) => {
            vec![first]
        }
    }
}

//! What a clause refers to: found once, so that a search knows which unknowns are tied to which.

use crate::dataset::{Clause, Dataset, Reading};
use crate::rules::{End, ExprId, Node, Slot, VarId};

/// A set of variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VarSet(Vec<u64>);

impl VarSet {
    pub(super) fn insert(&mut self, variable: VarId) {
        let word = usize::from(variable / 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (variable % 64);
        }
    }

    pub(super) fn extend(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own |= other;
        }
    }

    /// The set of variables in both sets.
    pub(super) fn both(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, other)| own & other).collect())
    }

    /// Variables in both sets.
    pub(super) fn common<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = VarId> + 'a {
        let words = self.0.iter().zip(&other.0).map(|(own, other)| own & other);
        (0..).zip(words).flat_map(|(at, word)| bits(word).map(move |bit| at * 64 + bit))
    }

    /// All variables of the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = VarId> + '_ {
        (0..).zip(&self.0).flat_map(|(at, word)| bits(*word).map(move |bit| at * 64 + bit))
    }

    /// Number of variables in the set.
    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Is the variable in the set.
    pub fn contains(&self, variable: VarId) -> bool {
        self.0.get(usize::from(variable / 64)).is_some_and(|word| word & (1 << (variable % 64)) != 0)
    }
}

fn bits(mut word: u64) -> impl Iterator<Item = VarId> {
    std::iter::from_fn(move || {
        let bit = VarId::try_from(word.trailing_zeros()).ok().filter(|_| word != 0)?;
        word &= word - 1;
        Some(bit)
    })
}

/// Variables that a clause refers to.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// By criterion.
    pub criteria: Vec<VarSet>,
    /// All amounts together.
    pub worth: VarSet,
    /// Everything.
    pub all: VarSet,
    /// Numbers with which an amount rises.
    pub rising: VarSet,
    /// Numbers with which an amount falls.
    pub falling: VarSet,
    /// By reading: is its greatest amount also its least wherever the amount's variables are known.
    pub one_figure: Vec<bool>,
}

impl Needs {
    pub(super) fn of(dataset: &Dataset, clause: &Clause) -> Self {
        let mut needs = Self::default();
        for criterion in &clause.criteria {
            let mut variables = VarSet::default();
            collect(dataset, criterion.when, &mut variables);
            needs.all.extend(&variables);
            needs.criteria.push(variables);
        }
        for expression in clause.worth.iter().flat_map(|reading| [Some(reading.low), reading.high]).flatten() {
            collect(dataset, expression, &mut needs.worth);
        }
        needs.all.extend(&needs.worth);
        for reading in &clause.worth {
            needs.directions(dataset, reading.low);
        }
        let one_figure =
            |reading: &Reading| reading.high.is_some_and(|high| dataset.rules.ends_of_one(reading.low, high));
        needs.one_figure = clause.worth.iter().map(one_figure).collect();
        needs
    }

    /// Notes with which numbers an expression for a least value rises and falls. What a test reads is cut, not read at an end.
    fn directions(&mut self, dataset: &Dataset, least: ExprId) {
        let rules = &dataset.rules;
        let Some(node) = rules.nodes.get(usize::from(least.0)).copied() else { return };
        let mut note = |slot: Slot, end: End| {
            each(dataset, slot, &mut |variable| match end {
                End::Low => self.rising.insert(variable),
                End::High => self.falling.insert(variable),
            });
        };
        match node {
            Node::Read(slot, end) => note(slot, end),
            Node::Count(group, end) | Node::Sum(group, _, end) | Node::Capped { group, end, .. } => {
                if let Some(rows) = rules.groups.get(usize::from(group)) {
                    note(Slot::Whole(rows.count), end);
                }
            }
            // No end of a number of its own: only what it is made of has one.
            Node::Truth(_)
            | Node::Among(..)
            | Node::ClassAmong(..)
            | Node::Not(_)
            | Node::And(..)
            | Node::Or(..)
            | Node::Compare(..)
            | Node::Any(..)
            | Node::Constant(_)
            | Node::Parameter(..)
            | Node::Add(..)
            | Node::Subtract(..)
            | Node::Multiply(..)
            | Node::Divide(..)
            | Node::Min(..)
            | Node::Max(..)
            | Node::If(..)
            | Node::At(..) => {}
        }
        let test = if let Node::If(test, ..) = node { Some(test) } else { None };
        for child in node.children().into_iter().flatten().filter(|child| child.0 < least.0 && Some(*child) != test) {
            self.directions(dataset, child);
        }
    }
}

/// Every variable that a slot may mean.
fn each(dataset: &Dataset, slot: Slot, take: &mut dyn FnMut(VarId)) {
    match slot {
        Slot::Whole(variable) => take(variable),
        Slot::Field(group, field) => {
            if let Some(rows) = dataset.rules.groups.get(usize::from(group)) {
                for row in 0..u16::from(rows.max_rows) {
                    take(rows.count + 1 + row * u16::from(rows.fields) + u16::from(field));
                }
            }
        }
    }
}

/// Adds every variable that an expression refers to.
pub(super) fn collect(dataset: &Dataset, expression: ExprId, variables: &mut VarSet) {
    let rules = &dataset.rules;
    let mut slot = |slot: Slot| each(dataset, slot, &mut |variable| variables.insert(variable));
    let Some(node) = rules.nodes.get(usize::from(expression.0)).copied() else { return };
    match node {
        Node::Among(of, _) | Node::Read(of, _) | Node::At(_, of) => slot(of),
        Node::ClassAmong(fact, _) => {
            if let Some(fact) = rules.facts.get(usize::from(fact)) {
                slot(Slot::Whole(fact.by));
                for measure in &fact.measures {
                    slot(Slot::Whole(*measure));
                }
            }
        }
        Node::Count(group, _) | Node::Any(group, _) | Node::Sum(group, ..) | Node::Capped { group, .. } => {
            if let Some(rows) = rules.groups.get(usize::from(group)) {
                slot(Slot::Whole(rows.count));
            }
        }
        // What these are made of is collected below.
        Node::Truth(_)
        | Node::Not(_)
        | Node::And(..)
        | Node::Or(..)
        | Node::Compare(..)
        | Node::Constant(_)
        | Node::Parameter(..)
        | Node::Add(..)
        | Node::Subtract(..)
        | Node::Multiply(..)
        | Node::Divide(..)
        | Node::Min(..)
        | Node::Max(..)
        | Node::If(..) => {}
    }
    // INVARIANT: a node refers only to nodes before it, so this ends; a damaged dataset is cut off the same way.
    for child in node.children().into_iter().flatten().filter(|child| child.0 < expression.0) {
        collect(dataset, child, variables);
    }
}

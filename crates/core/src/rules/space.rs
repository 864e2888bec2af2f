//! What the answers may still be, and how it is cut into parts. Reading answers does not belong here.

use super::basis::{Rules, VariableKind};
use super::bonds::Bond;
use super::node::{CondId, VarId};
use super::variables::VarSet;
use crate::decimal::{floor, minus, over, plus, times};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Values that a choice may have, or members that a set may: a bit each.
pub const MOST_CHOICES: u8 = 32;

/// How far a limit is moved: past every other figure that a question allows.
const FAR: i64 = 1_000;

/// The values that a variable may still have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Domain {
    /// A set of choices, a bit each.
    Choices(u32),
    /// All values of the variable's grid from the first to the second.
    Range(Decimal, Decimal),
}

/// The mask of all of so many values.
pub fn all_choices(values: usize) -> u32 {
    let unused = u32::from(MOST_CHOICES).saturating_sub(u32::try_from(values).unwrap_or(u32::MAX));
    u32::MAX.checked_shr(unused).unwrap_or(0)
}

impl Domain {
    /// Everything that a variable of this kind may hold.
    pub fn full(kind: &VariableKind) -> Self {
        match kind {
            VariableKind::Choice(values) => Self::Choices(all_choices(usize::from(*values).max(1))),
            VariableKind::Number { min, max, .. } => Self::Range(*min, *max),
        }
    }

    /// Each choice of a mask on its own.
    pub fn each(mask: u32) -> impl Iterator<Item = Self> {
        (0..u32::BITS).map(move |bit| mask & (1 << bit)).filter(|bit| *bit != 0).map(Self::Choices)
    }

    /// Is more than one value possible.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Choices(mask) => mask.count_ones() > 1,
            Self::Range(low, high) => low < high,
        }
    }
}

/// A cut of one variable's domain that an undecided step asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Split {
    /// Each choice on its own.
    Each(VarId),
    /// The choices of the mask, and the others.
    Mask(VarId, u32),
    /// Up to the number, and from the next of the grid on.
    After(VarId, Decimal),
    /// A row that meets a test, and one that does not, whatever its fields are: cutting by fields would make as many parts
    /// of a row as it has ways to fail, and five rows would multiply them.
    Row(RowTest, VarId),
}

/// A test of one row; the variable beside it is the row's first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowTest {
    /// Index of the group.
    pub group: u8,
    /// Index of the row.
    pub row: u8,
    /// The test.
    pub test: CondId,
}

/// One side of a cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// A variable with a smaller domain.
    Narrow(VarId, Domain),
    /// A row of which it is supposed whether it meets the test.
    Suppose(RowTest, bool),
}

impl Split {
    /// The variable that is cut.
    pub const fn variable(&self) -> VarId {
        match self {
            Self::Each(variable) | Self::Mask(variable, _) | Self::After(variable, _) | Self::Row(_, variable) => {
                *variable
            }
        }
    }
}

/// The product of all variables' domains: every completion of a partial profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    domains: Vec<Domain>,
    /// Variables with more than one possible value: kept beside the domains, since every judgement asks which they are.
    open: VarSet,
    /// What links leave open between these domains, or between wider ones from which they were narrowed.
    pub(super) bonds: Arc<[Bond]>,
}

impl Space {
    /// Nothing answered.
    pub fn full(rules: &Rules) -> Self {
        let domains: Vec<Domain> = rules.variables.iter().map(|variable| Domain::full(&variable.kind)).collect();
        let mut open = VarSet::default();
        (0..).zip(&domains).for_each(|(variable, domain)| open.put(variable, domain.is_open()));
        Self { domains, open, bonds: Arc::default() }
    }

    /// The domain of a variable; an index past the end has no value at all.
    pub fn get(&self, variable: VarId) -> Domain {
        *self.look(variable)
    }

    /// The same where it stands: a copy of each number that is read would take a fifth of a screening.
    pub(super) fn look(&self, variable: VarId) -> &Domain {
        self.domains.get(usize::from(variable)).unwrap_or(&Domain::Choices(0))
    }

    /// Replaces a domain and returns the former.
    pub fn set(&mut self, variable: VarId, domain: Domain) -> Domain {
        match self.domains.get_mut(usize::from(variable)) {
            Some(place) => {
                self.open.put(variable, domain.is_open());
                std::mem::replace(place, domain)
            }
            None => Domain::Choices(0),
        }
    }

    /// Variables with more than one possible value.
    pub fn open(&self) -> impl Iterator<Item = VarId> + '_ {
        self.open.iter()
    }

    /// Has each of these variables one possible value.
    pub fn settles(&self, variables: &VarSet) -> bool {
        self.open.is_apart(variables)
    }

    /// Of these variables those with more than one possible value.
    pub fn open_among(&self, variables: &VarSet) -> VarSet {
        self.open.both(variables)
    }

    /// What a variable may hold once the limits of its question are moved far away; `None` where its range touches none, or
    /// is one answer. What then changes rested on a limit.
    pub fn beyond(&self, rules: &Rules, variable: VarId) -> Option<Domain> {
        let kind = &rules.variables.get(usize::from(variable))?.kind;
        let domain = self.get(variable);
        let (VariableKind::Number { min, max, .. }, Domain::Range(low, high), true) = (kind, domain, domain.is_open())
        else {
            return None;
        };
        let far = times(plus(minus(*max, *min), Decimal::ONE), Decimal::from(FAR));
        let wide = Domain::Range(
            if low == *min { minus(low, far) } else { low },
            if high == *max { plus(high, far) } else { high },
        );
        (wide != domain).then_some(wide)
    }

    /// The parts of a variable's domain on both sides of a cut; fewer than two where the cut misses the domain.
    pub fn parts(&self, rules: &Rules, split: Split) -> Vec<Domain> {
        match (split, self.get(split.variable())) {
            (Split::Each(_), Domain::Choices(mask)) => Domain::each(mask).collect(),
            (Split::Mask(_, within), Domain::Choices(mask)) => {
                let mut parts = vec![Domain::Choices(mask & within), Domain::Choices(mask & !within)];
                parts.retain(|part| *part != Domain::Choices(0));
                parts
            }
            (Split::After(variable, cut), Domain::Range(low, high)) => {
                let grain = rules.grain(variable);
                let last = plus(low, times(floor(over(minus(cut, low), grain)), grain));
                let mut parts = Vec::with_capacity(2);
                if last >= low {
                    parts.push(Domain::Range(low, last.min(high)));
                }
                if last < high {
                    parts.push(Domain::Range(plus(last, grain).max(low), high));
                }
                parts
            }
            (_, domain) => vec![domain],
        }
    }
}

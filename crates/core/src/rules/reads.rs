//! What one step of an expression reads of the profile by itself, apart from the expressions that it is made of.

use super::basis::Rules;
use super::node::{Condition, Expression, Figure, Slot, VarId};
use super::variables::VarSet;

/// What a step reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Nothing: a figure, or only what it is made of.
    Nothing,
    /// A variable.
    Slot(Slot),
    /// The class computed by the fact with this index.
    Fact(u16),
    /// How many rows the group with this index has.
    Rows(u8),
}

impl Condition {
    /// What this step reads by itself.
    pub const fn reads(self) -> Reads {
        match self {
            Self::Among(slot, _) => Reads::Slot(slot),
            Self::ClassAmong(fact, _) => Reads::Fact(fact),
            Self::Any(group, _) => Reads::Rows(group),
            Self::Truth(_) | Self::Not(_) | Self::And(..) | Self::Or(..) | Self::Compare(..) => Reads::Nothing,
        }
    }
}

impl Figure {
    /// What this step reads by itself.
    pub const fn reads(self) -> Reads {
        match self {
            Self::Read(slot, _) | Self::At(_, slot) => Reads::Slot(slot),
            Self::Count(group, _) | Self::Sum(group, ..) | Self::Capped { group, .. } => Reads::Rows(group),
            Self::Constant(_)
            | Self::Parameter(..)
            | Self::Add(..)
            | Self::Subtract(..)
            | Self::Multiply(..)
            | Self::Divide(..)
            | Self::Min(..)
            | Self::Max(..)
            | Self::If(..) => Reads::Nothing,
        }
    }
}

impl Rules {
    /// What an expression's last step reads by itself.
    pub fn reads(&self, expression: Expression) -> Reads {
        match expression {
            Expression::Condition(condition) => self.condition(condition).reads(),
            Expression::Figure(figure) => self.figure(figure).reads(),
        }
    }

    /// The expressions that one is made of.
    pub fn children(&self, expression: Expression) -> impl Iterator<Item = Expression> {
        let children = match expression {
            Expression::Condition(condition) => self.condition(condition).children(),
            Expression::Figure(figure) => self.figure(figure).children(),
        };
        children.into_iter().flatten()
    }

    /// Adds every variable that an expression refers to.
    pub fn collect(&self, expression: Expression, variables: &mut VarSet) {
        match self.reads(expression) {
            Reads::Nothing => {}
            Reads::Slot(slot) => self.each(slot, &mut |variable| variables.insert(variable)),
            Reads::Fact(fact) => {
                if let Some((fact, _)) = self.fact(fact) {
                    variables.insert(fact.by);
                    fact.measures.iter().for_each(|measure| variables.insert(*measure));
                }
            }
            Reads::Rows(group) => {
                let rows = self.groups.get(usize::from(group));
                rows.into_iter().for_each(|rows| variables.insert(rows.count));
            }
        }
        self.children(expression).for_each(|child| self.collect(child, variables));
    }

    /// Every variable that a slot may mean.
    pub fn each(&self, slot: Slot, take: &mut dyn FnMut(VarId)) {
        match slot {
            Slot::Whole(variable) => take(variable),
            Slot::Field(group, field) => {
                if let Some(rows) = self.groups.get(usize::from(group)) {
                    for row in 0..u16::from(rows.max_rows) {
                        take(rows.count + 1 + row * u16::from(rows.fields) + u16::from(field));
                    }
                }
            }
        }
    }

    /// Does an expression read rows, or how many there are.
    #[cfg(feature = "compile")]
    pub fn reads_rows(&self, expression: Expression) -> bool {
        matches!(self.reads(expression), Reads::Rows(_))
            || self.children(expression).any(|child| self.reads_rows(child))
    }
}

//! What one step of an expression reads of the profile by itself, apart from the expressions that it is made of.

use super::node::{Node, Slot};

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

impl Node {
    /// What this step reads by itself.
    pub const fn reads(self) -> Reads {
        match self {
            Self::Among(slot, _) | Self::Read(slot, _) | Self::At(_, slot) => Reads::Slot(slot),
            Self::ClassAmong(fact, _) => Reads::Fact(fact),
            Self::Count(group, _) | Self::Any(group, _) | Self::Sum(group, ..) | Self::Capped { group, .. } => {
                Reads::Rows(group)
            }
            Self::Truth(_)
            | Self::Not(_)
            | Self::And(..)
            | Self::Or(..)
            | Self::Compare(..)
            | Self::Constant(_)
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

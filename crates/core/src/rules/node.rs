//! The compiled form of expressions: conditions, which hold or not, and figures, which come to a number. Neither can stand
//! where the other belongs. Evaluation does not belong here.

use crate::pack::{packed, Packed, Packer, Sort, Unpacker};

/// Index of a condition in [`Rules::conditions`](super::Rules::conditions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CondId(pub u16);

/// Index of a number in [`Rules::figures`](super::Rules::figures).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId(pub u16);

impl Packed for CondId {
    fn pack(&self, to: &mut Packer) {
        to.near(Sort::Condition, u32::from(self.0));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(from.near(Sort::Condition) as u16)
    }
}

impl Packed for FigureId {
    fn pack(&self, to: &mut Packer) {
        to.near(Sort::Figure, u32::from(self.0));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(from.near(Sort::Figure) as u16)
    }
}

/// Index of a variable in [`Rules::variables`](super::Rules::variables).
pub type VarId = u16;

/// Where a number comes from: a variable of the profile, or a field of the row at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A variable of the whole profile.
    Whole(VarId),
    /// The field with this index, of the current row of the group with this index.
    Field(u8, u8),
}
packed!(Slot: Whole(a), Field(a, b); else Self::Whole(0));

/// Which end of what is possible an expression computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The least possible value.
    Low,
    /// The greatest possible value.
    High,
}
packed!(End: Low, High; else Self::Low);

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `==`
    Equal,
}
packed!(Comparison: Less, AtMost, Equal; else Self::Less);

/// A number expression compiled twice: for its least and for its greatest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edges {
    /// Computes the least value.
    pub low: FigureId,
    /// Computes the greatest value.
    pub high: FigureId,
}
packed!(Edges { low, high });

/// What holds or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// A truth known when the dataset was compiled.
    Truth(bool),
    /// Is the choice one of these (a yes/no variable has bit 0 for no, bit 1 for yes).
    Among(Slot, u32),
    /// Is the class computed by this fact one of these.
    ClassAmong(u16, u32),
    /// Negation.
    Not(CondId),
    /// Conjunction.
    And(CondId, CondId),
    /// Disjunction.
    Or(CondId, CondId),
    /// A comparison of two numbers.
    Compare(Comparison, Edges, Edges),
    /// Does any row of the group meet the test.
    Any(u8, CondId),
}
packed!(Condition: Truth(a), Among(a, b), ClassAmong(a, b), Not(a), And(a, b), Or(a, b), Compare(a, b, c), Any(a, b); else Self::Truth(false));

/// What comes to a number. The compiler of the dataset has proved every number monotone in each numeric variable, and so
/// has written the variable's own end (`Read(slot, end)`) into the expression of each edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// A literal of [`Rules::constants`](super::Rules::constants).
    Constant(u16),
    /// A parameter, or one end of its range.
    Parameter(u16, End),
    /// One end of a numeric variable.
    Read(Slot, End),
    /// Sum of two numbers.
    Add(FigureId, FigureId),
    /// Difference.
    Subtract(FigureId, FigureId),
    /// Product.
    Multiply(FigureId, FigureId),
    /// Quotient; the divisor is never zero.
    Divide(FigureId, FigureId),
    /// The lesser.
    Min(FigureId, FigureId),
    /// The greater.
    Max(FigureId, FigureId),
    /// Test, value where it holds, value where it does not.
    If(CondId, FigureId, FigureId),
    /// A series read at a date.
    At(u16, Slot),
    /// Number of rows of the group.
    Count(u8, End),
    /// Sum of an expression over the rows of a group.
    Sum(u8, FigureId, End),
    /// Σ weight × share over the rows: the shares of `principal` fill `cap` from the highest weight down.
    Capped {
        /// The group of rows.
        group: u8,
        /// Bound of all shares together.
        cap: FigureId,
        /// A row's principal; 0 where the row does not count.
        principal: FigureId,
        /// What one yuan of the row's principal is worth.
        weight: FigureId,
        /// Which end is computed.
        end: End,
    },
}
packed!(Figure: Constant(a), Parameter(a, b), Read(a, b), Add(a, b), Subtract(a, b), Multiply(a, b), Divide(a, b), Min(a, b), Max(a, b), If(a, b, c), At(a, b), Count(a, b), Sum(a, b, c), Capped { group, cap, principal, weight, end }; else Self::Constant(0));

/// An expression of either sort, for what asks only which answers it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Holds or not.
    Condition(CondId),
    /// Comes to a number.
    Figure(FigureId),
}

impl From<CondId> for Expression {
    fn from(condition: CondId) -> Self {
        Self::Condition(condition)
    }
}

impl From<FigureId> for Expression {
    fn from(figure: FigureId) -> Self {
        Self::Figure(figure)
    }
}

impl Condition {
    /// The expressions that it is made of.
    pub fn children(self) -> [Option<Expression>; 4] {
        let some = |expression: FigureId| Some(Expression::Figure(expression));
        match self {
            Self::Truth(_) | Self::Among(..) | Self::ClassAmong(..) => [None; 4],
            Self::Not(a) | Self::Any(_, a) => [Some(a.into()), None, None, None],
            Self::And(a, b) | Self::Or(a, b) => [Some(a.into()), Some(b.into()), None, None],
            Self::Compare(_, a, b) => [some(a.low), some(a.high), some(b.low), some(b.high)],
        }
    }
}

impl Figure {
    /// The expressions that it is made of.
    pub fn children(self) -> [Option<Expression>; 4] {
        let some = |expression: FigureId| Some(Expression::Figure(expression));
        match self {
            Self::Constant(_) | Self::Parameter(..) | Self::Read(..) | Self::At(..) | Self::Count(..) => [None; 4],
            Self::Sum(_, a, _) => [some(a), None, None, None],
            Self::Add(a, b)
            | Self::Subtract(a, b)
            | Self::Multiply(a, b)
            | Self::Divide(a, b)
            | Self::Min(a, b)
            | Self::Max(a, b) => [some(a), some(b), None, None],
            Self::If(test, a, b) => [Some(test.into()), some(a), some(b), None],
            Self::Capped { cap, principal, weight, .. } => [some(cap), some(principal), some(weight), None],
        }
    }

    /// The numbers that it is made of, without the test of a condition.
    pub fn figures(self) -> impl Iterator<Item = FigureId> {
        self.children().into_iter().flatten().filter_map(|child| match child {
            Expression::Figure(figure) => Some(figure),
            Expression::Condition(_) => None,
        })
    }
}

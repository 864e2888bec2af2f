//! The compiled form of expressions and of the figures they use. Evaluation does not belong here.

use crate::pack::{packed, Packed, Packer, Unpacker};
use rust_decimal::Decimal;

/// Index of a node in [`Rules::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExprId(pub u16);

impl Packed for ExprId {
    fn pack(&self, to: &mut Packer) {
        to.near(u32::from(self.0));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(from.near() as u16)
    }
}

/// Index of a variable in [`Rules::variables`].
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
    pub low: ExprId,
    /// Computes the greatest value.
    pub high: ExprId,
}
packed!(Edges { low, high });

/// One step of an expression. The compiler of the dataset has proved every number monotone in each numeric variable, and
/// so has written the variable's own end (`Read(slot, end)`) into the expression of each edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A truth known when the dataset was compiled.
    Truth(bool),
    /// Is the choice one of these (a yes/no variable has bit 0 for no, bit 1 for yes).
    Among(Slot, u32),
    /// Is the class computed by this fact one of these.
    ClassAmong(u16, u32),
    /// Negation.
    Not(ExprId),
    /// Conjunction.
    And(ExprId, ExprId),
    /// Disjunction.
    Or(ExprId, ExprId),
    /// A comparison of two numbers.
    Compare(Comparison, Edges, Edges),
    /// Does any row of the group meet the test.
    Any(u8, ExprId),
    /// A literal of [`Rules::constants`].
    Constant(u16),
    /// A parameter, or one end of its range.
    Parameter(u16, End),
    /// One end of a numeric variable.
    Read(Slot, End),
    /// Sum of two numbers.
    Add(ExprId, ExprId),
    /// Difference.
    Subtract(ExprId, ExprId),
    /// Product.
    Multiply(ExprId, ExprId),
    /// Quotient; the divisor is never zero.
    Divide(ExprId, ExprId),
    /// The lesser.
    Min(ExprId, ExprId),
    /// The greater.
    Max(ExprId, ExprId),
    /// Test, value where it holds, value where it does not.
    If(ExprId, ExprId, ExprId),
    /// A series read at a date.
    At(u16, Slot),
    /// Number of rows of the group.
    Count(u8, End),
    /// Sum of an expression over the rows of a group.
    Sum(u8, ExprId, End),
    /// Σ weight × share over the rows: the shares of `principal` fill `cap` from the highest weight down.
    Capped {
        /// The group of rows.
        group: u8,
        /// Bound of all shares together.
        cap: ExprId,
        /// A row's principal; 0 where the row does not count.
        principal: ExprId,
        /// What one yuan of the row's principal is worth.
        weight: ExprId,
        /// Which end is computed.
        end: End,
    },
}
packed!(Node: Truth(a), Among(a, b), ClassAmong(a, b), Not(a), And(a, b), Or(a, b), Compare(a, b, c), Any(a, b), Constant(a), Parameter(a, b), Read(a, b), Add(a, b), Subtract(a, b), Multiply(a, b), Divide(a, b), Min(a, b), Max(a, b), If(a, b, c), At(a, b), Count(a, b), Sum(a, b, c), Capped { group, cap, principal, weight, end }; else Self::Truth(false));

impl Node {
    /// The expressions that this one is made of.
    pub const fn children(self) -> [Option<ExprId>; 4] {
        match self {
            Self::Truth(_)
            | Self::Among(..)
            | Self::ClassAmong(..)
            | Self::Constant(_)
            | Self::Parameter(..)
            | Self::Read(..)
            | Self::At(..)
            | Self::Count(..) => [None; 4],
            Self::Not(a) | Self::Any(_, a) | Self::Sum(_, a, _) => [Some(a), None, None, None],
            Self::And(a, b)
            | Self::Or(a, b)
            | Self::Add(a, b)
            | Self::Subtract(a, b)
            | Self::Multiply(a, b)
            | Self::Divide(a, b)
            | Self::Min(a, b)
            | Self::Max(a, b) => [Some(a), Some(b), None, None],
            Self::If(a, b, c) => [Some(a), Some(b), Some(c), None],
            Self::Compare(_, a, b) => [Some(a.low), Some(a.high), Some(b.low), Some(b.high)],
            Self::Capped { cap, principal, weight, .. } => [Some(cap), Some(principal), Some(weight), None],
        }
    }
}

/// What a variable may hold before anything is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum VariableKind {
    /// One of this many values, at most [`MOST_CHOICES`](super::MOST_CHOICES); a yes/no variable has two.
    Choice(u8),
    /// A number on a grid.
    Number {
        /// Least value.
        min: Decimal,
        /// Greatest value.
        max: Decimal,
        /// Distance of neighbouring values: 1, 0.01, 0.000001.
        grain: Decimal,
    },
}
packed!(VariableKind: Choice(a), Number { min, max, grain }; else Self::Choice(1));

/// A variable of the profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// What it may hold.
    pub kind: VariableKind,
    /// Index of the question that answers it.
    pub question: u16,
}
packed!(Variable { kind, question });

/// Rows of one shape: a count variable, then `max_rows` × `fields` variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// The variable that counts the rows; the rows' variables follow it.
    pub count: VarId,
    /// Most rows.
    pub max_rows: u8,
    /// Variables in a row.
    pub fields: u8,
}
packed!(Group { count, max_rows, fields });

impl Group {
    /// Is the variable a field of one of the rows.
    pub fn has_field(&self, variable: VarId) -> bool {
        let fields = u16::from(self.max_rows) * u16::from(self.fields);
        (self.count + 1..=self.count + fields).contains(&variable)
    }
}

/// A named figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Name shown in formulas.
    pub name: String,
    /// Unit as shown.
    pub unit: String,
    /// Shown in per cent.
    pub percent: bool,
    /// A day, counted as [`crate::date::Date`] does.
    pub is_date: bool,
    /// The value, or the least value where the source leaves a range.
    pub low: Decimal,
    /// The value, or the greatest value.
    pub high: Decimal,
}
packed!(Parameter { name, unit, percent, is_date, low, high });

/// A figure that changes on known days; each holds until the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Name shown in formulas.
    pub name: String,
    /// First day and value, ascending; the first also holds before its day.
    pub steps: Vec<(i32, Decimal)>,
}
packed!(Series { name, steps });

/// One row of a classification: for each measure the lower bounds of all classes but the last.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Per measure: bounds from the first class down, or nothing where the row does not use the measure.
    pub bounds: Vec<Vec<Decimal>>,
}
packed!(TableRow { bounds });

/// A classification by one choice and several measures: the class is the lowest that any measure reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Labels of the classes, highest first.
    pub classes: Vec<String>,
    /// One row per value of the choice.
    pub rows: Vec<TableRow>,
}
packed!(Table { classes, rows });

/// A class computed from answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// The classification.
    pub table: u16,
    /// The choice variable that picks the row.
    pub by: VarId,
    /// The measures, in the table's order.
    pub measures: Vec<VarId>,
}
packed!(Fact { id, name, table, by, measures });

/// Everything that expressions refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Expressions; a node refers only to nodes before it, so that following them ends.
    pub nodes: Vec<Node>,
    /// Literals.
    pub constants: Vec<Decimal>,
    /// Named figures.
    pub parameters: Vec<Parameter>,
    /// Dated figures.
    pub series: Vec<Series>,
    /// Classifications.
    pub tables: Vec<Table>,
    /// Classes computed from answers.
    pub facts: Vec<Fact>,
    /// Variables of the profile.
    pub variables: Vec<Variable>,
    /// Groups of rows.
    pub groups: Vec<Group>,
}
packed!(Rules { nodes, constants, parameters, series, tables, facts, variables, groups });

impl Rules {
    /// The step with which an expression ends.
    pub fn node(&self, expression: ExprId) -> Option<Node> {
        self.nodes.get(usize::from(expression.0)).copied()
    }

    /// Distance of a variable's neighbouring values; 1 where it holds no number.
    pub fn grain(&self, variable: VarId) -> Decimal {
        match self.variables.get(usize::from(variable)).map(|variable| &variable.kind) {
            Some(VariableKind::Number { grain, .. }) => *grain,
            Some(VariableKind::Choice(_)) | None => Decimal::ONE,
        }
    }
}

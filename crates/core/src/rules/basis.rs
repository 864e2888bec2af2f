//! What expressions refer to: variables of the profile, rows and named figures. Evaluation does not belong here.

use super::node::{CondId, Condition, Figure, FigureId, VarId};
use crate::pack::packed;
use rust_decimal::Decimal;

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

/// What answers make certain of each other: wherever `when` holds, so does `then`. A completion that breaks it does not
/// exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The condition.
    pub when: CondId,
    /// What it makes certain.
    pub then: CondId,
    /// What both read, ascending.
    pub reads: Vec<VarId>,
}
packed!(Link { when, then, reads });

/// Everything that expressions refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Conditions and figures; neither leads back to itself, so that following them ends.
    pub conditions: Vec<Condition>,
    /// Numbers.
    pub figures: Vec<Figure>,
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
    /// What answers make certain of each other.
    pub links: Vec<Link>,
}
packed!(Rules { conditions, figures, constants, parameters, series, tables, facts, variables, groups, links });

impl Rules {
    /// The step with which a condition ends.
    ///
    /// INVARIANT: there is one; [`Self::is_sound`] and the dataset's own check refuse bytes that point elsewhere.
    pub fn condition(&self, condition: CondId) -> Condition {
        self.conditions.get(usize::from(condition.0)).copied().unwrap_or(Condition::Truth(false))
    }

    /// The step with which a number ends. INVARIANT: as for [`Self::condition`].
    pub fn figure(&self, figure: FigureId) -> Figure {
        self.figures.get(usize::from(figure.0)).copied().unwrap_or(Figure::Constant(0))
    }

    /// Distance of a variable's neighbouring values; 1 where it holds no number.
    pub fn grain(&self, variable: VarId) -> Decimal {
        match self.variables.get(usize::from(variable)).map(|variable| &variable.kind) {
            Some(VariableKind::Number { grain, .. }) => *grain,
            Some(VariableKind::Choice(_)) | None => Decimal::ONE,
        }
    }
}

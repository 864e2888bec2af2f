//! Questions and what may answer them.

use crate::date::Date;
use crate::pack::packed;
use crate::rules::VarId;
use rust_decimal::Decimal;

/// A question for the visitor, or a field of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Stable id, never used again for something else.
    pub id: String,
    /// Index into `Dataset::sections`.
    pub section: u8,
    /// A short noun, for formulas and lists.
    pub label: String,
    /// The question as one asks a person.
    pub text: String,
    /// An example, or how to find the figure.
    pub help: Option<String>,
    /// What it decides.
    pub why: Option<String>,
    /// What may answer it.
    pub shape: Shape,
    /// Its first variable (sets have one per member, groups a count and then the rows).
    pub variable: VarId,
    /// Can the firm itself still change the answer to get a benefit. Of a set the members say so, each on its own.
    pub feasible: bool,
}
packed!(Question { id, section, label, text, help, why, shape, variable, feasible });

/// A value of a choice or a member of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub label: String,
    /// An example.
    pub help: Option<String>,
    /// Of a member of a set: can the firm itself still change it to get a benefit.
    pub feasible: bool,
}
packed!(Member { id, label, help, feasible });

/// What may answer a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Yes or no.
    YesNo,
    /// One of several.
    Choice(Vec<Member>),
    /// Any of several, each yes, no or unknown on its own.
    Set(Vec<Member>),
    /// A number.
    Number {
        /// Unit id, such as `yuan`.
        unit: String,
        /// Unit shown.
        unit_label: String,
        /// A rate, shown and typed in per cent, kept as a fraction.
        percent: bool,
        /// Least answer.
        min: Decimal,
        /// Greatest answer.
        max: Decimal,
        /// Digits after the point, of the fraction where it is a rate.
        decimals: u8,
        /// Smallest sensible change.
        step: Decimal,
        /// A middling answer, for ordering questions only.
        typical: Option<Decimal>,
        /// Rough ranges offered.
        quick: Vec<(Decimal, Decimal)>,
    },
    /// A day.
    Date {
        /// First day accepted.
        min: Date,
        /// Last day accepted.
        max: Date,
    },
    /// Rows of one shape.
    Group {
        /// What one row is called.
        row_label: String,
        /// Most rows.
        max_rows: u8,
        /// Index of the group in the rules.
        group: u8,
        /// Questions of a row; their `variable` is that of the first row.
        fields: Vec<Question>,
    },
}
impl Shape {
    /// How many parts stand on their own in the visit: members of a set, fields of a row; 0 where it is one answer.
    pub fn parts(&self) -> usize {
        match self {
            Self::Set(members) => members.len(),
            Self::Group { fields, .. } => fields.len(),
            Self::YesNo | Self::Choice(_) | Self::Number { .. } | Self::Date { .. } => 0,
        }
    }

    /// Answered by a tap, not by looking something up.
    pub fn is_tapped(&self) -> bool {
        match self {
            Self::YesNo | Self::Choice(_) | Self::Set(_) => true,
            Self::Number { .. } | Self::Date { .. } | Self::Group { .. } => false,
        }
    }
}
packed!(Shape: YesNo, Choice(a), Set(a), Number { unit, unit_label, percent, min, max, decimals, step, typical, quick }, Date { min, max }, Group { row_label, max_rows, group, fields }; else Self::YesNo);

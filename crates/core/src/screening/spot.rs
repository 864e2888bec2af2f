//! What a variable answers: a question, a member of a set, or a field of a row; may it still be another, and in which
//! steps. What a change is for belongs to `nearest`.

use crate::dataset::{Dataset, Member, Question, Shape};
use crate::date::Date;
use crate::profile::Answer;
use crate::rules::{Domain, VarId};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;

/// What a variable answers.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The question.
    pub question: &'a Question,
    /// In a group: which row, from 0, and the field; neither for how many rows there are.
    pub row: Option<(usize, &'a Question)>,
    /// In a set: the member.
    pub member: Option<&'a Member>,
}

impl<'a> Spot<'a> {
    pub(super) fn of(dataset: &'a Dataset, variable: VarId) -> Option<Self> {
        let of = dataset.rules.variables.get(usize::from(variable))?;
        let question = dataset.questions.get(usize::from(of.question))?;
        let place = usize::from(variable.checked_sub(question.variable)?);
        let mut spot = Self { question, row: None, member: None };
        match &question.shape {
            Shape::Set(members) => spot.member = members.get(place),
            Shape::Group { fields, .. } => {
                // The number of rows comes first.
                spot.row = place.checked_sub(1).and_then(|place| {
                    let row = place.checked_div(fields.len())?;
                    Some((row, fields.iter().cycle().nth(place)?))
                });
            }
            Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } => {}
        }
        Some(spot)
    }

    /// What is asked here: the question, or the field.
    pub fn asked(&self) -> &'a Question {
        self.row.map_or(self.question, |(_, field)| field)
    }

    /// Is this how many rows a group has.
    pub fn is_count(&self) -> bool {
        matches!(self.asked().shape, Shape::Group { .. })
    }

    /// Can the firm itself still change it: a field of a row only where its group can be changed as well.
    pub fn is_feasible(&self) -> bool {
        self.member.map_or(self.question.feasible && self.asked().feasible, |member| member.feasible)
    }

    /// The smallest sensible change of a number; 1 of anything else.
    pub(super) fn step(&self) -> Decimal {
        let Shape::Number { step, .. } = &self.asked().shape else { return Decimal::ONE };
        *step
    }

    /// The answer that a domain of one value is; of a set, whether the member is in it.
    pub fn answer(&self, domain: Domain) -> Option<Answer> {
        match (domain, &self.asked().shape) {
            (Domain::Choices(mask), Shape::Choice(_)) => mask.trailing_zeros().to_u8().map(Answer::Choice),
            (Domain::Choices(mask), _) => Some(Answer::YesNo(mask & 2 != 0)),
            (Domain::Range(day, _), Shape::Date { .. }) => day.to_i32().map(|day| Answer::Date(Date(day))),
            (Domain::Range(number, _), _) => Some(Answer::Number(number)),
        }
    }
}

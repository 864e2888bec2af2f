//! A profile: what a firm has answered so far. What follows from it belongs to `screening`.

mod implied;
mod input;
mod problem;
mod read;
mod renamed;

pub use implied::{Conflict, Implied};
pub use input::Input;
pub use problem::Problem;

use crate::dataset::{Dataset, Question, Shape};
use crate::date::Date;
use crate::rules::{all_choices, Domain, Space, VarId};
use rust_decimal::Decimal;

/// An answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// 不清楚: the same result as no answer, but not asked again.
    Unknown,
    /// Yes or no.
    YesNo(bool),
    /// Index of the value.
    Choice(u8),
    /// Members said to hold and members said not to; the others are unknown.
    Set {
        /// Bits of the members that hold.
        yes: u32,
        /// Bits of the members that do not.
        no: u32,
    },
    /// A number known exactly.
    Number(Decimal),
    /// A number known roughly.
    Range(Decimal, Decimal),
    /// A day.
    Date(Date),
    /// Rows; each has an answer or none for each field.
    Rows(Vec<Vec<Option<Answer>>>),
}

impl Answer {
    /// Reads the answer to one question, or to one field of a row.
    pub fn read(question: &Question, input: &Input) -> Result<Self, Problem> {
        read::one(question, input)
    }

    /// A number that is no less and no more: known exactly where both are the same, else roughly.
    pub fn between(low: Decimal, high: Decimal) -> Self {
        if low == high {
            Self::Number(low)
        } else {
            Self::Range(low, high)
        }
    }

    /// The answer to a set of `members` members when only these hold.
    pub fn members(yes: u32, members: usize) -> Self {
        let all = all_choices(members);
        Self::Set { yes: yes & all, no: all & !yes }
    }
}

/// What a firm has answered, by question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// INVARIANT: up to the last one given, so that equal answers are equal profiles.
    answers: Vec<Option<Answer>>,
}

impl Profile {
    /// Reads answers keyed by question id. What cannot be used is told, question by question; the rest is kept.
    pub fn read(dataset: &Dataset, input: &Input) -> (Self, Vec<Problem>) {
        let (profile, mut problems) = read::profile(dataset, input);
        problems.extend(profile.conflict(dataset).map(|conflict| conflict.problem(dataset)));
        (profile, problems)
    }

    /// The answer to a question.
    pub fn get(&self, question: usize) -> Option<&Answer> {
        self.answers.get(question).and_then(Option::as_ref)
    }

    /// Gives, changes or (with `None`) takes back an answer.
    pub fn set(&mut self, question: usize, answer: Option<Answer>) {
        if self.answers.len() <= question {
            self.answers.resize(question + 1, None);
        }
        if let Some(place) = self.answers.get_mut(question) {
            *place = answer;
        }
        while self.answers.last() == Some(&None) {
            self.answers.pop();
        }
    }

    /// Is nothing answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// Every completion of this profile: what is answered, and what that makes certain of other answers. Of answers that
    /// cannot all be so, as if they made nothing certain; [`Self::conflict`] tells them.
    pub fn space(&self, dataset: &Dataset) -> Space {
        self.answered(dataset).linked(&dataset.rules).unwrap_or_else(|contradictory| contradictory)
    }

    /// What is answered, and nothing that follows from it.
    pub fn answered(&self, dataset: &Dataset) -> Space {
        let mut space = Space::full(&dataset.rules);
        for (question, answer) in dataset.questions.iter().zip(&self.answers) {
            if let Some(answer) = answer {
                narrow(&mut space, question, question.variable, answer);
            }
        }
        for (question, answer) in dataset.questions.iter().zip(&self.answers) {
            if let (Shape::Set(members), Some(Answer::Set { yes, no })) = (&question.shape, answer) {
                // Of all that was there to tick only some were: what these make certain of the others is no contradiction.
                if yes | no == all_choices(members.len()) {
                    space = space.ticked(&dataset.rules, question.variable, *yes, members.len());
                }
            }
        }
        space
    }

    /// The answers keyed by question id, as [`Self::read`] takes them.
    pub fn write(&self, dataset: &Dataset) -> Input {
        Input::Map(
            dataset
                .questions
                .iter()
                .zip(&self.answers)
                .filter_map(|(question, answer)| Some((question.id.clone(), write(question, answer.as_ref()?))))
                .collect(),
        )
    }
}

/// Narrows the variables of a question, which begin at `first`, to its answer.
fn narrow(space: &mut Space, question: &Question, first: VarId, answer: &Answer) {
    match (answer, &question.shape) {
        (Answer::Unknown, _) => {}
        (Answer::YesNo(holds), _) => {
            space.set(first, Domain::Choices(if *holds { 2 } else { 1 }));
        }
        (Answer::Choice(value), _) => {
            space.set(first, Domain::Choices(1_u32.checked_shl(u32::from(*value)).unwrap_or(0)));
        }
        (Answer::Set { yes, no }, Shape::Set(members)) => {
            for (bit, variable) in (0..members.len()).zip(first..) {
                if yes & (1 << bit) != 0 {
                    space.set(variable, Domain::Choices(2));
                } else if no & (1 << bit) != 0 {
                    space.set(variable, Domain::Choices(1));
                }
            }
        }
        (Answer::Number(number), _) => {
            space.set(first, Domain::Range(*number, *number));
        }
        (Answer::Range(low, high), _) => {
            space.set(first, Domain::Range(*low, *high));
        }
        (Answer::Date(date), _) => {
            space.set(first, Domain::Range(date.0.into(), date.0.into()));
        }
        (Answer::Rows(rows), Shape::Group { fields, .. }) => {
            space.set(first, Domain::Range(rows.len().into(), rows.len().into()));
            let mut variable = first + 1;
            for row in rows {
                for (field, answer) in fields.iter().zip(row) {
                    if let Some(answer) = answer {
                        narrow(space, field, variable, answer);
                    }
                    variable += 1;
                }
            }
        }
        (Answer::Set { .. } | Answer::Rows(_), _) => {}
    }
}

/// An answer as [`Answer::read`] takes it.
pub(crate) fn write(question: &Question, answer: &Answer) -> Input {
    match (answer, &question.shape) {
        (Answer::YesNo(holds), _) => Input::Bool(*holds),
        (Answer::Number(number), _) => Input::Number(*number),
        (Answer::Range(low, high), _) => {
            Input::Map(vec![("min".into(), Input::Number(*low)), ("max".into(), Input::Number(*high))])
        }
        (Answer::Date(date), _) => Input::Text(date.to_string()),
        (Answer::Choice(value), Shape::Choice(values)) => {
            values.get(usize::from(*value)).map_or(Input::Null, |value| Input::Text(value.id.clone()))
        }
        (Answer::Set { yes, no }, Shape::Set(members)) => Input::Map(
            members
                .iter()
                .enumerate()
                .filter(|(bit, _)| (yes | no) & (1 << bit) != 0)
                .map(|(bit, member)| (member.id.clone(), Input::Bool(yes & (1 << bit) != 0)))
                .collect(),
        ),
        (Answer::Rows(rows), Shape::Group { fields, .. }) => Input::List(
            rows.iter()
                .map(|row| {
                    let pairs = fields.iter().zip(row);
                    Input::Map(
                        pairs
                            .filter_map(|(field, answer)| Some((field.id.clone(), write(field, answer.as_ref()?))))
                            .collect(),
                    )
                })
                .collect(),
        ),
        (Answer::Unknown | Answer::Choice(_) | Answer::Set { .. } | Answer::Rows(_), _) => Input::Null,
    }
}

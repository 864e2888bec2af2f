//! What is asked in one place: a question, a field of one of its rows, or some members of a set.

use huiqi_core::dataset::{Dataset, Question, Shape};
use huiqi_core::profile::{Answer, Profile};

/// A question, or a field of one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field {
    /// Index of the question.
    pub question: u16,
    /// Index of the row and of the field in it.
    pub row: Option<(u8, u8)>,
}

/// What one asks at a time. The members of a set stand behind different situations, so each place asks for its own only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// The question or field.
    pub field: Field,
    /// Of a set the members asked for here, a bit each; of anything else 0.
    pub members: u32,
}

impl Field {
    /// The question itself.
    pub const fn of(question: u16) -> Self {
        Self { question, row: None }
    }

    /// A field of one of its rows.
    pub const fn in_row(question: u16, row: u8, field: u8) -> Self {
        Self { question, row: Some((row, field)) }
    }

    /// What is asked here.
    pub fn asked(self, dataset: &Dataset) -> Option<&Question> {
        let question = dataset.questions.get(usize::from(self.question))?;
        match (self.row, &question.shape) {
            (None, _) => Some(question),
            (Some((_, field)), Shape::Group { fields, .. }) => fields.get(usize::from(field)),
            (Some(_), _) => None,
        }
    }

    /// What is answered here.
    pub fn answer(self, profile: &Profile) -> Option<&Answer> {
        let answer = profile.get(usize::from(self.question))?;
        match (self.row, answer) {
            (None, answer) => Some(answer),
            (Some((row, field)), Answer::Rows(rows)) => rows.get(usize::from(row))?.get(usize::from(field))?.as_ref(),
            (Some(_), _) => None,
        }
    }

    /// Answers it; a row that is not there stays away.
    pub fn give(self, profile: &mut Profile, answer: Option<Answer>) {
        let question = usize::from(self.question);
        let Some((row, field)) = self.row else { return profile.set(question, answer) };
        let Some(Answer::Rows(mut rows)) = profile.get(question).cloned() else { return };
        if let Some(place) = rows.get_mut(usize::from(row)).and_then(|row| row.get_mut(usize::from(field))) {
            *place = answer;
            profile.set(question, Some(Answer::Rows(rows)));
        }
    }
}

impl Part {
    /// A question or field as a whole; of a set all members.
    pub fn whole(dataset: &Dataset, field: Field) -> Self {
        let members = match field.asked(dataset).map(|question| &question.shape) {
            Some(Shape::Set(members)) => huiqi_core::rules::all_choices(members.len()),
            _ => 0,
        };
        Self { field, members }
    }
}

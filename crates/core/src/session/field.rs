//! Fields that are typed into: the raw text is kept as typed, and what it means is read apart from it.

use super::number::{read_date, read_number, Reading};
use super::sorted::Sorted;
use crate::dataset::{Dataset, Question, Shape};
use crate::profile::{Answer, Input, Problem, Profile};
use rust_decimal::Decimal;

/// A question, or a field of one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field {
    /// Index of the question.
    pub question: u16,
    /// Index of the row and of the field in it.
    pub row: Option<(u8, u8)>,
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

/// What the digits of a sum of money count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// 元
    #[default]
    Yuan,
    /// 万元
    TenThousand,
}

impl Scale {
    /// How many yuan one is.
    pub fn factor(self) -> Decimal {
        match self {
            Self::Yuan => Decimal::ONE,
            Self::TenThousand => Decimal::from(10_000),
        }
    }
}

/// The scale in which a question's sums are usually told; `None` where it asks for no sum of money.
pub fn default_scale(question: &Question) -> Option<Scale> {
    let Shape::Number { unit, typical, .. } = &question.shape else { return None };
    if unit != "yuan" {
        return None;
    }
    let large = typical.is_some_and(|typical| typical >= Decimal::from(100_000));
    Some(if large { Scale::TenThousand } else { Scale::Yuan })
}

/// Text typed into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// What its digits count.
    pub scale: Scale,
    /// The visitor has left the field, so it may say what is wrong.
    pub left: bool,
    /// Not yet read into the profile.
    pub unread: bool,
}

impl Draft {
    /// What the text means: nothing where it is empty.
    pub fn read(&self, question: &Question) -> Result<Option<Answer>, Problem> {
        if self.text.trim().is_empty() {
            return Ok(None);
        }
        let input = match &question.shape {
            Shape::Number { percent, unit_label, .. } => {
                match read_number(&self.text, unit_label, *percent, self.scale) {
                    Reading::Number(number) => Input::Number(number),
                    Reading::TooLarge => return Err(too_large(question)),
                    Reading::NoNumber => Input::Text(self.text.trim().to_owned()),
                }
            }
            Shape::Date { .. } => {
                Input::Text(read_date(&self.text).map_or_else(|| self.text.trim().to_owned(), |d| d.to_string()))
            }
            Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Group { .. } => Input::Text(self.text.clone()),
        };
        Answer::read(question, &input).map(Some)
    }
}

/// A number of more digits than can be kept: the message of one out of bounds, without its endless digits.
fn too_large(question: &Question) -> Problem {
    let problem = "这个数太大了。".to_owned();
    match Answer::read(question, &Input::Number(Decimal::MAX)) {
        Err(bounds) => Problem { problem, ..bounds },
        Ok(_) => Problem { question: question.id.clone(), problem, advice: String::new() },
    }
}

/// What was typed, by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts(Sorted<Field, Draft>);

impl Drafts {
    /// What was typed into a field.
    pub fn get(&self, field: Field) -> Option<&Draft> {
        self.0.get(field)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &Draft)> {
        self.0.iter()
    }

    /// Keeps what was typed.
    pub fn put(&mut self, field: Field, draft: Draft) {
        self.0.insert(field, draft);
    }

    /// What was typed, to be changed.
    pub fn get_mut(&mut self, field: Field) -> Option<&mut Draft> {
        self.0.get_mut(field)
    }

    /// Forgets what was typed into a field, and into its rows.
    pub fn forget(&mut self, field: Field) {
        self.0
            .rekey(|kept| (kept != field && !(field.row.is_none() && kept.question == field.question)).then_some(kept));
    }

    /// Forgets a row; those after it move up.
    pub fn forget_row(&mut self, question: u16, row: u8) {
        self.0.rekey(|mut field| {
            if let (true, Some((at, column))) = (field.question == question, field.row) {
                match at.cmp(&row) {
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Equal => return None,
                    std::cmp::Ordering::Greater => field.row = Some((at - 1, column)),
                }
            }
            Some(field)
        });
    }

    /// What is wrong with the fields of these questions.
    pub fn problems(&self, dataset: &Dataset, questions: &[u16]) -> Vec<(Field, Problem)> {
        self.iter()
            .filter(|(field, _)| questions.contains(&field.question))
            .filter_map(|(field, draft)| Some((field, draft.read(field.asked(dataset)?).err()?)))
            .collect()
    }
}

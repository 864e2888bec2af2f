//! Fields that are typed into: the raw text is kept as typed; what it means is read apart from it.

use crate::part::Field;
use crate::sorted::Sorted;
use huiqi_core::dataset::{Question, Shape};
use rust_decimal::Decimal;

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

    /// The scale in which a question's sums are usually told; `None` where it asks for no sum of money.
    pub fn of(question: &Question) -> Option<Self> {
        let Shape::Number { unit, typical, .. } = &question.shape else { return None };
        if unit != "yuan" {
            return None;
        }
        let large = typical.is_some_and(|typical| typical >= Decimal::from(100_000));
        Some(if large { Self::TenThousand } else { Self::Yuan })
    }
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
}

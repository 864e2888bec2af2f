//! A question as it stands on a screen: what one tap can say, what is typed, what was understood.

use crate::action::Action;
use crate::draft::Scale;
use crate::part::Part;
use huiqi_core::date::Date;
use rust_decimal::Decimal;

/// What a tap says; the widget has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// 是
    Yes,
    /// 不是
    No,
    /// A value of the choice, by its place.
    Value(u8),
    /// Exactly these members of the set, a bit each (of a set of two: both, or one alone).
    Only(u32),
    /// One member of a set of which several may hold, by its place.
    Member(u8),
    /// All members asked for here (三样都行).
    All,
    /// None of the members asked for here (都没有).
    None,
    /// A band, in the unit in which the number is kept; both ends belong to it. An end at the question's own limit is
    /// `None`: 9 人以下, 300 人以上.
    Band(Option<Decimal>, Option<Decimal>),
    /// A band worked out from other answers (估), with how it comes about in [`Ask::derivation`].
    Estimate(Decimal, Decimal),
    /// A span of days; a whole month where it is one. An end at the question's own limit is `None`.
    Days(Option<Date>, Option<Date>),
    /// What was typed, read in one of several ways: the words of [`Written::Ask`].
    Reading(usize),
    /// 不清楚
    Unclear,
}

/// Something to tap.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it says.
    pub label: Label,
    /// Is it so.
    pub chosen: bool,
    /// What the tap does.
    pub action: Action,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One of the choices (radios).
    One,
    /// Several of the members (checkboxes), then `All`, `None`, `Unclear`.
    Several,
    /// Rows: the asks of the rows follow one another; rows are added and taken away.
    Rows,
}

/// What was understood of a typed text.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// Nothing is typed.
    Nothing,
    /// Understood, read back in words: 350 万元.
    Understood(String),
    /// It may mean one of these, each in words, with what the tap does; the question stands first.
    Ask(String, Vec<(String, Action)>),
    /// It cannot be used, and what to write.
    Refused(String),
}

/// The field beside the bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// What stands in it.
    pub text: String,
    /// What its digits count; `None` where it is no sum of money.
    pub scale: Option<Scale>,
    /// What was understood.
    pub written: Written,
    /// May a refusal be told: the visitor has left the field.
    pub told: bool,
}

/// A question as it stands on a screen. Its text, help and unit stand in the dataset (`part.field.asked(dataset)`).
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// What is asked.
    pub part: Part,
    /// How it is answered.
    pub control: Control,
    /// Is it answered, 不清楚 included.
    pub answered: bool,
    /// What one tap says.
    pub choices: Vec<Choice>,
    /// Where a number or a day can be typed.
    pub typed: Option<Typed>,
    /// Rows, each with its asks; only of [`Control::Rows`].
    pub rows: Vec<Vec<Ask>>,
    /// May a row be added: what adds it.
    pub add: Option<Action>,
    /// How an estimate among the choices comes about, in words.
    pub derivation: Option<String>,
    /// Items that hang on it, those worth most first: why it is asked.
    pub items: Vec<u16>,
    /// Other answers with which this one cannot be, in the list's words.
    pub contradicts: Option<String>,
}

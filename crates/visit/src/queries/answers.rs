//! 回答: everything that was said, by chapter, with where it came from.

use crate::part::{Field, Part};
use huiqi_core::profile::Answer;

/// Where an answer came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The visitor said so.
    Said,
    /// The page around the widget said so.
    Told,
    /// It follows from other answers; why, in the list's words, and the fields of these answers.
    Implied(String, Vec<Field>),
}

/// An answer; of a set only the part's members.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// What was asked.
    pub part: Part,
    /// What was said.
    pub answer: Answer,
    /// Where it came from.
    pub source: Source,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Index of the gate; `None` for who the firm is and the figures of every firm.
    pub gate: Option<u8>,
    /// What was said there.
    pub sentences: Vec<Sentence>,
}

/// 回答.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// Chapters in order: who the firm is, then those that were opened.
    pub chapters: Vec<Chapter>,
    /// What follows from them.
    pub implied: Vec<Sentence>,
    /// Situations that were not tapped, the trade's own first; how many of them are common for it.
    pub untapped: (Vec<u8>, usize),
    /// All sentences of the chapters.
    pub count: usize,
}

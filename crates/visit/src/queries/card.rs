//! A card: one thing to do, and behind it everything that makes it so.

use super::{Ask, Row, Word, Worth};
use huiqi_core::dataset::Nature;

/// A card in its short form.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The item in one line.
    pub row: Row,
    /// The number on it, from 1, as in the ledger.
    pub number: usize,
    /// Conditions that hold, that are for the office to tell, and that are open.
    pub conditions: [usize; 3],
    /// Why, in the list's words: conditions that hold, the telling ones first.
    pub why: Vec<String>,
    /// The formula in short, with the visitor's own numbers.
    pub formula: Option<String>,
    /// Figures that the amount still needs; each answered by a band or typed.
    pub figures: Vec<Ask>,
    /// How many of its clauses exclude each other, one of which counts; 0 or at least 2.
    pub pick_one: usize,
    /// Is everything behind it shown.
    pub open: bool,
}

/// A condition as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// In plain words.
    pub text: String,
    /// Does it hold; `None` while open.
    pub holds: Option<bool>,
    /// Who decides it.
    pub nature: Nature,
    /// Was it answered with 不清楚, or is it for the office: to be asked.
    pub ask: bool,
}

/// One of several clauses of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Index of the clause; title, text, number and document stand in the dataset.
    pub clause: u16,
    /// Its own verdict word.
    pub word: Word,
    /// What it would be worth alone; `None` without a figure.
    pub worth: Option<Worth>,
    /// Is it the one that counts.
    pub counted: bool,
    /// The clause that takes its place, and the exclusion's index.
    pub because_of: Option<(u16, usize)>,
    /// Conditions; of one that is refused only those that fail.
    pub conditions: Vec<Condition>,
}

/// A line of a formula with the reading that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Index of the clause.
    pub clause: u16,
    /// One line per reading, with the visitor's own numbers.
    pub lines: Vec<String>,
}

/// Everything behind a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The item.
    pub row: Row,
    /// Figures with bands, asked for here only.
    pub figures: Vec<Ask>,
    /// How the amount comes about.
    pub readings: Vec<Reading>,
    /// Every clause of the item, the counted one first.
    pub options: Vec<Alternative>,
    /// Remarks of the clauses, in the list's words.
    pub notes: Vec<String>,
    /// Later changes, in the list's words, each with how far it was verified (0 to 2).
    pub later: Vec<(String, u8)>,
    /// Contradictions of the source decided here, indices into `Dataset::contradictions`.
    pub contradictions: Vec<usize>,
}

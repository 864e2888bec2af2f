//! How a number is likely, from other answers. What it comes to for a profile belongs to `screening`.

use crate::pack::packed;
use crate::rules::FigureId;

/// A likely range of a number question. Offered beside its bands, and never counted until it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Index of the question, in [`Dataset::questions`](super::Dataset::questions).
    pub question: u16,
    /// What it comes to at least; read at its least value.
    pub low: FigureId,
    /// What it comes to at most; read at its greatest value.
    pub high: FigureId,
    /// What it is worked out from, and how, in a plain sentence.
    pub text: String,
    /// The fact or clause that says so.
    pub source: String,
    /// Sources that say so: 1, or 2 for two or more.
    pub verified: u8,
}
packed!(Estimate { question, low, high, text, source, verified });

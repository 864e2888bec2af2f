//! What may be wrong with an answer, in plain words for the visitor. Finding it belongs to `read`.

use serde::Serialize;
use std::fmt;

/// An answer that cannot be used, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Id of the question; in a row `loans[1].loan_rate`.
    pub question: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub advice: String,
}

impl Problem {
    pub(super) fn new(question: &str, problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { question: question.to_owned(), problem: problem.into(), advice: advice.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}：{}{}", self.question, self.problem, self.advice)
    }
}

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
    /// What to do; empty where an id is unknown, since only the caller knows where ids are listed.
    pub advice: String,
}

impl Problem {
    pub(super) fn new(question: &str, problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { question: question.to_owned(), problem: problem.into(), advice: advice.into() }
    }

    /// The problem with the caller's advice where it has none of its own.
    #[must_use]
    pub fn advised(mut self, where_ids_are_listed: &str) -> Self {
        if self.advice.is_empty() {
            where_ids_are_listed.clone_into(&mut self.advice);
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}：{}{}", self.question, self.problem, self.advice)
    }
}

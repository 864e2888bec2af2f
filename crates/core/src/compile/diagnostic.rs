//! What is wrong with a dataset, and where. Finding it belongs to the other modules.

use super::tree::Span;
use std::fmt;

/// How much of a line is shown.
const SHOWN: usize = 60;

/// A mistake in `policies.json`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, the offending text in backticks.
    pub problem: String,
    /// What to do.
    pub advice: String,
    /// The text at that place, to the end of its line at most.
    pub text: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}; {}", self.line, self.column, self.problem, self.advice)
    }
}

/// Collects diagnostics while a text is read.
pub struct Log<'text> {
    text: &'text str,
    found: Vec<Diagnostic>,
}

impl<'text> Log<'text> {
    pub fn new(text: &'text str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub fn text(&self) -> &'text str {
        self.text
    }

    /// Notes a mistake at the beginning of a span.
    pub fn add(&mut self, span: Span, problem: impl Into<String>, advice: impl Into<String>) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        self.found.push(Diagnostic {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or("").chars().count() + 1,
            problem: problem.into(),
            advice: advice.into(),
            text: self.text.get(span.start..).unwrap_or("").lines().next().unwrap_or("").chars().take(SHOWN).collect(),
        });
    }

    /// How many were found so far.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Was nothing found so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All mistakes, in the order of the text.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}

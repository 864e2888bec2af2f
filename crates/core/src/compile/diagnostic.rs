//! What is wrong with a dataset, and where. Finding it belongs to the other modules.

use super::text::visible;
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
    found: Vec<Found>,
}

/// A mistake whose place is not worked out yet.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    start: usize,
    problem: String,
    advice: String,
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
        self.found.push(Found { start: span.start, problem: problem.into(), advice: advice.into() });
    }

    /// How many were found so far.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Was nothing found so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All mistakes, in the order of the text, which is gone through once however many they are.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort();
        self.found.dedup();
        let mut place = Place { offset: 0, line: 1, column: 1 };
        let told = |found: Found| {
            place.advance(self.text, found.start);
            Diagnostic {
                line: place.line,
                column: place.column,
                problem: visible(&found.problem),
                advice: visible(&found.advice),
                text: shown(self.text, found.start),
            }
        };
        self.found.into_iter().map(told).collect()
    }
}

/// A place in a text.
struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

impl Place {
    fn advance(&mut self, text: &str, offset: usize) {
        let passed = text.get(self.offset..offset).unwrap_or("");
        match passed.rsplit_once('\n') {
            Some((lines, last)) => {
                self.line += lines.matches('\n').count() + 1;
                self.column = last.chars().count() + 1;
            }
            None => self.column += passed.chars().count(),
        }
        self.offset = offset;
    }
}

/// The text from a byte on, to the end of its line at most.
fn shown(text: &str, start: usize) -> String {
    let rest = text.get(start..).unwrap_or("");
    let line: String = rest.chars().take_while(|letter| !matches!(letter, '\r' | '\n')).take(SHOWN).collect();
    visible(&line)
}

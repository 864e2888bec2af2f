//! What is told when a command fails.

use huiqi_core::compile::{is_unseen, visible, Diagnostic};
use huiqi_core::profile::Problem;
use std::fmt::Write as _;
use std::io::Write as _;

/// What is told, and the exit status.
#[derive(Debug)]
pub struct Failure {
    told: Vec<Told>,
    pub status: u8,
}

/// One thing that is wrong.
#[derive(Debug)]
enum Told {
    /// Of the command, its files or the answers.
    Problem(Problem),
    /// Of the dataset in this file.
    Mistake(String, Diagnostic),
    /// For an editor to read: what a sample firm gets, which case is missing.
    Line(String),
}

impl Failure {
    /// The command, its arguments, a file or the answers are wrong.
    pub fn usage(problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::of("", problem, advice)
    }

    /// The same, of one thing that was given.
    pub fn of(name: &str, problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::problems(vec![Problem { question: name.to_owned(), problem: problem.into(), advice: advice.into() }])
    }

    /// Answers cannot be used.
    pub fn problems(problems: Vec<Problem>) -> Self {
        Self { told: problems.into_iter().map(Told::Problem).collect(), status: 2 }
    }

    /// What was asked for was found, and cannot be written: the disk is full, the folder is not there.
    pub fn unwritten(place: &str, error: &std::io::Error) -> Self {
        let failure = Self::usage(
            format!("cannot write {place}: {}", error.to_string().to_lowercase()),
            "what stands there is not whole; make room, or write it elsewhere",
        );
        Self { status: 1, ..failure }
    }

    /// The dataset in this file has mistakes.
    pub fn mistakes(file: &str, found: Vec<Diagnostic>) -> Self {
        Self { told: found.into_iter().map(|one| Told::Mistake(file.to_owned(), one)).collect(), status: 1 }
    }

    /// The dataset is in order, but not what was expected of it.
    pub fn dataset(lines: Vec<String>) -> Self {
        Self { told: lines.into_iter().map(Told::Line).collect(), status: 1 }
    }

    /// Both: a command that was given several wrong things tells all of them.
    pub fn and(mut self, other: Self) -> Self {
        self.told.extend(other.told);
        self.status = self.status.max(other.status);
        self
    }

    /// Writes it to standard error, a line each, nothing that steers a terminal among it. `for_programs`: mistakes of the
    /// dataset as JSON objects too, not as lines for an editor.
    pub fn tell(&self, for_programs: bool) {
        let mut out = std::io::BufWriter::new(std::io::stderr().lock());
        for told in &self.told {
            let line = match told {
                Told::Problem(problem) => json_line(problem),
                Told::Mistake(file, mistake) if for_programs => json_line(&Problem {
                    question: String::new(),
                    problem: format!("{file}:{}:{}: {}", mistake.line, mistake.column, mistake.problem),
                    advice: mistake.advice.clone(),
                }),
                Told::Mistake(file, mistake) => format!("{}:{mistake}\n    {}", visible(file), mistake.text),
                Told::Line(line) => visible(line),
            };
            // Nobody is left to tell it to.
            let _ = writeln!(out, "{line}");
        }
    }
}

/// Everything that went well, or everything that did not.
pub fn both<A, B>(a: Result<A, Failure>, b: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(a.and(b)),
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => Err(failure),
    }
}

/// A value as JSON in one line; characters that cannot be seen stand there as escapes.
pub fn json_line(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    if !text.chars().any(is_unseen) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

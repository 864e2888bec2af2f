//! One module per command, and what they share.

pub mod check;
pub mod diff;
pub mod page;
pub mod questions;
pub mod schema;
pub mod screen;

use crate::failure::Failure;
use crate::text::read;
use huiqi_core::compile::compile;
use huiqi_core::dataset::Dataset;

/// Arguments of a command: free ones, and options with a value.
#[derive(Debug, Default)]
pub struct Arguments {
    pub free: Vec<String>,
    options: Vec<(String, String)>,
    flags: Vec<String>,
}

impl Arguments {
    /// Takes arguments apart: at most `most` free ones; `known` are the options with a value that the command has,
    /// `flags` those without.
    pub fn parse(arguments: &[String], most: usize, known: &[&str], flags: &[&str]) -> Result<Self, Failure> {
        let mut parsed = Self::default();
        let mut wrong: Option<Failure> = None;
        let mut refuse = |problem: String, advice: &str| {
            let failure = Failure::usage(problem, advice);
            wrong = Some(match wrong.take() {
                Some(others) => others.and(failure),
                None => failure,
            });
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let Some(option) = argument.strip_prefix("--") else {
                if parsed.free.len() == most {
                    refuse(format!("`{argument}` is one argument too many"), "`huiqi help` shows what it takes");
                } else {
                    parsed.free.push(argument.clone());
                }
                continue;
            };
            let (name, value) = option.split_once('=').map_or((option, None), |(name, value)| (name, Some(value)));
            let is_known = known.contains(&name);
            if is_known && parsed.option(name).is_some() {
                refuse(format!("`--{name}` is given twice"), "keep one of them");
            }
            match value.map(str::to_owned).or_else(|| is_known.then(|| rest.next().cloned()).flatten()) {
                Some(value) if is_known => parsed.options.push((name.to_owned(), value)),
                None if is_known => refuse(format!("`{argument}` needs a value"), "write it behind the option"),
                None if flags.contains(&name) => parsed.flags.push(name.to_owned()),
                _ => refuse(format!("unknown option `{argument}`"), "`huiqi help` lists them"),
            }
        }
        wrong.map_or(Ok(parsed), Err)
    }

    pub fn flag(&self, name: &str) -> bool {
        self.flags.iter().any(|known| known == name)
    }

    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads and compiles a dataset; every mistake is a line `file:line:column: …`, and what stands there.
pub fn dataset(path: &str) -> Result<Dataset, Failure> {
    dataset_and_text(path).map(|(dataset, _)| dataset)
}

/// The same, with the text that was read.
pub fn dataset_and_text(path: &str) -> Result<(Dataset, String), Failure> {
    let text = read(path)?;
    match compile(&text) {
        Ok(dataset) => Ok((dataset, text)),
        Err(found) => Err(Failure::mistakes(path, found)),
    }
}

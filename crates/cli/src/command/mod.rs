//! One module per command, and what they share.

pub mod check;
pub mod diff;
pub mod page;
pub mod questions;
pub mod schema;
pub mod screen;

use crate::failure::Failure;
use huiqi_core::compile::{compile, Diagnostic};
use huiqi_core::dataset::Dataset;

/// Arguments of a command: free ones, and options with a value.
#[derive(Debug, Default)]
pub struct Arguments {
    pub free: Vec<String>,
    options: Vec<(String, String)>,
    flags: Vec<String>,
}

impl Arguments {
    /// Takes arguments apart; `known` are the options with a value that the command has, `flags` those without.
    pub fn parse(arguments: &[String], known: &[&str], flags: &[&str]) -> Result<Self, Failure> {
        let mut parsed = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.strip_prefix("--") {
                Some(name) if known.contains(&name) => match rest.next() {
                    Some(value) => parsed.options.push((name.to_owned(), value.clone())),
                    None => return Err(Failure::usage(format!("`{argument}` needs a value"))),
                },
                Some(name) if flags.contains(&name) => parsed.flags.push(name.to_owned()),
                Some(_) => return Err(Failure::usage(format!("unknown option `{argument}`; `huiqi help` lists them"))),
                None => parsed.free.push(argument.clone()),
            }
        }
        Ok(parsed)
    }

    pub fn flag(&self, name: &str) -> bool {
        self.flags.iter().any(|known| known == name)
    }

    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a file, or standard input for `-`.
pub fn read(path: &str) -> Result<String, Failure> {
    let text = if path == "-" { std::io::read_to_string(std::io::stdin()) } else { std::fs::read_to_string(path) };
    text.map_err(|error| Failure::usage(format!("cannot read `{path}`: {error}; check the path")))
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
        Err(found) => {
            let told = |one: &Diagnostic| format!("{path}:{one}\n    {}", one.text);
            Err(Failure::dataset(found.iter().map(told).collect()))
        }
    }
}

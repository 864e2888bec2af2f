//! `huiqi screen`: one profile, or with `--lines` one a line.

use super::{dataset, read, Arguments};
use crate::failure::Failure;
use crate::say::say_line;
use huiqi_core::date::Date;
use huiqi_core::profile::{Input, Problem, Profile};
use huiqi_core::screening::{Report, Screener};
use serde_json::{json, Value};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["reference-date", "dataset"], &["lines"])?;
    let [answers] = arguments.free.as_slice() else {
        return Err(Failure::usage("give one file of answers, or `-`; `huiqi help` shows how"));
    };
    let screener = Screener::new(dataset(arguments.option("dataset").unwrap_or("policies.json"))?);
    let date = match arguments.option("reference-date") {
        Some(text) => text
            .parse()
            .map_err(|_| Failure::usage(format!("`{text}` is no day of the calendar; write it like 2020-07-15")))?,
        None => today(),
    };
    if arguments.flag("lines") {
        return each_line(&screener, answers, date);
    }
    match screen(&screener, &read(answers)?, date) {
        Ok(report) => {
            let text = serde_json::to_string_pretty(&report).map_err(|error| unwritten(&error))?;
            say_line(&text);
            Ok(())
        }
        Err(Refused::NoJson(error)) => Err(Failure::usage(format!("`{answers}` is no JSON: {error}; mend it there"))),
        Err(Refused::Problems(problems)) => {
            let lines = problems.iter().filter_map(|problem| serde_json::to_string(problem).ok()).collect();
            Err(Failure { lines, status: 2 })
        }
    }
}

/// Why a profile cannot be screened.
enum Refused {
    NoJson(serde_json::Error),
    Problems(Vec<Problem>),
}

fn screen(screener: &Screener, answers: &str, date: Date) -> Result<Report, Refused> {
    let input: Input = serde_json::from_str(answers).map_err(Refused::NoJson)?;
    let (profile, problems) = Profile::read(screener.dataset(), &input);
    if problems.is_empty() {
        Ok(screener.report(&profile, date))
    } else {
        Err(Refused::Problems(problems))
    }
}

/// A profile a line in, a report a line out; a line that cannot be screened gives `{"errors":[…]}` in its place.
fn each_line(screener: &Screener, path: &str, date: Date) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut refused: usize = 0;
    for line in lines(path)? {
        let line = line.map_err(|error| Failure::usage(format!("cannot read `{path}`: {error}; check the file")))?;
        let told = match screen(screener, &line, date) {
            Ok(report) => serde_json::to_string(&report),
            Err(why) => {
                refused += 1;
                serde_json::to_string(&errors(why))
            }
        };
        let told = told.map_err(|error| unwritten(&error))?;
        writeln!(out, "{told}").map_err(|error| unwritten(&error))?;
    }
    out.flush().map_err(|error| unwritten(&error))?;
    match refused {
        0 => Ok(()),
        _ => Err(Failure::usage(format!("{refused} lines could not be screened; their lines hold `errors`"))),
    }
}

fn errors(why: Refused) -> Value {
    match why {
        Refused::NoJson(error) => {
            let problem = format!("this line is no JSON: {error}");
            json!({ "errors": [{ "question": "", "problem": problem, "advice": "mend it there" }] })
        }
        Refused::Problems(problems) => json!({ "errors": problems }),
    }
}

fn lines(path: &str) -> Result<impl Iterator<Item = std::io::Result<String>>, Failure> {
    let input: Box<dyn Read> = if path == "-" {
        Box::new(std::io::stdin())
    } else {
        let file = std::fs::File::open(path);
        Box::new(file.map_err(|error| Failure::usage(format!("cannot read `{path}`: {error}; check the path")))?)
    };
    Ok(BufReader::new(input).lines())
}

fn unwritten(error: &dyn std::fmt::Display) -> Failure {
    Failure::usage(format!("cannot write the report: {error}"))
}

/// Today by the machine's clock, in the bureau's time zone (UTC+8).
fn today() -> Date {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date(i32::try_from((seconds + 8 * 3_600) / 86_400).unwrap_or(0))
}

//! `huiqi screen`: one profile, or with `--lines` one a line.

use super::{dataset, Arguments};
use crate::answers;
use crate::failure::{both, json_line, Failure};
use crate::say::{said, say_line};
use crate::text::{decode, open, read, unread, SAVE_AS};
use huiqi_core::date::{Date, NotADate};
use huiqi_core::profile::Problem;
use huiqi_core::screening::{Report, Screener};
use serde_json::json;
use std::io::{BufRead, BufReader, BufWriter, Write};

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, 1, &["reference-date", "dataset"], &["lines"])?;
    let date = arguments.option("reference-date").map_or_else(|| Ok(today()), reference_date);
    let path = arguments.free.first().map(String::as_str);
    let path = path.ok_or_else(|| Failure::usage("no answers are given", "name one file of answers, or `-`"));
    let dataset = dataset(arguments.option("dataset").unwrap_or("policies.json"));
    if arguments.flag("lines") {
        let ((path, date), dataset) = both(both(path, date), dataset)?;
        return each_line(&Screener::new(dataset), path, date);
    }
    let input = path.and_then(|path| {
        let text = read(path)?;
        answers::parse(&text, &format!("`{path}`")).map_err(|problem| Failure::problems(vec![problem]))
    });
    let profile = both(input, dataset).and_then(|(input, dataset)| {
        let profile = answers::profile(&dataset, &input).map_err(Failure::problems)?;
        Ok((profile, dataset))
    });
    let ((profile, dataset), date) = both(profile, date)?;
    let report = Screener::new(dataset).report(&profile, date);
    let text = serde_json::to_string_pretty(&report).map_err(|error| unspoken(&error))?;
    say_line(&text)
}

fn reference_date(text: &str) -> Result<Date, Failure> {
    let refused = |problem: &str, advice: String| Failure::of("reference_date", format!("`{text}` {problem}"), advice);
    text.parse().map_err(|why| match why {
        NotADate::NoDay => refused("is no day of the calendar", "write it like 2020-07-15".to_owned()),
        NotADate::OutOfYears => {
            refused("is out of range", format!("give a day from {} to {}", Date::FIRST, Date::LAST))
        }
    })
}

fn screen(screener: &Screener, line: &[u8], date: Date) -> Result<Report, Vec<Problem>> {
    let not_text =
        |why| Problem { question: String::new(), problem: format!("this line {why}"), advice: SAVE_AS.to_owned() };
    let text = decode(line).map_err(|why| vec![not_text(why)])?;
    let input = answers::parse(&text, "this line").map_err(|problem| vec![problem])?;
    Ok(huiqi_visit::report(screener, &answers::profile(screener.dataset(), &input)?, date))
}

/// A profile a line in, a report a line out; a line that cannot be screened gives `{"errors":[…]}` in its place.
fn each_line(screener: &Screener, path: &str, date: Date) -> Result<(), Failure> {
    let mut from = BufReader::new(open(path).map_err(|error| unread(path, &error))?);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut refused: usize = 0;
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).map_err(|error| unread(path, &error))? > 0 {
        let told = match screen(screener, line.strip_suffix(b"\n").unwrap_or(&line), date) {
            Ok(report) => serde_json::to_string(&report).map_err(|error| unspoken(&error))?,
            Err(problems) => {
                refused += 1;
                json_line(&json!({ "errors": problems }))
            }
        };
        if !said(writeln!(out, "{told}"))? {
            return Ok(());
        }
        line.clear();
    }
    said(out.flush())?;
    match refused {
        0 => Ok(()),
        _ => Err(Failure::usage(format!("{refused} lines could not be screened"), "their lines hold `errors`")),
    }
}

fn unspoken(error: &serde_json::Error) -> Failure {
    Failure::usage(format!("cannot write the report as JSON: {error}"), "tell whoever maintains huiqi")
}

/// Today by the machine's clock, in the bureau's time zone (UTC+8).
fn today() -> Date {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date(i32::try_from((seconds + 8 * 3_600) / 86_400).unwrap_or(0))
}

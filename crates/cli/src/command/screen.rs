//! `huiqi screen`

use super::{dataset, read, Arguments};
use crate::failure::Failure;
use crate::say::say_line;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::Screener;

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["reference-date", "dataset"], &[])?;
    let [answers] = arguments.free.as_slice() else {
        return Err(Failure::usage("give one file of answers, or `-`; `huiqi help` shows how"));
    };
    let dataset = dataset(arguments.option("dataset").unwrap_or("policies.json"))?;
    let date = match arguments.option("reference-date") {
        Some(text) => text
            .parse()
            .map_err(|_| Failure::usage(format!("`{text}` is no day of the calendar; write it like 2020-07-15")))?,
        None => today(),
    };
    let input: Input = serde_json::from_str(&read(answers)?)
        .map_err(|error| Failure::usage(format!("`{answers}` is no JSON: {error}; mend it there")))?;
    let (profile, problems) = Profile::read(&dataset, &input);
    if !problems.is_empty() {
        let lines = problems.iter().filter_map(|problem| serde_json::to_string(problem).ok()).collect();
        return Err(Failure { lines, status: 2 });
    }
    let report = Screener::new(dataset).report(&profile, date);
    let text = serde_json::to_string_pretty(&report)
        .map_err(|error| Failure::usage(format!("cannot write the report: {error}")))?;
    say_line(&text);
    Ok(())
}

/// Today by the machine's clock, in the bureau's time zone (UTC+8).
fn today() -> huiqi_core::date::Date {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    huiqi_core::date::Date(i32::try_from((seconds + 8 * 3_600) / 86_400).unwrap_or(0))
}

//! Cases of a list: what a firm must get, worked out by hand. Whether thresholds have cases belongs to `boundary`.

use crate::failure::Failure;
use crate::text::{read, unread};
use huiqi_core::date::Date;
use huiqi_core::decimal::{parse, to_fen};
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::{ClauseResult, Screener};
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What a case may expect of a clause.
const READ: [&str; 6] = ["verdict", "min", "max", "counted", "status", "open"];

/// Runs every case of a folder and gives the number of expectations that hold; else a line for each way in which those of a
/// file do not: one figure that is changed differs alike in many.
pub fn run(screener: &Screener, folder: &str) -> Result<usize, Failure> {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for path in files(folder)? {
        let shown = path.display().to_string();
        let cases: Vec<Value> = serde_json::from_str(&read(&shown)?)
            .map_err(|error| Failure::usage(format!("`{shown}` is no list of cases: {error}"), "mend it there"))?;
        let mut differing: Vec<(String, &str, usize)> = Vec::new();
        for case in &cases {
            let name = case.get("name").and_then(Value::as_str).unwrap_or("without a name");
            let found = one(screener, case);
            checked += found.as_ref().map_or(0, |found| found.0);
            let lines = found.map_or_else(|line| vec![line], |found| found.1);
            for line in lines {
                match differing.iter_mut().find(|(known, ..)| *known == line) {
                    Some((.., more)) => *more += 1,
                    None => differing.push((line, name, 0)),
                }
            }
        }
        wrong.extend(differing.iter().map(|(line, name, more)| match more {
            0 => format!("{shown}: “{name}”: {line}"),
            _ => format!("{shown}: “{name}” and {more} more: {line}"),
        }));
    }
    if checked == 0 && wrong.is_empty() {
        wrong.push(format!("`{folder}` expects nothing of any clause; write cases there"));
    }
    if wrong.is_empty() {
        return Ok(checked);
    }
    Err(Failure::dataset(wrong))
}

/// The files of a folder that hold cases, by name.
pub fn files(folder: &str) -> Result<Vec<PathBuf>, Failure> {
    let problem = |error: std::io::Error| unread(folder, &error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(problem)? {
        paths.push(entry.map_err(problem)?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    Ok(paths)
}

/// How many clauses a case expects something of, and what differs; an error where it cannot be run at all.
fn one(screener: &Screener, case: &Value) -> Result<(usize, Vec<String>), String> {
    let dataset = screener.dataset();
    let profile = case.get("profile").ok_or("no `profile`; write the answers there")?;
    let input: Input = serde_json::from_value(profile.clone()).map_err(|error| format!("`profile`: {error}"))?;
    let (profile, problems) = Profile::read(dataset, &input);
    let date = case.get("reference_date").and_then(Value::as_str).unwrap_or_default();
    let date: Date = date.parse().map_err(|_| format!("`reference_date` is `{date}`; write it like 2020-07-15"))?;
    let expected = case.get("expect").and_then(Value::as_object).ok_or("no `expect`; name clauses there")?;
    let space = profile.space(dataset);
    // What counts hangs on all the other clauses, which takes most of the time; few cases ask for it.
    let counts = expected.values().any(|wanted| wanted.get("counted").is_some());
    let together = counts.then(|| screener.settle(&space, date));
    let result = |index: usize| match &together {
        Some(screening) => screening.clauses.get(index).cloned(),
        None => screener.judge(space.clone(), index, date),
    };
    let mut lines: Vec<String> =
        problems.iter().map(|problem| format!("`{}` {}", problem.question, problem.problem)).collect();
    for (id, wanted) in expected {
        let index = dataset.clauses.iter().position(|clause| clause.id == *id);
        let Some((index, result)) = index.and_then(|index| Some((index, result(index)?))) else {
            lines.push(format!("no clause `{id}`"));
            continue;
        };
        let Some(wanted) = wanted.as_object() else {
            lines.push(format!("`{id}` expects no object; write {{ \"verdict\": … }}"));
            continue;
        };
        let open = screener.open_questions(&profile, index, date);
        let open = open.iter().filter_map(|question| dataset.questions.get(usize::from(*question)));
        let open = open.map(|question| question.id.as_str()).collect();
        lines.extend(differences(&result, &open, wanted).iter().map(|difference| format!("{id}: {difference}")));
    }
    Ok((expected.len(), lines))
}

/// What a case does not say is not held, but it says the verdict always; where it names no open question, none is.
fn differences(found: &ClauseResult, open: &BTreeSet<&str>, expected: &Map<String, Value>) -> Vec<String> {
    let unread = expected.keys().filter(|key| !READ.contains(&key.as_str()));
    let mut differences: Vec<String> =
        unread.map(|key| format!("`{key}` is not read; a case says {}", READ.join(", "))).collect();
    let words = [
        ("verdict", serde_json::to_value(found.verdict).ok()),
        ("counted", serde_json::to_value(found.counted).ok()),
        ("status", serde_json::to_value(found.status).ok()),
    ];
    for (key, is) in &words {
        let wanted = expected.get(*key);
        if wanted.is_some() && wanted != is.as_ref() || wanted.is_none() && *key == "verdict" {
            differences.push(format!("{key} {}, not {}", shown(is.as_ref()), shown(wanted)));
        }
    }
    let amount = found.amount.or(found.deferred.as_deref().copied());
    let ends = [("min", amount.map(|amount| Some(amount.min))), ("max", amount.map(|amount| amount.max))];
    for (key, end) in ends {
        let Some(wanted) = expected.get(key) else { continue };
        if end != end_of(wanted) {
            let is = end.map(|end| end.map_or("null".to_owned(), |end| end.to_string()));
            differences.push(format!("{key} {}, not {wanted}", is.unwrap_or("nothing".to_owned())));
        }
    }
    let wanted = expected.get("open").and_then(Value::as_array).into_iter().flatten();
    let wanted: BTreeSet<&str> = wanted.filter_map(Value::as_str).collect();
    if *open != wanted {
        differences.push(format!("open {open:?}, not {wanted:?}"));
    }
    differences
}

/// An end that a case expects: a figure in quotes, or `null` for no bound; nothing where it can be read as neither.
fn end_of(wanted: &Value) -> Option<Option<Decimal>> {
    if wanted.is_null() {
        return Some(None);
    }
    wanted.as_str().and_then(parse).map(|figure| Some(to_fen(figure)))
}

fn shown(value: Option<&Value>) -> String {
    value.map_or("nothing".to_owned(), Value::to_string)
}

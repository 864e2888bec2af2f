//! `huiqi check`

use super::{dataset, Arguments};
use crate::boundary;
use crate::case;
use crate::failure::{both, Failure};
use crate::persona::{changes, load, results, Results, EXPECTED};
use crate::say::{say_line, write_file};
use crate::text::read;
use huiqi_core::screening::Screener;
use std::collections::BTreeMap;
use std::path::Path;

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, 1, &["personas", "cases"], &["accept"])?;
    let path = arguments.free.first().map_or("policies.json", String::as_str);
    let dataset = dataset(path)?;
    let bytes = dataset.to_bytes();
    say_line(&format!(
        "{path}: in order; {} policies, {} clauses, {} background rows, {} questions, {} gates, {} items, {} expression nodes, {} bytes compiled",
        dataset.policies.len(),
        dataset.clauses.len(),
        dataset.background.len(),
        dataset.questions.len(),
        dataset.visit.gates.len(),
        dataset.visit.items.len(),
        dataset.rules.conditions.len() + dataset.rules.figures.len(),
        bytes.len()
    ))?;
    let screener = Screener::new(dataset);
    let folder = |name: &str| arguments.option(name).map(str::to_owned).or_else(|| beside(path, name));
    let people = folder("personas");
    if arguments.flag("accept") {
        return match people {
            Some(people) => accept(&screener, &people),
            None => Err(Failure::usage("there are no sample firms to accept", "name their folder with `--personas`")),
        };
    }
    let cases = folder("cases").map_or(Ok(()), |cases| check_cases(&screener, &cases));
    let people = people.map_or(Ok(()), |people| check_personas(&screener, &people));
    both(cases, people).map(|_| ())
}

/// What every case expects, and whether every threshold has some.
fn check_cases(screener: &Screener, folder: &str) -> Result<(), Failure> {
    let held = case::run(screener, folder).and_then(|held| say_line(&format!("{folder}: {held} expectations hold")));
    both(held, boundary::check(screener.dataset(), folder)).map(|_| ())
}

/// The folder of this name where a list keeps it: beside the list, or with the tests of the list that is shipped.
fn beside(list: &str, name: &str) -> Option<String> {
    let home = Path::new(list).parent()?;
    let folders = [home.join(name), home.join("tests").join(name)];
    folders.iter().find(|folder| folder.is_dir()).map(|folder| folder.to_string_lossy().into_owned())
}

/// What every persona gets.
fn found(screener: &Screener, folder: &str) -> Result<BTreeMap<String, Results>, Failure> {
    let personas = load(folder)?;
    Ok(personas.iter().map(|persona| (persona.key.clone(), results(screener, persona))).collect())
}

/// Takes what every persona gets now as what it is to get.
fn accept(screener: &Screener, folder: &str) -> Result<(), Failure> {
    let found = found(screener, folder)?;
    let path = Path::new(folder).join(EXPECTED);
    let text = serde_json::to_string_pretty(&found)
        .map_err(|error| Failure::usage(format!("cannot write the results as JSON: {error}"), "run it again"))?;
    write_file(&path, &(text + "\n"))?;
    say_line(&format!("{}: {} personas accepted", path.display(), found.len()))
}

/// Compares what every persona gets with what was accepted last.
fn check_personas(screener: &Screener, folder: &str) -> Result<(), Failure> {
    let found = found(screener, folder)?;
    let shown = Path::new(folder).join(EXPECTED).display().to_string();
    let expected: BTreeMap<String, Results> = serde_json::from_str(&read(&shown)?)
        .map_err(|error| Failure::usage(format!("`{shown}` is no JSON: {error}"), "accept the results again"))?;
    let mut lines = Vec::new();
    let keys: std::collections::BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    for key in keys {
        let of = |all: &BTreeMap<String, Results>| all.get(key).cloned().unwrap_or_default();
        lines.extend(changes(&of(&expected), &of(&found)).iter().map(|change| format!("{key}: {change}")));
    }
    if lines.is_empty() {
        return say_line(&format!("{shown}: {} personas get what was accepted", found.len()));
    }
    lines.push(format!("if this is meant, run `huiqi check --personas {folder} --accept`"));
    Err(Failure::dataset(lines))
}

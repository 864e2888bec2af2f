//! `huiqi check`

use super::{dataset, Arguments};
use crate::boundary;
use crate::case;
use crate::failure::Failure;
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
    let cases = arguments.option("cases").map(str::to_owned).or_else(|| beside(path, "cases"));
    if let Some(folder) = &cases {
        let held = case::run(&screener, folder)?;
        say_line(&format!("{folder}: {held} expectations hold"))?;
        boundary::check(screener.dataset(), folder)?;
    }
    let people = arguments.option("personas").map(str::to_owned).or_else(|| beside(path, "personas"));
    match people {
        Some(folder) => personas(&screener, &folder, arguments.flag("accept")),
        None => Ok(()),
    }
}

/// The folder of this name where a list keeps it: beside the list, or with the tests of the list that is shipped.
fn beside(list: &str, name: &str) -> Option<String> {
    let home = Path::new(list).parent()?;
    let folders = [home.join(name), home.join("tests").join(name)];
    folders.iter().find(|folder| folder.is_dir()).map(|folder| folder.to_string_lossy().into_owned())
}

/// Compares what every persona gets with what was accepted last, or accepts it.
fn personas(screener: &Screener, folder: &str, accept: bool) -> Result<(), Failure> {
    let personas = load(folder)?;
    let found: BTreeMap<String, Results> =
        personas.iter().map(|persona| (persona.key.clone(), results(screener, persona))).collect();
    let path = Path::new(folder).join(EXPECTED);
    let shown = path.display().to_string();
    if accept {
        let text = serde_json::to_string_pretty(&found)
            .map_err(|error| Failure::usage(format!("cannot write the results as JSON: {error}"), "run it again"))?;
        write_file(&path, &(text + "\n"))?;
        return say_line(&format!("{shown}: {} personas accepted", found.len()));
    }
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

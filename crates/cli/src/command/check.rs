//! `huiqi check`

use super::{dataset, read, Arguments};
use crate::boundary;
use crate::failure::Failure;
use crate::persona::{changes, load, results, Results, EXPECTED};
use crate::say::say_line;
use huiqi_core::dataset::Dataset;
use huiqi_core::screening::Screener;
use std::collections::BTreeMap;
use std::path::Path;

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["personas", "cases"], &["accept"])?;
    let path = arguments.free.first().map_or("policies.json", String::as_str);
    let dataset = dataset(path)?;
    let bytes = dataset.to_bytes();
    say_line(&format!(
        "{path}: in order; {} policies, {} clauses, {} background rows, {} questions, {} expression nodes, {} bytes compiled",
        dataset.policies.len(),
        dataset.clauses.len(),
        dataset.background.len(),
        dataset.questions.len(),
        dataset.rules.nodes.len(),
        bytes.len()
    ));
    if let Some(folder) = arguments.option("cases") {
        boundary::check(&dataset, folder)?;
    }
    match arguments.option("personas") {
        Some(folder) => personas(dataset, folder, arguments.flag("accept")),
        None => Ok(()),
    }
}

/// Compares what every persona gets with what was accepted last, or accepts it.
fn personas(dataset: Dataset, folder: &str, accept: bool) -> Result<(), Failure> {
    let screener = Screener::new(dataset);
    let personas = load(folder)?;
    let found: BTreeMap<String, Results> =
        personas.iter().map(|persona| (persona.key.clone(), results(&screener, persona))).collect();
    let path = Path::new(folder).join(EXPECTED);
    let shown = path.display().to_string();
    if accept {
        let text = serde_json::to_string_pretty(&found)
            .map_err(|error| Failure::usage(format!("cannot write the results: {error}")))?;
        std::fs::write(&path, text + "\n")
            .map_err(|error| Failure::usage(format!("cannot write `{shown}`: {error}; check the path")))?;
        say_line(&format!("{shown}: {} personas accepted", found.len()));
        return Ok(());
    }
    let expected: BTreeMap<String, Results> = serde_json::from_str(&read(&shown)?)
        .map_err(|error| Failure::usage(format!("`{shown}` is no JSON: {error}; accept the results again")))?;
    let mut lines = Vec::new();
    let keys: std::collections::BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    for key in keys {
        let of = |all: &BTreeMap<String, Results>| all.get(key).cloned().unwrap_or_default();
        lines.extend(changes(&of(&expected), &of(&found)).iter().map(|change| format!("{key}: {change}")));
    }
    if lines.is_empty() {
        say_line(&format!("{shown}: {} personas get what was accepted", found.len()));
        return Ok(());
    }
    lines.push(format!("if this is meant, run `huiqi check --personas {folder} --accept`"));
    Err(Failure::dataset(lines))
}

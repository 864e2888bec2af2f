//! `huiqi diff`

use super::{dataset_and_text, Arguments};
use crate::difference;
use crate::failure::Failure;
use crate::persona::{changes, load, results};
use crate::say::say_line;
use huiqi_core::screening::Screener;
use serde_json::Value;

const PERSONAS: &str = "tests/personas";

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, 2, &["personas"], &[])?;
    let [old, new] = arguments.free.as_slice() else {
        return Err(Failure::usage("two datasets are needed", "give the old and the new one"));
    };
    let (old, old_text) = dataset_and_text(old)?;
    let (new, new_text) = dataset_and_text(new)?;
    let found = difference::lines(&written(&old_text)?, &written(&new_text)?);
    if found.is_empty() {
        return say_line("两份数据相同");
    }
    say_line(&found.join("\n"))?;
    let (old, new) = (Screener::new(old), Screener::new(new));
    let mut same = Vec::new();
    say_line("样本企业")?;
    for persona in load(arguments.option("personas").unwrap_or(PERSONAS))? {
        let found = changes(&results(&old, &persona), &results(&new, &persona));
        if found.is_empty() {
            same.push(persona.name.clone());
        }
        for change in found {
            say_line(&format!("  {} {change}", persona.name))?;
        }
    }
    if !same.is_empty() {
        say_line(&format!("  没有变化：{}", same.join("、")))?;
    }
    Ok(())
}

/// A dataset as written. Keys stand in alphabetical order, whichever features another crate turns on in `serde_json`,
/// so that a value prints the same in every build.
fn written(text: &str) -> Result<Value, Failure> {
    let mut value: Value =
        serde_json::from_str(text).map_err(|error| Failure::usage(format!("no JSON: {error}"), "mend it there"))?;
    value.sort_all_objects();
    Ok(value)
}

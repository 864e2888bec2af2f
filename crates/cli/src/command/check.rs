//! `huiqi check`

use super::{dataset, Arguments};
use crate::failure::Failure;

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &[])?;
    let path = arguments.free.first().map_or("policies.json", String::as_str);
    let dataset = dataset(path)?;
    let bytes =
        dataset.to_bytes().map_err(|error| Failure::dataset(vec![format!("cannot encode the dataset: {error}")]))?;
    println!(
        "{path}: in order; {} policies, {} clauses, {} background rows, {} questions, {} expression nodes, {} bytes compiled",
        dataset.policies.len(),
        dataset.clauses.len(),
        dataset.background.len(),
        dataset.questions.len(),
        dataset.rules.nodes.len(),
        bytes.len()
    );
    Ok(())
}

//! `huiqi page`

use super::{dataset_and_text, Arguments};
use crate::failure::Failure;
use crate::page::{render, Source, STYLE};
use crate::say::{say, write_file};
use std::path::Path;

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, 0, &["dataset", "out"], &[])?;
    let path = arguments.option("dataset").unwrap_or("policies.json");
    let (dataset, text) = dataset_and_text(path)?;
    let written = serde_json::from_str(&text)
        .map_err(|error| Failure::usage(format!("`{path}` is no JSON: {error}"), "mend it there"))?;
    let page = render(&Source::new(dataset, written));
    match arguments.option("out") {
        None => say(&page),
        Some(out) => {
            write_file(Path::new(out), &page)?;
            write_file(&Path::new(out).with_file_name("page.css"), STYLE)
        }
    }
}

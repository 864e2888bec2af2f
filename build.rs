//! Compiles `policies.json` into the binary that the wasm embeds; a mistake in it fails the build with its place.

use huiqi_core::dataset::Dataset;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=policies.json");
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(lines) => {
            for line in lines {
                eprintln!("{line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), Vec<String>> {
    let told = |what: &str, error: &dyn std::fmt::Display| vec![format!("{what}: {error}")];
    let text = std::fs::read_to_string("policies.json").map_err(|error| told("cannot read `policies.json`", &error))?;
    let dataset = huiqi_core::compile::compile(&text).map_err(|found| {
        found.iter().map(|one| format!("policies.json:{one}\n    {}", one.text)).collect::<Vec<_>>()
    })?;
    let bytes = dataset.to_bytes();
    if Dataset::from_bytes(&bytes).as_ref() != Ok(&dataset) {
        return Err(vec!["policies.json: a text has a control character or an emoji: take it out".to_owned()]);
    }
    let folder = std::env::var("OUT_DIR").map_err(|error| told("cannot find the output folder", &error))?;
    std::fs::write(Path::new(&folder).join("dataset.bin"), bytes)
        .map_err(|error| told("cannot write the dataset", &error))
}

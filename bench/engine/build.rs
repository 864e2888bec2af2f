//! Compiles the bench's twelve policies, and the list itself, as the widget's build compiles its own.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    embed("../policies.json", "twelve.bin")?;
    embed("../../policies.json", "list.bin")
}

fn embed(from: &str, name: &str) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={from}");
    let text = std::fs::read_to_string(from)?;
    let dataset = huiqi_core::compile::compile(&text)
        .map_err(|found| found.iter().map(|one| format!("{from}:{one}\n")).collect::<String>())?;
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join(name), dataset.to_bytes())?;
    Ok(())
}

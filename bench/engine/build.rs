//! Compiles the bench's twelve policies as the widget's build compiles its own.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../policies.json");
    let text = std::fs::read_to_string("../policies.json")?;
    let dataset = huiqi_core::compile::compile(&text)
        .map_err(|found| found.iter().map(|one| format!("policies.json:{one}\n")).collect::<String>())?;
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("dataset.bin"), dataset.to_bytes())?;
    Ok(())
}

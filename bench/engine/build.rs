//! Compiles the bench's twelve policies as the widget's build compiles its own.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=../policies.json");
    let text = std::fs::read_to_string("../policies.json").expect("../policies.json can be read");
    let dataset = huiqi_core::compile::compile(&text).unwrap_or_else(|found| {
        panic!("{}", found.iter().map(|one| format!("policies.json:{one}\n")).collect::<String>())
    });
    let folder = std::env::var("OUT_DIR").expect("cargo names the output folder");
    let bytes = dataset.to_bytes();
    std::fs::write(Path::new(&folder).join("dataset.bin"), bytes).expect("the output folder can be written");
}

//! Running the command in the repository's root.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn huiqi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huiqi")).args(arguments).current_dir(root()).output().expect("it starts")
}

/// Standard output of a command that must succeed.
pub fn told(arguments: &[&str]) -> String {
    let output = huiqi(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The repository's dataset as written.
pub fn written() -> serde_json::Value {
    let text = std::fs::read_to_string(root().join("policies.json")).expect("policies.json");
    serde_json::from_str(&text).expect("JSON")
}

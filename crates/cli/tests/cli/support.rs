//! Running the command in the repository's root.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn huiqi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huiqi")).args(arguments).current_dir(root()).output().expect("it starts")
}

/// The same, with bytes on standard input.
pub fn given(arguments: &[&str], input: &[u8]) -> Output {
    let mut running = Command::new(env!("CARGO_BIN_EXE_huiqi"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = running.stdin.take().expect("standard input");
    let bytes = input.to_vec();
    // What reads only a part of it closes the pipe; that is its right.
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = running.wait_with_output().expect("it ends");
    let _ = writer.join();
    output
}

/// What stands on standard error, each line an object of the contract.
pub fn errors(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    let object = |line: &str| {
        let error: Value = serde_json::from_str(line).unwrap_or_else(|why| panic!("{why}: {line}"));
        let keys: Vec<&str> = error.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys.len(), 3, "{line}");
        assert!(error["question"].is_string(), "{line}");
        for key in ["problem", "advice"] {
            assert!(error[key].as_str().is_some_and(|text| !text.is_empty()), "{line}");
        }
        error
    };
    text.lines().map(object).collect()
}

/// Errors of answers that must be refused, as `question: problem`.
pub fn refused(answers: &str) -> Vec<String> {
    let output = given(&["screen", "-", "--reference-date", "2020-07-15"], answers.as_bytes());
    assert_eq!(output.status.code(), Some(2), "{answers}");
    assert!(output.stdout.is_empty(), "{answers}");
    let said =
        |error: &Value| format!("{}: {}", error["question"].as_str().unwrap(), error["problem"].as_str().unwrap());
    errors(&output).iter().map(said).collect()
}

/// Standard output of a command that must succeed.
pub fn told(arguments: &[&str]) -> String {
    let output = huiqi(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The repository's dataset as written.
pub fn written() -> Value {
    let text = std::fs::read_to_string(root().join("policies.json")).expect("policies.json");
    serde_json::from_str(&text).expect("JSON")
}

/// A file of this name with these bytes, gone when dropped.
pub struct File(PathBuf);

impl File {
    pub fn new(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = std::env::temp_dir().join(format!("huiqi-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("written");
        Self(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

//! What becomes of standard output.

use crate::support::root;
use std::process::{Command, Stdio};

/// As `huiqi questions | head -1` does it.
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut running = Command::new(env!("CARGO_BIN_EXE_huiqi"))
        .arg("questions")
        .current_dir(root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(running.stdout.take());
    let ended = running.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert!(ended.status.success());
}

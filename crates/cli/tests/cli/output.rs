//! What becomes of standard output.

use crate::support::{errors, huiqi, root};
use std::io::Write;
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

#[test]
fn nobody_reads_the_rest_of_many_lines() {
    let mut running = Command::new(env!("CARGO_BIN_EXE_huiqi"))
        .args(["screen", "-", "--lines"])
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(running.stdout.take());
    drop(running.stdin.take().map(|mut given| given.write_all(&b"{}\n".repeat(20))));
    let ended = running.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert!(ended.status.success());
}

/// `/dev/full` takes nothing, as a full disk does.
#[test]
fn a_full_disk_is_an_error() {
    let full = || std::fs::File::create("/dev/full").expect("Linux has it");
    for arguments in [
        vec!["questions"],
        vec!["schema"],
        vec!["page"],
        vec!["check"],
        vec!["help"],
        vec!["diff", "policies.json", "policies.json"],
        vec!["screen", "-"],
        vec!["screen", "-", "--lines"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huiqi"));
        command.args(&arguments).current_dir(root()).stdin(Stdio::piped()).stdout(full()).stderr(Stdio::piped());
        let mut running = command.spawn().expect("it starts");
        drop(running.stdin.take().map(|mut given| given.write_all(b"{}\n")));
        let ended = running.wait_with_output().expect("it ends");
        assert_eq!(ended.status.code(), Some(1), "{arguments:?}");
        assert_eq!(errors(&ended).len(), 1, "{arguments:?}");
    }
    let ended = huiqi(&["page", "--out", "/dev/full"]);
    assert_eq!((ended.status.code(), errors(&ended).len()), (Some(1), 1));
}

#[test]
fn errors_that_nobody_can_be_told_are_no_panic() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiqi"));
    command.args(["screen", "nowhere.json"]).current_dir(root());
    let status = command.stderr(std::fs::File::create("/dev/full").expect("Linux has it")).status().expect("it starts");
    assert_eq!(status.code(), Some(2));
}

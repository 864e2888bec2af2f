//! A share of the second opinion (`tests/oracle`, Python, written from the list); `scripts/prove oracle` is the whole.

use super::support::root;
use std::process::Command;

#[test]
fn the_second_opinion_agrees() {
    let run = Command::new("python3")
        .args(["tests/oracle", "--huiqi", env!("CARGO_BIN_EXE_huiqi"), "--complete", "300", "--partial", "40"])
        .current_dir(root())
        .output()
        .expect("python3 is installed: scripts/setup --tests does it");
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{told}{}", String::from_utf8_lossy(&run.stderr));
    assert!(told.contains("boundaries"), "{told}");
}

#[test]
fn a_line_that_cannot_be_screened_leaves_the_others_alone() {
    use std::io::Write;
    use std::process::Stdio;
    let mut running = Command::new(env!("CARGO_BIN_EXE_huiqi"))
        .args(["screen", "-", "--lines", "--reference-date", "2020-07-15"])
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut given = running.stdin.take().expect("standard input");
    given.write_all(b"{}\n{\"staff\":\"many\"}\nno json\n{\"staff\":\"60\"}\n").expect("written");
    drop(given);
    let ended = running.wait_with_output().expect("it ends");
    let lines: Vec<serde_json::Value> = String::from_utf8_lossy(&ended.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0]["report"] == 1 && lines[3]["report"] == 1);
    assert_eq!(lines[1]["errors"][0]["question"], "staff");
    assert!(lines[2]["errors"][0]["problem"].as_str().is_some_and(|problem| problem.contains("no JSON")));
    assert_eq!(ended.status.code(), Some(2));
}

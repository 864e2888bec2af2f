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

//! `docs/editing.md` run as it stands: `diff` blocks change a copy of policies.json, `console` blocks are commands with
//! their output. Each `##` part begins afresh. `HUIQI_WRITE_DOCS=1 cargo test -p huiqi-cli editing` writes the outputs.

use super::support::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = "docs/editing.md";

/// A folder as an editor has it: the dataset, its cases and the sample firms under version control.
struct Desk(PathBuf);

impl Desk {
    fn new(part: usize) -> Self {
        let folder = std::env::temp_dir().join(format!("huiqi-desk-{}-{part}", std::process::id()));
        for kept in ["tests/cases", "tests/personas"] {
            fs::create_dir_all(folder.join(kept)).expect("folder");
            for entry in fs::read_dir(root().join(kept)).expect("cases and personas") {
                let path = entry.expect("entry").path();
                fs::copy(&path, folder.join(kept).join(path.file_name().expect("name"))).expect("copied");
            }
        }
        fs::copy(root().join("policies.json"), folder.join("policies.json")).expect("dataset");
        let desk = Self(folder);
        desk.run("git init -q . && git add . && git commit -q -m 起点");
        desk
    }

    fn run(&self, command: &str) -> String {
        let bin = Path::new(env!("CARGO_BIN_EXE_huiqi")).parent().expect("folder").display().to_string();
        let path = format!("{bin}:{}", std::env::var("PATH").expect("PATH"));
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("exec 2>&1; {command}")).current_dir(&self.0).env("PATH", path);
        for who in ["AUTHOR", "COMMITTER"] {
            shell.env(format!("GIT_{who}_NAME"), "王编辑").env(format!("GIT_{who}_EMAIL"), "editor@example.invalid");
            shell.env(format!("GIT_{who}_DATE"), "2026-03-02T10:00:00+08:00");
        }
        let output = shell.output().expect("a shell");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Replaces the lines with `-` by those with `+`.
    fn change(&self, block: &str) {
        let lines = |sign: char| -> Vec<&str> { block.lines().filter_map(|line| line.strip_prefix(sign)).collect() };
        let (from, to) = (lines('-').join("\n"), lines('+').join("\n"));
        let path = self.0.join("policies.json");
        let text = fs::read_to_string(&path).expect("dataset");
        assert_eq!(text.matches(&from).count(), 1, "does not stand once in policies.json:\n{from}");
        fs::write(path, text.replacen(&from, &to, 1)).expect("written");
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The output of each command, with the commands.
fn played(desk: &Desk, block: &str) -> String {
    let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
    commands.map(|command| format!("$ {command}\n{}", steady(&desk.run(command)))).collect()
}

/// Sizes of the compiled form change with the compiler; the page leaves them out.
fn steady(output: &str) -> String {
    let lines = output.lines().map(|line| match line.split_once(" questions, ") {
        Some((told, sizes)) if sizes.ends_with("bytes compiled") => format!("{told} questions, …\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn every_documented_command_prints_what_the_page_says() {
    let page = fs::read_to_string(root().join(PAGE)).expect(PAGE);
    let mut written = Vec::new();
    for (index, part) in page.split("\n## ").enumerate() {
        let desk = Desk::new(index);
        let mut pieces: Vec<String> = Vec::new();
        for (at, piece) in part.split("```").enumerate() {
            let inside = at % 2 == 1;
            pieces.push(match (inside, piece.split_once('\n')) {
                (true, Some(("diff", block))) => {
                    desk.change(block);
                    piece.to_owned()
                }
                (true, Some(("console", block))) => format!("console\n{}", played(&desk, block)),
                _ => piece.to_owned(),
            });
        }
        written.push(pieces.join("```"));
    }
    let written = written.join("\n## ");
    if std::env::var_os("HUIQI_WRITE_DOCS").is_some() {
        fs::write(root().join(PAGE), written).expect("written");
        return;
    }
    for (line, (said, found)) in page.lines().zip(written.lines()).enumerate() {
        assert_eq!(said, found, "{PAGE}:{}", line + 1);
    }
    assert_eq!(page, written);
}

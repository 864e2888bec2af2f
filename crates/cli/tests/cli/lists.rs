//! Every list of the repository: `huiqi check` runs its cases, and its exit status can be trusted.

use super::support::{huiqi, root};
use std::path::{Path, PathBuf};

fn text(said: &[u8]) -> String {
    String::from_utf8_lossy(said).into_owned()
}

fn check(list: &Path) -> std::process::Output {
    huiqi(&["check", list.to_str().expect("path")])
}

#[test]
fn the_list_that_is_shipped_is_in_order_with_its_cases_and_personas() {
    let output = check(&root().join("policies.json"));
    let said = text(&output.stdout);
    assert!(output.status.success(), "{said}{}", text(&output.stderr));
    assert!(said.contains("expectations hold") && said.contains("personas get what was accepted"), "{said}");
}

#[test]
fn every_other_list_is_in_order_with_its_cases() {
    let lists = std::fs::read_dir(root().join("lists")).expect("lists").map(|entry| entry.expect("entry").path());
    let lists: Vec<PathBuf> = lists.map(|folder| folder.join("policies.json")).filter(|list| list.is_file()).collect();
    assert!(!lists.is_empty(), "no list was found");
    for list in lists {
        let output = check(&list);
        let said = text(&output.stdout);
        assert!(output.status.success(), "{}: {said}{}", list.display(), text(&output.stderr));
        assert!(said.contains("expectations hold"), "{}: {said}", list.display());
    }
}

/// A case that expects a fen more, a clause that is not there, a key that nobody reads, no verdict at all.
#[test]
fn a_case_that_does_not_hold_fails_the_check_and_is_named() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong-case");
    std::fs::create_dir_all(folder.join("cases")).expect("folder");
    std::fs::copy(root().join("lists/national-2026/policies.json"), folder.join("policies.json")).expect("list");
    let wrong = r#"[ { "name": "hired", "reference_date": "2026-11-30", "profile": { "hires": 3 },
        "expect": { "N06-b": { "verdict": "eligible", "max": "4500.01", "worth": 1 }, "N99": { "verdict": "eligible" }, "N01-a": {} } } ]"#;
    std::fs::write(folder.join("cases/wrong.json"), wrong).expect("case");
    let output = check(&folder.join("policies.json"));
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for told in [
        "wrong.json: “hired”: N06-b: max 4500.00, not \"4500.01\"",
        "`worth` is not read",
        "no clause `N99`",
        "N01-a: verdict",
    ] {
        assert!(said.contains(told), "`{told}` is missing in:\n{said}");
    }
}

#[test]
fn cases_that_differ_alike_are_told_in_one_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("alike-cases");
    std::fs::create_dir_all(folder.join("cases")).expect("folder");
    std::fs::copy(root().join("lists/national-2026/policies.json"), folder.join("policies.json")).expect("list");
    let case = |name: &str, hires: u8, max: &str| {
        format!(
            r#"{{ "name": "{name}", "reference_date": "2026-11-30", "profile": {{ "hires": {hires} }},
            "expect": {{ "N06-b": {{ "verdict": "eligible", "max": "{max}" }} }} }}"#
        )
    };
    let wrong = [case("three", 3, "1.00"), case("three again", 3, "1.00"), case("two", 2, "1.00")].join(", ");
    std::fs::write(folder.join("cases/wrong.json"), format!("[{wrong}]")).expect("cases");
    let said = text(&check(&folder.join("policies.json")).stderr);
    // 1,500 for each who was hired (facts 8).
    for told in ["“three” and 1 more: N06-b: max 4500.00, not", "“two”: N06-b: max 3000.00, not"] {
        assert!(said.contains(told), "`{told}` is missing in:\n{said}");
    }
    assert!(!said.contains("three again"), "{said}");
}

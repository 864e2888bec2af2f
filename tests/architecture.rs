//! The shape that the code keeps: which module may use which, what the core must not know, how long a file may be.
//! What the code computes is tested elsewhere.
#![cfg(test)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules of the core, each with those it may use. `compile` exists at build time only and may use all of them.
const CORE: &[(&str, &[&str])] = &[
    ("pack", &[]),
    ("truth", &[]),
    ("decimal", &[]),
    ("date", &["pack"]),
    ("rules", &["pack", "truth", "decimal", "date"]),
    ("dataset", &["pack", "decimal", "date", "rules"]),
    ("profile", &["decimal", "date", "rules", "dataset"]),
    ("listing", &["decimal", "date", "dataset"]),
    ("screening", &["truth", "decimal", "date", "rules", "dataset", "profile"]),
];

/// Modules of the visit, each with those it may use.
const VISIT: &[(&str, &[&str])] = &[
    ("sorted", &[]),
    ("entry", &[]),
    ("mode", &[]),
    ("row", &[]),
    ("part", &[]),
    ("place", &["part"]),
    ("draft", &["part", "sorted"]),
    ("layout", &["part"]),
    ("reckoned", &["layout", "mode", "row"]),
    ("state", &["draft", "layout", "mode", "place", "reckoned", "sorted"]),
    ("action", &["draft", "part", "place", "state"]),
    ("reckon", &["layout", "mode", "reckoned", "row", "state"]),
    ("plan", &["layout", "part", "reckon", "reckoned", "state"]),
    ("typed", &["action", "draft", "part"]),
    ("answering", &["layout", "part", "state"]),
    ("typing", &["answering", "draft", "part", "state", "typed"]),
    ("codec", &["draft", "part", "place", "reckon", "state", "typing"]),
    ("cards", &["reckoned", "row"]),
    (
        "queries",
        &[
            "action", "cards", "draft", "layout", "mode", "part", "place", "plan", "reckon", "reckoned", "row",
            "state", "typed",
        ],
    ),
    ("report", &["queries", "reckon", "reckoned", "state"]),
    (
        "step",
        &["action", "answering", "cards", "codec", "part", "place", "plan", "reckon", "reckoned", "state", "typing"],
    ),
];

/// Modules of the widget, each with those it may use.
const WIDGET: &[(&str, &[&str])] = &[
    ("browser", &[]),
    ("data", &["browser"]),
    ("js_api", &["browser", "data"]),
    ("ui", &["browser", "data"]),
    ("early", &["data", "ui"]),
];

/// What only a browser, a disk or a clock has.
const OUTSIDE: &[&str] =
    &["web_sys", "js_sys", "wasm_bindgen", "yew::", "gloo", "std::fs", "std::time", "std::env", "println!"];

/// Lines that a file may have.
const LONGEST: usize = 300;
/// Lines that half of the Rust files stay below.
const MEDIAN: usize = 125;

fn files_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "target" | "node_modules" | "dist" | "out" | ".git" | "tools") {
                found.extend(files_below(&path, endings));
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The module directly below `src` that a file belongs to.
fn module_of(path: &Path, src: &Path) -> String {
    let below = path.strip_prefix(src).expect("the file is below src");
    let first = below.components().next().expect("a file has a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Names after `crate::`, also those in braces.
fn used(text: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let inside = list.split(';').next().unwrap_or_default();
                let mut depth = 0;
                let mut start = true;
                for (index, c) in inside.char_indices() {
                    if start && depth == 0 && c.is_ascii_lowercase() {
                        names.push(word(&inside[index..]));
                        start = false;
                    }
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' => start = true,
                        _ => {}
                    }
                }
            }
            None => names.push(word(rest)),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Each use of a module that the table does not allow, as `file: module`.
fn against(src: &Path, table: &[(&str, &[&str])]) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = table.iter().copied().collect();
    let mut found = Vec::new();
    for path in files_below(src, &[".rs"]) {
        let module = module_of(&path, src);
        let Some(allowed) = allowed.get(module.as_str()) else { continue };
        // Tests may compile a dataset.
        if path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs") {
            continue;
        }
        for name in used(&read(&path)) {
            let other = table.iter().any(|(known, _)| *known == name) || name == "compile";
            if other && name != module && !allowed.contains(&name.as_str()) {
                found.push(format!("{}: {name}", path.display()));
            }
        }
    }
    found
}

#[test]
fn arrows_point_one_way() {
    assert_eq!(against(Path::new("crates/core/src"), CORE), Vec::<String>::new());
    assert_eq!(against(Path::new("crates/visit/src"), VISIT), Vec::<String>::new());
    assert_eq!(against(Path::new("src"), WIDGET), Vec::<String>::new());
}

#[test]
fn the_table_names_every_module() {
    let modules = |src: &str| -> Vec<String> {
        let text = read(&Path::new(src).join("lib.rs"));
        let named = text.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
        named.map(|name| name.trim_end_matches(';').to_owned()).filter(|name| name != "compile").collect()
    };
    for (src, table) in [("crates/core/src", CORE), ("crates/visit/src", VISIT), ("src", WIDGET)] {
        let known: Vec<String> = table.iter().map(|(name, _)| (*name).to_owned()).collect();
        let missing: Vec<String> = modules(src).into_iter().filter(|name| !known.contains(name)).collect();
        assert_eq!(missing, Vec::<String>::new(), "modules of {src} that the table does not have");
    }
}

#[test]
fn the_core_knows_no_browser_no_disk_and_no_clock() {
    let mut found = Vec::new();
    let inside = ["crates/core/src", "crates/written/src", "crates/visit/src"].map(Path::new);
    for path in inside.iter().flat_map(|src| files_below(src, &[".rs"])) {
        let text = read(&path);
        found.extend(
            OUTSIDE.iter().filter(|word| text.contains(**word)).map(|word| format!("{}: {word}", path.display())),
        );
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn files_are_short() {
    let endings = [".rs", ".mjs", ".cjs", ".js", ".css", ".py", ".sh"];
    let mut rust = Vec::new();
    let mut long = Vec::new();
    for path in files_below(Path::new("."), &endings) {
        let lines = read(&path).lines().count();
        if lines > LONGEST {
            long.push(format!("{}: {lines}", path.display()));
        }
        if path.extension().is_some_and(|ending| ending == "rs") {
            rust.push(lines);
        }
    }
    rust.sort_unstable();
    let median = rust.get(rust.len() / 2).copied().unwrap_or_default();
    println!("{} Rust files, median {median} lines, longest {}", rust.len(), rust.last().copied().unwrap_or_default());
    assert_eq!(long, Vec::<String>::new(), "files over {LONGEST} lines");
    assert!(median <= MEDIAN, "the median Rust file has {median} lines, more than {MEDIAN}");
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<PathBuf> = ["src", "crates/core/src", "crates/written/src", "crates/visit/src", "crates/cli/src"]
        .iter()
        .flat_map(|src| files_below(Path::new(src), &[".rs"]))
        .filter(|path| !read(path).starts_with("//!"))
        .collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}

/// `html!` writes everything out in place, which made the wasm three times as large.
#[test]
fn screens_are_built_by_calls() {
    let written: Vec<PathBuf> =
        files_below(Path::new("src"), &[".rs"]).into_iter().filter(|path| read(path).contains("html! {")).collect();
    assert_eq!(written, Vec::<PathBuf>::new());
}

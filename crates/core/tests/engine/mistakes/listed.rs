//! Every text of the compiler that a diagnostic is made of stands in a test of this folder.

use std::path::{Path, PathBuf};

/// Texts without a test of their own, and why.
const WITHOUT: [(&str, &str); 7] = [
    ("a classification", "names a place in `is no object`"),
    ("a later change", "names a place in `is no object`"),
    ("the tax scheme", "names a place in `is no object`"),
    ("the dataset has too many expressions", "needs 65,536 expressions"),
    ("needs more than {CLAUSE_BUDGET} parts", "held by the real dataset's own searches, which are long"),
    ("use fewer questions or fewer figures in it", "the advice of that"),
    ("make it simpler", "the advice of that"),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn texts_of(folder: &str) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut paths);
    paths.sort();
    let named = |path: &PathBuf| path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
    paths.iter().map(|path| (named(path), std::fs::read_to_string(path).expect("readable"))).collect()
}

/// What stands in double quotes, outside comments and tests.
fn literals(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or("").replace("'\"'", "' '");
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("\\\"", "\u{1}");
    code.split('"').skip(1).step_by(2).map(|text| text.replace('\u{1}', "\"")).collect()
}

/// The parts of a text between its `{…}`.
fn parts(text: &str) -> Vec<&str> {
    let pieces = text.split('{').flat_map(|piece| piece.split_once('}').map_or([piece, ""], |(_, rest)| [rest, ""]));
    pieces.filter(|part| part.trim().chars().count() > 3).collect()
}

#[test]
fn each_diagnostic_has_a_test() {
    let tests: String = texts_of("tests/engine/mistakes")
        .into_iter()
        .filter(|(name, _)| !name.ends_with("listed.rs"))
        .map(|(_, text)| text.replace("\\\"", "\""))
        .collect();
    let (mut told, mut untested) = (0, Vec::new());
    for (file, source) in texts_of("src/compile") {
        for text in literals(&source) {
            let is_sentence = text.contains(' ') && text.chars().count() >= 14;
            if !is_sentence || WITHOUT.iter().any(|(known, _)| text.contains(known)) {
                continue;
            }
            told += 1;
            if !parts(&text).iter().all(|part| tests.contains(part)) {
                untested.push(format!("{file}: {text}"));
            }
        }
    }
    println!("{told} texts of diagnostics, each in a test; without one:");
    WITHOUT.iter().for_each(|(text, why)| println!("  {text}: {why}"));
    assert!(untested.is_empty(), "{untested:#?}");
    assert!(told > 150, "{told}: the compiler's texts were not found");
}

//! What the final wasm must not carry: the readers of JSON and of conditions, and what they read; and the notices that go
//! with what it does carry.

use std::fs;

/// Words of the JSON reader, of the expression reader, of the dataset's source, and of the compiler's advice.
const SOURCE_ONLY: &[&str] = &[
    "serde_json",
    "while parsing",
    "unexpected token",
    "antlr",
    "did you mean",
    "sum_capped",
    "\"criteria\"",
    "is_sme",
];

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|part| part == word.as_bytes())
}

#[test]
fn the_wasm_reads_neither_json_nor_conditions() {
    let file = fs::read_dir("dist")
        .expect("dist/ is there: run `scripts/build` first")
        .map(|entry| entry.expect("readable").path())
        .find(|path| path.to_string_lossy().ends_with("_bg.wasm"))
        .expect("the wasm is there");
    let bytes = fs::read(file).expect("readable");
    let source = fs::read("policies.json").expect("the dataset is there");
    for word in SOURCE_ONLY {
        assert!(!contains(&bytes, word), "`{word}` is in the wasm");
    }
    for word in ["sum_capped", "\"criteria\"", "is_sme"] {
        assert!(contains(&source, word), "`{word}` is no word of the source any more: look for another");
    }
}

/// Their licences ask that the notices go with every copy.
#[test]
fn the_crates_in_it_come_with_their_notices() {
    let text = fs::read_to_string("dist/licences.txt").expect("dist/ is there: run `scripts/build` first");
    for linked in ["yew 0.23", "rust_decimal 1.", "serde-wasm-bindgen 0.6"] {
        assert!(text.contains(linked), "`{linked}` is not listed");
    }
    assert!(text.contains("Permission is hereby granted, free of charge"), "the text of MIT's licence is missing");
    for built_with in ["cel ", "jsonc-parser "] {
        assert!(!text.contains(&format!("\n{built_with}")), "`{built_with}` is only of the build");
    }
}

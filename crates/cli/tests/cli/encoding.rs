//! Files as they come: byte order marks, other encodings, lines that cannot be read, characters that are not seen.

use super::support::{errors, given, huiqi, root, File};
use huiqi_core::compile::is_unseen;
use serde_json::Value;

const SCREEN: [&str; 4] = ["screen", "-", "--reference-date", "2020-07-15"];
const LINES: [&str; 5] = ["screen", "-", "--lines", "--reference-date", "2020-07-15"];

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_mark_of_byte_order_changes_nothing() {
    let plain = given(&SCREEN, b"{\"staff\": 60}");
    assert!(plain.status.success());
    assert_eq!(given(&SCREEN, b"\xEF\xBB\xBF{\"staff\": 60}"), plain);
    let dataset = std::fs::read_to_string(root().join("policies.json")).expect("policies.json");
    let marked = File::new("marked.json", format!("\u{feff}{dataset}"));
    for arguments in [
        vec!["check", marked.path()],
        vec!["diff", "policies.json", marked.path()],
        vec!["page", "--dataset", marked.path()],
    ] {
        let output = huiqi(&arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn another_encoding_is_named() {
    // {"企业": 1} in GBK.
    let gbk = b"{\"\xC6\xF3\xD2\xB5\": 1}";
    for (bytes, name) in [
        (gbk.to_vec(), "GBK"),
        (utf16("\u{feff}{\"staff\": 60}"), "UTF-16"),
        (utf16("{\"staff\": 60}"), "UTF-16"),
        (b"{\n\"caf\xE9\": 1}".to_vec(), "line 2"),
    ] {
        let file = File::new("encoded.json", &bytes);
        for output in [given(&SCREEN, &bytes), huiqi(&["check", file.path()]), huiqi(&["screen", file.path()])] {
            assert_eq!(output.status.code(), Some(2));
            let found = errors(&output);
            assert_eq!(found.len(), 1);
            assert!(found[0]["problem"].as_str().expect("text").contains(name), "{}", found[0]);
            assert!(found[0]["advice"].as_str().expect("text").contains("UTF-8"), "{}", found[0]);
        }
    }
}

#[test]
fn a_bad_line_costs_that_line_only() {
    let bad: [&[u8]; 9] = [
        b"no json",
        b"",
        b"{\"\xC6\xF3\": 1}",
        b"\xFF\xFE{\0}\0",
        b"{\"staff\": \"many\"}",
        b"{\"staff\": 5, \"staff\": 6}",
        b"{\"staff\": 1e400}",
        b"[[[[[[[[",
        b"{\"staff\": 60} {\"staff\": 60}",
    ];
    let good: [&[u8]; 3] = [b"{\"staff\": 60}", b"{\"staff\": 60}\r", b"{}"];
    let mut input = b"\xEF\xBB\xBF".to_vec();
    for line in bad {
        input.extend([good[0], b"\n", line, b"\n", good[1], b"\n"].concat());
    }
    input.extend(good[2]);
    let output = given(&LINES, &input);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), bad.len() * 3 + 1);
    let (reports, refused): (Vec<_>, Vec<_>) = lines.iter().enumerate().partition(|(at, _)| at % 3 != 1);
    assert!(reports.iter().all(|(_, line)| line["report"].is_number()));
    for (_, line) in refused {
        let errors = line["errors"].as_array().expect("errors");
        assert!(errors.iter().all(|error| error["problem"].is_string() && error["advice"].is_string()), "{line}");
    }
    let found = errors(&output);
    assert!(found[0]["problem"].as_str().expect("text").starts_with("9 lines"), "{found:?}");
}

#[test]
fn nothing_that_steers_a_terminal_is_printed() {
    let hidden = "\u{1b}[31m\u{202e}\u{9b}\u{7}";
    let written = std::fs::read_to_string(root().join("policies.json")).expect("policies.json");
    let named = File::new("named.json", written.replacen("\"title\": \"", &format!("\"title\": \"{hidden}"), 1));
    let odd = File::new(&format!("{hidden}.json"), "{,}");
    let persona = format!("{{\"st{}aff\": \"\\u202e\", \"x\\u001b\": 1}}", "\u{202e}");
    let mut outputs = vec![given(&SCREEN, persona.as_bytes()), given(&LINES, persona.as_bytes())];
    for arguments in [
        vec!["check", named.path()],
        vec!["page", "--dataset", named.path()],
        vec!["questions", "--dataset", named.path()],
        vec!["check", odd.path()],
        vec!["screen", odd.path()],
        vec!["screen", "nowhere\u{202e}"],
        vec!["screen", "-", "--reference-date", hidden],
        vec![hidden],
    ] {
        outputs.push(given(&arguments, b"{}"));
    }
    for output in outputs {
        assert!(!output.status.success());
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8(text).expect("UTF-8");
        assert!(!text.is_empty());
        assert!(!text.chars().any(|letter| letter != '\n' && is_unseen(letter)), "{text:?}");
    }
}

#[test]
fn the_place_of_what_is_not_seen_is_told() {
    let written = std::fs::read_to_string(root().join("policies.json")).expect("policies.json");
    let changed = written.replacen("\"title\": \"", "\"title\": \"\u{202e}", 1);
    let line = changed.lines().position(|line| line.contains('\u{202e}')).expect("there") + 1;
    let dataset = File::new("place.json", &changed);
    let told = String::from_utf8(huiqi(&["check", dataset.path()]).stderr).expect("UTF-8");
    assert!(told.starts_with(&format!("{}:{line}:13: the text holds `U+202E`", dataset.path())), "{told}");
}

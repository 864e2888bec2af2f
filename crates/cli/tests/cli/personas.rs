//! The sample firms: a result that changes unannounced breaks the build.

use super::support::{huiqi, root, told, written};
use std::path::PathBuf;

fn file(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("huiqi-{}-{name}", std::process::id()));
    std::fs::write(&path, text).expect("written");
    path
}

fn changed(name: &str, from: &str, to: &str) -> PathBuf {
    let text = std::fs::read_to_string(root().join("policies.json")).expect("policies.json");
    assert!(text.contains(from), "`{from}` stands in policies.json");
    file(name, &text.replacen(from, to, 1))
}

#[test]
fn all_twelve_get_what_was_accepted() {
    let output = told(&["check", "--personas", "tests/personas"]);
    assert!(output.contains("12 personas get what was accepted"), "{output}");
}

#[test]
fn every_persona_answers_every_question() {
    let written = written();
    let ids: Vec<&str> =
        written["questions"].as_array().expect("questions").iter().filter_map(|q| q["id"].as_str()).collect();
    for entry in std::fs::read_dir(root().join("tests/personas")).expect("personas") {
        let path = entry.expect("entry").path();
        if path.ends_with("expected.json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("readable");
        let persona: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let missing: Vec<&&str> = ids.iter().filter(|id| persona["profile"].get(**id).is_none()).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", path.display());
    }
}

#[test]
fn a_changed_result_is_refused_until_accepted() {
    let dataset = changed("rate.json", "\"value\": \"0.23\"", "\"value\": \"0.25\"");
    let output = huiqi(&["check", dataset.to_str().expect("path"), "--personas", "tests/personas"]);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(
        errors.contains("mask_maker: P01-a：明确（在期限内） 9660.00 元 → 明确（在期限内） 10500.00 元"),
        "{errors}"
    );
    assert!(errors.contains("--accept"), "{errors}");
    std::fs::remove_file(dataset).expect("removed");
}

#[test]
fn diff_tells_the_rate_and_what_it_does() {
    let dataset = changed("diff.json", "\"value\": \"0.23\"", "\"value\": \"0.25\"");
    let output = told(&["diff", "policies.json", dataset.to_str().expect("path")]);
    assert!(output.starts_with("参数\n  water_price_cut 值：0.23 → 0.25（用于 P01-a）\n样本企业\n"), "{output}");
    assert!(
        output.contains("  防疫物资厂 P01-a：明确（在期限内） 9660.00 元 → 明确（在期限内） 10500.00 元\n"),
        "{output}"
    );
    assert!(output.contains("没有变化："), "{output}");
    std::fs::remove_file(dataset).expect("removed");
}

#[test]
fn diff_tells_the_data_of_the_visit() {
    for (from, to, expected) in [
        ("\"chapter\": \"房租\"", "\"chapter\": \"租金\"", "情况\n  rent 章名：房租 → 租金\n"),
        ("\"name\": \"失业保险费返还\"", "\"name\": \"稳岗返还\"", "件\n  P11-a 名称：失业保险费返还 → 稳岗返还\n"),
        (
            "{ \"trades\": [\"leasing\"], \"gates\": [\"rent\", ",
            "{ \"trades\": [\"leasing\"], \"gates\": [",
            "行业先看到的情况\n  leasing ",
        ),
    ] {
        let dataset = changed("visit.json", from, to);
        let output = told(&["diff", "policies.json", dataset.to_str().expect("path")]);
        assert!(output.starts_with(expected), "{output}");
        std::fs::remove_file(dataset).expect("removed");
    }
}

#[test]
fn a_dataset_is_like_itself() {
    assert_eq!(told(&["diff", "policies.json", "policies.json"]), "两份数据相同\n");
}

#[test]
fn every_threshold_has_cases_on_both_sides() {
    let output = told(&["check", "--cases", "tests/cases"]);
    assert!(output.contains("thresholds have cases on both sides"), "{output}");
}

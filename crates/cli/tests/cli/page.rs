//! `huiqi page`: complete, and readable without script.

use super::support::{told, written};
use std::collections::BTreeSet;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn after<'page>(page: &'page str, mark: &str) -> Vec<&'page str> {
    page.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_policy_and_row_stands_in_it_with_its_wording() {
    let page = told(&["page"]);
    let ids: Vec<&str> = after(&page, " id=\"");
    let mut missing = Vec::new();
    for policy in written()["policies"].as_array().expect("policies") {
        let mut need = |id: &str, key: &str, text: &serde_json::Value| {
            if text.as_str().is_some_and(|text| !page.contains(&escaped(text))) {
                missing.push(format!("{id} {key}"));
            }
        };
        let id = policy["id"].as_str().expect("id");
        for key in ["title", "document", "number", "audience", "period_text"] {
            need(id, key, &policy[key]);
        }
        for row in policy["clauses"].as_array().expect("clauses") {
            let id = row["id"].as_str().expect("id");
            if ids.iter().filter(|known| **known == id).count() != 1 {
                need(id, "anchor", &serde_json::json!("\u{0}"));
            }
            need(id, "title", &row["title"]);
            need(id, "text", &row["text"]);
            for note in row["notes"].as_array().into_iter().flatten() {
                need(id, "note", note);
            }
            for criterion in row["criteria"].as_array().into_iter().flatten() {
                need(id, "criterion", &criterion["text"]);
            }
            for later in row["later"].as_array().into_iter().flatten() {
                need(id, "later change", &later["text"]);
            }
        }
    }
    assert!(missing.is_empty(), "not on the page: {missing:?}");
    assert!(page.contains("测算仅供参考，以经办机关审核为准"));
}

#[test]
fn every_link_leads_somewhere_and_every_anchor_is_one() {
    let page = told(&["page"]);
    let ids = after(&page, " id=\"");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an anchor stands twice");
    let lost: Vec<&str> = after(&page, "href=\"#").into_iter().filter(|id| !unique.contains(id)).collect();
    assert!(lost.is_empty(), "links without anchor: {lost:?}");
}

#[test]
fn the_content_security_policy_allows_all_of_it() {
    let page = told(&["page"]);
    for inline in ["<script", "<style", " style=", " onclick", "javascript:", "http://", "https://"] {
        assert!(!page.contains(inline), "`{inline}` stands in the page");
    }
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
}

#[test]
fn out_writes_the_style_beside_the_page() {
    let folder = std::env::temp_dir().join(format!("huiqi-page-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("folder");
    let page = folder.join("policies.html");
    told(&["page", "--out", page.to_str().expect("UTF-8")]);
    assert_eq!(std::fs::read_to_string(&page).expect("page"), told(&["page"]));
    assert!(folder.join("page.css").is_file());
    std::fs::remove_dir_all(folder).expect("removed");
}

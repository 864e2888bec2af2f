//! What stands after the policies: exclusions, contradictions, and where every figure comes from.

use super::html::{link, more, text};
use super::Source;
use crate::words;
use serde_json::Value;

pub fn exclusions(source: &Source) -> String {
    let rows = source.list("exclusions").iter().map(|row| {
        let effect = if row.get("effect").is_some() { "提示" } else { "只计最优的一项" };
        format!(
            "<tr id=\"{0}\"><th scope=\"row\">{0}</th><td>{1}</td><td>{2}</td><td>{3}</td><td>{4}</td></tr>\n",
            text(word(row, "id")),
            text(word(row, "text")),
            clauses(source, row),
            text(word(row, "basis")),
            effect
        )
    });
    table("exclusions", "互斥与叠加", &["编号", "内容", "条款", "依据", "测算时"], rows.collect())
}

pub fn contradictions(source: &Source) -> String {
    let rows = source.list("contradictions").iter().map(|row| {
        format!(
            "<tr id=\"{0}\"><th scope=\"row\">{0}</th><td>{1}</td><td>{2}</td><td>{3}</td></tr>\n",
            text(word(row, "id")),
            text(word(row, "text")),
            clauses(source, row),
            text(words::decision(word(row, "decision")))
        )
    });
    table("contradictions", "原文矛盾、歧义与缺口的处理", &["编号", "内容", "条款", "处理"], rows.collect())
}

/// Every figure with its source and how far it was checked.
pub fn figures(source: &Source) -> String {
    let mut rows: Vec<(String, String)> = source
        .map("parameters")
        .map(|(_, row)| {
            let checked = row.get("verified").and_then(Value::as_u64).unwrap_or(0);
            let html = format!(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                text(word(row, "name")),
                text(&source.figure(row)),
                text(&words::source(word(row, "source"))),
                words::verified(checked),
                text(word(row, "note"))
            );
            (word(row, "source").to_owned(), html)
        })
        .collect();
    rows.sort();
    let rows = rows.into_iter().map(|(_, html)| html).collect();
    table("figures", "每个数字的来源与核对程度", &["数字", "值", "来源", "核对", "说明"], rows)
}

/// A table; on a narrow screen each row stands as a block of its own, so each cell bears its column's name.
fn table(id: &str, title: &str, columns: &[&str], rows: String) -> String {
    let heads: String = columns.iter().map(|column| format!("<th scope=\"col\">{column}</th>")).collect();
    let mut named = String::with_capacity(rows.len() * 2);
    for row in rows.split_inclusive("</tr>") {
        let mut cells = row.split("<td>");
        named.push_str(cells.next().unwrap_or_default());
        for (cell, column) in cells.zip(columns.iter().skip(1)) {
            named.push_str(&format!("<td data-column=\"{column}\">{cell}"));
        }
    }
    let table = format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{named}</tbody>\n</table>\n");
    format!("<section id=\"{id}\">\n<h2>{title}</h2>\n{}</section>\n", more(id, "展开", title, &table))
}

/// The clauses that a row names, linked where the page has them.
fn clauses(source: &Source, row: &Value) -> String {
    let ids = row.get("clauses").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let linked: Vec<String> =
        ids.map(|id| source.anchor(id).map_or_else(|| text(id), |anchor| link(&anchor, id))).collect();
    if linked.is_empty() {
        "整份清单".to_owned()
    } else {
        linked.join("、")
    }
}

fn word<'row>(row: &'row Value, key: &str) -> &'row str {
    row.get(key).and_then(Value::as_str).unwrap_or("")
}

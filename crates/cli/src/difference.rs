//! What differs between two datasets as they are written: parameters, questions and clauses, property by property.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Chinese names of the properties that an editor changes.
const PROPERTIES: [(&str, &str); 37] = [
    ("title", "标题"),
    ("text", "内容"),
    ("strength", "力度"),
    ("period", "期间"),
    ("criteria", "条件"),
    ("amount", "金额"),
    ("deduction", "扣除额"),
    ("later", "后续变化"),
    ("notes", "说明"),
    ("agencies", "办理机关"),
    ("value", "值"),
    ("range", "范围"),
    ("verified", "核对"),
    ("source", "出处"),
    ("from", "起"),
    ("until", "止"),
    ("apply_until", "申请截止"),
    ("after", "接在后面"),
    ("event", "止于事件"),
    ("long_term", "长期"),
    ("name", "名称"),
    ("short", "简称"),
    ("level", "级别"),
    ("clauses", "条款"),
    ("offices", "先问的机关"),
    ("topic", "主题"),
    ("how", "怎么办"),
    ("check", "先看什么"),
    ("ask", "照着问"),
    ("documents", "材料"),
    ("worth_words", "金额看什么"),
    ("chapter", "章名"),
    ("help", "解释"),
    ("words", "搜索词"),
    ("asks", "要问的题"),
    ("figures", "卡片上的数"),
    ("says", "点了就算"),
];

/// Every part of a dataset, and its heading.
const PARTS: [(&str, &str); 11] = [
    ("parameters", "参数"),
    ("questions", "问题"),
    ("facts", "派生事实"),
    ("events", "事件"),
    ("agencies", "机关"),
    ("sections", "问卷部分"),
    ("tax", "税率"),
    ("reading_groups", "口径组"),
    ("exclusions", "互斥"),
    ("contradictions", "矛盾"),
    ("renamed", "改过的编号"),
];

/// Every part of the data of the visit, and its heading.
const VISIT: [(&str, &str); 5] =
    [("who", "企业"), ("gates", "情况"), ("common_for", "行业先看到的情况"), ("topics", "主题"), ("items", "件")];

/// All differences, under headings; nothing for equal datasets.
pub fn lines(old: &Value, new: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for key in ["version", "published", "title", "publisher", "contact", "horizon", "first_page"] {
        if old.get(key) != new.get(key) {
            lines.push(format!("{key}：{} → {}", short(old.get(key)), short(new.get(key))));
        }
    }
    for (key, heading) in PARTS {
        part(heading, &by_id(old.get(key)), &by_id(new.get(key)), &|id| users(new, key, id), &mut lines);
    }
    for (key, heading) in VISIT {
        part(heading, &visit(old, key), &visit(new, key), &|_| String::new(), &mut lines);
    }
    part("政策", &policies(old), &policies(new), &|_| String::new(), &mut lines);
    part("条款", &clauses(old), &clauses(new), &|_| String::new(), &mut lines);
    lines
}

fn part(
    heading: &str,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    note: &dyn Fn(&str) -> String,
    lines: &mut Vec<String>,
) {
    let before = lines.len();
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for id in ids {
        match (old.get(id), new.get(id)) {
            (Some(old), Some(new)) => {
                let found = properties(old, new);
                lines.extend(found.iter().map(|change| format!("  {id} {change}{}", note(id))));
            }
            (None, Some(new)) => lines.push(format!("  增加 {id} {}", name(new))),
            (Some(old), None) => lines.push(format!("  删去 {id} {}", name(old))),
            (None, None) => {}
        }
    }
    if lines.len() > before {
        lines.insert(before, heading.to_owned());
    }
}

fn properties(old: &Value, new: &Value) -> Vec<String> {
    let (Value::Object(before), Value::Object(after)) = (old, new) else {
        return if old == new { Vec::new() } else { vec![format!("{} → {}", short(Some(old)), short(Some(new)))] };
    };
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .flat_map(|key| match (before.get(key), after.get(key)) {
            (Some(old @ Value::Object(_)), Some(new @ Value::Object(_))) => {
                properties(old, new).into_iter().map(|change| format!("{} {change}", property(key))).collect()
            }
            (old, new) => vec![format!("{}：{} → {}", property(key), short(old), short(new))],
        })
        .collect()
}

fn property(key: &str) -> &str {
    PROPERTIES.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name)
}

/// A value as one reads it: texts without quotes, the rest as JSON.
fn short(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "（无）".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn name(value: &Value) -> String {
    ["name", "label", "title", "text"]
        .iter()
        .find_map(|key| value.get(key))
        .map(|name| short(Some(name)))
        .unwrap_or_default()
}

/// Things of a part by id; a list is keyed by its members' ids.
fn by_id(part: Option<&Value>) -> Map<String, Value> {
    match part {
        Some(Value::Object(entries)) => entries.clone(),
        Some(Value::Array(items)) => {
            items.iter().filter_map(|item| Some((item.get("id")?.as_str()?.to_owned(), item.clone()))).collect()
        }
        _ => Map::new(),
    }
}

/// A part of the data of the visit: an item by its first clause, and for each trade its gates.
fn visit(dataset: &Value, key: &str) -> Map<String, Value> {
    let part = dataset.get("visit").and_then(|visit| visit.get(key));
    let each = part.and_then(Value::as_array).into_iter().flatten();
    match key {
        "items" => {
            each.filter_map(|item| Some((item.pointer("/clauses/0")?.as_str()?.to_owned(), item.clone()))).collect()
        }
        "common_for" => {
            let rows = each.filter_map(|row| Some((row.get("trades")?.as_array()?, row.get("gates")?)));
            let trades = rows.flat_map(|(trades, gates)| trades.iter().map(move |trade| (trade, gates)));
            trades.filter_map(|(trade, gates)| Some((trade.as_str()?.to_owned(), gates.clone()))).collect()
        }
        _ => by_id(part),
    }
}

fn policies(dataset: &Value) -> Map<String, Value> {
    let mut policies = by_id(dataset.get("policies"));
    for policy in policies.values_mut().filter_map(Value::as_object_mut) {
        policy.remove("clauses");
    }
    policies
}

fn clauses(dataset: &Value) -> Map<String, Value> {
    let policies = dataset.get("policies").and_then(Value::as_array).into_iter().flatten();
    policies.flat_map(|policy| by_id(policy.get("clauses"))).collect()
}

/// The clauses whose expressions name a parameter, a question or a fact.
fn users(dataset: &Value, part: &str, id: &str) -> String {
    if !["parameters", "questions", "facts"].contains(&part) {
        return String::new();
    }
    let mut names = BTreeSet::from([id.to_owned()]);
    for (fact, written) in by_id(dataset.get("facts")) {
        if mentions(&written.to_string(), id) {
            names.insert(fact);
        }
    }
    let using: BTreeSet<String> = clauses(dataset)
        .into_iter()
        .filter(|(_, clause)| {
            let words = clause.to_string();
            names.iter().any(|name| mentions(&words, name))
        })
        .map(|(id, _)| id)
        .collect();
    if using.is_empty() {
        String::new()
    } else {
        format!("（用于 {}）", using.into_iter().collect::<Vec<_>>().join("、"))
    }
}

fn mentions(words: &str, name: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    words.match_indices(name).any(|(at, _)| {
        let before = words.get(..at).is_some_and(|before| before.ends_with(part));
        let after = words.get(at + name.len()..).is_some_and(|after| after.starts_with(part));
        !before && !after
    })
}

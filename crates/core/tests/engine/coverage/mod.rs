//! The dataset against the inventory of the list (`tests/inventory.csv`), both ways. `scripts/prove coverage` prints the
//! tables.

mod figures;
mod later;
mod rows;
mod strength;
mod ties;

use serde_json::Value;
use std::collections::BTreeMap;

/// A row of the inventory.
pub struct Row {
    pub id: String,
    pub kind: String,
    pub strength: String,
    pub figures: String,
    pub period: String,
}

pub fn root(path: &str) -> String {
    let path = format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn inventory() -> Vec<Row> {
    let text = root("tests/inventory.csv");
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), 6, "{line}");
        let cell = |at: usize| cells[at].to_owned();
        Row { id: cell(0), kind: cell(1), strength: cell(2), figures: cell(3), period: cell(4) }
    });
    rows.collect()
}

pub fn dataset() -> Value {
    serde_json::from_str(&root("policies.json")).expect("JSON")
}

pub fn clauses(dataset: &Value) -> BTreeMap<&str, &Value> {
    let policies = dataset["policies"].as_array().expect("policies").iter();
    let rows = policies.flat_map(|policy| policy["clauses"].as_array().expect("clauses"));
    rows.map(|row| (row["id"].as_str().expect("id"), row)).collect()
}

/// Every case of `tests/cases`.
pub fn cases() -> Vec<Value> {
    let folder = format!("{}/../../tests/cases", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).expect("tests/cases").map(|entry| entry.expect("entry").path());
    let texts = files.map(|path| std::fs::read_to_string(path).expect("readable"));
    texts.flat_map(|text| serde_json::from_str::<Vec<Value>>(&text).expect("cases")).collect()
}

//! Every row is there, with its type and strength.

use super::figures::{days, numbers};
use super::{clauses, dataset, inventory, Row};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_row_is_in_the_dataset_and_no_other() {
    let (data, inventory) = (dataset(), inventory());
    let clauses = clauses(&data);
    let mut wrong = Vec::new();
    let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in &inventory {
        let Some(clause) = clauses.get(row.id.as_str()) else {
            wrong.push(format!("{} is not in the dataset", row.id));
            continue;
        };
        if clause["type"] != row.kind.as_str() || clause["strength"].as_str().unwrap_or("") != row.strength {
            wrong.push(format!("{}: {} {} in the inventory, not so in the dataset", row.id, row.kind, row.strength));
        }
        let policy = row.id.split('-').next().unwrap_or("").to_owned();
        *table.entry((policy, row.kind.clone())).or_default() += 1;
    }
    let known: BTreeSet<&str> = inventory.iter().map(|row| row.id.as_str()).collect();
    wrong.extend(clauses.keys().filter(|id| !known.contains(*id)).map(|id| format!("{id} is not in the inventory")));
    print(&table);
    each(&data, &inventory);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn print(table: &BTreeMap<(String, String), usize>) {
    let policies: BTreeSet<&String> = table.keys().map(|(policy, _)| policy).collect();
    let of = |policy: &str, kind: &str| table.get(&(policy.to_owned(), kind.to_owned())).copied().unwrap_or(0);
    println!("policy |   E   F   Q   G   N");
    for policy in policies {
        let cells: Vec<String> =
            ["E", "F", "Q", "G", "N"].iter().map(|kind| format!("{:3}", of(policy, kind))).collect();
        println!("{policy:6} | {}", cells.join(" "));
    }
    println!("{} rows", table.values().sum::<usize>());
}

/// A line for each row: what was compared, and what was decided at it.
fn each(data: &Value, inventory: &[Row]) {
    println!("row      type strength  figures dates  decisions and exclusions");
    let clauses = clauses(data);
    for row in inventory {
        let decisions = clauses.get(row.id.as_str()).and_then(|clause| clause["decisions"].as_array());
        let mut ties: Vec<&str> = decisions.into_iter().flatten().filter_map(Value::as_str).collect();
        ties.extend(exclusions(data, &row.id));
        let (figures, dates) = (numbers(&row.figures).len(), days(&row.period).len());
        let strength = if row.strength.is_empty() { "—" } else { &row.strength };
        println!("{:8} {:4} {strength:6} {figures:9} {dates:5}  {}", row.id, row.kind, ties.join(" "));
    }
}

fn exclusions<'data>(data: &'data Value, id: &'data str) -> impl Iterator<Item = &'data str> {
    let all = data["exclusions"].as_array().into_iter().flatten();
    let of = all.filter(move |row| row["clauses"].as_array().is_some_and(|ids| ids.iter().any(|known| known == id)));
    of.filter_map(|row| row["id"].as_str())
}

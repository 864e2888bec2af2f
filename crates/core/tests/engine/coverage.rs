//! The dataset against the inventory of the list (`tests/inventory.csv`), both ways: every row with its type, strength,
//! figures and dates; every contradiction and exclusion. `cargo test -p huiqi-core --features compile coverage --
//! --nocapture` prints the table.

use super::support::{date, profile, screener};
use huiqi_core::dataset::Item;
use huiqi_core::decimal::parse;
use huiqi_core::screening::{Counted, Verdict};
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const CONTRADICTIONS: usize = 42;
const EXCLUSIONS: usize = 20;

/// Figures that the wording gives in words: clause, figure, words.
const IN_WORDS: [(&str, &str, &str); 4] =
    [("P01-g", "0", "免滞纳金"), ("P08-1b", "3", "三年"), ("P08-3", "100", "税前扣除"), ("D1-5d", "0", "最高 50 万元")];

/// Exclusions that no case can show: their clauses ask for opposite answers already.
const WITHOUT_EFFECT: [&str; 1] = ["X13"];

struct Row {
    id: String,
    kind: String,
    strength: String,
    figures: String,
    period: String,
}

fn root(path: &str) -> String {
    let path = format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn inventory() -> Vec<Row> {
    let text = root("tests/inventory.csv");
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), 6, "{line}");
        let cell = |at: usize| cells[at].to_owned();
        Row { id: cell(0), kind: cell(1), strength: cell(2), figures: cell(3), period: cell(4) }
    });
    rows.collect()
}

fn dataset() -> Value {
    serde_json::from_str(&root("policies.json")).expect("JSON")
}

fn clauses(dataset: &Value) -> BTreeMap<&str, &Value> {
    let policies = dataset["policies"].as_array().expect("policies").iter();
    let rows = policies.flat_map(|policy| policy["clauses"].as_array().expect("clauses"));
    rows.map(|row| (row["id"].as_str().expect("id"), row)).collect()
}

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

/// All numbers in a text; ids of rows and sections are none.
fn numbers(text: &str) -> BTreeSet<Decimal> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let names_a_row = rest[..start].ends_with(['P', 'D', 'X', 'C', '§']);
        let tail = &rest[start..];
        let end = tail.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(tail.len());
        match parse(tail[..end].trim_end_matches('.')) {
            Some(number) if !names_a_row => drop(found.insert(number.normalize())),
            _ => {}
        }
        rest = &tail[end..];
        if names_a_row {
            rest = rest.trim_start_matches(|c: char| c == '-' || c.is_ascii_alphanumeric());
        }
    }
    found
}

/// Everything that a clause says: its wording, its dates, and the parameters of its expressions.
fn said(data: &Value, clause: &Value) -> (String, BTreeSet<Decimal>) {
    let mut words = format!("{clause:#}");
    loop {
        let facts = data["facts"].as_object().expect("facts");
        let more =
            facts.iter().find(|(id, fact)| mentions(&words, id) && !words.contains(fact["is"].as_str().expect("is")));
        let Some((_, fact)) = more else { break };
        words.push_str(fact["is"].as_str().expect("is"));
    }
    let mut figures = numbers(&words.replace('-', " "));
    for (id, parameter) in data["parameters"].as_object().expect("parameters") {
        if mentions(&words, id) {
            for (number, text) in values(parameter) {
                words.push_str(&text);
                figures.extend([number, number * Decimal::ONE_HUNDRED]);
                figures.extend([number / Decimal::from(10_000), number / Decimal::from(100_000_000)]);
            }
        }
    }
    if words.contains('免') || words.contains("全额") {
        figures.insert(Decimal::ONE_HUNDRED);
    }
    if words.contains("减半") || words.contains("一半") {
        figures.insert(Decimal::from(50));
    }
    (words, figures.into_iter().map(|figure| figure.normalize()).collect())
}

fn mentions(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !words[..at].ends_with(part) && !words[at + name.len()..].starts_with(part)
    })
}

fn values(parameter: &Value) -> Vec<(Decimal, String)> {
    let series = parameter["series"].as_object().into_iter().flat_map(|series| series.values());
    let range = parameter["range"].as_array().into_iter().flatten();
    let all = parameter.get("value").into_iter().chain(range).chain(series).filter_map(Value::as_str);
    all.map(|text| (parse(text).unwrap_or_default(), format!(" {text} "))).collect()
}

#[test]
fn the_figures_of_every_row_stand_in_its_clause() {
    let data = dataset();
    let clauses = clauses(&data);
    let (mut checked, mut missing) = (0, Vec::new());
    for row in inventory() {
        let (words, figures) = said(&data, clauses[row.id.as_str()]);
        for figure in numbers(&row.figures) {
            checked += 1;
            let in_words = IN_WORDS
                .iter()
                .any(|(id, number, phrase)| *id == row.id && parse(number) == Some(figure) && words.contains(phrase));
            if !figures.contains(&figure) && !in_words {
                missing.push(format!("{}: {figure} of “{}”", row.id, row.figures));
            }
        }
    }
    println!("{checked} figures found");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_dates_of_every_row_stand_in_its_clause() {
    let data = dataset();
    let clauses = clauses(&data);
    let (mut checked, mut missing) = (0, Vec::new());
    for row in inventory().iter().filter(|row| !["G", "N"].contains(&row.kind.as_str())) {
        let (words, _) = said(&data, clauses[row.id.as_str()]);
        for day in days(&row.period) {
            checked += 1;
            if !words.contains(&day) {
                missing.push(format!("{}: {day} of “{}”", row.id, row.period));
            }
        }
    }
    println!("{checked} dates found");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Dates of a text such as `2020-01-01`, `2020-02` or `2020`, outside brackets.
fn days(text: &str) -> Vec<String> {
    let mut depth = 0;
    let outside: String = text
        .chars()
        .map(|c| {
            depth += i32::from(c == '（') - i32::from(c == '）');
            if depth == 0 && (c.is_ascii_digit() || c == '-') {
                c
            } else {
                ' '
            }
        })
        .collect();
    outside.split_whitespace().filter(|part| part.starts_with("20")).map(str::to_owned).collect()
}

#[test]
fn every_contradiction_is_decided() {
    let data = dataset();
    let clauses = clauses(&data);
    let listed = data["contradictions"].as_array().expect("contradictions");
    let mut wrong = Vec::new();
    for number in 1..=CONTRADICTIONS {
        let id = format!("C{number:02}");
        let Some(entry) = listed.iter().find(|entry| entry["id"] == id.as_str()) else {
            wrong.push(format!("{id} has no decision"));
            continue;
        };
        let named: Vec<&str> = entry["clauses"].as_array().expect("clauses").iter().filter_map(Value::as_str).collect();
        let deciding = |clause: &Value| clause["decisions"].as_array().is_some_and(|ids| ids.contains(&entry["id"]));
        if named.is_empty() && !["reason", "note"].contains(&entry["decision"].as_str().unwrap_or("")) {
            wrong.push(format!("{id} concerns the whole list but gives no reason"));
        }
        for clause in named {
            if clauses.get(clause).is_none_or(|clause| !deciding(clause)) {
                wrong.push(format!("{id} names {clause}, which does not name it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(listed.len(), CONTRADICTIONS);
}

#[test]
fn every_exclusion_is_there_and_a_case_shows_its_effect() {
    let dataset = screener().dataset();
    let mut wrong = Vec::new();
    for number in 1..=EXCLUSIONS {
        let id = format!("X{number}");
        let is_it = |known: &str| known == id || known.strip_prefix(&id).is_some_and(|rest| rest.starts_with('-'));
        if !dataset.exclusions.iter().any(|exclusion| is_it(&exclusion.id)) {
            wrong.push(format!("{id} is not in the dataset"));
        }
    }
    let seen = exclusions_seen();
    let shown = dataset.exclusions.iter().filter(|exclusion| !exclusion.items.is_empty());
    let shown = shown.filter(|exclusion| !WITHOUT_EFFECT.contains(&exclusion.id.as_str()));
    wrong.extend(
        shown
            .filter(|exclusion| !seen.contains(&exclusion.id))
            .map(|x| format!("no case shows the effect of {}", x.id)),
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Ids of the exclusions that decide something in a case of `tests/cases`.
fn exclusions_seen() -> BTreeSet<String> {
    let dataset = screener().dataset();
    let folder = format!("{}/../../tests/cases", env!("CARGO_MANIFEST_DIR"));
    let mut seen = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("tests/cases") {
        let text = std::fs::read_to_string(entry.expect("entry").path()).expect("readable");
        let cases: Vec<Value> = serde_json::from_str(&text).expect("cases");
        for case in cases {
            let day = date(case["reference_date"].as_str().unwrap_or("2020-07-15"));
            let screening = screener().settle(profile(&case["profile"]).space(dataset), day);
            let told = |clause: usize| case["expect"][&dataset.clauses[clause].id]["counted"].is_string();
            let named = |clause: usize| case["expect"].get(&dataset.clauses[clause].id).is_some();
            let lost = screening.excluded.iter().filter(|excluded| named(excluded.clause));
            seen.extend(lost.map(|lost| dataset.exclusions[lost.exclusion].id.clone()));
            // Which one is lost may be open.
            let open = dataset.exclusions.iter().filter(|exclusion| {
                let open = exclusion.items.iter().filter(|item| match item {
                    Item::Clause(clause) => {
                        let result = &screening.clauses[usize::from(*clause)];
                        result.verdict == Verdict::Eligible
                            && result.counted == Counted::Maybe
                            && told(usize::from(*clause))
                    }
                    Item::Group(_) => false,
                });
                open.count() > 1
            });
            seen.extend(open.map(|exclusion| exclusion.id.clone()));
        }
    }
    seen
}

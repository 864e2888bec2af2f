//! The figures and the dates of every row stand in its clause.

use super::{clauses, dataset, inventory};
use huiqi_core::decimal::parse;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;

/// Figures that the wording gives in words: clause, figure, words.
const IN_WORDS: [(&str, &str, &str); 4] =
    [("P01-g", "0", "免滞纳金"), ("P08-1b", "3", "三年"), ("P08-3", "100", "税前扣除"), ("D1-5d", "0", "最高 50 万元")];

/// All numbers in a text; ids of rows and sections are none.
pub fn numbers(text: &str) -> BTreeSet<Decimal> {
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
pub fn days(text: &str) -> Vec<String> {
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

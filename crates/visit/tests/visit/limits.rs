//! No figure rests on what a question merely allows: with other limits the same visit shows the same.

use crate::support::{random_visit_of, Random};
use huiqi_core::compile::compile;
use huiqi_core::decimal::{plus, times};
use huiqi_core::screening::Screener;
use huiqi_visit::queries;
use rust_decimal::Decimal;

/// The shipped list with every greatest answer moved, and the rough ranges that end there with it.
fn with_other_limits() -> Screener {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies.json");
    let text = std::fs::read_to_string(path).expect("policies.json is there");
    let mut moved = Vec::new();
    let lines: Vec<String> = text.lines().map(|line| move_limit(line, &mut moved)).collect();
    assert!(moved.len() > 60, "only {} limits were moved", moved.len());
    let dataset = compile(&lines.join("\n")).unwrap_or_else(|found| panic!("{found:#?}"));
    Screener::new(dataset)
}

/// A number question says its unit and limits in one line, and its ranges there or in the next.
fn move_limit(line: &str, moved: &mut Vec<(String, String)>) -> String {
    let limit = line.split("\"max\": \"").nth(1).and_then(|rest| rest.split('"').next());
    if let Some(limit) = limit.filter(|_| line.contains("\"unit\"")) {
        let old: Decimal = limit.parse().expect("a number");
        moved.push((format!("\"{limit}\""), format!("\"{}\"", plus(times(old, Decimal::from(3)), old))));
    }
    match moved.last() {
        Some((old, new)) if limit.is_some() || line.contains("\"quick\"") => line.replace(old, new),
        _ => line.to_owned(),
    }
}

#[test]
fn with_other_limits_the_same_visit_shows_the_same() {
    let (one, other) = (crate::support::screener(), with_other_limits());
    let mut figures = 0;
    for seed in 0..60 {
        let [here, there] = [one, &other].map(|screener| {
            let state = random_visit_of(screener, &mut Random(seed));
            let outcome = queries::outcome(screener, &state);
            let opened: Vec<String> = outcome
                .cards
                .iter()
                .filter_map(|card| queries::opened(screener, &state, card.row.item))
                .map(|opened| {
                    // Which of two clauses without a figure would win may rest on what nobody sees.
                    let told: Vec<_> = opened
                        .options
                        .iter()
                        .map(|one| format!("{} {:?} {:?} {:?}", one.clause, one.word, one.worth, one.conditions))
                        .collect();
                    format!("{:?} {:?} {told:?}", opened.row, opened.readings)
                })
                .collect();
            let cards: Vec<String> =
                outcome.cards.iter().map(|card| format!("{:?} {:?}", card.row, card.formula)).collect();
            let told = outcome.cards.iter().filter(|card| matches!(card.row.money, queries::Money::Figure(..))).count();
            (outcome.headline, cards, opened, told)
        });
        assert_eq!(here.0, there.0, "seed {seed}");
        for (here, there) in [(&here.1, &there.1), (&here.2, &there.2)] {
            here.iter().zip(there).for_each(|(here, there)| assert_eq!(here, there, "seed {seed}"));
        }
        figures += here.3;
    }
    assert!(figures > 30, "only {figures} figures were told at all");
}

//! Whatever a visitor does: the sentence at the top is the sum of its cards, and every item is counted once.

use crate::support::{dataset, random_visit, screener, Random};
use huiqi_core::dataset::Strength;
use huiqi_core::decimal::plus;
use huiqi_visit::queries::{self, Money, Outcome, Row, Shortlist, Sort, Sum, Word};
use huiqi_visit::State;
use rust_decimal::Decimal;

/// Adds up by itself: the figures of these rows.
fn added<'a>(rows: impl Iterator<Item = &'a Row>, sort: Sort) -> Sum {
    let mut sum = Sum { figured: 0, worded: 0, min: Decimal::ZERO, max: Some(Decimal::ZERO) };
    for row in rows {
        match row.money {
            Money::Figure(of, worth) if of == sort => {
                assert!(worth.min.is_some() || worth.max.is_some(), "a figure has one end at least");
                sum.figured += 1;
                sum.min = plus(sum.min, worth.min.unwrap_or_default());
                sum.max = sum.max.and_then(|max| Some(plus(max, worth.max?)));
            }
            Money::Words(of) if of == sort => sum.worded += 1,
            Money::Figure(..) | Money::Words(_) | Money::Right | Money::Nothing(_) => {}
        }
    }
    sum
}

fn items(rows: &[Row], seen: &mut Vec<u16>) {
    seen.extend(rows.iter().map(|row| row.item));
}

fn every_item_stands_once(seen: Vec<u16>, what: &str) {
    let mut sorted = seen.clone();
    sorted.sort_unstable();
    let all: Vec<u16> = (0..u16::try_from(dataset().visit.items.len()).unwrap()).collect();
    assert_eq!(sorted, all, "{what}");
}

fn check_shortlist(list: &Shortlist) {
    let mut seen = Vec::new();
    items(&list.likely, &mut seen);
    assert_eq!(seen.len(), list.counts.likely);
    list.depends.iter().for_each(|hang| items(&hang.items, &mut seen));
    assert_eq!(seen.len(), list.counts.likely + list.counts.depends);
    list.aside.rare.iter().for_each(|hang| items(&hang.items, &mut seen));
    [&list.aside.refused, &list.aside.everyone, &list.aside.duties].into_iter().for_each(|rows| items(rows, &mut seen));
    every_item_stands_once(seen, "the list of names");
}

fn check_outcome(outcome: &Outcome) {
    let had = |row: &&Row| matches!(row.word, Word::Can | Word::ThatYear);
    let cards = || outcome.cards.iter().map(|card| &card.row);
    let ledger = || outcome.ledger.iter().map(|line| &line.row);
    for (sort, told) in [(Sort::Cash, outcome.headline.cash), (Sort::Deferral, outcome.headline.deferral)] {
        assert_eq!(added(cards().filter(had), sort), told, "cards against the headline");
        assert_eq!(added(outcome.ledger.iter().filter(|line| line.counted).map(|line| &line.row), sort), told);
    }
    assert_eq!(cards().collect::<Vec<_>>(), ledger().collect::<Vec<_>>(), "each line of the ledger is a card");
    assert_eq!(added(cards().filter(|row| row.word == Word::Ask), Sort::Cash), outcome.headline.ask.1);
    assert!(outcome.lead <= 5 && outcome.lead <= outcome.cards.len());
    let mut seen: Vec<u16> = cards().map(|row| row.item).collect();
    for fold in &outcome.folds {
        let before = seen.len();
        items(&fold.items, &mut seen);
        fold.hangs.iter().for_each(|(_, hang)| items(&hang.items, &mut seen));
        assert_eq!(seen.len() - before, fold.count, "{:?}", fold.why);
    }
    assert_eq!(outcome.cards.len() + outcome.folds.iter().map(|fold| fold.count).sum::<usize>(), outcome.items);
    every_item_stands_once(seen, "the result");
}

/// An encouragement never reads as an entitlement.
fn check_strength(state: &State) {
    let list = queries::shortlist(screener(), state);
    for row in &list.likely {
        let clauses = &dataset().visit.items[usize::from(row.item)].clauses;
        let strength = |clause: &u16| dataset().clauses[usize::from(*clause)].strength;
        let firm = clauses.iter().any(|clause| matches!(strength(clause), Strength::Definite | Strength::Due));
        assert!(firm || row.word == Word::Unasked, "{:?}", dataset().visit.items[usize::from(row.item)].name);
    }
}

/// Nothing that was not asked, and nothing over or without a date, reads as money to be had now.
fn check_words(state: &State) {
    let outcome = queries::outcome(screener(), state);
    for card in &outcome.cards {
        if card.row.word == Word::Can {
            let status = card.row.deadline.status;
            let now = [huiqi_core::dataset::Status::InForce, huiqi_core::dataset::Status::NotStarted];
            assert!(now.contains(&status), "{status:?} is not now");
        }
    }
}

fn visits(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let state = random_visit(&mut Random(seed));
        check_shortlist(&queries::shortlist(screener(), &state));
        check_outcome(&queries::outcome(screener(), &state));
        check_words(&state);
        check_strength(&state);
        let situations = queries::situations(screener(), &state);
        let hanging: usize = [&situations.money, &situations.rights, &situations.rare]
            .into_iter()
            .flatten()
            .map(|gate| gate.items)
            .sum();
        let on_gates = hanging_items(&state);
        assert_eq!(hanging, on_gates, "situations count what hangs on them, seed {seed}");
    }
}

fn hanging_items(state: &State) -> usize {
    let list = queries::shortlist(screener(), state);
    let of = |hangs: &[queries::Hang]| -> usize {
        hangs.iter().filter(|hang| hang.gate.is_some()).map(|hang| hang.items.len()).sum()
    };
    of(&list.depends) + of(&list.aside.rare)
}

#[test]
fn it_reconciles_in_every_state() {
    visits(0..400);
}

/// The same over ten thousand visits: `cargo test --release -p huiqi-visit --test visit -- --ignored`.
#[test]
#[ignore = "some minutes"]
fn it_reconciles_over_ten_thousand_visits() {
    visits(0..10_000);
}

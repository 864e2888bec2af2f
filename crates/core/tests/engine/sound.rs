//! A dataset that was damaged on its way is refused where it could not be computed with, and only there.

use super::mistakes::SOUND;
use super::support::{date, profile_of, screener, undecided};
use huiqi_core::compile::compile;
use huiqi_core::dataset::{Dataset, Kind};
use huiqi_core::rules::{
    Comparison, CondId, Condition, Edges, End, Figure, FigureId, Group, Rules, Variable, VariableKind, GREATEST,
    MOST_CHOICES,
};
use huiqi_core::screening::{Screener, TotalKind, Verdict};
use rust_decimal::Decimal;
use serde_json::json;

/// Is the repository's own dataset with this change read again from its bytes.
fn is_read(change: impl Fn(&mut Rules)) -> bool {
    let mut dataset = screener().dataset().clone();
    change(&mut dataset.rules);
    Dataset::from_bytes(&dataset.to_bytes()).is_ok()
}

/// Adds a number with these ends and this grain.
fn number(min: Decimal, max: Decimal, grain: Decimal) -> impl Fn(&mut Rules) {
    move |rules| rules.variables.push(Variable { kind: VariableKind::Number { min, max, grain }, question: 0 })
}

fn choice(values: u8) -> impl Fn(&mut Rules) {
    move |rules| rules.variables.push(Variable { kind: VariableKind::Choice(values), question: 0 })
}

#[test]
fn figures_are_refused_beyond_the_greatest() {
    let greatest = Decimal::from(GREATEST);
    for sign in [Decimal::ONE, Decimal::NEGATIVE_ONE] {
        for (figure, fits) in [(greatest, true), (greatest + Decimal::ONE, false)] {
            let figure = figure * sign;
            assert_eq!(is_read(|rules| rules.constants.push(figure)), fits, "{figure}");
            assert_eq!(is_read(|rules| rules.parameters.iter_mut().take(1).for_each(|p| p.low = figure)), fits);
            assert_eq!(is_read(|rules| rules.parameters.iter_mut().take(1).for_each(|p| p.high = figure)), fits);
            let step = |rules: &mut Rules| rules.series.iter_mut().take(1).for_each(|s| s.steps.push((0, figure)));
            assert_eq!(is_read(step), fits);
            let bound = |rules: &mut Rules| {
                let rows = rules.tables.iter_mut().flat_map(|table| &mut table.rows);
                rows.take(1).for_each(|row| row.bounds.push(vec![figure]));
            };
            assert_eq!(is_read(bound), fits);
        }
    }
    let (zero, one) = (Decimal::ZERO, Decimal::ONE);
    assert!(is_read(number(-greatest, greatest, one)));
    assert!(!is_read(number(-greatest - one, zero, one)));
    assert!(!is_read(number(zero, greatest + one, one)));
}

#[test]
fn variables_are_refused_that_hold_nothing_or_cannot_be_counted() {
    let (zero, one, finest) = (Decimal::ZERO, Decimal::ONE, Decimal::new(1, 8));
    for (values, holds) in [(0, false), (1, true), (MOST_CHOICES, true), (MOST_CHOICES + 1, false)] {
        assert_eq!(is_read(choice(values)), holds, "{values} choices");
    }
    assert!(is_read(number(one, one, one)));
    assert!(!is_read(number(one, zero, one)));
    for (grain, holds) in
        [(one, true), (finest, true), (zero, false), (Decimal::TWO, false), (Decimal::new(1, 9), false)]
    {
        assert_eq!(is_read(number(zero, one, grain)), holds, "grain {grain}");
    }
}

#[test]
fn expressions_are_refused_that_lead_back_to_themselves() {
    let next = |rules: &Rules| u16::try_from(rules.conditions.len()).unwrap();
    let number = |rules: &Rules| u16::try_from(rules.figures.len()).unwrap();
    assert!(is_read(|rules| rules.conditions.push(Condition::Not(CondId(next(rules) - 1)))));
    assert!(!is_read(|rules| rules.conditions.push(Condition::Not(CondId(next(rules))))));
    assert!(!is_read(|rules| rules.conditions.push(Condition::And(CondId(0), CondId(next(rules) + 1)))));
    assert!(!is_read(|rules| rules.figures.insert(0, Figure::Sum(0, FigureId(1), End::Low))));
    // From one sort to the other and back.
    let by = |figure| Edges { low: FigureId(figure), high: FigureId(figure) };
    let both = |rules: &mut Rules, least: u16| {
        let (test, same) = (CondId(next(rules)), number(rules));
        rules.figures.push(Figure::If(test, FigureId(0), FigureId(0)));
        rules.conditions.push(Condition::Compare(Comparison::Less, by(same - least), by(0)));
    };
    assert!(is_read(|rules| both(rules, 1)));
    assert!(!is_read(|rules| both(rules, 0)));
}

#[test]
fn rows_are_refused_of_which_a_field_is_no_variable() {
    let many = |rules: &Rules| u16::try_from(rules.variables.len()).unwrap();
    // Three rows of two fields that are the last variables of all.
    let rows = |count: u16, max_rows: u8| Group { count, max_rows, fields: 2 };
    assert!(is_read(|rules| rules.groups.push(rows(many(rules) - 7, 3))));
    assert!(!is_read(|rules| rules.groups.push(rows(many(rules) - 6, 3))));
    assert!(!is_read(|rules| rules.groups.push(rows(many(rules) - 7, 4))));
    assert!(!is_read(|rules| rules.groups.push(rows(u16::MAX, 3))));
}

#[test]
fn a_clause_that_cannot_be_decided_is_open_and_marked() {
    let mut dataset = compile(SOUND).expect("a dataset");
    let undecided = undecided(&mut dataset.rules);
    dataset.clauses.iter_mut().find(|clause| clause.id == "P01-b").unwrap().criteria[1].when = undecided;
    let dataset = Dataset::from_bytes(&dataset.to_bytes()).expect("sound");
    let screener = Screener::new(dataset);
    let asks = |question: &str| u16::try_from(screener.dataset().question(question).unwrap()).unwrap();
    let (open, missed) = (Verdict::Undetermined, Verdict::Ineligible);
    for (kinds, verdict, asked) in
        [(json!(["held"]), open, vec![]), (json!(["plant"]), missed, vec![]), (json!(null), open, vec![asks("kinds")])]
    {
        let profile = profile_of(&screener, &json!({ "kinds": kinds, "staff": 10 }));
        let screening = screener.settle(&profile.space(screener.dataset()), date("2020-05-01"));
        let result = &screening.clauses[1];
        assert_eq!((result.verdict, &result.open), (verdict, &asked));
        let grants = screening.totals.iter().find(|total| total.kind == TotalKind::One(Kind::Grant)).expect("a row");
        if verdict == open {
            let amount = result.amount.expect("an amount");
            assert_eq!((amount.min, amount.max, result.tight), (Decimal::ZERO, None, false));
            assert_eq!((grants.amount.min, grants.amount.max, grants.tight), (Decimal::ZERO, None, false));
        } else {
            assert!(result.tight && grants.tight, "{result:?} {grants:?}");
        }
    }
}

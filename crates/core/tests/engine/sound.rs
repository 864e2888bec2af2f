//! A dataset that was damaged on its way is refused where it could not be computed with, and only there.

use super::support::screener;
use huiqi_core::dataset::Dataset;
use huiqi_core::rules::{End, ExprId, Group, Node, Rules, Variable, VariableKind, GREATEST, MOST_CHOICES};
use rust_decimal::Decimal;

/// Is the repository's own dataset with this change read again from its bytes.
fn is_read(change: impl Fn(&mut Rules)) -> bool {
    let mut dataset = screener().dataset().clone();
    change(&mut dataset.rules);
    Dataset::from_bytes(&dataset.to_bytes()).is_ok()
}

/// Adds a number from 0 to 1 with these ends or this grain.
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
    let last = |rules: &Rules| u16::try_from(rules.nodes.len()).unwrap();
    assert!(is_read(|rules| rules.nodes.push(Node::Not(ExprId(last(rules) - 1)))));
    assert!(!is_read(|rules| rules.nodes.push(Node::Not(ExprId(last(rules))))));
    assert!(!is_read(|rules| rules.nodes.push(Node::And(ExprId(0), ExprId(last(rules) + 1)))));
    assert!(!is_read(|rules| rules.nodes.insert(0, Node::Sum(0, ExprId(1), End::Low))));
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

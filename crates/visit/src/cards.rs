//! Which items are cards, in which order, and what they come to; the result, the sheet and the report are made from these.

use crate::reckoned::{Bin, Item, Reckoned, Waits};
use crate::row::{Money, Row, Sum, Word};
use huiqi_core::dataset::Dataset;
use huiqi_core::decimal::plus;
use rust_decimal::Decimal;

/// The items that are cards, what to do first, first.
pub fn card_rows(reckoned: &Reckoned) -> Vec<Row> {
    let mut rows: Vec<Row> = reckoned.items.iter().filter(|item| is_card(item)).map(|item| item.row).collect();
    // Of the same standing what is worth most is told first, what has no figure yet after it.
    let rank = |row: &Row| (usize::from(!is_had(row)) * (1 + row.word as usize), row.money.sort());
    let worth = |row: &Row| match row.money {
        Money::Figure(_, worth) => worth.max.or(worth.min),
        Money::Right | Money::Nothing(_) | Money::Words(_) => None,
    };
    rows.sort_by(|one, other| rank(one).cmp(&rank(other)).then_with(|| worth(other).cmp(&worth(one))));
    rows
}

/// Everything that is or may be worth money and is had, over, or to be asked.
pub fn is_card(item: &Item) -> bool {
    let may_be_money = matches!(item.row.money, Money::Words(_) | Money::Figure(..));
    let is_due = match (item.row.word, item.waits) {
        (Word::Can | Word::ThatYear | Word::Ended | Word::Ask, _) | (Word::Unasked, Waits::Figure) => true,
        (Word::Unasked, Waits::Nothing | Waits::Who | Waits::Gate(_)) | (Word::Refused, _) => false,
    };
    may_be_money && is_due && item.bin != Bin::Duty && item.bin != Bin::Everyone
}

/// Is it had.
pub fn is_had(row: &Row) -> bool {
    matches!(row.word, Word::Can | Word::ThatYear)
}

/// The sum of what has a figure.
pub fn sum(rows: impl Iterator<Item = Money>) -> Sum {
    let mut sum = Sum { max: Some(Decimal::ZERO), ..Sum::default() };
    for money in rows {
        match money {
            Money::Right | Money::Nothing(_) => {}
            Money::Words(_) => sum.worded += 1,
            Money::Figure(_, worth) => {
                sum.figured += 1;
                sum.min = plus(sum.min, worth.min.unwrap_or_default());
                sum.max = sum.max.zip(worth.max).map(|(sum, max)| plus(sum, max));
            }
        }
    }
    sum
}

/// The leading offices of these items, each once, in their order.
pub fn offices(dataset: &Dataset, rows: &[Row]) -> Vec<Option<u8>> {
    let mut offices = Vec::new();
    for row in rows {
        let office = office_of(dataset, row);
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    offices
}

/// The leading office of an item.
pub fn office_of(dataset: &Dataset, row: &Row) -> Option<u8> {
    dataset.visit.items.get(usize::from(row.item)).and_then(|item| item.agencies.first().copied())
}

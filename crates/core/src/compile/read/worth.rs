//! Amounts: one expression, a range, or several readings.

use super::super::expression::{Number, Reader};
use super::super::tree::{Json, Tree};
use super::super::unit::Unit;
use super::fields::{self, Fields};
use super::Context;
use crate::dataset::{Kind, Reading};
use crate::rules::End;

/// Reads `amount`, `deduction` (of a tax effect) or `deferred` (of a right).
pub fn worth(fields: &Fields, kind: Kind, context: &mut Context) -> Vec<Reading> {
    let key = match kind {
        Kind::TaxEffect => "deduction",
        Kind::Right => "deferred",
        Kind::Grant | Kind::Reduction | Kind::Refund | Kind::InterestSubsidy | Kind::Deferral => "amount",
    };
    let place = if kind == Kind::Right { fields.get(key) } else { fields.need(key, context.log) };
    let is_named = |place: &&Tree| matches!(&place.value, Json::Object(entries) if entries.iter().any(|entry| entry.key == "name"));
    match place.filter(|place| kind == Kind::Right && is_named(place)) {
        Some(place) => named(place, context).into_iter().collect(),
        None => place.map(|place| amount(place, context)).unwrap_or_default(),
    }
}

/// An amount put off with a word of its own for it: `name` and `amount`.
fn named(place: &Tree, context: &mut Context) -> Option<Reading> {
    let fields = Fields::new(place, "an amount", context.log)?;
    let name = fields.text("name", context.log);
    let amount = fields.need("amount", context.log);
    fields.done(context.log);
    single(amount?, name?, true, context)
}

fn amount(place: &Tree, context: &mut Context) -> Vec<Reading> {
    if let Json::Object(entries) = &place.value {
        if entries.iter().any(|entry| entry.key == "readings") {
            return readings(place, context).unwrap_or_default();
        }
    }
    single(place, String::new(), true, context).into_iter().collect()
}

fn readings(place: &Tree, context: &mut Context) -> Option<Vec<Reading>> {
    let fields = Fields::new(place, "an amount", context.log)?;
    let mut readings = Vec::new();
    for tree in fields.list("readings", context.log) {
        let Some(reading) = Fields::new(tree, "a reading", context.log) else { continue };
        reading.text("id", context.log);
        let name = reading.text("name", context.log).unwrap_or_default();
        let preferred = reading.flag("preferred", false, context.log);
        let amount = reading.need("amount", context.log);
        reading.done(context.log);
        readings.extend(amount.and_then(|amount| single(amount, name, preferred, context)));
    }
    fields.done(context.log);
    if readings.iter().filter(|reading| reading.preferred).count() != 1 {
        context.log.add(
            place.span,
            "not exactly one reading is preferred",
            "write \"preferred\": true at the one to tell first",
        );
    }
    Some(readings)
}

/// One reading: an expression, or `min` and `max`.
fn single(place: &Tree, name: String, preferred: bool, context: &mut Context) -> Option<Reading> {
    match &place.value {
        Json::Text(text) => {
            let number = number(text, place, context)?;
            let low = edge(&number, End::Low, text, place, context)?;
            let high = edge(&number, End::High, text, place, context)?;
            Some(Reading { name, preferred, low, high: Some(high) })
        }
        // A number is read as an object too, for the message that it has to be one.
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => {
            let fields = Fields::new(place, "an amount", context.log)?;
            let low = fields.need("min", context.log).and_then(|place| edge_at(place, End::Low, context));
            let high = match fields.get("max") {
                Some(place) => Some(edge_at(place, End::High, context)?),
                None if fields.has("max") => None,
                None => {
                    context.log.add(
                        place.span,
                        "`max` is missing",
                        "write an expression, or null where the source gives no bound",
                    );
                    return None;
                }
            };
            fields.done(context.log);
            Some(Reading { name, preferred, low: low?, high })
        }
    }
}

fn number(text: &str, place: &Tree, context: &mut Context) -> Option<Number> {
    let number = Reader::number(text, &Unit::base("yuan"), place.span, &mut context.names, context.log)?;
    if number.bounds().0 < rust_decimal::Decimal::ZERO {
        context.log.add(place.span, format!("`{text}` may be negative"), "write max(0, …)");
    }
    Some(number)
}

fn edge_at(place: &Tree, end: End, context: &mut Context) -> Option<crate::rules::FigureId> {
    let text = fields::text(place, "amount", context.log)?;
    let number = number(&text, place, context)?;
    edge(&number, end, &text, place, context)
}

fn edge(number: &Number, end: End, text: &str, place: &Tree, context: &mut Context) -> Option<crate::rules::FigureId> {
    match context.lower.checked_edge(number, end, &mut context.rules) {
        Ok(expression) => Some(expression),
        Err(refused) => {
            context.refuse(&refused, text, place.span);
            None
        }
    }
}

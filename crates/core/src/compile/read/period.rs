//! Periods and later changes.

use super::super::diagnostic::Log;
use super::fields::Fields;
use super::Context;
use crate::dataset::{Later, Period, Policy, Trigger};

pub fn period(clause: &Fields, id: &str, owner: &Policy, later: &[Later], context: &mut Context) -> Option<Period> {
    let fields = Fields::new(clause.need("period", context.log)?, "a period", context.log)?;
    let trigger = match fields.text("trigger", context.log)?.as_str() {
        "use" => Trigger::Use,
        "application" => Trigger::Application,
        "loan" => Trigger::Loan,
        "award" => Trigger::Award,
        other => {
            context.log.add(
                fields.place("trigger"),
                format!("unknown trigger `{other}`"),
                "use use, application, loan or award",
            );
            return None;
        }
    };
    let from_policy = fields.optional_text("source", context.log);
    let period = Period {
        trigger,
        from: fields.optional_date("from", context.log),
        until: fields.optional_date("until", context.log),
        apply_until: fields.optional_date("apply_until", context.log),
        from_event: event(&fields, "from_event", context),
        until_event: event(&fields, "event", context),
        long_term: fields.flag("long_term", false, context.log),
        extended_by: later.iter().position(|change| change.until.is_some()).and_then(|index| u8::try_from(index).ok()),
        source: from_policy.unwrap_or_else(|| id.to_owned()),
    };
    let open = fields.flag("open", false, context.log);
    fields.done(context.log);
    if period.source != id && period.source != owner.id {
        context.log.add(
            fields.place("source"),
            format!("`{}` has no period here", period.source),
            "name the clause or its policy",
        );
    }
    ordered(&fields, &period, open, context.log);
    let change = period.extended_by.and_then(|index| later.get(usize::from(index))).and_then(|change| change.until);
    if change.zip(period.until).is_some_and(|(later, until)| later <= until) {
        let place = clause.place("later");
        context.log.add(place, "the later end is not later", "a change of the end lies after `until`");
    }
    let ends = ["until", "apply_until", "event"].into_iter().any(|key| fields.has(key));
    if !ends && !open && !period.long_term {
        context.log.add(
            fields.span,
            "the period has no end",
            "give `until` or `event`, or say \"open\": true or \"long_term\": true",
        );
    }
    Some(period)
}

/// A period runs forward, and has one beginning and one end.
fn ordered(fields: &Fields, period: &Period, open: bool, log: &mut Log) {
    if period.from.zip(period.until).is_some_and(|(from, until)| from > until) {
        log.add(fields.place("until"), "the period is empty", "`from` is not after `until`");
    }
    if period.from.zip(period.apply_until).is_some_and(|(from, until)| from > until) {
        log.add(fields.place("apply_until"), "nobody could apply in time", "`from` is not after `apply_until`");
    }
    if period.from.is_some() && period.from_event.is_some() {
        log.add(fields.place("from_event"), "two beginnings overlap", "keep `from` or `from_event`");
    }
    let ends = [period.until.is_some(), period.until_event.is_some(), open, period.long_term];
    if ends.into_iter().filter(|given| *given).count() > 1 {
        log.add(fields.span, "two ends overlap", "keep one of `until`, `event`, `open` and `long_term`");
    }
}

fn event(fields: &Fields, key: &'static str, context: &mut Context) -> Option<u8> {
    let name = fields.optional_text(key, context.log)?;
    let found = context.events.iter().position(|event| *event == name).and_then(|index| u8::try_from(index).ok());
    if found.is_none() {
        context.log.add(fields.place(key), format!("unknown event `{name}`"), "add it to `events`");
    }
    found
}

pub fn later(clause: &Fields, log: &mut Log) -> Vec<Later> {
    let mut changes = Vec::new();
    for tree in clause.list("later", log) {
        let Some(fields) = Fields::new(tree, "a later change", log) else { continue };
        let (text, source) = (fields.text("text", log), fields.text("source", log));
        let until = fields.optional_date("until", log);
        let verified =
            fields.small("verified", log).and_then(|verified| u8::try_from(verified).ok()).filter(|v| *v <= 2);
        fields.done(log);
        match (text, source, verified) {
            (Some(text), Some(source), Some(verified)) => changes.push(Later { text, until, source, verified }),
            (_, _, None) if fields.has("verified") => log.add(
                fields.place("verified"),
                "`verified` is 0, 1 or 2",
                "2: two independent sources, 1: one, 0: not checked",
            ),
            _ => {}
        }
    }
    changes
}

//! Periods, later changes, and the days of which the list tells.

use super::super::diagnostic::Log;
use super::clause::condition;
use super::fields::Fields;
use super::Context;
use crate::dataset::{Clause, Horizon, Later, Period, Policy, Trigger};
use crate::date::Date;

/// `horizon`: outside these days the list says nothing by itself.
pub fn horizon(dataset: &Fields, log: &mut Log) -> Horizon {
    let Some(fields) = dataset.get("horizon").and_then(|tree| Fields::new(tree, "`horizon`", log)) else {
        return Horizon::default();
    };
    let horizon = Horizon { from: fields.optional_date("from", log), until: fields.optional_date("until", log) };
    fields.done(log);
    if horizon.from.zip(horizon.until).is_some_and(|(from, until)| from > until) {
        log.add(fields.place("until"), "the horizon is empty", "`from` is not after `until`");
    }
    if !fields.has("from") && !fields.has("until") {
        log.add(fields.span, "the horizon has no day", "give `until`, the last day of which the list tells");
    }
    horizon
}

/// The period of a clause. `before`: the clauses that stand before it.
pub fn period(
    clause: &Fields,
    id: &str,
    owner: &Policy,
    before: &[Clause],
    later: &[Later],
    context: &mut Context,
) -> Option<Period> {
    let fields = Fields::new(clause.need("period", context.log)?, "a period", context.log)?;
    let trigger = trigger(&fields, context.log)?;
    let from_policy = fields.optional_text("source", context.log);
    let open = fields.flag("open", false, context.log);
    let long_term = fields.flag("long_term", false, context.log);
    let mut period = Period {
        trigger,
        from: fields.optional_date("from", context.log),
        until: fields.optional_date("until", context.log),
        apply_until: fields.optional_date("apply_until", context.log),
        from_event: event(&fields, "from_event", context),
        until_event: event(&fields, "event", context),
        long_term,
        is_open: open || long_term,
        extended_by: later.iter().position(|change| change.until.is_some()).and_then(|index| u8::try_from(index).ok()),
        source: from_policy.unwrap_or_else(|| id.to_owned()),
    };
    let beginnings = [period.from.is_some(), period.from_event.is_some(), fields.has("after")];
    once(beginnings, &fields, "two beginnings overlap", "keep one of `from`, `from_event` and `after`", context.log);
    let ends = [period.until.is_some(), period.until_event.is_some(), open || long_term];
    once(ends, &fields, "two ends overlap", "keep one of `until`, `event`, `open` and `long_term`", context.log);
    if open && long_term {
        context.log.add(fields.place("long_term"), "`long_term` says `open` too", "keep one of them");
    }
    after(&fields, &mut period, before, context);
    fields.done(context.log);
    if period.source != id && period.source != owner.id {
        context.log.add(
            fields.place("source"),
            format!("`{}` has no period here", period.source),
            "name the clause or its policy",
        );
    }
    ordered(&fields, &period, context.log);
    extended(clause, &period, later, context.log);
    let ends = ["until", "apply_until", "event"].into_iter().any(|key| fields.has(key));
    if !ends && !period.is_open {
        context.log.add(
            fields.span,
            "the period has no end",
            "give `until` or `event`, or say \"open\": true or \"long_term\": true",
        );
    }
    Some(period)
}

fn trigger(fields: &Fields, log: &mut Log) -> Option<Trigger> {
    match fields.text("trigger", log)?.as_str() {
        "use" => Some(Trigger::Use),
        "application" => Some(Trigger::Application),
        "loan" => Some(Trigger::Loan),
        "award" => Some(Trigger::Award),
        other => {
            let problem = format!("unknown trigger `{other}`");
            log.add(fields.place("trigger"), problem, "use use, application, loan or award");
            None
        }
    }
}

/// Tells where more than one of several things is given.
fn once<const N: usize>(given: [bool; N], fields: &Fields, problem: &str, advice: &str, log: &mut Log) {
    if given.into_iter().filter(|given| *given).count() > 1 {
        log.add(fields.span, problem, advice);
    }
}

/// `after`: begins on the day after another clause's last day; where that hangs on an event without a day, with the event.
fn after(fields: &Fields, period: &mut Period, before: &[Clause], context: &mut Context) {
    let Some(id) = fields.optional_text("after", context.log) else { return };
    let place = fields.place("after");
    let Some(former) = before.iter().find(|clause| clause.id == id) else {
        let advice = "name a clause that stands before this one";
        return context.log.add(place, format!("no clause `{id}` comes before"), advice);
    };
    if former.later_end_for().is_some() {
        let problem = format!("`{id}` does not end on one day for everyone");
        return context.log.add(place, problem, "write the day as `from`");
    }
    match former.last_day(&context.event_days) {
        Some(last) => period.from = Some(Date(last.0 + 1)),
        None if former.period.until_event.is_some() => period.from_event = former.period.until_event,
        None => context.log.add(place, format!("`{id}` has no end"), "write the first day as `from`"),
    }
}

/// A period runs forward.
fn ordered(fields: &Fields, period: &Period, log: &mut Log) {
    if period.from.zip(period.until).is_some_and(|(from, until)| from > until) {
        log.add(fields.place("until"), "the period is empty", "`from` is not after `until`");
    }
    if period.from.zip(period.apply_until).is_some_and(|(from, until)| from > until) {
        log.add(fields.place("apply_until"), "nobody could apply in time", "`from` is not after `apply_until`");
    }
    if period.apply_until.zip(period.until).is_some_and(|(apply, until)| apply > until) {
        let advice = "`apply_until` is not after `until`";
        log.add(fields.place("apply_until"), "applications run on after the end", advice);
    }
}

/// There is one later end, and it is later.
fn extended(clause: &Fields, period: &Period, later: &[Later], log: &mut Log) {
    let ends: Vec<&Later> = later.iter().filter(|change| change.until.is_some()).collect();
    let place = clause.place("later");
    if ends.len() > 1 {
        log.add(place, "two later ends overlap", "keep `until` at the change that holds in the end");
    }
    let own = period.until.or(period.apply_until);
    if ends.iter().any(|change| change.until.zip(own).is_some_and(|(later, until)| later <= until)) {
        log.add(place, "the later end is not later", "a change of the end lies after `until`");
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

/// Changes made after the list was written.
pub fn later(clause: &Fields, context: &mut Context) -> Vec<Later> {
    let changes = clause.list("later", context.log);
    changes.iter().filter_map(|tree| change(&Fields::new(tree, "a later change", context.log)?, context)).collect()
}

fn change(fields: &Fields, context: &mut Context) -> Option<Later> {
    let (text, source) = (fields.text("text", context.log), fields.text("source", context.log));
    let until = fields.optional_date("until", context.log);
    let when = fields.get("when").and_then(|place| condition(place, context));
    let verified = fields.small("verified", context.log);
    let degree = verified.and_then(|verified| u8::try_from(verified).ok()).filter(|degree| *degree <= 2);
    fields.done(context.log);
    if verified.is_some() && degree.is_none() {
        let advice = "2: two independent sources, 1: one, 0: not checked";
        context.log.add(fields.place("verified"), "`verified` is 0, 1 or 2", advice);
    }
    if fields.has("when") && until.is_none() {
        context.log.add(fields.place("when"), "`when` has no end to decide on", "give `until`, or take `when` out");
    }
    Some(Later { text: text?, until, when, source: source?, verified: degree? })
}

//! Likely ranges of number questions. They are read last: what clauses need is known by then, and what only an estimate
//! needs follows it.

use super::super::diagnostic::Log;
use super::super::expression::Reader;
use super::super::tree::{Json, Span, Tree};
use super::super::unit::Unit;
use super::fields::{self, Fields};
use super::Context;
use crate::dataset::{Dataset, Estimate, Question, Shape};
use crate::rules::{Domain, End, Engine, FigureId, Rules, Space, VarSet, VariableKind};
use crate::screening::CLAUSE_BUDGET;

/// Reads all of them, each with the place where it stands.
pub fn estimates(dataset: &Fields, questions: &[Question], context: &mut Context) -> (Vec<Estimate>, Vec<Span>) {
    let mut read: (Vec<Estimate>, Vec<Span>) = (Vec::new(), Vec::new());
    for tree in dataset.list("questions", context.log) {
        in_rows(tree, context.log);
        let Some(place) = tree.child("estimate") else { continue };
        let Some(Json::Text(id)) = tree.property("id") else { continue };
        // A question that could not be read was told already, and so was an estimate of what is no number.
        let Some((index, question)) = (0_u16..).zip(questions).find(|(_, question)| question.id == *id) else {
            continue;
        };
        let Shape::Number { unit, .. } = &question.shape else { continue };
        let unit = Unit::parse(unit).unwrap_or_default();
        let several = match &place.value {
            Json::List(items) => items.iter().collect(),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => vec![place],
        };
        for tree in several {
            let found = estimate(tree, (index, question), &unit, context);
            read.0.extend(found);
            read.1.resize(read.0.len(), tree.span);
        }
    }
    circles(&read, questions, &context.rules, context.log);
    read
}

/// A row has no estimate: there is none to work it out from.
fn in_rows(question: &Tree, log: &mut Log) {
    let Some(Json::List(fields)) = question.property("fields") else { return };
    for place in fields.iter().filter_map(|field| field.child("estimate")) {
        log.add(place.span, "a field of a row has no estimate", "take it out; a question outside rows may have one");
    }
}

fn estimate(tree: &Tree, (index, question): (u16, &Question), unit: &Unit, context: &mut Context) -> Option<Estimate> {
    let fields = Fields::new(tree, "an estimate", context.log)?;
    let (text, source) = (fields.text("text", context.log), fields.text("source", context.log));
    let verified = fields.small("verified", context.log).and_then(|verified| u8::try_from(verified).ok());
    if verified.is_some_and(|verified| !(1..=2).contains(&verified)) {
        let advice = "1: one source, 2: two or more; what nobody checked is a guess, and no estimate";
        context.log.add(fields.place("verified"), "`verified` of an estimate is 1 or 2", advice);
    }
    let mut end = |key, end| fields.need(key, context.log).and_then(|place| figure(place, (key, end), unit, context));
    let (low, high) = (end("low", End::Low), end("high", End::High));
    fields.done(context.log);
    let found = Estimate { question: index, low: low?, high: high?, text: text?, source: source?, verified: verified? };
    if [found.low, found.high].into_iter().any(|figure| context.rules.reads_rows(figure.into())) {
        context.log.add(tree.span, "an estimate reads the rows of a group", "name answers outside rows only");
        return None;
    }
    if found.reads(&context.rules).contains(question.variable) {
        let problem = format!("the estimate of `{}` reads `{}` itself", question.id, question.id);
        context.log.add(tree.span, problem, "work it out from other answers");
        return None;
    }
    Some(found)
}

fn figure(place: &Tree, (key, end): (&str, End), unit: &Unit, context: &mut Context) -> Option<FigureId> {
    let text = fields::text(place, key, context.log)?;
    let number = Reader::number(&text, unit, place.span, &mut context.names, context.log)?;
    match context.lower.checked_edge(&number, end, &mut context.rules) {
        Ok(figure) => Some(figure),
        Err(refused) => {
            context.refuse(&refused, &text, place.span);
            None
        }
    }
}

impl Estimate {
    /// The variables that it is worked out from.
    fn reads(&self, rules: &Rules) -> VarSet {
        let mut reads = VarSet::default();
        [self.low, self.high].into_iter().for_each(|figure| rules.collect(figure.into(), &mut reads));
        reads
    }
}

/// Tells questions whose estimates rest on each other: each would be taken because of the other.
fn circles((all, places): &(Vec<Estimate>, Vec<Span>), questions: &[Question], rules: &Rules, log: &mut Log) {
    let leads = |from: u16| -> Vec<u16> {
        let mut reached = vec![from];
        let mut at = 0;
        while let Some(question) = reached.get(at).copied() {
            for estimate in all.iter().filter(|estimate| estimate.question == question) {
                let read = estimate.reads(rules);
                let variables = read.iter().filter_map(|read| rules.variables.get(usize::from(read)));
                for of in variables.map(|variable| variable.question) {
                    // The first stands there as the question itself, and once more where something leads back to it.
                    if !reached.iter().skip(1).any(|other| *other == of) {
                        reached.push(of);
                    }
                }
            }
            at += 1;
        }
        reached.split_off(1)
    };
    let mut told: Vec<u16> = Vec::new();
    for (estimate, place) in all.iter().zip(places) {
        let reached = leads(estimate.question);
        if told.contains(&estimate.question) || !reached.contains(&estimate.question) {
            continue;
        }
        let mut round: Vec<u16> =
            reached.into_iter().filter(|other| leads(*other).contains(&estimate.question)).collect();
        round.sort_unstable();
        let names = round.iter().filter_map(|other| questions.get(usize::from(*other)));
        let names: Vec<String> = names.map(|question| format!("`{}`", question.id)).collect();
        let problem = format!("the estimates of {} rest on each other", names.join(", "));
        log.add(*place, problem, "let one of them rest on other answers");
        told.extend(round);
    }
}

/// Tells estimates whose ends are the wrong way round, and those that take too long. Needs a dataset without other mistakes.
pub fn check(dataset: &Dataset, places: &[Span], log: &mut Log) {
    let rules = &dataset.rules;
    let everything = Space::full(rules).linked(rules).unwrap_or_else(|space| space);
    for (estimate, place) in dataset.estimates.iter().zip(places) {
        let mut greatest = everything.clone();
        for read in estimate.reads(rules).iter() {
            let kind = rules.variables.get(usize::from(read)).map(|variable| &variable.kind);
            if let Some(VariableKind::Number { max, .. }) = kind {
                greatest.set(read, Domain::Range(*max, *max));
            }
        }
        if !is_searched(rules, &everything, estimate, &mut |_, _| {}) {
            log.add(*place, format!("the estimate needs more than {CLAUSE_BUDGET} parts"), "make it simpler");
            continue;
        }
        let mut falls = false;
        is_searched(rules, &greatest, estimate, &mut |low, high| falls |= low > high);
        if falls {
            let advice = "write what it comes to at least as `low`, and at most as `high`";
            log.add(*place, "`low` is above `high` where every answer is at its greatest", advice);
        }
    }
}

/// Gives both ends in every part of a space; `false` where there are too many parts.
fn is_searched(
    rules: &Rules,
    space: &Space,
    estimate: &Estimate,
    take: &mut dyn FnMut(rust_decimal::Decimal, rust_decimal::Decimal),
) -> bool {
    let mut engine = Engine::over(rules, space, CLAUSE_BUDGET);
    let searched = engine.explore(&|_| true, &mut |engine: &mut Engine| {
        let (low, high) = (engine.value(estimate.low)?, engine.value(estimate.high)?);
        take(low, high);
        Ok(())
    });
    searched.is_ok()
}

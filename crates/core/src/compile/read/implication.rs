//! What one answer makes certain of another. Whether each implication says anything is judged by `bearing`, once all else
//! is in order.

use super::super::expression::{Reader, Test};
use super::super::tree::{Span, Tree};
use super::fields::{self, Fields};
use super::Context;
use crate::dataset::Implication;
use crate::rules::{CondId, Link, VarSet};

/// Reads all of them, each with the place where it stands.
pub fn implications(dataset: &Fields, context: &mut Context) -> (Vec<Implication>, Vec<Span>) {
    let mut read = (Vec::new(), Vec::new());
    for tree in dataset.list("implications", context.log) {
        let Some((implication, link)) = implication(tree, context) else {
            context.names.unread = true;
            continue;
        };
        if read.0.iter().any(|other: &Implication| other.id == implication.id) {
            let problem = format!("implication `{}` is given twice", implication.id);
            context.log.add(tree.span, problem, "ids are never used again");
        }
        read.0.push(implication);
        read.1.push(tree.span);
        context.rules.links.push(link);
    }
    read
}

fn implication(tree: &Tree, context: &mut Context) -> Option<(Implication, Link)> {
    let fields = Fields::new(tree, "an implication", context.log)?;
    let (id, text) = (fields.text("id", context.log), fields.text("text", context.log));
    let source = fields.text("source", context.log);
    if fields.small("verified", context.log).is_some_and(|verified| verified != 2) {
        context.log.add(
            fields.place("verified"),
            "only the list itself, or a fact of two sources, may imply",
            "take it out; what is merely likely may order questions, and nothing else",
        );
    }
    let when = match fields.get("when") {
        Some(place) => condition(place, "when", context),
        None => compiled(&Test::Truth(true), "true", tree.span, context),
    };
    let then = fields.need("then", context.log).and_then(|place| condition(place, "then", context));
    fields.done(context.log);
    let (when, then) = (when?, then?);
    if context.rules.reads_rows(when.into()) || context.rules.reads_rows(then.into()) {
        let advice = "name answers outside rows only";
        context.log.add(tree.span, "an implication reads the rows of a group", advice);
        return None;
    }
    let mut reads = VarSet::default();
    context.rules.collect(when.into(), &mut reads);
    context.rules.collect(then.into(), &mut reads);
    Some((Implication { id: id?, text: text?, source: source? }, Link { when, then, reads: reads.iter().collect() }))
}

fn condition(place: &Tree, key: &str, context: &mut Context) -> Option<CondId> {
    let text = fields::text(place, key, context.log)?;
    let test = Reader::condition(&text, place.span, &mut context.names, context.log)?;
    compiled(&test, &text, place.span, context)
}

fn compiled(test: &Test, text: &str, span: Span, context: &mut Context) -> Option<CondId> {
    let compiled = context.lower.test(test, &mut context.rules);
    compiled.map_err(|refused| context.refuse(&refused, text, span)).ok()
}

//! Facts: names for what follows from answers. A class becomes a fact of the rules; conditions and numbers are written
//! out where they are used.

use super::super::expression::{Reader, Typed};
use super::super::names::Meaning;
use super::super::tree::{Entry, Span};
use super::fields::Fields;
use super::{Context, Declared};
use crate::dataset::{Question, Shape};
use crate::rules::Fact;
use cel::common::ast::Expr;

pub fn facts(dataset: &Fields, questions: &[Question], context: &mut Context) {
    for entry in dataset.named("facts", context.log) {
        if fact(entry, questions, context).is_none() {
            context.names.spoil(&entry.key);
        }
    }
}

fn fact(entry: &Entry, questions: &[Question], context: &mut Context) -> Option<()> {
    let fields = Fields::new(&entry.value, "a fact", context.log)?;
    let name = fields.text("name", context.log)?;
    let tree = fields.need("is", context.log)?;
    let text = super::fields::text(tree, "is", context.log)?;
    fields.done(context.log);
    let meaning = if text.starts_with("classify(") {
        class(&text, tree.span, entry.key.clone(), name, questions, context)?
    } else {
        match Reader::read(&text, tree.span, &mut context.names, context.log)? {
            Typed::Test(test) => Meaning::Condition(test),
            Typed::Number(number, unit) => Meaning::Computed(number, unit.unwrap_or_default()),
        }
    };
    context.declared.push(Declared { what: "fact", name: entry.key.clone(), span: entry.key_span });
    if !context.names.add(&entry.key, meaning) {
        context.log.add(
            entry.key_span,
            format!("`{}` is the name of two things", entry.key),
            "give one of them another name",
        );
    }
    Some(())
}

/// `classify(table, choice, measure…)`
fn class(
    text: &str,
    span: Span,
    id: String,
    name: String,
    questions: &[Question],
    context: &mut Context,
) -> Option<Meaning> {
    let parsed = cel::parser::Parser::default().parse(text).ok();
    let arguments: Vec<String> = match parsed.map(|parsed| parsed.expr) {
        Some(Expr::Call(call)) => {
            let names = call.args.iter().map(|argument| {
                let Expr::Ident(name) = &argument.expr else { return None };
                Some(name.clone())
            });
            names.collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let advice = "write classify(table, choice question, number questions of the table's measures)";
    let [table, by, measures @ ..] = arguments.as_slice() else {
        context.log.add(span, format!("`{text}` classifies nothing"), advice);
        return None;
    };
    if context.names.is_spoilt(table) {
        return None;
    }
    let Some(Meaning::Table { index, classes, measures: width }) = context.names.get(table) else {
        context.log.add(span, format!("`{table}` is no classification"), advice);
        return None;
    };
    let mut variable = |name: &String, right: fn(&Shape) -> bool| {
        context.names.get(name);
        questions
            .iter()
            .find(|question| question.id == *name && right(&question.shape))
            .map(|question| question.variable)
    };
    let by = variable(by, |shape| matches!(shape, Shape::Choice(_)));
    let found: Option<Vec<u16>> =
        measures.iter().map(|name| variable(name, |shape| matches!(shape, Shape::Number { .. }))).collect();
    match (by, found) {
        (Some(by), Some(measures)) if measures.len() == width => {
            let fact = u16::try_from(context.rules.facts.len()).ok()?;
            context.rules.facts.push(Fact { id, name, table: index, by, measures });
            Some(Meaning::Class(fact, classes))
        }
        _ if arguments.iter().any(|name| context.names.is_spoilt(name)) => None,
        _ => {
            context.log.add(span, format!("`{text}` does not fit its table"), advice);
            None
        }
    }
}

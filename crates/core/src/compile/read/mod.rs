//! From the JSON tree to the compiled dataset, part by part.

mod clause;
mod fact;
mod fields;
mod links;
mod parameter;
mod period;
mod policy;
mod question;
mod worth;

use super::diagnostic::Log;
use super::lower::{Lower, Refused, Which};
use super::names::Names;
use super::tree::{Span, Tree};
use crate::dataset::{Dataset, Named};
use crate::rules::Rules;
use fields::Fields;

/// What the parts share while a dataset is read.
pub struct Context<'log, 'text> {
    pub log: &'log mut Log<'text>,
    pub names: Names,
    pub rules: Rules,
    pub lower: Lower,
    pub agencies: Vec<Named>,
    pub events: Vec<String>,
    /// Questions by name, so that unused ones can be told.
    pub asked: Vec<(String, Span)>,
}

impl Context<'_, '_> {
    /// Tells why a number cannot be compiled.
    fn refuse(&mut self, refused: &Refused, text: &str, span: Span) {
        match refused {
            Refused::BothWays(which) => {
                let name = match which {
                    Which::Variable(..) => "a variable",
                    Which::Parameter(_) => "a range",
                };
                let problem = format!("in `{text}` {name} pulls both up and down");
                self.log.add(
                    span,
                    problem,
                    "use each figure in one direction only, or split the clause by a condition",
                );
            }
            Refused::Negative => {
                self.log.add(
                    span,
                    format!("in `{text}` a factor may be negative"),
                    "write max(0, …) around the difference",
                );
            }
            Refused::TooMany => self.log.add(span, "the dataset has too many expressions", "split it"),
        }
    }
}

/// Reads a whole dataset; `None` where too little is there to go on.
pub fn dataset(tree: &Tree, log: &mut Log) -> Option<Dataset> {
    let fields = Fields::new(tree, "the dataset", log)?;
    if fields.small("format", log).is_some_and(|format| format != 1) {
        log.add(fields.span, "this format is not known", "write \"format\": 1");
    }
    // For the editor's completion; nothing here depends on it.
    fields.optional_text("$schema", log);
    let events = policy::events(&fields, log);
    let agencies = policy::agencies(&fields, log);
    let units = policy::units(&fields, log);
    let mut context = Context {
        agencies,
        events: fields.named("events", log).iter().map(|entry| entry.key.clone()).collect(),
        names: Names::default(),
        rules: Rules::default(),
        lower: Lower::default(),
        asked: Vec::new(),
        log,
    };
    let sections = policy::sections(&fields, context.log);
    let mut tables = parameter::tables(&fields, &mut context);
    let questions = question::questions(&fields, &sections, &units, &mut context);
    parameter::parameters(&fields, &units, &mut context);
    tables.finish(&questions, &mut context);
    fact::facts(&fields, &questions, &mut context);
    let groups = links::reading_groups(&fields, context.log);
    let (policies, clauses, background) = policy::policies(&fields, &groups, &mut context);
    let contradictions = links::contradictions(&fields, &clauses, context.log);
    let exclusions = links::exclusions(&fields, &clauses, &groups, context.log);
    let tax = links::tax(&fields, &questions, &mut context);
    question::unused(&mut context);
    let dataset = Dataset {
        version: fields.text("version", context.log)?,
        published: fields.text("published", context.log)?,
        title: fields.text("title", context.log)?,
        publisher: fields.text("publisher", context.log)?,
        contact: fields.optional_text("contact", context.log),
        agencies: context.agencies,
        events,
        sections,
        questions,
        policies,
        clauses,
        background,
        reading_groups: groups,
        exclusions,
        contradictions,
        tax,
        rules: context.rules,
    };
    fields.done(log);
    Some(dataset)
}

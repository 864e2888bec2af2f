//! From the JSON tree to the compiled dataset, part by part.

mod agency;
mod bearing;
mod clause;
mod estimate;
mod fact;
mod fields;
mod first_page;
mod implication;
mod known;
mod limits;
mod links;
mod parameter;
mod period;
mod policy;
mod question;
mod reach;
mod renamed;
mod tax;
mod visit;
mod worth;

use super::diagnostic::Log;
use super::exact::{Refused, Which};
use super::lower::Lower;
use super::names::Names;
use super::tree::{Span, Tree};
use crate::dataset::{Agency, Dataset, Event};
use crate::rules::Rules;
use fields::Fields;

/// Something that an expression should use.
pub struct Declared {
    /// What it is, in words.
    pub what: &'static str,
    /// Its name; of a member or field `question.part`.
    pub name: String,
    pub span: Span,
}

impl Declared {
    /// A figure or a fact, which an estimate may need alone.
    fn is_figure(&self) -> bool {
        matches!(self.what, "parameter" | "fact")
    }
}

/// Where a clause and its criteria stand.
pub struct ClausePlace {
    pub span: Span,
    pub criteria: Vec<Span>,
    /// Of its later changes.
    pub later: Span,
}

/// What the parts share while a dataset is read.
pub struct Context<'log, 'text> {
    pub log: &'log mut Log<'text>,
    pub names: Names,
    pub rules: Rules,
    pub lower: Lower,
    pub agencies: Vec<Agency>,
    pub events: Vec<String>,
    /// Of each event its day, where one is set.
    pub event_days: Vec<Event>,
    /// What must be used somewhere, with its place.
    pub declared: Vec<Declared>,
    /// Ids of contradictions that rows decide.
    pub decided: Vec<(String, Span)>,
    /// Places of the clauses read, in their order.
    pub places: Vec<ClausePlace>,
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
            Refused::RowsTwice => {
                let problem = format!("`{text}` adds up the same rows in two ways");
                self.log.add(span, problem, "put both into one sum, or split the clause");
            }
            Refused::TooMany => self.log.add(span, "the dataset has too many expressions", "split it"),
        }
    }
}

/// Reads a whole dataset; `None` where too little is there to go on.
pub fn dataset(tree: &Tree, log: &mut Log) -> Option<Dataset> {
    let fields = Fields::new(tree, "the dataset", log)?;
    if fields.small("format", log).is_some_and(|format| format != 1) {
        log.add(fields.place("format"), "this format is not known", "write \"format\": 1");
    }
    if !limits::check(&fields, log) {
        return None;
    }
    // For the editor's completion; nothing here depends on it.
    fields.optional_text("$schema", log);
    let events = policy::events(&fields, log);
    let agencies = agency::agencies(&fields, log);
    let units = policy::units(&fields, log);
    let mut context = Context {
        agencies,
        event_days: events.clone(),
        events: fields.named("events", log).iter().map(|entry| entry.key.clone()).collect(),
        names: Names::default(),
        rules: Rules::default(),
        lower: Lower::default(),
        declared: Vec::new(),
        decided: Vec::new(),
        places: Vec::new(),
        log,
    };
    let sections = policy::sections(&fields, context.log);
    let mut tables = parameter::tables(&fields, &mut context);
    let questions = question::questions(&fields, &sections, &units, &mut context);
    parameter::parameters(&fields, &units, &mut context);
    tables.finish(&questions, &mut context);
    fact::facts(&fields, &questions, &mut context);
    let (implications, implied) = implication::implications(&fields, &mut context);
    let first_page = first_page::first_page(&fields, &questions, &context.names, context.log);
    let groups = links::reading_groups(&fields, context.log);
    let (policies, clauses, background) = policy::policies(&fields, &groups, &mut context);
    let written = known::written(&fields, context.log);
    let rows =
        known::Rows { policies: &policies, clauses: &clauses, background: &background, groups: &groups, written };
    let contradictions = links::contradictions(&fields, &rows, &mut context);
    links::own_ids(&fields, &rows, context.log);
    let exclusions = links::exclusions(&fields, &rows, context.log);
    let visit = visit::visit(&fields, &questions, &rows, &exclusions, &mut context).unwrap_or_default();
    let ids = visit::Ids { questions: &questions, names: &context.names };
    let renamed = renamed::renamed(&fields, &ids, context.log);
    let tax = tax::tax(&fields, &questions, &mut context);
    known::sources(&fields, &rows, &contradictions, context.log);
    // A question is asked for the sake of clauses: what only estimates read is not used.
    let (figures, answers): (Vec<Declared>, Vec<Declared>) =
        std::mem::take(&mut context.declared).into_iter().partition(Declared::is_figure);
    known::unused(&answers, &context.names, context.log);
    let (estimates, estimated) = estimate::estimates(&fields, &questions, &mut context);
    known::unused(&figures, &context.names, context.log);
    if !context.names.unread {
        known::unused_lists(&fields, &rows, &questions, &context.agencies, context.log);
    }
    let places = std::mem::take(&mut context.places);
    let [version, published, title, publisher] =
        ["version", "published", "title", "publisher"].map(|key| fields.text(key, context.log));
    let contact = fields.optional_text("contact", context.log);
    let horizon = period::horizon(&fields, context.log);
    fields.done(context.log);
    let dataset = Dataset {
        version: version?,
        published: published?,
        title: title?,
        publisher: publisher?,
        contact,
        horizon,
        agencies: context.agencies,
        events,
        sections,
        questions,
        first_page,
        policies,
        clauses,
        background,
        reading_groups: groups,
        exclusions,
        contradictions,
        implications,
        tax,
        visit,
        renamed,
        estimates,
        rules: context.rules,
    };
    if log.is_empty() {
        bearing::check(&dataset, &implied, log);
        estimate::check(&dataset, &estimated, log);
    }
    if log.is_empty() {
        reach::check(&dataset, &places, log);
    }
    Some(dataset)
}

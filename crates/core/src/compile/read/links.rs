//! What ties clauses together: readings, exclusions, contradictions and the joint tax effect.

use super::super::diagnostic::Log;
use super::super::tree::Tree;
use super::fields::{self, Fields};
use super::Context;
use crate::dataset::{
    Clause, Contradiction, Exclusion, GroupReading, Item, Question, ReadingGroup, Shape, TaxBrackets, TaxScheme,
};

pub fn reading_groups(dataset: &Fields, log: &mut Log) -> Vec<ReadingGroup> {
    let mut groups = Vec::new();
    for entry in dataset.named("reading_groups", log) {
        let Some(group) = Fields::new(&entry.value, "a reading group", log) else { continue };
        let mut readings = Vec::new();
        for entry in group.named("readings", log) {
            let Some(reading) = Fields::new(&entry.value, "a reading", log) else { continue };
            let name = reading.text("name", log).unwrap_or_default();
            let preferred = reading.flag("preferred", false, log);
            reading.done(log);
            readings.push(GroupReading { id: entry.key.clone(), name, preferred });
        }
        if readings.iter().filter(|reading| reading.preferred).count() != 1 {
            log.add(
                group.span,
                "not exactly one reading is preferred",
                "write \"preferred\": true at the one to tell first",
            );
        }
        let name = group.text("name", log).unwrap_or_default();
        group.done(log);
        groups.push(ReadingGroup { id: entry.key.clone(), name, readings });
    }
    groups
}

pub fn exclusions(dataset: &Fields, clauses: &[Clause], groups: &[ReadingGroup], log: &mut Log) -> Vec<Exclusion> {
    dataset.list("exclusions", log).iter().filter_map(|tree| exclusion(tree, clauses, groups, log)).collect()
}

fn exclusion(tree: &Tree, clauses: &[Clause], groups: &[ReadingGroup], log: &mut Log) -> Option<Exclusion> {
    let fields = Fields::new(tree, "an exclusion", log)?;
    let told_only = match fields.optional_text("effect", log).as_deref() {
        None => false,
        Some("note") => true,
        Some(other) => {
            log.add(tree.span, format!("unknown effect `{other}`"), "leave it out, or write \"note\"");
            false
        }
    };
    let mut items = Vec::new();
    for id in fields.texts("clauses", log) {
        let found = item(&id, clauses, groups);
        match found {
            Some(item) if told_only || counts(item, clauses) => items.push(item),
            Some(_) => log.add(
                tree.span,
                format!("`{id}` has no amount of its own"),
                "only amounts exclude each other; write \"effect\": \"note\"",
            ),
            None if clauses.is_empty() => {}
            None if told_only => {}
            None => log.add(tree.span, format!("unknown clause `{id}`"), "name a clause or a reading group"),
        }
    }
    let kinds: Vec<_> = items.iter().filter_map(|item| kind(*item, clauses)).collect();
    if !told_only && kinds.windows(2).any(|pair| matches!(pair, [a, b] if a.is_cash() != b.is_cash())) {
        log.add(tree.span, "clauses of different kinds exclude each other", "cash excludes only cash");
    }
    let exclusion = Exclusion {
        id: fields.text("id", log)?,
        items: if told_only { Vec::new() } else { items },
        basis: fields.text("basis", log)?,
        text: fields.text("text", log)?,
    };
    fields.done(log);
    Some(exclusion)
}

fn item(id: &str, clauses: &[Clause], groups: &[ReadingGroup]) -> Option<Item> {
    if let Some(index) = groups.iter().position(|group| group.id == id) {
        return u8::try_from(index).ok().map(Item::Group);
    }
    let index = clauses.iter().position(|clause| clause.id == id)?;
    u16::try_from(index).ok().map(Item::Clause)
}

/// Does the item stand for an amount of its own: a member of a reading group does not.
fn counts(item: Item, clauses: &[Clause]) -> bool {
    match item {
        Item::Group(_) => true,
        Item::Clause(index) => clauses
            .get(usize::from(index))
            .is_some_and(|clause| clause.reading.is_none() && clause.not_counted.is_none() && !clause.worth.is_empty()),
    }
}

fn kind(item: Item, clauses: &[Clause]) -> Option<crate::dataset::Kind> {
    match item {
        Item::Clause(index) => clauses.get(usize::from(index)).map(|clause| clause.kind),
        Item::Group(group) => {
            clauses.iter().find(|clause| clause.reading.is_some_and(|(g, _)| g == group)).map(|clause| clause.kind)
        }
    }
}

pub fn contradictions(dataset: &Fields, clauses: &[Clause], log: &mut Log) -> Vec<Contradiction> {
    let mut contradictions: Vec<Contradiction> = Vec::new();
    for tree in dataset.list("contradictions", log) {
        let Some(fields) = Fields::new(tree, "a contradiction", log) else { continue };
        fields.texts("clauses", log);
        let (id, decision, text) = (fields.text("id", log), fields.text("decision", log), fields.text("text", log));
        fields.done(log);
        if let (Some(id), Some(decision), Some(text)) = (id, decision, text) {
            if !["range", "note", "reading", "reason"].contains(&decision.as_str()) {
                log.add(tree.span, format!("unknown decision `{decision}`"), "use range, note, reading or reason");
            }
            contradictions.push(Contradiction { id, decision, text });
        }
    }
    for clause in clauses {
        for id in clause.decisions.iter().filter(|id| !contradictions.iter().any(|known| known.id == **id)) {
            log.add(
                super::Span { start: 0, end: 0 },
                format!("clause `{}` decides `{id}`, which is not listed", clause.id),
                "add it to `contradictions`",
            );
        }
    }
    contradictions
}

pub fn tax(dataset: &Fields, questions: &[Question], context: &mut Context) -> Option<TaxScheme> {
    let fields = Fields::new(dataset.get("tax")?, "the tax scheme", context.log)?;
    let find = |key: &'static str, context: &mut Context| {
        let name = fields.text(key, context.log)?;
        context.names.get(&name);
        let found = questions.iter().find(|question| question.id == name);
        if found.is_none() {
            context.log.add(fields.span, format!("unknown question `{name}`"), "name a question");
        }
        found
    };
    let (class, year, income) = (find("class", context)?, find("year", context)?, find("income", context)?);
    let (Shape::Choice(classes), Shape::Choice(years)) = (&class.shape, &year.shape) else {
        context.log.add(fields.span, "`class` or `year` is no choice", "name choice questions");
        return None;
    };
    let table = Fields::new(fields.need("brackets", context.log)?, "the brackets", context.log)?;
    let mut brackets = Vec::new();
    for class in classes {
        let Some(row) = table.entries().iter().find(|entry| entry.key == class.id) else {
            context.log.add(table.span, format!("no brackets for `{}`", class.id), "give every class its brackets");
            continue;
        };
        let row = Fields::new(&row.value, "a class", context.log)?;
        let mut of_class = Vec::new();
        for year in years {
            match row.entries().iter().find(|entry| entry.key == year.id) {
                Some(entry) => of_class.extend(steps(&entry.value, context)),
                None => {
                    context.log.add(row.span, format!("no brackets for `{}`", year.id), "give every year its brackets")
                }
            }
        }
        brackets.push(of_class);
    }
    fields.done(context.log);
    Some(TaxScheme { class: class.variable, year: year.variable, income: income.variable, brackets })
}

fn steps(tree: &Tree, context: &mut Context) -> Option<TaxBrackets> {
    let fields = Fields::new(tree, "brackets", context.log)?;
    let mut steps = Vec::new();
    for step in fields.list("steps", context.log) {
        if let [upto, rate] = fields::list(step, "steps", context.log) {
            steps.push((fields::number(upto, "steps", context.log)?, fields::number(rate, "steps", context.log)?));
        }
    }
    let flat = fields.number("flat", context.log)?;
    fields.optional_text("source", context.log);
    fields.optional_number("verified", context.log);
    fields.done(context.log);
    Some(TaxBrackets { steps, flat })
}

//! Questions and the variables that hold their answers.

use super::super::names::Meaning;
use super::super::tree::{Json, Tree};
use super::super::unit::Unit;
use super::fields::{self, Fields};
use super::policy::{unit_label, Units};
use super::{Context, Declared};
use crate::dataset::{Member, Named, Question, Shape};
use crate::rules::{Group, Slot, VarId, Variable, VariableKind, MOST_CHOICES};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Characters of a label.
const LONGEST_LABEL: usize = 10;

pub fn questions(dataset: &Fields, sections: &[Named], units: &Units, context: &mut Context) -> Vec<Question> {
    let mut questions = Vec::new();
    for tree in dataset.list("questions", context.log) {
        let index = u16::try_from(questions.len()).unwrap_or(u16::MAX);
        let Some(mut question) = question(tree, Some(sections), units, context) else {
            spoil(tree, context);
            continue;
        };
        question.variable = u16::try_from(context.rules.variables.len()).unwrap_or(u16::MAX);
        let meaning = declare(&mut question, index, context);
        if !context.names.add(&question.id, meaning) {
            context.log.add(
                tree.span,
                format!("`{}` is the name of two things", question.id),
                "ids are never used again",
            );
        }
        context.declared.extend(parts(tree, &question));
        questions.push(question);
    }
    questions
}

/// What uses a question that cannot be read is not told again.
fn spoil(tree: &Tree, context: &mut Context) {
    if let Some(Json::Text(id)) = tree.property("id") {
        context.names.spoil(id);
    }
}

/// The question, and its members or fields: each must be used.
fn parts(tree: &Tree, question: &Question) -> Vec<Declared> {
    let (key, what, ids): (_, _, Vec<&String>) = match &question.shape {
        Shape::Set(members) => ("members", "member", members.iter().map(|member| &member.id).collect()),
        Shape::Group { fields, .. } => ("fields", "field", fields.iter().map(|field| &field.id).collect()),
        Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } => ("", "", Vec::new()),
    };
    let mut parts = vec![Declared { what: "question", name: question.id.clone(), span: tree.span }];
    if let Some(Json::List(trees)) = tree.property(key) {
        let named = ids.into_iter().zip(trees);
        parts.extend(named.map(|(id, tree)| Declared { what, name: format!("{}.{id}", question.id), span: tree.span }));
    }
    parts
}

fn question(tree: &Tree, sections: Option<&[Named]>, units: &Units, context: &mut Context) -> Option<Question> {
    let fields = Fields::new(tree, "a question", context.log)?;
    let id = fields.text("id", context.log)?;
    if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
        context.log.add(fields.place("id"), format!("`{id}` is no id"), "use a-z, 0-9 and _");
    }
    let section = match sections {
        Some(sections) => {
            let name = fields.text("section", context.log)?;
            match sections.iter().position(|section| section.id == name) {
                Some(index) => u8::try_from(index).ok()?,
                None => {
                    context.log.add(
                        fields.place("section"),
                        format!("unknown section `{name}`"),
                        "add it to `sections`",
                    );
                    0
                }
            }
        }
        None => 0,
    };
    let label = fields.text("label", context.log)?;
    if label.chars().count() > LONGEST_LABEL {
        let problem = format!("label `{label}` has more than {LONGEST_LABEL} characters");
        context.log.add(fields.place("label"), problem, "write a short noun; it stands in formulas");
    }
    let question = Question {
        section,
        label,
        text: fields.text("text", context.log)?,
        help: fields.optional_text("help", context.log),
        why: fields.optional_text("why", context.log),
        shape: shape(&fields, units, context)?,
        variable: 0,
        feasible: fields.flag("feasible", false, context.log),
        id,
    };
    fields.done(context.log);
    Some(question)
}

fn shape(fields: &Fields, units: &Units, context: &mut Context) -> Option<Shape> {
    match fields.text("type", context.log)?.as_str() {
        "yes_no" => Some(Shape::YesNo),
        "choice" => Some(Shape::Choice(members(fields, "values", context))),
        "set" => Some(Shape::Set(members(fields, "members", context))),
        "number" => number(fields, units, context),
        "date" => {
            let (min, max) = (fields.optional_date("min", context.log)?, fields.optional_date("max", context.log)?);
            if min > max {
                context.log.add(fields.place("min"), "the dates fall", "write the earlier day as `min`");
            }
            Some(Shape::Date { min, max })
        }
        "group" => group(fields, units, context),
        other => {
            context.log.add(
                fields.place("type"),
                format!("unknown type `{other}`"),
                "use yes_no, choice, set, number, date or group",
            );
            None
        }
    }
}

fn members(fields: &Fields, key: &'static str, context: &mut Context) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut ids = BTreeSet::new();
    let of_all = fields.flag("feasible", false, context.log);
    for tree in fields.list(key, context.log) {
        let Some(member) = Fields::new(tree, "a value", context.log) else { continue };
        if let (Some(id), Some(label)) = (member.text("id", context.log), member.text("label", context.log)) {
            if !ids.insert(id.clone()) {
                context.log.add(tree.span, format!("`{id}` is given twice"), "ids are never used again");
            }
            let help = member.optional_text("help", context.log);
            let feasible = of_all || key == "members" && member.flag("feasible", false, context.log);
            members.push(Member { id, label, help, feasible });
        }
        member.done(context.log);
    }
    if members.is_empty() || members.len() > usize::from(MOST_CHOICES) {
        let problem = format!("`{key}` has {} entries", members.len());
        context.log.add(fields.place(key), problem, format!("give 1 to {MOST_CHOICES}"));
    }
    members
}

fn number(fields: &Fields, units: &Units, context: &mut Context) -> Option<Shape> {
    let unit = fields.text("unit", context.log)?;
    if Unit::parse(&unit).is_none() {
        context.log.add(
            fields.place("unit"),
            format!("unknown unit `{unit}`"),
            "use yuan, person, m3, kwh, month, day, item, one or a quotient",
        );
    }
    // Read by `estimate`, once every name is known.
    fields.has("estimate");
    let (min, max) = (fields.number("min", context.log)?, fields.number("max", context.log)?);
    if min >= max {
        context.log.add(fields.place("min"), "the bounds do not rise", "`min` is less than `max`");
    }
    let mut quick = Vec::new();
    for range in fields.list("quick", context.log) {
        if let [low, high] = fields::list(range, "quick", context.log) {
            quick.push((fields::number(low, "quick", context.log)?, fields::number(high, "quick", context.log)?));
        }
    }
    if quick.iter().any(|(low, high)| low > high || *low < min || *high > max) {
        context.log.add(
            fields.place("quick"),
            "a quick range lies outside the bounds",
            "keep it between `min` and `max`",
        );
    }
    if quick.windows(2).any(|pair| matches!(pair, [(_, before), (next, _)] if next < before)) {
        let advice = "let each begin above the one before";
        context.log.add(fields.place("quick"), "the quick ranges overlap or fall", advice);
    }
    let step = fields.optional_number("step", context.log).unwrap_or(Decimal::ONE);
    let typical = fields.optional_number("typical", context.log);
    if step <= Decimal::ZERO {
        context.log.add(fields.place("step"), "the step is not above 0", "write the smallest sensible change");
    }
    if typical.is_some_and(|typical| typical < min || typical > max) {
        context.log.add(
            fields.place("typical"),
            "`typical` lies outside the bounds",
            "keep it between `min` and `max`",
        );
    }
    Some(Shape::Number {
        unit_label: unit_label(&unit, units),
        unit,
        percent: fields.flag("percent", false, context.log),
        min,
        max,
        decimals: u8::try_from(fields.small("decimals", context.log)?).ok().filter(|decimals| *decimals <= 8)?,
        step,
        typical,
        quick,
    })
}

fn group(fields: &Fields, units: &Units, context: &mut Context) -> Option<Shape> {
    let mut parts = Vec::new();
    let mut ids = BTreeSet::new();
    for tree in fields.list("fields", context.log) {
        let Some(part) = question(tree, None, units, context) else {
            spoil(tree, context);
            continue;
        };
        if matches!(part.shape, Shape::Group { .. } | Shape::Set(_)) {
            let problem = format!("field `{}` is a group or a set", part.id);
            context.log.add(tree.span, problem, "a row holds single answers; ask for it outside the row");
            context.names.spoil(&part.id);
            continue;
        }
        if !ids.insert(part.id.clone()) || context.names.has(&part.id) {
            let problem = format!("`{}` is the name of two things", part.id);
            context.log.add(tree.span, problem, "ids are never used again");
        }
        parts.push(part);
    }
    let max_rows = u8::try_from(fields.small("max_rows", context.log)?).ok().filter(|rows| (1..=10).contains(rows));
    if max_rows.is_none() {
        context.log.add(fields.place("max_rows"), "`max_rows` is out of bounds", "use 1 to 10");
    }
    Some(Shape::Group {
        row_label: fields.text("row_label", context.log)?,
        max_rows: max_rows?,
        group: 0,
        fields: parts,
    })
}

/// Makes the variables of a question and says what its name means.
fn declare(question: &mut Question, index: u16, context: &mut Context) -> Meaning {
    let first = question.variable;
    if let Shape::Group { max_rows, fields, group, .. } = &mut question.shape {
        *group = u8::try_from(context.rules.groups.len()).unwrap_or(u8::MAX);
        let count = VariableKind::Number { min: Decimal::ZERO, max: Decimal::from(*max_rows), grain: Decimal::ONE };
        context.rules.variables.push(Variable { kind: count, question: index });
        let width = u8::try_from(fields.len()).unwrap_or(u8::MAX);
        context.rules.groups.push(Group { count: first, max_rows: *max_rows, fields: width });
        let mut names = BTreeMap::new();
        for (at, field) in (0_u8..).zip(fields.iter_mut()) {
            field.variable = first + 1 + u16::from(at);
            names.insert(field.id.clone(), meaning(&field.shape, Slot::Field(*group, at), field.variable));
        }
        for _ in 0..*max_rows {
            for field in fields.iter() {
                add_variables(&field.shape, index, &mut context.rules.variables);
            }
        }
        return Meaning::Group { group: *group, max_rows: *max_rows, fields: names };
    }
    add_variables(&question.shape, index, &mut context.rules.variables);
    meaning(&question.shape, Slot::Whole(first), first)
}

fn add_variables(shape: &Shape, question: u16, variables: &mut Vec<Variable>) {
    let choice = |values: usize| VariableKind::Choice(u8::try_from(values).unwrap_or(MOST_CHOICES));
    match shape {
        Shape::YesNo => variables.push(Variable { kind: choice(2), question }),
        Shape::Choice(values) => variables.push(Variable { kind: choice(values.len()), question }),
        Shape::Set(members) => {
            variables.extend(members.iter().map(|_| Variable { kind: choice(2), question }));
        }
        Shape::Number { min, max, decimals, .. } => {
            let kind = VariableKind::Number { min: *min, max: *max, grain: Decimal::new(1, u32::from(*decimals)) };
            variables.push(Variable { kind, question });
        }
        Shape::Date { min, max } => {
            let kind = VariableKind::Number { min: min.0.into(), max: max.0.into(), grain: Decimal::ONE };
            variables.push(Variable { kind, question });
        }
        Shape::Group { .. } => {}
    }
}

fn meaning(shape: &Shape, slot: Slot, first: VarId) -> Meaning {
    let ids = |members: &[Member]| members.iter().map(|member| member.id.clone()).collect();
    match shape {
        Shape::YesNo => Meaning::YesNo(slot),
        Shape::Choice(values) => Meaning::Choice(slot, ids(values)),
        Shape::Set(members) => Meaning::Set(first, ids(members)),
        Shape::Number { unit, min, max, .. } => {
            Meaning::Number { slot, unit: Unit::parse(unit).unwrap_or_default(), min: *min, max: *max }
        }
        Shape::Date { min, max } => Meaning::Date { slot, min: *min, max: *max },
        // A group inside a group was refused.
        Shape::Group { .. } => Meaning::Condition(super::super::expression::Test::Truth(false)),
    }
}

//! Clauses and background rows of a policy.

use super::super::expression::{Reader, Test};
use super::super::tree::Tree;
use super::fields::Fields;
use super::policy::office_indices;
use super::{period, worth, Context};
use crate::dataset::{Background, Clause, Criterion, Kind, Nature, Policy, ReadingGroup, Strength};

/// Reads one row into the clauses or, for G and N, the background.
pub fn row(
    tree: &Tree,
    policy: u8,
    owner: &Policy,
    groups: &[ReadingGroup],
    context: &mut Context,
    clauses: &mut Vec<Clause>,
    background: &mut Vec<Background>,
) -> Option<()> {
    let fields = Fields::new(tree, "a clause", context.log)?;
    let id = fields.text("id", context.log)?;
    if clauses.iter().any(|other| other.id == id) || background.iter().any(|other| other.id == id) {
        context.log.add(tree.span, format!("clause `{id}` is given twice"), "ids are never used again");
    }
    let row = fields.text("type", context.log)?;
    match row.as_str() {
        "G" | "N" => {
            let (title, text) = (fields.text("title", context.log)?, fields.text("text", context.log)?);
            let line = fields.small("line", context.log)?;
            fields.texts("decisions", context.log);
            fields.texts("figures", context.log);
            fields.texts("notes", context.log);
            fields.list("later", context.log);
            fields.done(context.log);
            background.push(Background { id, policy, row: row.chars().next()?, title, text, line });
        }
        "E" | "F" | "Q" => {
            let clause = clause(&fields, id, row.chars().next()?, policy, owner, groups, context);
            fields.done(context.log);
            clauses.push(clause?);
        }
        other => context.log.add(tree.span, format!("unknown row type `{other}`"), "use E, F, Q, G or N"),
    }
    Some(())
}

fn clause(
    fields: &Fields,
    id: String,
    row: char,
    policy: u8,
    owner: &Policy,
    groups: &[ReadingGroup],
    context: &mut Context,
) -> Option<Clause> {
    let kind = kind(fields, row, context)?;
    let later = period::later(fields, context.log);
    for figure in fields.texts("figures", context.log) {
        if context.names.get(&figure).is_none() {
            context.log.add(fields.span, format!("unknown parameter `{figure}`"), "`figures` lists parameters");
        }
    }
    fields.flag("folded", false, context.log);
    Some(Clause {
        policy,
        row,
        strength: strength(fields, context)?,
        title: fields.text("title", context.log)?,
        text: fields.text("text", context.log)?,
        kind,
        period: period::period(fields, &id, owner, &later, context)?,
        agencies: office_indices(fields, context).unwrap_or_else(|| owner.agencies.clone()),
        criteria: criteria(fields, context),
        worth: worth::worth(fields, kind, context),
        reading: reading(fields, groups, context),
        notes: fields.texts("notes", context.log),
        later,
        decisions: fields.texts("decisions", context.log),
        not_counted: fields.optional_text("not_counted", context.log),
        line: fields.small("line", context.log)?,
        id,
    })
}

fn strength(fields: &Fields, context: &mut Context) -> Option<Strength> {
    match fields.text("strength", context.log)?.as_str() {
        "明确" => Some(Strength::Definite),
        "应" => Some(Strength::Due),
        "优先" => Some(Strength::Priority),
        "支持" => Some(Strength::Supported),
        "鼓励" => Some(Strength::Encouraged),
        "义务" => Some(Strength::Obligation),
        other => {
            context.log.add(
                fields.span,
                format!("unknown strength `{other}`"),
                "use 明确, 应, 优先, 支持, 鼓励 or 义务",
            );
            None
        }
    }
}

fn kind(fields: &Fields, row: char, context: &mut Context) -> Option<Kind> {
    if row == 'Q' {
        if fields.get("kind").is_some() {
            context.log.add(fields.span, "a Q clause has no `kind`", "it is a right; take `kind` out");
        }
        return Some(Kind::Right);
    }
    match fields.text("kind", context.log)?.as_str() {
        "grant" => Some(Kind::Grant),
        "reduction" => Some(Kind::Reduction),
        "refund" => Some(Kind::Refund),
        "interest_subsidy" => Some(Kind::InterestSubsidy),
        "tax_effect" => Some(Kind::TaxEffect),
        "deferral" => Some(Kind::Deferral),
        other => {
            let advice = "use grant, reduction, refund, interest_subsidy, tax_effect or deferral";
            context.log.add(fields.span, format!("unknown kind `{other}`"), advice);
            None
        }
    }
}

fn criteria(fields: &Fields, context: &mut Context) -> Vec<Criterion> {
    let mut criteria: Vec<Criterion> = Vec::new();
    for tree in fields.list("criteria", context.log) {
        if let Some(criterion) = criterion(tree, context) {
            if criteria.iter().any(|other| other.id == criterion.id) {
                context.log.add(
                    tree.span,
                    format!("criterion `{}` is given twice", criterion.id),
                    "ids are unique in a clause",
                );
            }
            criteria.push(criterion);
        }
    }
    criteria
}

fn criterion(tree: &Tree, context: &mut Context) -> Option<Criterion> {
    let fields = Fields::new(tree, "a criterion", context.log)?;
    let nature = match fields.optional_text("nature", context.log).as_deref() {
        None | Some("threshold") => Nature::Threshold,
        Some("discretion") => Nature::Discretion,
        Some("award") => Nature::Award,
        Some(other) => {
            context.log.add(tree.span, format!("unknown nature `{other}`"), "use threshold, discretion or award");
            Nature::Threshold
        }
    };
    let (id, text) = (fields.text("id", context.log), fields.text("text", context.log));
    let place = fields.need("when", context.log)?;
    let when = super::fields::text(place, "when", context.log)?;
    fields.done(context.log);
    let test = Reader::condition(&when, place.span, &mut context.names, context.log)?;
    let expression = compile_test(&test, &when, place, context)?;
    Some(Criterion { id: id?, text: text?, nature, when: expression })
}

fn compile_test(test: &Test, text: &str, place: &Tree, context: &mut Context) -> Option<crate::rules::ExprId> {
    match context.lower.test(test, &mut context.rules) {
        Ok(expression) => Some(expression),
        Err(refused) => {
            context.refuse(&refused, text, place.span);
            None
        }
    }
}

fn reading(fields: &Fields, groups: &[ReadingGroup], context: &mut Context) -> Option<(u8, u8)> {
    let (group, reading) = (fields.optional_text("group", context.log), fields.optional_text("reading", context.log));
    let group = group?;
    let found = groups.iter().position(|known| known.id == group).and_then(|index| {
        let readings = &groups.get(index)?.readings;
        let reading = readings.iter().position(|known| Some(&known.id) == reading.as_ref())?;
        Some((u8::try_from(index).ok()?, u8::try_from(reading).ok()?))
    });
    if found.is_none() {
        let problem = format!("`{group}` has no reading `{}`", reading.unwrap_or_default());
        context.log.add(fields.span, problem, "name a group of `reading_groups` and one of its readings");
    }
    found
}

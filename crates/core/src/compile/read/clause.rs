//! Clauses and background rows of a policy.

use super::super::expression::{Reader, Test};
use super::super::tree::{Span, Tree};
use super::fields::Fields;
use super::policy::office_indices;
use super::{period, worth, ClausePlace, Context};
use crate::dataset::{Background, Clause, Criterion, Kind, Nature, Policy, ReadingGroup, Strength};

/// Reads one row into the clauses or, for G and N, the background.
pub fn row(
    tree: &Tree,
    policy: u16,
    owner: &Policy,
    groups: &[ReadingGroup],
    context: &mut Context,
    clauses: &mut Vec<Clause>,
    background: &mut Vec<Background>,
) -> Option<()> {
    let fields = Fields::new(tree, "a clause", context.log)?;
    let id = fields.text("id", context.log)?;
    let mut known = clauses.iter().map(|other| &other.id).chain(background.iter().map(|other| &other.id));
    if known.any(|other| other.eq_ignore_ascii_case(&id)) {
        context.log.add(fields.place("id"), format!("clause `{id}` is given twice"), "ids are never used again");
    }
    if id != owner.id && id.strip_prefix(&owner.id).is_none_or(|rest| !rest.starts_with('-')) {
        let advice = format!("begin its id with `{}-`", owner.id);
        context.log.add(fields.place("id"), format!("clause `{id}` is not of policy `{}`", owner.id), advice);
    }
    let row = fields.text("type", context.log)?;
    match row.as_str() {
        "G" | "N" => {
            let (title, text) = (fields.text("title", context.log)?, fields.text("text", context.log)?);
            let line = fields.small("line", context.log)?;
            decisions(&fields, context);
            figures(&fields, context);
            fields.texts("notes", context.log);
            period::later(&fields, context);
            fields.done(context.log);
            background.push(Background { id, policy, row: row.chars().next()?, title, text, line });
        }
        "E" | "F" | "Q" => {
            let read = clause(&fields, id, row.chars().next()?, policy, (owner, groups, clauses), context);
            context.names.unread |= read.is_none();
            let (clause, criteria) = read?;
            fields.done(context.log);
            clauses.push(clause);
            context.places.push(ClausePlace { span: tree.span, criteria, later: fields.place("later") });
        }
        other => context.log.add(fields.place("type"), format!("unknown row type `{other}`"), "use E, F, Q, G or N"),
    }
    Some(())
}

fn clause(
    fields: &Fields,
    id: String,
    row: char,
    policy: u16,
    (owner, groups, before): (&Policy, &[ReadingGroup], &[Clause]),
    context: &mut Context,
) -> Option<(Clause, Vec<Span>)> {
    let kind = kind(fields, row, context)?;
    let later = period::later(fields, context);
    figures(fields, context);
    fields.flag("folded", false, context.log);
    let (criteria, places): (Vec<Criterion>, Vec<Span>) = criteria(fields, context).into_iter().unzip();
    expected(fields, row, &criteria, context);
    let clause = Clause {
        policy,
        row,
        strength: strength(fields, context)?,
        title: fields.text("title", context.log)?,
        text: fields.text("text", context.log)?,
        kind,
        period: period::period(fields, &id, owner, before, &later, context)?,
        agencies: office_indices(fields, context).unwrap_or_else(|| owner.agencies.clone()),
        criteria,
        worth: worth::worth(fields, kind, context),
        reading: reading(fields, groups, context),
        notes: fields.texts("notes", context.log),
        later,
        decisions: decisions(fields, context),
        not_counted: fields.optional_text("not_counted", context.log),
        line: fields.small("line", context.log)?,
        id,
    };
    if clause.later_end_for().is_some() && (kind == Kind::TaxEffect || clause.reading.is_some()) {
        context.log.add(
            fields.place("later"),
            "what is totalled with others ends on one day for everyone",
            "take `when` out, or split the clause in two",
        );
    }
    Some((clause, places))
}

/// What a row of its type cannot be without.
fn expected(fields: &Fields, row: char, criteria: &[Criterion], context: &mut Context) {
    let given = !fields.list("criteria", context.log).is_empty();
    if row != 'Q' && !given {
        context.log.add(
            fields.span,
            "no question leads to this clause",
            "give it criteria; only a Q clause may apply to all",
        );
    }
    if row == 'F' && given && !criteria.iter().any(|criterion| criterion.nature == Nature::Award) {
        context.log.add(
            fields.place("criteria"),
            "an F clause counts only where the award is held",
            "add a criterion with \"nature\": \"award\"",
        );
    }
}

/// Parameters that only the text uses.
fn figures(fields: &Fields, context: &mut Context) {
    for tree in fields.list("figures", context.log) {
        let Some(figure) = super::fields::text(tree, "figures", context.log) else { continue };
        if context.names.get(&figure).is_none() {
            context.log.add(tree.span, format!("unknown parameter `{figure}`"), "`figures` lists parameters");
        }
    }
}

/// Contradictions decided here; whether they are listed is known only at the end.
fn decisions(fields: &Fields, context: &mut Context) -> Vec<String> {
    let mut ids = Vec::new();
    for tree in fields.list("decisions", context.log) {
        let Some(id) = super::fields::text(tree, "decisions", context.log) else { continue };
        context.decided.push((id.clone(), tree.span));
        ids.push(id);
    }
    ids
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
                fields.place("strength"),
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
            context.log.add(fields.place("kind"), "a Q clause has no `kind`", "it is a right; take `kind` out");
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
            context.log.add(fields.place("kind"), format!("unknown kind `{other}`"), advice);
            None
        }
    }
}

fn criteria(fields: &Fields, context: &mut Context) -> Vec<(Criterion, Span)> {
    let mut criteria: Vec<(Criterion, Span)> = Vec::new();
    for tree in fields.list("criteria", context.log) {
        let Some((criterion, span)) = criterion(tree, context) else { continue };
        if criteria.iter().any(|(other, _)| other.id == criterion.id) {
            let problem = format!("criterion `{}` is given twice", criterion.id);
            context.log.add(tree.span, problem, "ids are unique in a clause");
        }
        criteria.push((criterion, span));
    }
    criteria
}

fn criterion(tree: &Tree, context: &mut Context) -> Option<(Criterion, Span)> {
    let fields = Fields::new(tree, "a criterion", context.log)?;
    let nature = match fields.optional_text("nature", context.log).as_deref() {
        None | Some("threshold") => Nature::Threshold,
        Some("discretion") => Nature::Discretion,
        Some("award") => Nature::Award,
        Some(other) => {
            context.log.add(
                fields.place("nature"),
                format!("unknown nature `{other}`"),
                "use threshold, discretion or award",
            );
            Nature::Threshold
        }
    };
    let (id, text) = (fields.text("id", context.log), fields.text("text", context.log));
    let place = fields.need("when", context.log)?;
    fields.done(context.log);
    let when = condition(place, context)?;
    Some((Criterion { id: id?, text: text?, nature, when }, place.span))
}

/// A condition written as text.
pub fn condition(place: &Tree, context: &mut Context) -> Option<crate::rules::CondId> {
    let text = super::fields::text(place, "when", context.log)?;
    let test = Reader::condition(&text, place.span, &mut context.names, context.log)?;
    compile_test(&test, &text, place, context)
}

fn compile_test(test: &Test, text: &str, place: &Tree, context: &mut Context) -> Option<crate::rules::CondId> {
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
        context.log.add(fields.place("reading"), problem, "name a group of `reading_groups` and one of its readings");
    }
    found
}

//! The policies and clauses of a dataset, with its version.

use crate::dataset::{Clause, Dataset, Kind, Nature, Policy, Strength};
use crate::date::Date;
use serde::Serialize;

/// A dataset's version, policies and clauses.
#[derive(Debug, Serialize)]
pub struct Contents<'a> {
    version: &'a str,
    published: &'a str,
    title: &'a str,
    publisher: &'a str,
    contact: Option<&'a str>,
    policies: Vec<PolicyRow<'a>>,
    clauses: Vec<ClauseRow<'a>>,
}

#[derive(Debug, Serialize)]
struct PolicyRow<'a> {
    id: &'a str,
    title: &'a str,
    document: &'a str,
    number: &'a str,
    category: &'a str,
    audience: &'a str,
    period: &'a str,
    agencies: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct ClauseRow<'a> {
    id: &'a str,
    policy: &'a str,
    #[serde(rename = "type")]
    row: char,
    strength: &'static str,
    kind: Kind,
    title: &'a str,
    text: &'a str,
    from: Option<String>,
    until: Option<String>,
    apply_until: Option<String>,
    agencies: Vec<&'a str>,
    criteria: Vec<CriterionRow<'a>>,
    notes: &'a [String],
}

#[derive(Debug, Serialize)]
struct CriterionRow<'a> {
    id: &'a str,
    nature: Nature,
    text: &'a str,
}

/// What a dataset holds, in its own order.
pub fn contents(dataset: &Dataset) -> Contents<'_> {
    Contents {
        version: &dataset.version,
        published: &dataset.published,
        title: &dataset.title,
        publisher: &dataset.publisher,
        contact: dataset.contact.as_deref(),
        policies: dataset.policies.iter().map(|policy| policy_row(dataset, policy)).collect(),
        clauses: dataset.clauses.iter().map(|clause| clause_row(dataset, clause)).collect(),
    }
}

fn policy_row<'a>(dataset: &'a Dataset, policy: &'a Policy) -> PolicyRow<'a> {
    PolicyRow {
        id: &policy.id,
        title: &policy.title,
        document: &policy.document,
        number: &policy.number,
        category: &policy.category,
        audience: &policy.audience,
        period: &policy.period_text,
        agencies: agencies(dataset, &policy.agencies),
    }
}

fn clause_row<'a>(dataset: &'a Dataset, clause: &'a Clause) -> ClauseRow<'a> {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    ClauseRow {
        id: &clause.id,
        policy: dataset.policies.get(usize::from(clause.policy)).map_or("", |policy| &policy.id),
        row: clause.row,
        strength: strength(clause.strength),
        kind: clause.kind,
        title: &clause.title,
        text: &clause.text,
        from: day(clause.period.from),
        until: day(clause.period.until),
        apply_until: day(clause.period.apply_until),
        agencies: agencies(dataset, &clause.agencies),
        criteria: clause
            .criteria
            .iter()
            .map(|criterion| CriterionRow { id: &criterion.id, nature: criterion.nature, text: &criterion.text })
            .collect(),
        notes: &clause.notes,
    }
}

fn agencies<'a>(dataset: &'a Dataset, indices: &[u8]) -> Vec<&'a str> {
    indices.iter().filter_map(|index| dataset.agencies.get(usize::from(*index))).map(|a| a.name.as_str()).collect()
}

/// As `policies.json` writes it.
const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Definite => "明确",
        Strength::Due => "应",
        Strength::Priority => "优先",
        Strength::Supported => "支持",
        Strength::Encouraged => "鼓励",
        Strength::Obligation => "义务",
    }
}

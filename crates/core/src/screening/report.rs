//! The report of a screening: the public contract of `huiqi screen` and the JavaScript `screen()` (design §10).

use super::estimate::EstimateRow;
use super::implied::{self, ImpliedRow};
use super::itemised::{HeadlineRow, ItemRow, Range, Text};
use super::{Change, Counted, Screener, Screening, TotalKind, Verdict};
use crate::dataset::{Clause, Dataset, Kind, Nature, Status};
use crate::date::Date;
use crate::profile::{write, Input, Profile};
use rust_decimal::Decimal;
use serde::Serialize;

/// Version of the contract.
pub const REPORT_VERSION: u8 = 2;

/// The report.
#[derive(Debug, Serialize)]
pub struct Report {
    report: u8,
    dataset: DatasetVersion,
    reference_date: Text,
    clauses: Vec<ClauseRow>,
    groups: Vec<GroupRow>,
    totals: Vec<TotalRow>,
    excluded: Vec<ExcludedRow>,
    implied: Vec<ImpliedRow>,
    next_question: Option<String>,
    nearest: Vec<NearestRow>,
    /// By item; empty where the list has no items, or nobody worked them out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemRow>,
    /// What the items come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<HeadlineRow>,
}

#[derive(Debug, Serialize)]
struct DatasetVersion {
    version: String,
    published: String,
}

#[derive(Debug, Serialize)]
struct ClauseRow {
    id: String,
    policy: String,
    verdict: Verdict,
    kind: Kind,
    amount: Option<Range>,
    /// Of the open questions what they likely are; nothing is reckoned with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    estimates: Vec<EstimateRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deferred: Option<Range>,
    counted: Counted,
    tight: bool,
    period: PeriodRow,
    group: Option<String>,
    reading: Option<String>,
    criteria: Vec<CriterionRow>,
    open_questions: Vec<String>,
    /// Of the open questions those that were asked: answered with 不清楚, or roughly.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    asked: Vec<String>,
    formula: String,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PeriodRow {
    status: Status,
    /// The status too while it is open whether the later end holds for the firm; `status` is as if it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    or: Option<Status>,
    from: Option<Text>,
    until: Option<Text>,
    /// Last day for applying; the end where the source names no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    apply_until: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<LaterRow>,
    source: String,
}

/// The end that a later document set; it is the one that `status` goes by.
#[derive(Debug, Serialize)]
struct LaterRow {
    until: Option<Text>,
    source: String,
}

#[derive(Debug, Serialize)]
struct CriterionRow {
    id: String,
    clause: String,
    nature: Nature,
    text: String,
    holds: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open_questions: Vec<String>,
}

#[derive(Debug, Serialize)]
struct GroupRow {
    id: String,
    amount: Range,
}

#[derive(Debug, Serialize)]
struct TotalRow {
    period: Status,
    kind: TotalKind,
    min: Text,
    max: Option<Text>,
    tight: bool,
}

#[derive(Debug, Serialize)]
struct ExcludedRow {
    clause: String,
    because_of: String,
    exclusion: String,
    amount: Range,
}

/// A change that would bring a clause.
#[derive(Debug, Serialize)]
struct NearestRow {
    clause: String,
    change: Vec<ChangeRow>,
    worth: Range,
}

/// An answer to change; in a group which row, from 0, and which field of it; in a set which member.
#[derive(Debug, Serialize)]
struct ChangeRow {
    question: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    to: String,
}

fn fen(amount: Decimal) -> Text {
    Text::fen(amount)
}

fn day(date: Date) -> Text {
    Text(date.to_string())
}

/// Screens a profile and writes the report.
pub fn report(screener: &Screener, profile: &Profile, reference_date: Date) -> Report {
    let dataset = screener.dataset();
    let screening = screener.screen(profile, reference_date);
    let id_of = |clause: usize| dataset.clauses.get(clause).map(|clause| clause.id.clone()).unwrap_or_default();
    Report {
        report: REPORT_VERSION,
        dataset: DatasetVersion { version: dataset.version.clone(), published: dataset.published.clone() },
        reference_date: day(reference_date),
        clauses: dataset
            .clauses
            .iter()
            .enumerate()
            .zip(&screening.clauses)
            .map(|((index, clause), result)| row(screener, (profile, reference_date), index, clause, result))
            .collect(),
        groups: screening
            .groups
            .iter()
            .map(|group| GroupRow { id: group.id.clone(), amount: group.amount.into() })
            .collect(),
        totals: screening
            .totals
            .iter()
            .map(|total| TotalRow {
                period: total.status,
                kind: total.kind,
                min: fen(total.amount.min),
                max: total.amount.max.map(fen),
                tight: total.tight,
            })
            .collect(),
        excluded: screening
            .excluded
            .iter()
            .map(|excluded| ExcludedRow {
                clause: id_of(excluded.clause),
                because_of: id_of(excluded.because_of),
                exclusion: dataset.exclusions.get(excluded.exclusion).map(|e| e.id.clone()).unwrap_or_default(),
                amount: excluded.amount.into(),
            })
            .collect(),
        implied: implied::rows(screener, profile),
        next_question: screening
            .next_question
            .and_then(|question| dataset.questions.get(question))
            .map(|q| q.id.clone()),
        nearest: nearest(screener, profile, reference_date, &screening),
        items: Vec::new(),
        headline: None,
    }
}

fn nearest(screener: &Screener, profile: &Profile, reference_date: Date, screening: &Screening) -> Vec<NearestRow> {
    let of = |clause: usize| {
        let found = screener.nearest(profile, reference_date, clause)?;
        let change = found.changes.iter().filter_map(|change| change_row(screener, change)).collect();
        Some(NearestRow {
            clause: screener.dataset().clauses.get(clause)?.id.clone(),
            change,
            worth: found.worth.into(),
        })
    };
    let near = screening.clauses.iter().enumerate().filter(|(clause, result)| screener.may_come_near(*clause, result));
    near.filter_map(|(clause, _)| of(clause)).collect()
}

fn change_row(screener: &Screener, change: &Change) -> Option<ChangeRow> {
    let spot = screener.spot(change.variable)?;
    Some(ChangeRow {
        question: spot.question.id.clone(),
        row: spot.row.map(|(row, _)| row),
        field: spot.row.map(|(_, field)| field.id.clone()),
        member: spot.member.map(|member| member.id.clone()),
        to: match write(spot.asked(), &spot.answer(change.to)?) {
            Input::Bool(holds) => holds.to_string(),
            Input::Number(number) => number.normalize().to_string(),
            Input::Text(text) => text,
            Input::Null | Input::List(_) | Input::Map(_) => return None,
        },
    })
}

fn ids(dataset: &Dataset, questions: &[u16]) -> Vec<String> {
    let known = questions.iter().filter_map(|question| dataset.questions.get(usize::from(*question)));
    known.map(|question| question.id.clone()).collect()
}

fn row(
    screener: &Screener,
    (profile, reference_date): (&Profile, Date),
    index: usize,
    clause: &Clause,
    result: &super::ClauseResult,
) -> ClauseRow {
    let dataset = screener.dataset();
    let explanation = screener.explain(profile, index);
    let open = screener.open_questions(profile, index, reference_date);
    let asked: Vec<u16> = open.iter().copied().filter(|open| profile.get(usize::from(*open)).is_some()).collect();
    let reading = clause.reading.and_then(|(group, reading)| {
        let group = dataset.reading_groups.get(usize::from(group))?;
        Some((group.id.clone(), group.readings.get(usize::from(reading))?.id.clone()))
    });
    let (group, reading) = reading.unzip();
    ClauseRow {
        id: clause.id.clone(),
        policy: dataset.policies.get(usize::from(clause.policy)).map(|policy| policy.id.clone()).unwrap_or_default(),
        verdict: result.verdict,
        kind: clause.kind,
        amount: result.amount.map(Range::from),
        estimates: screener.estimates(profile, &open),
        deferred: result.deferred.as_deref().copied().map(Range::from),
        counted: result.counted,
        tight: result.tight,
        period: PeriodRow {
            status: result.status,
            or: result.or,
            from: clause.period.from.map(day),
            until: clause.period.last_day(&[], &[], false).map(day),
            apply_until: clause.period.apply_until.map(day),
            later: clause
                .period
                .extension(&clause.later)
                .map(|later| LaterRow { until: later.until.map(day), source: later.source.clone() }),
            source: clause.period.source.clone(),
        },
        group: group.or_else(|| (clause.kind == Kind::TaxEffect).then(|| "tax".to_owned())),
        reading,
        criteria: explanation
            .criteria
            .into_iter()
            .map(|criterion| CriterionRow {
                id: criterion.id,
                clause: clause.id.clone(),
                nature: criterion.nature,
                text: criterion.text,
                holds: criterion.holds,
                open_questions: ids(dataset, &criterion.open),
            })
            .collect(),
        asked: ids(dataset, &asked),
        open_questions: ids(dataset, &open),
        formula: if result.verdict == Verdict::Ineligible { String::new() } else { explanation.formula.join("；") },
        notes: clause.notes.clone(),
    }
}

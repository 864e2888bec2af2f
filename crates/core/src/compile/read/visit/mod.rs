//! The data of the visit: situations and what stands behind them, items and topics. Each question stands in one place and
//! each clause in one item, so that nothing is asked twice and counts add up.

mod items;
mod places;
mod situations;

pub use places::Ids;

use super::fields::Fields;
use super::known::Rows;
use super::Context;
use crate::dataset::{Exclusion, Question, Visit};

/// Reads `visit`; where the dataset has none, nothing is checked.
pub fn visit(
    dataset: &Fields,
    questions: &[Question],
    rows: &Rows,
    exclusions: &[Exclusion],
    context: &mut Context,
) -> Option<Visit> {
    let fields = Fields::new(dataset.get("visit")?, "the visit", context.log)?;
    let ids = Ids { questions, names: &context.names };
    let (visit, topics) = (situations::situations(&fields, &ids, context.log), items::topics(&fields, context.log));
    let items = items::items(&fields, &topics, rows, exclusions, &context.agencies, context.log);
    fields.done(context.log);
    Some(Visit { topics, items, ..visit })
}

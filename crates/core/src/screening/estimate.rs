//! What a number likely is, worked out from what was answered. It changes no result: only the visitor makes an answer of it.

use super::{Screener, CLAUSE_BUDGET};
use crate::dataset::{Estimate, Shape};
use crate::decimal::{floor, over, times};
use crate::profile::{Answer, Profile};
use crate::rules::{Domain, Engine, Rules, Space, VarSet};
use rust_decimal::Decimal;
use serde::Serialize;

/// An estimate as it stands for a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimated<'a> {
    /// How it comes about.
    pub of: &'a Estimate,
    /// At least; on the grid of the question's answers, as `max` is.
    pub min: Decimal,
    /// At most.
    pub max: Decimal,
}

/// An estimate as the report tells it, beside the amount of a clause that hangs on the question.
#[derive(Debug, Serialize)]
pub struct EstimateRow {
    question: String,
    min: String,
    max: String,
    text: String,
    source: String,
    verified: u8,
}

impl Estimated<'_> {
    /// The answer that it is once the visitor takes it.
    pub fn answer(&self) -> Answer {
        Answer::between(self.min, self.max)
    }
}

impl Screener {
    /// The first estimate of a question that the other answers allow: both ends lie inside what may be answered, and none
    /// rests on the limit of a question.
    pub fn estimate(&self, profile: &Profile, question: u16) -> Option<Estimated<'_>> {
        let mut all = self.dataset.estimates.iter().filter(|estimate| estimate.question == question).peekable();
        all.peek()?;
        let mut others = profile.clone();
        others.set(usize::from(question), None);
        let space = others.space(&self.dataset);
        all.find_map(|estimate| self.estimated(&space, estimate))
    }

    fn estimated<'a>(&'a self, space: &Space, estimate: &'a Estimate) -> Option<Estimated<'a>> {
        let rules = &self.dataset.rules;
        let question = self.dataset.questions.get(usize::from(estimate.question))?;
        let (Shape::Number { min, max, decimals, .. }, Domain::Range(least, greatest)) =
            (&question.shape, space.get(question.variable))
        else {
            return None;
        };
        let ends = range(rules, space, estimate)?;
        if moved(rules, space, estimate).is_some_and(|moved| range(rules, &moved, estimate) != Some(ends)) {
            return None;
        }
        let grain = Decimal::new(1, u32::from(*decimals));
        let down = |number: Decimal| times(floor(over(number, grain)), grain);
        let (low, high) = (down(ends.0).max(least), (-down(-ends.1)).min(greatest));
        (*min < low && low <= high && high < *max).then_some(Estimated { of: estimate, min: low, max: high })
    }

    /// Estimates of those among these questions to which no figure was given.
    pub(super) fn estimates(&self, profile: &Profile, open: &[u16]) -> Vec<EstimateRow> {
        let unknown = open
            .iter()
            .filter(|question| profile.get(usize::from(**question)).is_none_or(|answer| *answer == Answer::Unknown));
        let row = |question: &u16| {
            let found = self.estimate(profile, *question)?;
            let Estimate { text, source, verified, .. } = found.of;
            Some(EstimateRow {
                question: self.dataset.questions.get(usize::from(*question))?.id.clone(),
                min: found.min.normalize().to_string(),
                max: found.max.normalize().to_string(),
                text: text.clone(),
                source: source.clone(),
                verified: *verified,
            })
        };
        unknown.filter_map(row).collect()
    }
}

/// The least and the greatest that both ends come to over a space.
fn range(rules: &Rules, space: &Space, estimate: &Estimate) -> Option<(Decimal, Decimal)> {
    let mut engine = Engine::over(rules, space, CLAUSE_BUDGET);
    let mut ends: Option<(Decimal, Decimal)> = None;
    let searched = engine.explore(&|_| true, &mut |engine: &mut Engine| {
        let (low, high) = (engine.value(estimate.low)?, engine.value(estimate.high)?);
        ends = Some(ends.map_or((low, high), |(least, most)| (least.min(low), most.max(high))));
        Ok(())
    });
    searched.ok()?;
    ends
}

/// The space with every limit far away that the estimate reads; `None` where it reads none.
fn moved(rules: &Rules, space: &Space, estimate: &Estimate) -> Option<Space> {
    let mut reads = VarSet::default();
    [estimate.low, estimate.high].into_iter().for_each(|figure| rules.collect(figure.into(), &mut reads));
    let mut moved: Option<Space> = None;
    for variable in reads.iter() {
        if let Some(wide) = space.beyond(rules, variable) {
            moved.get_or_insert_with(|| space.clone()).set(variable, wide);
        }
    }
    moved
}

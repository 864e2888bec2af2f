//! What is still to be asked: of a chapter, only what can change whether something is had, what was answered staying where it
//! is; of a card, the figures that its amount needs.

use crate::layout::{part, variables_of, Slot};
use crate::part::{Field, Part};
use crate::reckon::amount_reads;
use crate::reckoned::Reckoned;
use crate::state::State;
use huiqi_core::dataset::visit::Asked;
use huiqi_core::dataset::{Dataset, Shape};
use huiqi_core::profile::Answer;
use huiqi_core::rules::{VarId, VarSet};
use huiqi_core::screening::Screener;

/// The parts of a place that are answered, or whose answer can change something; of a set only such members.
fn parts(dataset: &Dataset, state: &State, reckoned: &Reckoned, asks: &[Asked]) -> Vec<Part> {
    asks.iter().flat_map(|asked| asked_parts(dataset, state, reckoned, asked)).collect()
}

fn asked_parts(dataset: &Dataset, state: &State, reckoned: &Reckoned, asked: &Asked) -> Vec<Part> {
    let part = part(dataset, asked);
    let is_due = |part: &Part| is_wanted(dataset, reckoned, *part) || is_answered(state, dataset, *part);
    if let Some(Shape::Group { .. }) = part.field.asked(dataset).map(|question| &question.shape) {
        let wanted = fields(dataset, state, reckoned, asked.question).iter().any(|row| !row.is_empty());
        return Vec::from_iter((wanted || is_wanted(dataset, reckoned, part)).then_some(part));
    }
    if part.members == 0 {
        return Vec::from_iter(Some(part).filter(is_due));
    }
    // Members that were answered stay, and those that others made needless go. What the office decides is asked apart from
    // what the firm knows: one tap says of the one that all of it is so, one of the other that nobody knows yet.
    let mut masks = [0; 2];
    for bit in bits(part.members).filter(|bit| is_due(&Part { members: *bit, ..part })) {
        let variables = variables_of(dataset, Part { members: bit, ..part });
        let office = variables.iter().all(|variable| reckoned.discretion.contains(*variable));
        let [known, decided] = &mut masks;
        *(if office { decided } else { known }) |= bit;
    }
    masks.into_iter().filter(|mask| *mask != 0).map(|members| Part { members, ..part }).collect()
}

/// The bits of a mask, each alone.
pub fn bits(mask: u32) -> impl Iterator<Item = u32> {
    (0..u32::BITS).map(|bit| 1 << bit).filter(move |bit| mask & bit != 0)
}

/// Can the answer change whether something is had.
fn is_wanted(dataset: &Dataset, reckoned: &Reckoned, part: Part) -> bool {
    variables_of(dataset, part).into_iter().any(|variable| reckoned.wanted.contains(variable))
}

/// Of each row of a group the fields that are wanted or answered.
pub fn fields(dataset: &Dataset, state: &State, reckoned: &Reckoned, question: u16) -> Vec<Vec<Part>> {
    let group = Field::of(question);
    let Some(Shape::Group { fields, .. }) = group.asked(dataset).map(|question| &question.shape) else {
        return Vec::new();
    };
    let Some(Answer::Rows(rows)) = group.answer(&state.profile) else { return Vec::new() };
    let of_row = |row: u8| {
        let parts =
            (0_u8..).zip(fields).map(move |(field, _)| Part::whole(dataset, Field::in_row(question, row, field)));
        let is_here = |part: &Part| {
            let variables = variables_of(dataset, *part);
            variables.into_iter().all(|variable| matches!(reckoned.layout.slot(variable), Slot::Gate(_)))
        };
        parts
            .filter(|part| is_here(part) && (is_wanted(dataset, reckoned, *part) || is_answered(state, dataset, *part)))
            .collect()
    };
    (0_u8..).zip(rows).map(|(row, _)| of_row(row)).collect()
}

/// Is a part answered, 不清楚 included; of a set every member.
pub fn is_answered(state: &State, dataset: &Dataset, part: Part) -> bool {
    let unclear = || state.unclear.get(part.field.question).copied().unwrap_or(0);
    match (part.field.answer(&state.profile), part.field.asked(dataset).map(|question| &question.shape)) {
        (Some(Answer::Set { yes, no }), _) => part.members & !(yes | no | unclear()) == 0,
        (Some(Answer::Unknown), _) => true,
        (Some(Answer::Rows(rows)), Some(Shape::Group { .. })) => !rows.is_empty() || part.field.row.is_none(),
        (Some(_), _) => true,
        (None, Some(Shape::Set(_))) => part.members & !unclear() == 0,
        (None, _) => false,
    }
}

/// Taps that a chapter still needs, one for each part that is not answered.
fn taps(dataset: &Dataset, state: &State, reckoned: &Reckoned, parts: &[Part]) -> usize {
    let of = |part: &Part| {
        let open = |part: &Part| usize::from(!is_answered(state, dataset, *part));
        match part.field.asked(dataset).map(|question| &question.shape) {
            Some(Shape::Group { .. }) => {
                let rows = fields(dataset, state, reckoned, part.field.question);
                open(part) + rows.iter().flatten().map(open).sum::<usize>()
            }
            _ => open(part),
        }
    };
    parts.iter().map(of).sum()
}

/// Taps that an open gate's chapter still needs.
pub fn gate_taps(dataset: &Dataset, state: &State, reckoned: &Reckoned, gate: u8) -> usize {
    taps(dataset, state, reckoned, &chapter(dataset, state, reckoned, gate))
}

/// Open gates whose chapter has something to show, the trade's own first.
pub fn chapters(dataset: &Dataset, state: &State, reckoned: &Reckoned) -> Vec<u8> {
    let has_parts = |gate: &u8| !chapter(dataset, state, reckoned, *gate).is_empty();
    let mut gates: Vec<u8> = reckoned.gates.iter().copied().filter(has_parts).collect();
    gates.sort_by_key(|gate| reckoned.layout.rank(*gate));
    gates
}

/// The questions of 企业 that are asked of this firm: measures that its trade does not use, and those that are needless once
/// the class is settled, are left out.
pub fn who(screener: &Screener, state: &State, reckoned: Option<&Reckoned>) -> Vec<Part> {
    let dataset = screener.dataset();
    let trade = state.trade(dataset);
    let used = trade.map(|trade| dataset.measures(trade));
    let measures: Vec<u16> = dataset
        .rules
        .facts
        .iter()
        .flat_map(|fact| &fact.measures)
        .filter_map(|variable| dataset.rules.variables.get(usize::from(*variable)).map(|of| of.question))
        .collect();
    let is_wanted = |part: Part| {
        reckoned.is_none_or(|reckoned| {
            variables_of(dataset, part).into_iter().any(|variable| reckoned.wanted_who.contains(variable))
        })
    };
    let mut measured = false;
    let mut shown = Vec::new();
    for asked in &dataset.visit.who {
        let part = part(dataset, asked);
        let is_measure = measures.contains(&asked.question);
        let is_used = used.as_ref().map_or(!measured, |used| used.contains(&asked.question));
        // The first measure of the trade is asked; another only while the class is still open. What others imply, or what
        // decides nothing for this trade, is not asked.
        let is_due = match (is_measure, measured) {
            (true, false) => is_used,
            (true, true) => is_used && is_wanted(part),
            (false, _) => trade.is_none() || is_wanted(part),
        };
        if is_due || is_answered(state, dataset, part) {
            measured |= is_measure;
            shown.push(part);
        }
    }
    shown
}

/// The parts of a chapter.
pub fn chapter(dataset: &Dataset, state: &State, reckoned: &Reckoned, gate: u8) -> Vec<Part> {
    let asks = dataset.visit.gates.get(usize::from(gate)).map(|gate| gate.asks.as_slice()).unwrap_or_default();
    parts(dataset, state, reckoned, asks)
}

/// The figures that a card asks for: what the amounts of these clauses still need, or were given.
pub fn figures(screener: &Screener, state: &State, reckoned: &Reckoned, clauses: &[u16]) -> Vec<Part> {
    let dataset = screener.dataset();
    let mut wanted = VarSet::default();
    for clause in clauses {
        let at = usize::from(*clause);
        let (Some(needs), Some(result)) = (screener.needs(at), reckoned.screening.clauses.get(at)) else { continue };
        let question = |variable: VarId| dataset.rules.variables.get(usize::from(variable)).map(|of| of.question);
        let is_figure = |variable: &VarId| matches!(reckoned.layout.slot(*variable), Slot::Figure(_));
        let open = |variable: &VarId| question(*variable).is_some_and(|of| result.open.contains(&of));
        let read = amount_reads(screener, *clause);
        let of_amount = read.iter().filter(|variable| open(variable) || is_figure(variable));
        let of_verdict = needs.criteria.iter().flat_map(VarSet::iter).filter(is_figure);
        of_amount.chain(of_verdict).for_each(|variable| wanted.insert(variable));
    }
    let is_in = |part: &Part| variables_of(dataset, *part).into_iter().any(|variable| wanted.contains(variable));
    let mut parts = Vec::new();
    for (question, of) in (0_u16..).zip(&dataset.questions) {
        let whole = Part::whole(dataset, Field::of(question));
        match &of.shape {
            Shape::Group { fields, .. } => {
                let rows = match state.profile.get(usize::from(question)) {
                    Some(Answer::Rows(rows)) => rows.len(),
                    _ => 0,
                };
                for row in (0_u8..).take(rows) {
                    let of_row = (0_u8..).zip(fields).map(|(field, _)| Field::in_row(question, row, field));
                    parts.extend(of_row.map(|field| Part::whole(dataset, field)).filter(is_in));
                }
            }
            Shape::Set(_) => {}
            Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } => {
                parts.extend(Some(whole).filter(is_in));
            }
        }
    }
    parts
}

/// The parts that a clause reads and that are answered.
pub fn used(screener: &Screener, state: &State, clause: u16) -> Vec<Part> {
    let dataset = screener.dataset();
    let Some(depends) = screener.depends(usize::from(clause)) else { return Vec::new() };
    let mut parts: Vec<Part> = Vec::new();
    for variable in depends.iter() {
        let Some(question) = dataset.rules.variables.get(usize::from(variable)).map(|of| of.question) else { continue };
        let mut part = Part { field: Field::of(question), members: 0 };
        let of = dataset.questions.get(usize::from(question));
        if let Some((Shape::Set(_), first)) = of.map(|of| (&of.shape, of.variable)) {
            part.members = 1_u32.checked_shl(u32::from(variable.saturating_sub(first))).unwrap_or(0);
        }
        match parts.iter_mut().find(|known| known.field == part.field) {
            Some(known) => known.members |= part.members,
            None if state.profile.get(usize::from(question)).is_some() => parts.push(part),
            None => {}
        }
    }
    parts
}

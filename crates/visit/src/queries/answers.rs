//! 回答: everything that was said, by chapter, with where it came from.

use crate::layout::part;
use crate::part::{Field, Part};
use crate::plan::bits;
use crate::reckon::known;
use crate::state::State;
use huiqi_core::dataset::visit::Asked;
use huiqi_core::dataset::{Dataset, Shape};
use huiqi_core::profile::{Answer, Implied};
use huiqi_core::rules::Domain;
use huiqi_core::screening::Screener;

/// Where an answer came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The visitor said so.
    Said,
    /// The page around the widget said so.
    Told,
    /// It follows from other answers; why, in the list's words, and the fields of these answers.
    Implied(String, Vec<Field>),
}

/// An answer; of a set only the part's members.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// What was asked.
    pub part: Part,
    /// What was said.
    pub answer: Answer,
    /// Where it came from.
    pub source: Source,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Index of the gate; `None` for who the firm is and the figures of every firm.
    pub gate: Option<u8>,
    /// What was said there.
    pub sentences: Vec<Sentence>,
}

/// 回答.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// Chapters in order: who the firm is, then those that were opened.
    pub chapters: Vec<Chapter>,
    /// Situations that were not tapped, the trade's own first; how many of them are common for it.
    pub untapped: (Vec<u8>, usize),
    /// All sentences of the chapters.
    pub count: usize,
}

/// 回答.
pub fn answers(screener: &Screener, state: &State) -> Answers {
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let visit = &dataset.visit;
    let mut chapters = vec![Chapter { gate: None, sentences: sentences(dataset, state, &visit.who) }];
    if let Some(first) = chapters.first_mut() {
        first.sentences.extend(sentences(dataset, state, &visit.who_figures));
    }
    let mut order: Vec<u8> = (0_u8..).zip(&visit.gates).map(|(gate, _)| gate).collect();
    order.sort_by_key(|gate| reckoned.layout.rank(*gate));
    let mut untapped = (Vec::new(), 0);
    for gate in order {
        let Some(of) = visit.gates.get(usize::from(gate)) else { continue };
        let mut said = sentences(dataset, state, &of.asks);
        // Rows are told once, with their figures.
        let figures = sentences(dataset, state, &of.figures);
        said.extend(figures.into_iter().filter(|one| is_told_apart(&said, one)).collect::<Vec<_>>());
        if !said.is_empty() || state.gates.contains(&gate) {
            chapters.push(Chapter { gate: Some(gate), sentences: said });
        } else {
            untapped.1 += usize::from(reckoned.layout.is_common(gate));
            untapped.0.push(gate);
        }
    }
    let count = chapters.iter().map(|chapter| chapter.sentences.len()).sum();
    Answers { chapters, untapped, count }
}

/// Is a sentence none of those before.
fn is_told_apart(before: &[Sentence], one: &Sentence) -> bool {
    before.iter().all(|known| known.part != one.part)
}

/// What follows for certain from the answers, of what was not answered: each with its reason.
pub fn implied(screener: &Screener, state: &State) -> Vec<Sentence> {
    let dataset = screener.dataset();
    state.profile.implied(dataset).iter().filter_map(|implied| implied_sentence(screener, state, implied)).collect()
}

fn implied_sentence(screener: &Screener, state: &State, implied: &Implied) -> Option<Sentence> {
    let dataset = screener.dataset();
    let spot = screener.spot(implied.variable)?;
    let is_one = match implied.domain {
        Domain::Choices(mask) => mask.count_ones() == 1,
        Domain::Range(low, high) => low == high,
    };
    let is_said = spot.member.is_none() && state.profile.get(usize::from(implied.question)).is_some();
    if !is_one || is_said || spot.row.is_some() || matches!(spot.question.shape, Shape::Group { .. }) {
        return None;
    }
    let bit = 1_u32.checked_shl(u32::from(implied.variable.checked_sub(spot.question.variable)?))?;
    let (members, answer) = match (spot.member.is_some(), implied.domain == Domain::Choices(2)) {
        (true, true) => (bit, Answer::Set { yes: bit, no: 0 }),
        (true, false) => (bit, Answer::Set { yes: 0, no: bit }),
        (false, _) => (0, spot.answer(implied.domain)?),
    };
    let why = dataset.implications.get(usize::from(implied.implication))?.text.clone();
    let because = implied.because.iter().map(|question| Field::of(*question)).collect();
    let part = Part { field: Field::of(implied.question), members };
    Some(Sentence { part, answer, source: Source::Implied(why, because) })
}

/// What was said there, in the order of asking.
pub fn sentences(dataset: &Dataset, state: &State, asks: &[Asked]) -> Vec<Sentence> {
    asks.iter().filter_map(|asked| sentence(dataset, state, part(dataset, asked))).collect()
}

/// What was said of a part; of a set only of the members that stand there.
pub fn sentence(dataset: &Dataset, state: &State, mut part: Part) -> Option<Sentence> {
    let question = part.field.asked(dataset)?;
    let given = part.field.answer(&state.profile);
    let answer = match (&question.shape, given) {
        (Shape::Set(_), Some(Answer::Set { yes, no })) => {
            let unclear = state.unclear.get(part.field.question).copied().unwrap_or(0);
            part.members = bits(part.members).filter(|bit| (yes | no | unclear) & bit != 0).sum();
            Answer::Set { yes: yes & part.members, no: no & part.members }
        }
        (Shape::Set(_), None) => {
            part.members &= state.unclear.get(part.field.question).copied().unwrap_or(0);
            Answer::Unknown
        }
        (_, answer) => answer?.clone(),
    };
    if matches!(question.shape, Shape::Set(_)) && part.members == 0 {
        return None;
    }
    let told = state.told.contains(&part.field.question);
    Some(Sentence { part, answer, source: if told { Source::Told } else { Source::Said } })
}

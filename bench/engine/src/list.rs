//! The engine over the list itself: what the visits of the firms of `tests/personas/` ask of it, work by work.

use crate::{read, screener};
use huiqi_core::date::Date;
use huiqi_core::profile::{Answer, Input, Profile};
use huiqi_core::screening::{Screener, Screening};
use serde_json::Value;
use std::hint::black_box;
use wasm_bindgen::prelude::*;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/list.bin"));

/// The list, and the firms that it is screened for.
#[wasm_bindgen]
pub struct List {
    screener: Screener,
    firms: Vec<Firm>,
}

struct Firm {
    reference_date: Date,
    /// Everything answered.
    whole: Profile,
    /// Half of it left out, in several ways; with what is found so far.
    halves: Vec<(Profile, Screening)>,
    /// Clauses for which a nearest change is looked for once everything is answered.
    missed: Vec<usize>,
}

#[wasm_bindgen]
impl List {
    /// Reads a JSON list of firms: `reference_date`, `whole`, and `halves`, a list of answers.
    #[wasm_bindgen(constructor)]
    pub fn new(firms: &str) -> Result<List, String> {
        let screener = screener(BYTES)?;
        let firms: Vec<Value> = serde_json::from_str(firms).map_err(|error| error.to_string())?;
        let firms = firms.iter().map(|firm| Firm::read(&screener, firm)).collect::<Result<_, _>>()?;
        Ok(Self { screener, firms })
    }

    /// Names of what can be timed.
    pub fn works() -> Vec<String> {
        WORKS.iter().map(|(name, _)| (*name).to_owned()).collect()
    }

    /// Does one work for every firm, and says how many times that is.
    pub fn run(&self, name: &str) -> Result<u32, String> {
        let known = WORKS.iter().find(|(known, _)| *known == name);
        let (_, work) = known.ok_or_else(|| format!("no work `{name}`; take one of `works()`"))?;
        let done: usize = self.firms.iter().map(|firm| work(&self.screener, firm)).sum();
        u32::try_from(done).map_err(|error| error.to_string())
    }

    /// Reports of every firm, whole and half answered, as JSON lines: the same wherever they are made.
    pub fn reports(&self) -> Result<String, String> {
        let of = |firm: &Firm| {
            let profiles = std::iter::once(&firm.whole).chain(firm.halves.iter().map(|(half, _)| half));
            let report = |profile| serde_json::to_string(&self.screener.report(profile, firm.reference_date));
            profiles.map(report).collect::<Result<Vec<String>, _>>()
        };
        let lines: Vec<Vec<String>> =
            self.firms.iter().map(of).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        Ok(lines.concat().join("\n"))
    }
}

/// Does it for one firm, and says how many times that is.
type Work = fn(&Screener, &Firm) -> usize;

const WORKS: [(&str, Work); 8] = [
    ("screening, nothing answered", nothing),
    ("screening, half answered", half),
    ("screening, all answered", whole),
    ("screening after one answer more", one_more),
    ("screening after one answer changed", one_changed),
    ("next question, half answered", next_question),
    ("nearest change of a clause, all answered", nearest),
    ("the whole report, all answered", report),
];

impl Firm {
    fn read(screener: &Screener, firm: &Value) -> Result<Self, String> {
        let part = |name: &str| firm.get(name).ok_or_else(|| format!("a firm has no `{name}`; write it"));
        let profile = |answers: &Value| {
            let input: Input = serde_json::from_value(answers.clone()).map_err(|error| error.to_string())?;
            read(screener, &input)
        };
        let day = part("reference_date")?.as_str().and_then(|day| day.parse().ok());
        let reference_date: Date = day.ok_or("a firm has no day as `reference_date`; write it like 2020-07-15")?;
        let half = |answers: &Value| {
            let half = profile(answers)?;
            let screening = screener.settle(&half.space(screener.dataset()), reference_date);
            Ok((half, screening))
        };
        let halves = part("halves")?.as_array().ok_or("a firm's `halves` are no list; write answers in it")?;
        let halves = halves.iter().map(half).collect::<Result<_, String>>()?;
        let whole = profile(part("whole")?)?;
        let screening = screener.settle(&whole.space(screener.dataset()), reference_date);
        let clauses = screening.clauses.iter().enumerate();
        let missed = clauses.filter(|(clause, result)| screener.may_come_near(*clause, result));
        let missed = missed.map(|(clause, _)| clause).collect();
        Ok(Self { reference_date, whole, halves, missed })
    }

    /// Every answer, with its question.
    fn answers(&self, screener: &Screener) -> Vec<(usize, Answer)> {
        let questions = 0..screener.dataset().questions.len();
        questions.filter_map(|question| Some((question, self.whole.get(question)?.clone()))).collect()
    }

    fn screened(&self, screener: &Screener, profile: &Profile) {
        let space = black_box(profile).space(screener.dataset());
        black_box(screener.settle(&space, self.reference_date));
    }
}

fn nothing(screener: &Screener, firm: &Firm) -> usize {
    firm.screened(screener, &Profile::default());
    1
}

fn half(screener: &Screener, firm: &Firm) -> usize {
    for (half, _) in &firm.halves {
        firm.screened(screener, half);
    }
    firm.halves.len()
}

fn whole(screener: &Screener, firm: &Firm) -> usize {
    firm.screened(screener, &firm.whole);
    1
}

/// From nothing to everything answered, in the order of the list; as a visit does, it begins with an empty memory.
fn one_more(screener: &Screener, firm: &Firm) -> usize {
    let screener = Screener::new(screener.dataset().clone()).remembering();
    let answers = firm.answers(&screener);
    let mut profile = Profile::default();
    for (question, answer) in &answers {
        profile.set(*question, Some(answer.clone()));
        firm.screened(&screener, &profile);
    }
    answers.len()
}

/// With everything answered each answer in turn becomes 不清楚.
fn one_changed(screener: &Screener, firm: &Firm) -> usize {
    let screener = Screener::new(screener.dataset().clone()).remembering();
    let answers = firm.answers(&screener);
    let mut profile = firm.whole.clone();
    for (question, answer) in &answers {
        profile.set(*question, Some(Answer::Unknown));
        firm.screened(&screener, &profile);
        profile.set(*question, Some(answer.clone()));
    }
    answers.len()
}

fn next_question(screener: &Screener, firm: &Firm) -> usize {
    for (half, screening) in &firm.halves {
        black_box(screener.next_question(black_box(half), screening));
    }
    firm.halves.len()
}

/// Of every clause that may come near; of the others none is looked for.
fn nearest(screener: &Screener, firm: &Firm) -> usize {
    for clause in &firm.missed {
        black_box(screener.nearest(black_box(&firm.whole), firm.reference_date, *clause));
    }
    firm.missed.len()
}

fn report(screener: &Screener, firm: &Firm) -> usize {
    black_box(screener.report(black_box(&firm.whole), firm.reference_date));
    1
}

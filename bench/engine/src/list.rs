//! The engine over the list itself: what the visits of the firms of `tests/personas/` ask of it, work by work.

use crate::read;
use huiqi_core::dataset::Dataset;
use huiqi_core::date::Date;
use huiqi_core::profile::{Input, Profile};
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
}

#[wasm_bindgen]
impl List {
    /// Reads a JSON list of firms: `reference_date`, `whole`, and `halves`, a list of answers.
    #[wasm_bindgen(constructor)]
    pub fn new(firms: &str) -> Result<List, String> {
        let screener = Screener::new(Dataset::from_bytes(BYTES).map_err(|error| error.to_string())?);
        let firms: Vec<Value> = serde_json::from_str(firms).map_err(|error| error.to_string())?;
        let firms = firms.iter().map(|firm| Firm::read(&screener, firm)).collect::<Result<_, _>>()?;
        Ok(Self { screener, firms })
    }

    /// Names of what can be timed.
    pub fn works() -> Vec<String> {
        WORKS.iter().map(|(name, _)| (*name).to_owned()).collect()
    }

    /// Does one work for every firm, and says how many times that is; 0 where there is no such work.
    pub fn run(&self, work: &str) -> u32 {
        let work = WORKS.iter().find(|(name, _)| *name == work);
        let done = work.map_or(0, |(_, work)| self.firms.iter().map(|firm| work(&self.screener, firm)).sum());
        u32::try_from(done).unwrap_or(u32::MAX)
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

const WORKS: [(&str, Work); 7] = [
    ("screening, nothing answered", nothing),
    ("screening, half answered", half),
    ("screening, all answered", whole),
    ("one answer changed", visit),
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
        Ok(Self {
            reference_date,
            whole: profile(part("whole")?)?,
            halves: halves.iter().map(half).collect::<Result<_, String>>()?,
        })
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
    firm.halves.iter().inspect(|(half, _)| firm.screened(screener, half)).count()
}

fn whole(screener: &Screener, firm: &Firm) -> usize {
    firm.screened(screener, &firm.whole);
    1
}

/// A visit from nothing to everything answered, in the order of the list. It begins with an empty memory, as a visit does.
fn visit(screener: &Screener, firm: &Firm) -> usize {
    let screener = Screener::new(screener.dataset().clone()).remembering();
    let mut profile = Profile::default();
    let questions = 0..screener.dataset().questions.len();
    questions
        .filter_map(|question| Some((question, firm.whole.get(question)?)))
        .inspect(|(question, answer)| {
            profile.set(*question, Some((*answer).clone()));
            firm.screened(&screener, &profile);
        })
        .count()
}

fn next_question(screener: &Screener, firm: &Firm) -> usize {
    let found = firm.halves.iter().map(|(half, screening)| screener.next_question(black_box(half), screening));
    found.inspect(|question| _ = black_box(question)).count()
}

/// Of every clause that is not had; where it can come to nothing, that is found at once.
fn nearest(screener: &Screener, firm: &Firm) -> usize {
    let screening = screener.settle(&firm.whole.space(screener.dataset()), firm.reference_date);
    let missed =
        screening.clauses.iter().enumerate().filter(|(clause, result)| screener.may_come_near(*clause, result));
    let found = missed.map(|(clause, _)| screener.nearest(&firm.whole, firm.reference_date, clause));
    found.inspect(|change| _ = black_box(change)).count()
}

fn report(screener: &Screener, firm: &Firm) -> usize {
    black_box(screener.report(black_box(&firm.whole), firm.reference_date));
    1
}

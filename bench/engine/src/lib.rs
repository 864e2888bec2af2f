//! The engine over the bench's twelve policies: a loop that never leaves the wasm, and the same calls as the widget's
//! JavaScript API; over the list, `list.rs`. What is measured and against whom belongs to `../*.mjs`.

mod list;

pub use list::List;

use huiqi_core::dataset::Dataset;
use huiqi_core::date::Date;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::rules::Space;
use huiqi_core::screening::{Screener, Screening, TotalKind};
use serde::Serialize;
use serde_json::{json, Value};
use std::hint::black_box;
use wasm_bindgen::prelude::*;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/twelve.bin"));

/// Within the policies' period.
const DAY: Date = Date(18_458);

/// The engine and the profiles that it screens, each as what its answers may still be.
#[wasm_bindgen]
pub struct Bench {
    screener: Screener,
    profiles: Vec<Space>,
}

#[wasm_bindgen]
impl Bench {
    /// Reads a JSON list of answers.
    #[wasm_bindgen(constructor)]
    pub fn new(profiles: &str) -> Result<Bench, String> {
        let screener = screener(BYTES)?;
        let inputs: Vec<Input> = serde_json::from_str(profiles).map_err(|error| error.to_string())?;
        let space = |input: &Input| Ok::<_, String>(read(&screener, input)?.space(screener.dataset()));
        let profiles = inputs.iter().map(space).collect::<Result<_, _>>()?;
        Ok(Self { screener, profiles })
    }

    /// Screens every profile: verdicts, amounts and totals. Says how many that is.
    pub fn run(&self) -> Result<u32, String> {
        for profile in &self.profiles {
            black_box(self.screener.settle(black_box(profile), DAY));
        }
        u32::try_from(self.profiles.len()).map_err(|error| error.to_string())
    }

    /// What the first profiles get, as JSON, to be checked.
    pub fn results(&self) -> String {
        Value::Array(self.profiles.iter().map(|profile| told(&self.screener.settle(profile, DAY))).collect())
            .to_string()
    }

    /// The report of JavaScript answers, as the widget's `screen()` gives it.
    pub fn screen(&self, answers: JsValue) -> Result<JsValue, JsValue> {
        let profile = read(&self.screener, &serde_wasm_bindgen::from_value(answers)?)?;
        let report = self.screener.report(&profile, DAY);
        Ok(report.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }
}

fn screener(bytes: &[u8]) -> Result<Screener, String> {
    Ok(Screener::new(Dataset::from_bytes(bytes).map_err(|error| error.to_string())?))
}

fn read(screener: &Screener, input: &Input) -> Result<Profile, String> {
    let (profile, problems) = Profile::read(screener.dataset(), input);
    match problems.first() {
        None => Ok(profile),
        Some(problem) => Err(problem.to_string()),
    }
}

fn told(screening: &Screening) -> Value {
    let clauses: Vec<Value> = screening
        .clauses
        .iter()
        .map(|clause| {
            let amount = clause.amount;
            json!({
                "verdict": clause.verdict,
                "min": amount.map(|amount| amount.min.to_string()),
                "max": amount.and_then(|amount| amount.max).map(|max| max.to_string()),
                "tight": clause.tight,
            })
        })
        .collect();
    let cash = screening.totals.iter().filter(|total| total.kind == TotalKind::Cash);
    let total =
        cash.map(|total| (total.amount.min, total.amount.max)).find(|(min, max)| *max != Some(*min) || !min.is_zero());
    json!({
        "clauses": clauses,
        "total": total.map(|(min, max)| json!({ "min": min.to_string(), "max": max.map(|max| max.to_string()) })),
        "tight": screening.totals.iter().all(|total| total.tight),
    })
}

//! The same natively: `huiqi-bench twelve PROFILES.json` and `huiqi-bench list FIRMS.json` print JSON: how often each work
//! is done in a second, the median of nine slices. With `results` as a third word: what they come to.

use huiqi_bench::{Bench, List};
use serde_json::{Map, Value};
use std::time::{Duration, Instant};

const SLICE: Duration = Duration::from_millis(200);
const SLICES: usize = 9;

fn main() -> Result<(), String> {
    let usage = "usage: huiqi-bench twelve|list FILE [results]";
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (what, path, rest) = match words.as_slice() {
        [what, path, rest @ ..] => (what.as_str(), path, rest),
        _ => return Err(usage.to_owned()),
    };
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let told = match (what, rest.first().map(String::as_str)) {
        ("twelve", None) => {
            let bench = Bench::new(&text)?;
            Value::from(rate(&|| bench.run())).to_string()
        }
        ("twelve", Some("results")) => Bench::new(&text)?.results(),
        ("list", None) => {
            let list = List::new(&text)?;
            let rates = List::works().into_iter().map(|work| (work.clone(), rate(&|| list.run(&work)).into()));
            Value::Object(rates.collect::<Map<String, Value>>()).to_string()
        }
        ("list", Some("results")) => List::new(&text)?.reports()?,
        _ => return Err(usage.to_owned()),
    };
    println!("{told}");
    Ok(())
}

/// How often a second; `round` says how many it did.
fn rate(round: &dyn Fn() -> u32) -> u64 {
    slice(round);
    let mut rates: Vec<u64> = (0..SLICES).map(|_| slice(round)).collect();
    rates.sort_unstable();
    rates.get(SLICES / 2).copied().unwrap_or_default()
}

fn slice(round: &dyn Fn() -> u32) -> u64 {
    let began = Instant::now();
    let mut done = 0_u128;
    while began.elapsed() < SLICE {
        done += u128::from(round());
    }
    u64::try_from(done * 1_000_000_000 / began.elapsed().as_nanos().max(1)).unwrap_or(u64::MAX)
}

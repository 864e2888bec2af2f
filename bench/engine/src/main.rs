//! The same natively: `huiqi-bench twelve PROFILES.json` prints nanoseconds for one screening, `huiqi-bench list FIRMS.json`
//! those for each work as JSON, the median of nine slices. With `results` as a third word: what they come to.

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
            for_one(&|| bench.run())?.to_string()
        }
        ("twelve", Some("results")) => Bench::new(&text)?.results(),
        ("list", None) => Value::Object(by_work(&List::new(&text)?)?).to_string(),
        ("list", Some("results")) => List::new(&text)?.reports()?,
        _ => return Err(usage.to_owned()),
    };
    println!("{told}");
    Ok(())
}

fn by_work(list: &List) -> Result<Map<String, Value>, String> {
    let of = |work: String| Ok((work.clone(), Value::from(for_one(&|| list.run(&work))?)));
    List::works().into_iter().map(of).collect()
}

/// Does a round and says how many that is.
type Round<'a> = &'a dyn Fn() -> Result<u32, String>;

/// Nanoseconds for one.
fn for_one(round: Round) -> Result<u64, String> {
    slice(round)?;
    let mut slices = (0..SLICES).map(|_| slice(round)).collect::<Result<Vec<u64>, String>>()?;
    slices.sort_unstable();
    Ok(slices.get(SLICES / 2).copied().unwrap_or_default())
}

fn slice(round: Round) -> Result<u64, String> {
    let began = Instant::now();
    let mut done = 0_u128;
    while began.elapsed() < SLICE {
        done += u128::from(round()?);
    }
    u64::try_from(began.elapsed().as_nanos() / done.max(1)).map_err(|error| error.to_string())
}

//! The same loop natively: `huiqi-bench PROFILES.json` prints screenings a second, the median of nine slices, and
//! `huiqi-bench PROFILES.json results` what the profiles get.

use huiqi_bench::Bench;
use std::time::{Duration, Instant};

const SLICE: Duration = Duration::from_millis(200);
const SLICES: usize = 9;

fn main() -> Result<(), String> {
    let path = std::env::args().nth(1).ok_or("no profiles; give a file of them")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let bench = Bench::new(&text)?;
    if std::env::args().nth(2).as_deref() == Some("results") {
        println!("{}", bench.results());
        return Ok(());
    }
    slice(&bench);
    let mut rates: Vec<u128> = (0..SLICES).map(|_| slice(&bench)).collect();
    rates.sort_unstable();
    println!("{}", rates.get(SLICES / 2).copied().unwrap_or_default());
    Ok(())
}

/// Screenings a second over one slice; the file holds 1,000 profiles.
fn slice(bench: &Bench) -> u128 {
    let began = Instant::now();
    let mut rounds = 0;
    while began.elapsed() < SLICE {
        std::hint::black_box(bench.run(1));
        rounds += 1;
    }
    rounds * 1_000 * 1_000_000_000 / began.elapsed().as_nanos()
}

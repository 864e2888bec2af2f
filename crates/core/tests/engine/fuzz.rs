//! The readers of the dataset take anything without a panic: the text of `policies.json`, and the compiled bytes.
//! Ten minutes of it: `scripts/prove fuzz`, for as many seconds as `HUIQI_FUZZ_SECONDS` says; it prints its seed, and
//! `HUIQI_FUZZ_SEED` runs that one again.

mod visits;

use super::mistakes::SOUND;
use super::support::Random;
use huiqi_core::compile::compile;
use huiqi_core::dataset::Dataset;
use huiqi_core::date::Date;
use huiqi_core::profile::Profile;
use huiqi_core::screening::Screener;
use std::time::{Duration, Instant};

/// Signs of JSON.
const SIGNS: &[&str] = &["\"", "{", "}", "[", "]", ",", ":"];

/// What a slip of the hand, or of a program, puts into the file, beside the signs of JSON.
const BITS: &[&str] = &[
    "\\",
    "\\u12",
    "null",
    "true",
    "-1",
    "1e99",
    "99999999999999999999999999999",
    "水",
    "\u{0}",
    " && ",
    "!",
    "(",
    ")",
    "sum(",
    "\"\"",
    "min(",
    " ? ",
];

fn whole() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies.json")).expect("policies.json")
}

/// One to four changes of a text: a bit put in, a piece taken out, doubled or moved, a character changed.
fn changed(text: &str, bits: &[&str], random: &mut Random) -> String {
    let mut changed = text.to_owned();
    for _ in 0..=random.below(3) {
        let (from, to) = (place(&changed, random), place(&changed, random));
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 400));
        let to = (to..=changed.len()).find(|at| changed.is_char_boundary(*at)).expect("the end is one");
        match random.below(5) {
            0 => changed.insert_str(from, bits[random.below(bits.len())]),
            1 => changed.replace_range(from..to, ""),
            2 => {
                let piece = changed[from..to].to_owned();
                changed.insert_str(to, &piece);
            }
            3 => changed.replace_range(from..to, bits[random.below(bits.len())]),
            _ => swap_digit(&mut changed, from, random),
        }
    }
    changed
}

fn place(text: &str, random: &mut Random) -> usize {
    let at = random.below(text.len() + 1);
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).expect("the end is one")
}

/// Changes the next digit, so that the JSON stays whole and the figures go wrong.
fn swap_digit(text: &mut String, from: usize, random: &mut Random) {
    if let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        text.replace_range(at..=at, &random.below(10).to_string());
    }
}

fn try_text(text: &str, random: &mut Random) -> usize {
    let changed = changed(text, &[SIGNS, BITS].concat(), random);
    match compile(&changed) {
        Ok(dataset) => {
            screen(dataset);
            1
        }
        Err(found) => {
            assert!(!found.is_empty(), "refused without a word: {changed}");
            0
        }
    }
}

fn try_bytes(bytes: &[u8], random: &mut Random) -> usize {
    let mut changed = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(changed.len());
        match random.below(3) {
            0 => changed[at] = u8::try_from(random.next() & 0xff).expect("a byte"),
            1 => changed.truncate(at.max(1)),
            _ => changed[at] ^= 1 << random.below(8),
        }
    }
    match Dataset::from_bytes(&changed) {
        Ok(dataset) => {
            screen(dataset);
            1
        }
        Err(_) => 0,
    }
}

/// What was read can be screened.
fn screen(dataset: Dataset) {
    Screener::new(dataset).screen(&Profile::default(), Date(18_458));
}

#[test]
fn changed_text_is_read_or_refused() {
    let mut random = Random(1_949);
    let accepted: usize = (0..1_500).map(|_| try_text(SOUND, &mut random)).sum();
    println!("{accepted} of 1500 were still datasets");
    let whole = whole();
    for _ in 0..60 {
        try_text(&whole, &mut random);
    }
}

#[test]
fn changed_bytes_are_read_or_refused() {
    let mut random = Random(2_020);
    let bytes = compile(SOUND).expect("sound").to_bytes();
    let accepted: usize = (0..4_000).map(|_| try_bytes(&bytes, &mut random)).sum();
    println!("{accepted} of 4000 were still datasets");
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
#[ignore = "runs for as long as HUIQI_FUZZ_SECONDS says, 600 by default"]
fn for_ten_minutes() {
    let end = Instant::now() + Duration::from_secs(number("HUIQI_FUZZ_SECONDS", 600));
    let (whole, mut random) = (whole(), Random(number("HUIQI_FUZZ_SEED", u64::from(std::process::id()))));
    let bytes = compile(&whole).expect("sound").to_bytes();
    let small = compile(SOUND).expect("sound").to_bytes();
    let (mut texts, mut binaries) = (0_u64, 0_u64);
    println!("seed {}", random.0);
    while Instant::now() < end {
        for _ in 0..50 {
            try_text(SOUND, &mut random);
            try_bytes(&small, &mut random);
        }
        try_text(&whole, &mut random);
        try_bytes(&bytes, &mut random);
        (texts, binaries) = (texts + 51, binaries + 51);
    }
    println!("{texts} texts and {binaries} binaries, no panic");
}

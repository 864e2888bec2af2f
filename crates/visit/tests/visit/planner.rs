//! Taps of seeded firms: each knows everything about itself, taps the situations that are so, and answers what is asked.

use crate::support::{dataset, Random, Visitor};
use huiqi_core::dataset::visit::Asked;
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::date::Date;
use huiqi_core::profile::{Answer, Profile};
use rust_decimal::Decimal;

/// Everything about a firm: few of the many situations are so.
pub fn firm(random: &mut Random) -> Profile {
    let mut profile = Profile::default();
    for (index, question) in dataset().questions.iter().enumerate() {
        profile.set(index, Some(truth(random, question)));
    }
    profile
}

fn truth(random: &mut Random, question: &Question) -> Answer {
    match &question.shape {
        Shape::YesNo => Answer::YesNo(random.chance(50)),
        Shape::Choice(values) => Answer::Choice(u8::try_from(random.below(values.len())).unwrap()),
        Shape::Set(members) => {
            let often = if question.id == "insurances" { 80 } else { 8 };
            let yes = (0..members.len()).filter(|_| random.chance(often)).fold(0, |mask, bit| mask | 1 << bit);
            Answer::members(yes, members.len())
        }
        Shape::Number { min, max, quick, .. } => {
            let (low, high) = if quick.is_empty() { (*min, *max) } else { *random.pick(quick) };
            Answer::Number(if random.chance(50) { low } else { high.min(low + Decimal::ONE) }.max(*min))
        }
        Shape::Date { min, .. } => {
            let year = Date::new(2020, 1, 1).unwrap().0 + i32::try_from(random.below(366)).unwrap();
            Answer::Date(Date(year).max(*min))
        }
        Shape::Group { fields, .. } => {
            let rows = if random.chance(40) { 1 + random.below(2) } else { 0 };
            Answer::Rows((0..rows).map(|_| fields.iter().map(|field| Some(truth(random, field))).collect()).collect())
        }
    }
}

/// Is the situation so: something that is asked behind it holds.
pub fn is_so(profile: &Profile, asks: &[Asked]) -> bool {
    asks.iter().any(|asked| match profile.get(usize::from(asked.question)) {
        Some(Answer::YesNo(holds)) => *holds,
        Some(Answer::Set { yes, .. }) => asked.members.iter().any(|member| yes & (1 << member) != 0),
        Some(Answer::Rows(rows)) => !rows.is_empty(),
        _ => false,
    })
}

/// Taps to the list of names and to the result.
pub fn taps(seed: u64) -> (usize, usize) {
    let truth = firm(&mut Random(seed));
    let gates: Vec<&str> = dataset()
        .visit
        .gates
        .iter()
        .filter(|gate| gate.id != "office" && is_so(&truth, &gate.asks))
        .map(|gate| gate.id.as_str())
        .collect();
    let mut visitor = Visitor::new(truth);
    visitor.reach_shortlist();
    let first = visitor.taps;
    visitor.reach_outcome(&gates);
    (first, visitor.taps)
}

fn table(firms: u64) -> [usize; 4] {
    let mut all: Vec<(usize, usize)> = (0..firms).map(taps).collect();
    all.sort_by_key(|(_, all)| *all);
    let most = all.iter().map(|(first, _)| *first).max().unwrap();
    let at = |part: usize| all[all.len() * part / 100].1;
    let mean = all.iter().map(|(_, all)| all).sum::<usize>() / all.len();
    println!(
        "{firms} firms: to the names at most {most}; to the result {} median, {mean} mean, {} p95, {} most",
        at(50),
        at(95),
        all.last().unwrap().1
    );
    [most, at(50), mean, at(95)]
}

#[test]
fn seeded_firms_come_to_a_result() {
    let [names, ..] = table(12);
    assert!(names <= 11, "{names} taps to the names");
}

/// `cargo test --release -p huiqi-visit --test visit -- --ignored --nocapture planner`
#[test]
#[ignore = "some minutes"]
fn ten_thousand_firms_come_to_a_result() {
    table(10_000);
}

//! Profiles that come from outside as JSON are read or told, never a panic. Links and storage are tried with the visit.

use super::super::support::{date, partial, screener, Random};
use super::{changed, number, SIGNS};
use huiqi_core::profile::{Input, Problem, Profile};
use std::time::{Duration, Instant};

const DAY: &str = "2020-05-15";

/// What does harm in JSON, beside its signs.
const JSON: &[&str] = &[
    "null",
    "true",
    "-1",
    "1e99",
    "-1e-99",
    "99999999999999999999999999999",
    "\"NaN\"",
    "\"2020-02-30\"",
    "{\"min\":5,\"max\":1}",
    "{\"min\":0}",
    "[[]]",
    "[{},{},{},{},{},{},{}]",
    "\"__proto__\":1,",
    "0.00000000000000000000000000001",
];

/// Answers of a seeded visit, some of them missing.
fn answers(random: &mut Random) -> Profile {
    let missing = [0, 30, 80][random.below(3)];
    partial(screener().dataset(), random, missing)
}

/// A profile as what was written of it gives it back. All that may be wrong with it is that its answers cannot all be so.
fn screened(profile: &Profile) -> Profile {
    let dataset = screener().dataset();
    let (read, problems) = Profile::read(dataset, &profile.write(dataset));
    let conflict: Vec<Problem> =
        profile.conflict(dataset).map(|conflict| conflict.problem(dataset)).into_iter().collect();
    assert_eq!(problems, conflict);
    read
}

/// Damaged JSON is refused by its parser, or each answer is kept or told; what was kept is written and read again as it is.
fn try_profile(random: &mut Random, reported: bool) -> usize {
    let dataset = screener().dataset();
    let text = serde_json::to_string(&answers(random).write(dataset)).expect("JSON");
    let damaged = changed(&text, &[SIGNS, JSON].concat(), random);
    let Ok(input) = serde_json::from_str::<Input>(&damaged) else { return 0 };
    let (profile, problems) = Profile::read(dataset, &input);
    for problem in problems {
        assert!(!problem.problem.is_empty(), "{damaged}");
        // Where ids are listed only the caller knows.
        let is_unknown = problem.problem.starts_with("没有编号为") || problem.problem.ends_with("这一栏。");
        assert_eq!(problem.advice.is_empty(), is_unknown, "{problem}: {damaged}");
    }
    assert_eq!(screened(&profile), profile, "{damaged}");
    if reported {
        serde_json::to_string(&screener().report(&profile, date(DAY))).expect("a report");
    }
    1
}

/// Found by fuzzing: a member said both to hold and not to hold is told, and the question is as if it were not answered.
#[test]
fn a_member_said_to_hold_and_not_is_told() {
    let dataset = screener().dataset();
    let input: Input =
        serde_json::from_str(r#"{ "logistics": { "rail": true, "etc3": true, "etc3": false, "toll_roads": false } }"#)
            .expect("JSON");
    let (profile, problems) = Profile::read(dataset, &input);
    let told: Vec<(&str, &str)> =
        problems.iter().map(|problem| (problem.question.as_str(), problem.problem.as_str())).collect();
    assert_eq!(told, [("logistics", "`etc3` 写了两次。")]);
    assert!(profile.is_empty());
}

#[test]
fn damaged_profiles_are_kept_or_told() {
    let mut random = Random(1_997);
    let read: usize = (0..1_000).map(|at| try_profile(&mut random, at % 50 == 0)).sum();
    println!("{read} of 1000 were still JSON");
    assert!(read > 100);
}

#[test]
#[ignore = "runs for as long as HUIQI_FUZZ_SECONDS says, 600 by default"]
fn for_ten_minutes() {
    let end = Instant::now() + Duration::from_secs(number("HUIQI_FUZZ_SECONDS", 600));
    let mut random = Random(number("HUIQI_FUZZ_SEED", u64::from(std::process::id())));
    let (mut profiles, mut read) = (0_u64, 0);
    println!("profiles, seed {}", random.0);
    while Instant::now() < end {
        read += try_profile(&mut random, true);
        read += (0..20).map(|_| try_profile(&mut random, false)).sum::<usize>();
        profiles += 21;
    }
    println!("{profiles} profiles, {read} of them still readable");
}

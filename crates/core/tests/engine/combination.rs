//! The best allowed combination (design §3.7): against a naive enumeration of small datasets, and worked out by hand where
//! three clauses exclude each other.

use super::naive::{answers, small, Answers, One, Outcome, Small, Test, When, Worth};
use super::support::{date, Random};
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::profile::{Answer, Profile};
use huiqi_core::screening::{Counted, Screener, Screening, Total, TotalKind};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const DAY: &str = "2020-07-15";

fn settle(screener: &Screener, answers: &Answers) -> Screening {
    screener.settle(&profile(screener, answers).space(screener.dataset()), date(DAY))
}

/// The answers as a profile of a small dataset.
pub fn profile(screener: &Screener, answers: &Answers) -> Profile {
    let mut profile = Profile::default();
    let dataset = screener.dataset();
    profile.set(dataset.question("here").unwrap(), Some(Answer::YesNo(true)));
    for (at, known) in answers.yes.iter().enumerate() {
        profile.set(dataset.question(&format!("y{at}")).unwrap(), known.map(Answer::YesNo));
    }
    for (at, known) in answers.numbers.iter().enumerate() {
        profile.set(dataset.question(&format!("n{at}")).unwrap(), known.map(|n| Answer::Number(n.into())));
    }
    profile
}

fn rows(screening: &Screening) -> [Total; 3] {
    [Status::InForce, Status::OpenEvent, Status::Ended].map(|status| {
        let row = |kind| {
            let mut rows = screening.totals.iter();
            rows.find(|total| total.status == status && total.kind == kind).unwrap()
        };
        // All clauses are grants, so both rows say the same.
        assert_eq!(row(TotalKind::Cash).amount, row(TotalKind::One(Kind::Grant)).amount);
        row(TotalKind::Cash)
    })
}

fn outcome(screening: &Screening, clauses: usize) -> Outcome {
    let whole = |amount: Decimal| i64::try_from(amount).unwrap();
    Outcome {
        counted: screening.clauses[..clauses]
            .iter()
            .map(|result| (result.counted != Counted::No, result.counted != Counted::Yes))
            .collect(),
        totals: rows(screening).map(|total| (whole(total.amount.min), whole(total.amount.max.unwrap()))),
        excluded: screening.excluded.iter().map(|one| (one.clause, one.because_of)).collect(),
    }
}

#[test]
fn every_completion_of_small_datasets_says_the_same() {
    let mut random = Random(31);
    let (mut compared, mut loose, mut for_nothing) = (0, 0, 0);
    let datasets = std::env::var("HUIQI_DATASETS").ok().map_or(400, |text| text.parse().expect("a number"));
    for _ in 0..datasets {
        let small = small(&mut random);
        // A dataset whose criteria contradict each other is refused.
        let screener = match small.screener() {
            Ok(screener) => screener,
            Err(refused) => {
                println!("{refused}");
                continue;
            }
        };
        for missing in [0, 30, 60, 100] {
            let answers = answers(&mut random, missing);
            let screening = settle(&screener, &answers);
            let (found, expected) = (outcome(&screening, small.clauses.len()), small.outcome(&answers));
            assert_eq!(found.counted, expected.counted, "{small:?} {answers:?}");
            assert_eq!(found.excluded, expected.excluded, "{small:?} {answers:?}");
            for (row, (found, expected)) in rows(&screening).iter().zip(found.totals.iter().zip(&expected.totals)) {
                compared += 1;
                if row.tight {
                    assert_eq!(found, expected, "{small:?} {answers:?}");
                } else {
                    loose += 1;
                    assert!(found.0 <= expected.0 && expected.1 <= found.1, "{small:?} {answers:?}");
                    for_nothing += usize::from(found == expected);
                }
            }
        }
    }
    println!("{compared} totals, {loose} marked as wider than what is possible, {for_nothing} of these for nothing");
    assert!(compared > 3_000 && loose * 200 < compared);
}

fn grant(amount: i64, tests: &[Test]) -> One {
    One { tests: tests.to_vec(), worth: Worth::Fixed(amount, amount), when: When::InForce }
}

fn per_item(each: i64, tests: &[Test]) -> One {
    One { tests: tests.to_vec(), worth: Worth::Per(0, each, each), when: When::InForce }
}

fn screened(clauses: &[One], exclusions: &[&[usize]], answers: &Answers) -> (Vec<Counted>, [(i64, i64); 3], Excluded) {
    let small = Small {
        clauses: clauses.to_vec(),
        exclusions: exclusions.iter().map(|exclusion| exclusion.to_vec()).collect(),
    };
    let screening = settle(&small.screener().expect("sound"), answers);
    let counted = screening.clauses[..clauses.len()].iter().map(|result| result.counted).collect();
    let found = outcome(&screening, clauses.len());
    (counted, found.totals, found.excluded)
}

type Excluded = BTreeSet<(usize, usize)>;

/// A grant of 50, 20 an item, and 45.
fn three() -> [One; 3] {
    [grant(50, &[Test::Yes(0)]), per_item(20, &[]), grant(45, &[Test::Yes(1)])]
}

fn known(yes: [Option<bool>; 3], items: Option<i64>) -> Answers {
    Answers { yes, numbers: [items, None] }
}

#[test]
fn the_greatest_of_three_wins_and_the_others_say_why() {
    let all = [Some(true), Some(true), None];
    let (counted, totals, excluded) = screened(&three(), &[&[0, 1, 2]], &known(all, Some(3)));
    assert_eq!(counted, [Counted::No, Counted::Yes, Counted::No]);
    assert_eq!((totals[0], excluded), ((60, 60), [(0, 1), (2, 1)].into()));
    let (counted, totals, excluded) = screened(&three(), &[&[0, 1, 2]], &known(all, Some(2)));
    assert_eq!(counted, [Counted::Yes, Counted::No, Counted::No]);
    assert_eq!((totals[0], excluded), ((50, 50), [(1, 0), (2, 0)].into()));
}

#[test]
fn what_a_rival_of_another_row_takes_goes_with_what_is_beside_it() {
    // In force 40 an item, and 10 to 20 that 30 an item take the place of once the end is known: 10 with no item, 120 with three.
    let later = One { when: When::OpenEvent, ..per_item(30, &[]) };
    let clauses = [later, per_item(40, &[]), One { worth: Worth::Fixed(10, 20), ..grant(10, &[Test::Yes(1)]) }];
    let (counted, totals, _) = screened(&clauses, &[&[0, 2]], &known([Some(false), Some(true), Some(true)], None));
    assert_eq!(counted, [Counted::Maybe, Counted::Yes, Counted::Maybe]);
    assert_eq!(totals, [(10, 120), (0, 90), (0, 0)]);
}

#[test]
fn what_goes_with_the_same_number_and_is_always_less_never_counts() {
    let second = |each, tests: &[Test]| One { worth: Worth::Per(1, each, each), ..grant(0, tests) };
    let later = One { when: When::OpenEvent, ..per_item(10, &[Test::No(0), Test::No(2)]) };
    let clauses = [grant(30, &[Test::Mixed(0, 0, 1)]), second(60, &[]), second(50, &[]), per_item(50, &[]), later];
    let (counted, _, _) = screened(&clauses, &[&[0, 1, 2, 4], &[1, 2, 3, 4]], &known([None; 3], None));
    assert_eq!(counted[2..], [Counted::No, Counted::Maybe, Counted::No]);
}

#[test]
fn an_open_answer_leaves_open_which_of_three_wins() {
    // Two or three items: 50 against 40 or 60; the 45 of the third never counts, and either may be in its place.
    let clauses = [grant(50, &[]), per_item(20, &[Test::AtLeast(0, 2)]), grant(45, &[])];
    let (counted, totals, excluded) = screened(&clauses, &[&[0, 1, 2]], &known([None; 3], None));
    assert_eq!(counted, [Counted::Maybe, Counted::Maybe, Counted::No]);
    assert_eq!((totals[0], excluded), ((50, 60), [(2, 0), (2, 1)].into()));
    // The first open as well: without it 45 or 60, with it 50 or 60.
    let (counted, totals, excluded) = screened(&three(), &[&[0, 1, 2]], &known([None, Some(true), None], None));
    assert_eq!(counted, [Counted::Maybe; 3]);
    assert_eq!((totals[0], excluded), ((45, 60), Excluded::new()));
}

#[test]
fn of_equals_the_first_wins() {
    let clauses = [grant(40, &[]), per_item(20, &[]), grant(40, &[])];
    let (counted, _, excluded) = screened(&clauses, &[&[0, 1, 2]], &known([None; 3], Some(2)));
    assert_eq!(counted, [Counted::Yes, Counted::No, Counted::No]);
    assert_eq!(excluded, [(1, 0), (2, 0)].into());
    // A clause that is worth nothing still takes no place from one that is missed.
    let clauses = [grant(40, &[Test::Yes(0)]), per_item(20, &[])];
    let (counted, _, _) = screened(&clauses, &[&[0, 1]], &known([Some(false), None, None], Some(0)));
    assert_eq!(counted, [Counted::No, Counted::Yes]);
}

#[test]
fn two_small_ones_can_beat_the_one_that_excludes_both() {
    let clauses = [grant(30, &[Test::Yes(0)]), grant(50, &[]), grant(30, &[])];
    let chain: [&[usize]; 2] = [&[0, 1], &[1, 2]];
    let (counted, totals, excluded) = screened(&clauses, &chain, &known([Some(true), None, None], None));
    assert_eq!(counted, [Counted::Yes, Counted::No, Counted::Yes]);
    assert_eq!((totals[0], excluded), ((60, 60), [(1, 0), (1, 2)].into()));
    let (counted, totals, _) = screened(&clauses, &chain, &known([None; 3], None));
    assert_eq!(counted, [Counted::Maybe; 3]);
    assert_eq!(totals[0], (50, 60));
}

#[test]
fn what_is_in_force_and_what_hangs_on_an_event_can_both_be_had_today() {
    let until = |when: When| [grant(50, &[]), One { when, ..grant(60, &[Test::Yes(0)]) }];
    let (counted, totals, excluded) =
        screened(&until(When::OpenEvent), &[&[0, 1]], &known([Some(true), None, None], None));
    assert_eq!(counted, [Counted::No, Counted::Yes]);
    assert_eq!((totals, excluded), ([(0, 0), (60, 60), (0, 0)], [(0, 1)].into()));
    let (counted, totals, _) = screened(&until(When::OpenEvent), &[&[0, 1]], &known([None; 3], None));
    assert_eq!((counted, totals), (vec![Counted::Maybe; 2], [(0, 50), (0, 60), (0, 0)]));
    let (counted, totals, _) = screened(&until(When::Ended), &[&[0, 1]], &known([Some(true), None, None], None));
    assert_eq!((counted, totals), (vec![Counted::Yes; 2], [(50, 50), (0, 0), (60, 60)]));
}

#[test]
fn a_rival_that_is_never_had_beside_it_is_not_told() {
    let clauses = [grant(10, &[Test::Yes(0)]), grant(50, &[Test::No(0)]), grant(30, &[])];
    let (counted, totals, excluded) = screened(&clauses, &[&[0, 1, 2]], &known([None; 3], None));
    assert_eq!(counted, [Counted::No, Counted::Maybe, Counted::Maybe]);
    assert_eq!((totals[0], excluded), ((30, 50), [(0, 2)].into()));
}

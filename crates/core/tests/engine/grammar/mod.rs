//! Rules of every shape, made up by chance and compiled as an editor's would be: verdicts, amounts, totals, reasons and
//! open questions are what all completions come to, listed one by one. The repository's own dataset uses but a few of these shapes.

mod firm;
mod kept;
mod linked;
mod number;
mod rule;
mod text;

use super::support::{date, Random};
use firm::{Firm, Known};
use huiqi_core::compile::{compile, Diagnostic};
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::{Amount, CriterionView, Screener, Total, TotalKind, Verdict};
use rule::{Rule, Test, Worth};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Datasets made up where all tests are run.
const SHARE: usize = 300;

/// Totals of the share that are marked; whoever lowers it has made the search better.
const MOST_MARKED: usize = 25;

/// Profiles tried of each dataset.
const PROFILES: usize = 6;

/// How much was held against its completions.
#[derive(Debug, Default)]
struct Tally {
    datasets: usize,
    profiles: usize,
    open: usize,
    marked_totals: usize,
    /// Refused since they need more work than is allowed.
    too_large: usize,
}

fn run(datasets: usize, seed: u64) -> Tally {
    let mut random = Random(seed);
    let mut tally = Tally::default();
    for _ in 0..datasets {
        let count = *random.pick(&[1, 1, 2, 2, 3]);
        let rules: Vec<Rule> = (0..count).map(|_| Rule::any(&mut random)).collect();
        match compile(&text::dataset(&rules)) {
            Ok(dataset) => {
                tally.datasets += 1;
                assert_ne!(asks(&rules), Some(false), "taken: {}", texts(&rules));
                let screener = Screener::new(dataset);
                for _ in 0..PROFILES {
                    let missing = *random.pick(&[0, 30, 60, 90]);
                    try_profile(&screener, &rules, &Known::any(&mut random, missing), &mut tally);
                }
            }
            Err(found) => tally.too_large += usize::from(refused(&rules, &found)),
        }
    }
    tally
}

/// Chance makes two mistakes: criteria that ask nothing, and numbers whose ends cannot be computed end by end. Now and then
/// a clause is too much work; tells whether one was.
fn refused(rules: &[Rule], found: &[Diagnostic]) -> bool {
    let says = |wanted: &[&str], one: &Diagnostic| wanted.iter().any(|part| one.problem.contains(part));
    let (asking_nothing, others): (Vec<_>, Vec<_>) =
        found.iter().partition(|one| says(&["always holds", "no profile meets"], one));
    let too_large = |one: &Diagnostic| says(&["needs more than"], one);
    let unproven = ["pulls both up and down", "may be negative", "adds up the same rows in two ways"];
    assert!(others.iter().all(|one| says(&unproven, one) || too_large(one)), "{others:?} {}", texts(rules));
    if !asking_nothing.is_empty() {
        assert_ne!(asks(rules), Some(true), "refused: {asking_nothing:?} {}", texts(rules));
    }
    found.iter().any(too_large)
}

/// Can every criterion be met and missed, and every clause be had; `None` where there are too many firms to list.
fn asks(rules: &[Rule]) -> Option<bool> {
    let mut asks = true;
    for rule in rules {
        let firms = Known::nothing().completions(&|question| rule.uses(question))?;
        let both =
            |test: &Test| firms.iter().any(|firm| test.holds(firm)) && firms.iter().any(|firm| !test.holds(firm));
        asks &= rule.tests.iter().all(both) && firms.iter().any(|firm| rule.of(firm).is_some());
    }
    Some(asks)
}

fn texts(rules: &[Rule]) -> String {
    rules.iter().map(Rule::text).collect::<Vec<String>>().join("\n")
}

fn try_profile(screener: &Screener, rules: &[Rule], known: &Known, tally: &mut Tally) {
    let dataset = screener.dataset();
    let Some(firms) = known.completions(&|question| rules.iter().any(|rule| rule.uses(question))) else { return };
    let input: Input = serde_json::from_value(known.json()).expect("answers");
    let (profile, problems) = Profile::read(dataset, &input);
    assert!(problems.is_empty(), "{problems:?}");
    let screening = screener.settle(&profile.space(dataset), date("2020-05-01"));
    tally.profiles += 1;
    let context = || format!("\n{}\n{}", texts(rules), known.json());
    for (at, rule) in rules.iter().enumerate() {
        let result = &screening.clauses[at];
        let all: Vec<Worth> = firms.iter().map(|firm| rule.of(firm)).collect();
        let verdict = verdict(&all);
        tally.open += usize::from(verdict == Verdict::Undetermined);
        let amount = all.iter().flatten().copied().reduce(|(a, b), (c, d)| (a.min(c), b.max(d)));
        assert_eq!((result.verdict, result.amount.map(ends), result.tight), (verdict, amount, true), "{}", context());
        reasons(&screener.explain(&profile, at).criteria, rule, &firms, verdict == Verdict::Ineligible);
        // A question matters where two firms that differ in nothing else are told apart.
        let matters = |question: &str| {
            let mut by_rest: HashMap<Firm, Worth> = HashMap::new();
            let mut told = |(firm, worth): (&Firm, &Worth)| {
                by_rest.insert(firm.without(question), *worth).is_some_and(|other| other != *worth)
            };
            firms.iter().zip(&all).any(&mut told)
        };
        let open = screener.open_questions(&profile, at, date("2020-05-01"));
        for (index, question) in (0..).zip(&dataset.questions) {
            assert_eq!(open.contains(&index), matters(&question.id), "{} {}", question.id, context());
        }
    }
    let grants = |total: &Total| total.status == Status::InForce && total.kind == TotalKind::One(Kind::Grant);
    let total = screening.totals.iter().find(grants).expect("a row");
    let sums = firms.iter().map(|firm| {
        let had = rules.iter().filter_map(|rule| rule.of(firm));
        had.fold((Decimal::ZERO, Decimal::ZERO), |(a, b), (c, d)| (a + c, b + d))
    });
    let (low, high) = sums.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))).expect("a firm");
    let (least, most) = ends(total.amount);
    if total.tight {
        assert_eq!((least, most), (low, high), "{}", context());
    } else {
        tally.marked_totals += 1;
        assert!(least <= low && high <= most, "{least}–{most} {low}–{high} {}", context());
    }
}

/// Each criterion is told as it stands; of a clause that is not had those that rule it out, and none that could be left out.
fn reasons(told: &[CriterionView], rule: &Rule, firms: &[Firm], ruled_out: bool) {
    let tests: Vec<&Test> =
        told.iter().map(|one| &rule.tests[one.id[1..].parse::<usize>().expect("a number")]).collect();
    let can = |tests: &[&Test]| firms.iter().any(|firm| tests.iter().all(|test| test.holds(firm)));
    if !ruled_out {
        let fails = |test: &Test| firms.iter().any(|firm| !test.holds(firm));
        let stands = |test: &&Test| if fails(test) { None } else { Some(true) };
        assert!(
            tests.len() == rule.tests.len() && tests.iter().map(stands).eq(told.iter().map(|one| one.holds)),
            "{told:?}"
        );
        return;
    }
    assert!(!told.is_empty() && !can(&tests) && told.iter().all(|one| one.holds == Some(false)), "{told:?}");
    if tests.iter().any(|test| !can(&[test])) {
        let alone = rule.tests.iter().filter(|test| !can(&[test])).count();
        assert!(tests.iter().all(|test| !can(&[test])) && tests.len() == alone, "{told:?}");
        return;
    }
    for left_out in 0..tests.len() {
        let mut rest = tests.clone();
        rest.remove(left_out);
        assert!(can(&rest), "a reason too many: {told:?}");
    }
}

fn verdict(all: &[Worth]) -> Verdict {
    match (all.iter().any(Option::is_some), all.iter().any(Option::is_none)) {
        (true, true) => Verdict::Undetermined,
        (true, false) => Verdict::Eligible,
        (false, _) => Verdict::Ineligible,
    }
}

fn ends(amount: Amount) -> (Decimal, Decimal) {
    (amount.min, amount.max.unwrap_or(Decimal::MAX))
}

/// Half of what is made up is compiled, much of it is open, few totals are marked, and hardly a clause is too much work.
fn shows_something(tally: &Tally, made_up: usize) {
    let Tally { datasets, profiles, open, marked_totals, too_large } = *tally;
    assert!(2 * datasets > made_up && profiles > 4 * datasets && 4 * open > profiles, "{tally:?}");
    assert!(20 * marked_totals < profiles && 50 * too_large < datasets, "{tally:?}");
}

#[test]
fn rules_of_every_shape() {
    let tally = run(SHARE, 20_200_715);
    shows_something(&tally, SHARE);
    assert!(tally.marked_totals <= MOST_MARKED, "{tally:?}");
}

#[test]
fn rules_that_chance_makes_up_too_seldom() {
    let mut tally = Tally::default();
    for (rules, known) in kept::kept() {
        let screener = Screener::new(compile(&text::dataset(&rules)).expect("a dataset"));
        try_profile(&screener, &rules, &known, &mut tally);
    }
    // Of three that share a loan the total is marked; of those that could share one, had the firm any, it is not.
    assert_eq!((tally.profiles, tally.marked_totals), (kept::kept().len(), 1), "{tally:?}");
}

#[test]
#[ignore = "minutes; `scripts/prove grammar`"]
fn many_rules() {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let datasets = number("HUIQI_DATASETS").unwrap_or(30_000) as usize;
    let tally = run(datasets, number("HUIQI_SEED").unwrap_or(1_u64));
    println!("{tally:?}");
    shows_something(&tally, datasets);
}

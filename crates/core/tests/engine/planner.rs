//! How many questions the planner needs, against asking all in order and against the question that is missing most often,
//! and against the exact optimum where there are few questions. `scripts/prove planner` does the whole of it.

#![expect(clippy::float_arithmetic, reason = "a mean number of questions, not money")]

use super::support::{date, partial, screener, Random};
use huiqi_core::profile::Profile;
use huiqi_core::screening::{Screener, Screening, Verdict};

/// The day for which all is judged; it changes no verdict.
const DAY: &str = "2020-05-15";

/// Questions asked until all of it is settled.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    verdicts: usize,
    amounts: usize,
}

pub fn settle(screener: &Screener, known: &Profile) -> Screening {
    screener.settle(&known.space(screener.dataset()), date(DAY))
}

pub fn is_settled(screening: &Screening) -> bool {
    screening.clauses.iter().all(|result| result.verdict != Verdict::Undetermined)
}

/// Asks what `next` says until nothing matters any more.
fn ask(screener: &Screener, whole: &Profile, next: impl Fn(&Screener, &Profile, &Screening) -> Option<usize>) -> Asked {
    let (mut known, mut asked, mut verdicts) = (Profile::default(), 0, None);
    loop {
        let screening = settle(screener, &known);
        if verdicts.is_none() && is_settled(&screening) {
            verdicts = Some(asked);
        }
        let Some(question) = next(screener, &known, &screening) else { break };
        assert!(known.get(question).is_none(), "asked twice");
        known.set(question, whole.get(question).cloned());
        asked += 1;
    }
    Asked { verdicts: verdicts.expect("a verdict is left open"), amounts: asked }
}

pub fn planned(screener: &Screener, known: &Profile, screening: &Screening) -> Option<usize> {
    screener.next_question(known, screening)
}

/// The question that is missing in the most clauses, of equals the first; never one that cannot matter.
pub fn missing_most(screener: &Screener, known: &Profile, screening: &Screening) -> Option<usize> {
    let mut counts = vec![0_usize; screener.dataset().questions.len()];
    for open in screening.clauses.iter().flat_map(|result| &result.open) {
        counts[usize::from(*open)] += 1;
    }
    let mut ranked: Vec<usize> =
        (0..counts.len()).filter(|question| counts[*question] > 0 && known.get(*question).is_none()).collect();
    ranked.sort_by_key(|question| std::cmp::Reverse(counts[*question]));
    ranked.into_iter().find(|question| screener.matters(known, screening, *question))
}

/// Every question in the order of the dataset, whether it matters or not: a form.
fn in_order(screener: &Screener, whole: &Profile) -> Asked {
    let after = |asked: usize| {
        let mut known = Profile::default();
        (0..asked).for_each(|question| known.set(question, whole.get(question).cloned()));
        let screening = settle(screener, &known);
        (is_settled(&screening), screener.next_question(&known, &screening).is_none())
    };
    let least = |settled: &dyn Fn(usize) -> bool| {
        let (mut low, mut high) = (0, screener.dataset().questions.len());
        while low < high {
            let middle = (low + high) / 2;
            if settled(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    };
    Asked { verdicts: least(&|asked| after(asked).0), amounts: least(&|asked| after(asked).1) }
}

/// Profile by profile: the planner, the question missing most, all in order.
type Row = [Asked; 3];
const NAMES: [&str; 3] = ["planner", "missing most", "all in order"];

fn compare(profiles: usize, seed: u64) -> Vec<Row> {
    let mut random = Random(seed);
    let one = |_| {
        let whole = partial(screener().dataset(), &mut random, 0);
        [ask(screener(), &whole, planned), ask(screener(), &whole, missing_most), in_order(screener(), &whole)]
    };
    (0..profiles).map(one).collect()
}

/// Mean, half of all and 95 of 100.
fn told(rows: &[Row], way: usize, of: fn(&Asked) -> usize) -> (f64, usize, usize) {
    let mut all: Vec<usize> = rows.iter().map(|row| of(&row[way])).collect();
    all.sort_unstable();
    let at = |percent: usize| all[(all.len() * percent).div_ceil(100).max(1) - 1];
    (all.iter().sum::<usize>() as f64 / all.len() as f64, at(50), at(95))
}

/// Prints the table and holds the planner to it: fewer questions than both, on average, at the middle and at the end.
fn report(rows: &[Row]) {
    println!("{} profiles, {} questions in all", rows.len(), screener().dataset().questions.len());
    println!(
        "| until settled | verdicts: mean | p50 | p95 | amounts: mean | p50 | p95 |\n|---|---|---|---|---|---|---|"
    );
    for (way, name) in NAMES.iter().enumerate() {
        let (mean, half, most) = told(rows, way, |asked| asked.verdicts);
        let (mean_of_all, half_of_all, most_of_all) = told(rows, way, |asked| asked.amounts);
        println!("| {name} | {mean:.1} | {half} | {most} | {mean_of_all:.1} | {half_of_all} | {most_of_all} |");
    }
    for (what, of) in
        [("verdicts", (|asked| asked.verdicts) as fn(&Asked) -> usize), ("amounts", |asked| asked.amounts)]
    {
        let [planner, simple, form] = [0, 1, 2].map(|way| told(rows, way, of));
        let more = rows.iter().filter(|row| of(&row[0]) > of(&row[1])).count();
        println!("{what}: more questions than by the question missing most in {more} of {} profiles", rows.len());
        assert!(planner.0 <= simple.0 && planner.1 <= simple.1, "{what}: {planner:?} against {simple:?}");
        assert!(planner.0 < form.0 && planner.2 < form.2, "{what}: {planner:?} against {form:?}");
    }
}

#[test]
fn the_planner_needs_fewer_questions_than_a_simple_rule() {
    report(&compare(25, 3));
}

#[test]
#[ignore = "half an hour; `scripts/prove planner`"]
fn the_whole_of_it() {
    let profiles = std::env::var("HUIQI_PROFILES").ok().map_or(10_000, |text| text.parse().expect("a number"));
    let half = profiles / 2;
    // Two seeds, so that both cores have something to do.
    let other = std::thread::spawn(move || compare(half, 2));
    let mut rows = compare(profiles - half, 1);
    rows.extend(other.join().expect("no panic"));
    report(&rows);
}

/// A question that a clause would read but that can no longer change any is not asked: each clause is looked at for
/// itself, which `grammar` holds against every completion.
#[test]
fn what_changes_nothing_is_not_asked() {
    let (dataset, mut random, mut spared) = (screener().dataset(), Random(17), 0);
    for missing in [20, 60].repeat(4) {
        let known = partial(dataset, &mut random, missing);
        let screening = settle(screener(), &known);
        let clauses = 0..dataset.clauses.len();
        let changing: Vec<u16> =
            clauses.flat_map(|clause| screener().open_questions(&known, clause, date(DAY))).collect();
        let read: Vec<u16> = screening.clauses.iter().flat_map(|clause| clause.open.clone()).collect();
        for (question, of) in (0..).zip(&dataset.questions) {
            let matters = screener().matters(&known, &screening, usize::from(question));
            assert_eq!(matters, changing.contains(&question), "{}", of.id);
            spared += usize::from(read.contains(&question) && !matters);
        }
        let next = screener().next_question(&known, &screening).and_then(|next| u16::try_from(next).ok());
        assert!(next.is_none_or(|next| changing.contains(&next)), "{next:?} is asked");
    }
    assert!(spared > 0, "no question is spared");
}

//! Rules of every shape beside answers that imply each other: completions are those that obey every implication, listed one
//! by one. What is said of a firm is what these come to, and no more.

use super::super::support::{date, Random};
use super::firm::{Firm, Known};
use super::rule::{Rule, Test, Worth};
use super::{ends, reasons, text, texts, verdict};
use huiqi_core::compile::compile;
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::profile::{Answer, Input, Profile};
use huiqi_core::rules::Domain;
use huiqi_core::screening::{Counted, Screener, Total, TotalKind, Verdict};
use rust_decimal::Decimal;
use serde_json::{json, Value};
use std::collections::HashMap;

/// Wherever the first holds the second does.
type Link = (Test, Test);

/// Datasets made up where all tests are run.
const SHARE: usize = 300;

#[derive(Debug, Default)]
struct Tally {
    datasets: usize,
    profiles: usize,
    contradictions: usize,
    implied: usize,
    open: usize,
    marked_totals: usize,
    marked_clauses: usize,
}

fn obeys(links: &[Link], firm: &Firm) -> bool {
    links.iter().all(|(when, then)| !when.holds(firm) || then.holds(firm))
}

/// An implication that reads no loans.
fn link(random: &mut Random) -> Link {
    loop {
        let depth = random.below(2);
        let link = (Test::any(random, depth), Test::any(random, 1));
        if !uses(&link, "loans") {
            return link;
        }
    }
}

fn uses((when, then): &Link, question: &str) -> bool {
    [when, then].iter().any(|test| {
        let text = test.text();
        text.contains(question) || (text.contains("size") && ["trade", "items"].contains(&question))
    })
}

fn dataset(rules: &[Rule], links: &[Link]) -> String {
    let mut dataset: Value = serde_json::from_str(&text::dataset(rules)).expect("JSON");
    let implication = |(at, (when, then)): (usize, &Link)| json!({ "id": format!("i{at}"), "when": when.text(), "then": then.text(), "text": "可知", "source": "P", "verified": 2 });
    dataset["implications"] = links.iter().enumerate().map(implication).collect();
    dataset.to_string()
}

fn run(datasets: usize, seed: u64) -> Tally {
    let mut random = Random(seed);
    let mut tally = Tally::default();
    for _ in 0..datasets {
        let rules: Vec<Rule> = (0..1 + random.below(3)).map(|_| Rule::any(&mut random)).collect();
        let links: Vec<Link> = (0..1 + random.below(3)).map(|_| link(&mut random)).collect();
        let Ok(dataset) = compile(&dataset(&rules, &links)) else { continue };
        tally.datasets += 1;
        let screener = Screener::new(dataset);
        for missing in [0, 20, 40, 60, 60, 90] {
            try_profile(&screener, (&rules, &links), &Known::any(&mut random, missing), &mut tally);
        }
    }
    tally
}

fn try_profile(screener: &Screener, (rules, links): (&[Rule], &[Link]), known: &Known, tally: &mut Tally) {
    let dataset = screener.dataset();
    let used =
        |question: &str| rules.iter().any(|rule| rule.uses(question)) || links.iter().any(|link| uses(link, question));
    let Some(mut firms) = known.completions(&used) else { return };
    // What was not ticked of a set is no contradiction to what was: told apart in `implied`.
    if known.kinds.len() == 1 && links.iter().any(|link| uses(link, "kinds")) {
        return;
    }
    firms.retain(|firm| obeys(links, firm));
    let said: Vec<String> = links.iter().map(|(when, then)| format!("{} → {}", when.text(), then.text())).collect();
    let context = || format!("\n{}\n{}\n{}", texts(rules), said.join("\n"), known.json());
    let input: Input = serde_json::from_value(known.json()).expect("answers");
    let (profile, problems) = Profile::read(dataset, &input);
    assert_eq!(problems.is_empty(), !firms.is_empty(), "{problems:?} {}", context());
    assert_eq!(profile.conflict(dataset).is_some(), firms.is_empty(), "{}", context());
    if firms.is_empty() {
        tally.contradictions += 1;
        return contradiction(screener, &profile, &context);
    }
    tally.profiles += 1;
    tally.implied += profile.implied(dataset).len();
    implied_values(screener, &profile, &firms, &context);
    let screening = screener.screen(&profile, date("2020-05-01"));
    let remembering = Screener::new(dataset.clone()).remembering();
    assert_eq!(remembering.screen(&profile, date("2020-05-01")), screening, "{}", context());
    for (at, rule) in rules.iter().enumerate() {
        let result = &screening.clauses[at];
        let all: Vec<Worth> = firms.iter().map(|firm| rule.of(firm)).collect();
        let verdict = verdict(&all);
        tally.open += usize::from(verdict == Verdict::Undetermined);
        let amount = all.iter().flatten().copied().reduce(|(a, b), (c, d)| (a.min(c), b.max(d)));
        if result.tight {
            assert_eq!((result.verdict, result.amount.map(ends)), (verdict, amount), "{}", context());
        } else {
            tally.marked_clauses += 1;
        }
        let had = [all.iter().any(Option::is_some), all.iter().any(Option::is_none)];
        let counted = match had {
            [true, true] => Counted::Maybe,
            [true, false] => Counted::Yes,
            [false, _] => Counted::No,
        };
        assert_eq!(result.counted, counted, "{}", context());
        reasons(&screener.explain(&profile, at).criteria, rule, &firms, verdict == Verdict::Ineligible);
        open_questions(screener, &profile, (at, &all), &firms, &context);
    }
    total(&screening.totals.iter().collect::<Vec<Total>>(), rules, &firms, tally, &context);
    if let Some(next) = screening.next_question.map(|next| &dataset.questions[next].id).filter(|next| used(next)) {
        assert!(several(&firms, next), "`{next}` is asked, though it is settled {}", context());
    }
}

/// A question is open that alone tells two firms apart; never one that is settled, nor one of a clause that is.
fn open_questions(
    screener: &Screener,
    profile: &Profile,
    (clause, all): (usize, &[Worth]),
    firms: &[Firm],
    context: &dyn Fn() -> String,
) {
    let open = screener.open_questions(profile, clause, date("2020-05-01"));
    let one = all.iter().all(|worth| Some(worth) == all.first());
    assert!(one || !open.is_empty(), "nothing to ask {}", context());
    for (index, question) in (0..).zip(&screener.dataset().questions) {
        let mut by_rest: HashMap<Firm, Worth> = HashMap::new();
        let mut told = |(firm, worth): (&Firm, &Worth)| {
            by_rest.insert(firm.without(&question.id), *worth).is_some_and(|other| other != *worth)
        };
        let alone = firms.iter().zip(all).any(&mut told);
        assert!(!alone || open.contains(&index), "`{}` is not asked {}", question.id, context());
        let may = !one && several(firms, &question.id);
        assert!(may || !open.contains(&index), "`{}` is asked for nothing {}", question.id, context());
    }
}

/// Have the firms several answers to a question.
fn several(firms: &[Firm], question: &str) -> bool {
    let answer = |firm: &Firm| match question {
        "y0" => format!("{}", firm.yes[0]),
        "y1" => format!("{}", firm.yes[1]),
        "trade" => format!("{}", firm.trade),
        "kinds" => format!("{:?}", firm.kinds),
        "items" => format!("{}", firm.items),
        "weight" => format!("{}", firm.tenths),
        "day" => format!("{}", firm.day),
        _ => format!("{:?}", firm.loans),
    };
    firms.iter().any(|firm| answer(firm) != answer(&firms[0]))
}

/// What is implied holds for every firm.
fn implied_values(screener: &Screener, profile: &Profile, firms: &[Firm], context: &dyn Fn() -> String) {
    let dataset = screener.dataset();
    for implied in profile.implied(dataset) {
        let question = &dataset.questions[usize::from(implied.question)];
        let place = usize::from(implied.variable - question.variable);
        let holds = |firm: &Firm| {
            let choice = |at: usize| matches!(implied.domain, Domain::Choices(mask) if mask & (1 << at) != 0);
            let number = |at: Decimal| matches!(implied.domain, Domain::Range(low, high) if low <= at && at <= high);
            match question.id.as_str() {
                "y0" => choice(firm.yes[0].into()),
                "y1" => choice(firm.yes[1].into()),
                "trade" => choice(firm.trade),
                "kinds" => choice(firm.kinds[place].into()),
                "items" => number(firm.items.into()),
                "weight" => number(Decimal::new(firm.tenths, 1)),
                "day" => matches!(implied.domain, Domain::Range(low, high)
                    if low <= Decimal::from(date(&format!("2020-01-{:02}", firm.day)).0)
                        && Decimal::from(date(&format!("2020-01-{:02}", firm.day)).0) <= high),
                other => panic!("`{other}` is implied"),
            }
        };
        assert!(firms.iter().all(holds), "{implied:?} {}", context());
        assert!(!implied.because.contains(&implied.question) || question.id == "kinds", "{implied:?}");
    }
}

/// The answers that are named contradict each other, and no fewer of them do.
fn contradiction(screener: &Screener, profile: &Profile, context: &dyn Fn() -> String) {
    let dataset = screener.dataset();
    let found = profile.conflict(dataset).expect("a contradiction");
    assert!(!found.questions.is_empty() && !found.implications.is_empty(), "{found:?} {}", context());
    let only = |kept: &dyn Fn(u16) -> bool| {
        let mut only = Profile::default();
        for question in found.questions.iter().copied().filter(|question| kept(*question)) {
            let answer: Option<Answer> = profile.get(usize::from(question)).cloned();
            only.set(usize::from(question), answer);
        }
        only.conflict(dataset).is_some()
    };
    assert!(only(&|_| true), "{found:?} {}", context());
    for left_out in &found.questions {
        assert!(!only(&|question| question != *left_out), "{found:?} {}", context());
    }
}

fn total(totals: &[Total], rules: &[Rule], firms: &[Firm], tally: &mut Tally, context: &dyn Fn() -> String) {
    let grants = |total: &&Total| total.status == Status::InForce && total.kind == TotalKind::One(Kind::Grant);
    let total = totals.iter().find(grants).expect("a row");
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

fn shows_something(tally: &Tally, made_up: usize) {
    let Tally { datasets, profiles, contradictions, implied, open, marked_totals, marked_clauses } = *tally;
    assert!(5 * datasets > made_up && profiles > 2 * datasets && 4 * open > profiles, "{tally:?}");
    assert!(4 * contradictions > datasets && 2 * implied > datasets, "{tally:?}");
    assert!(10 * marked_totals < profiles && 100 * marked_clauses < profiles, "{tally:?}");
}

#[test]
fn answers_that_imply_each_other() {
    let tally = run(SHARE, 20_200_716);
    println!("{tally:?}");
    shows_something(&tally, SHARE);
}

#[test]
#[ignore = "minutes; `scripts/prove grammar`"]
fn many_that_imply_each_other() {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let datasets = number("HUIQI_DATASETS").unwrap_or(20_000) as usize;
    let tally = run(datasets, number("HUIQI_SEED").unwrap_or(2_u64));
    println!("{tally:?}");
    shows_something(&tally, datasets);
}

//! Small datasets with few answers, judged without the engine: every completion is listed, every combination tried.

use super::support::Random;
use std::collections::BTreeSet;

/// Yes/no answers `y0`…, and numbers `n0`… from 0 to [`MOST`]; beside them `here`, which each clause asks for, since one
/// that asks nothing is a mistake.
pub const YES: usize = 3;
pub const NUMBERS: usize = 2;
pub const MOST: i64 = 3;

/// What must hold.
#[derive(Clone, Debug)]
pub enum Test {
    Yes(usize),
    No(usize),
    Either(usize, usize),
    AtLeast(usize, i64),
    /// One of the first two, and the third.
    Mixed(usize, usize, usize),
}

/// What a clause is worth, in yuan: the source may leave a range.
#[derive(Clone, Copy, Debug)]
pub enum Worth {
    Fixed(i64, i64),
    Per(usize, i64, i64),
}

/// When a clause runs, seen from 2020-07-15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    InForce,
    OpenEvent,
    Ended,
}

#[derive(Clone, Debug)]
pub struct One {
    pub tests: Vec<Test>,
    pub worth: Worth,
    pub when: When,
}

/// Clauses `P-0`…, all grants.
#[derive(Clone, Debug)]
pub struct Small {
    pub clauses: Vec<One>,
    /// Clauses of which at most one counts.
    pub exclusions: Vec<Vec<usize>>,
}

/// Answers; `None` is open.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    pub yes: [Option<bool>; YES],
    pub numbers: [Option<i64>; NUMBERS],
}

/// What is answered to everything.
pub type Completion = ([bool; YES], [i64; NUMBERS]);

/// What all completions come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// By clause: counted in some completion, and not counted in some.
    pub counted: Vec<(bool, bool)>,
    /// In force, open by an event, ended: least and greatest total.
    pub totals: [(i64, i64); 3],
    /// Clauses that are never counted, with each that is counted in their place where they are had.
    pub excluded: BTreeSet<(usize, usize)>,
}

impl Small {
    /// Do two clauses exclude each other: what ended does not stand in the way of what can be had today.
    fn rivals(&self, a: usize, b: usize) -> bool {
        let ended = |clause: usize| self.clauses[clause].when == When::Ended;
        a != b && ended(a) == ended(b) && self.exclusions.iter().any(|of| of.contains(&a) && of.contains(&b))
    }

    /// Every completion of the answers, and every end of what the source leaves open.
    pub fn outcome(&self, answers: &Answers) -> Outcome {
        let mut all: Option<Outcome> = None;
        let mut beaten = BTreeSet::new();
        for (yes, numbers) in completions(answers) {
            for ends in 0..1_usize << self.clauses.len() {
                let worth = |at: usize| self.clauses[at].worth(&numbers, ends & (1 << at) != 0);
                if (0..self.clauses.len()).any(|at| ends & (1 << at) != 0 && worth(at) == self.low(at, &numbers)) {
                    continue;
                }
                let had: Vec<Option<i64>> = (0..self.clauses.len())
                    .map(|at| self.clauses[at].holds(&yes, &numbers).then(|| worth(at)))
                    .collect();
                let chosen = self.best(&had);
                for loser in (0..had.len()).filter(|at| had[*at].is_some() && !chosen.contains(at)) {
                    beaten.extend(chosen.iter().filter(|w| self.rivals(loser, **w)).map(|w| (loser, *w)));
                }
                let one = self.one(&had, &chosen);
                all = Some(all.map_or_else(|| one.clone(), |all| all.hull(&one)));
            }
        }
        let mut all = all.expect("some completion");
        all.excluded = beaten.into_iter().filter(|(loser, _)| !all.counted[*loser].0).collect();
        all
    }

    fn low(&self, at: usize, numbers: &[i64; NUMBERS]) -> i64 {
        self.clauses[at].worth(numbers, false)
    }

    /// The allowed combination with the greatest sum; of equals the one that holds the earlier clause.
    fn best(&self, had: &[Option<i64>]) -> Vec<usize> {
        let allowed = |set: usize| {
            let of: Vec<usize> = (0..had.len()).filter(|at| set & (1 << at) != 0).collect();
            of.iter().all(|a| had[*a].is_some() && !of.iter().any(|b| self.rivals(*a, *b))).then_some(of)
        };
        let mut sets: Vec<Vec<usize>> = (0..1_usize << had.len()).filter_map(allowed).collect();
        let sum = |set: &[usize]| set.iter().filter_map(|at| had[*at]).sum::<i64>();
        let holds = |set: &[usize]| (0..had.len()).map(|at| set.contains(&at)).collect::<Vec<bool>>();
        sets.sort_by_key(|set| (sum(set), holds(set)));
        sets.pop().expect("the empty set is allowed")
    }

    fn one(&self, had: &[Option<i64>], chosen: &[usize]) -> Outcome {
        let total = |when: When| {
            let sum = chosen.iter().filter(|at| self.clauses[**at].when == when).filter_map(|at| had[*at]).sum();
            (sum, sum)
        };
        Outcome {
            counted: (0..had.len()).map(|at| (chosen.contains(&at), !chosen.contains(&at))).collect(),
            totals: [When::InForce, When::OpenEvent, When::Ended].map(total),
            excluded: BTreeSet::new(),
        }
    }
}

impl Outcome {
    fn hull(mut self, other: &Self) -> Self {
        for (own, other) in self.counted.iter_mut().zip(&other.counted) {
            *own = (own.0 || other.0, own.1 || other.1);
        }
        for (own, other) in self.totals.iter_mut().zip(&other.totals) {
            *own = (own.0.min(other.0), own.1.max(other.1));
        }
        self
    }
}

impl Test {
    pub fn holds(&self, yes: &[bool; YES], numbers: &[i64; NUMBERS]) -> bool {
        match *self {
            Self::Yes(a) => yes[a],
            Self::No(a) => !yes[a],
            Self::Either(a, b) => yes[a] || yes[b],
            Self::AtLeast(n, least) => numbers[n] >= least,
            Self::Mixed(a, b, c) => (yes[a] || yes[b]) && yes[c],
        }
    }
}

impl One {
    fn holds(&self, yes: &[bool; YES], numbers: &[i64; NUMBERS]) -> bool {
        self.tests.iter().all(|test| test.holds(yes, numbers))
    }

    fn worth(&self, numbers: &[i64; NUMBERS], high: bool) -> i64 {
        match self.worth {
            Worth::Fixed(least, most) => [least, most][usize::from(high)],
            Worth::Per(n, least, most) => numbers[n] * [least, most][usize::from(high)],
        }
    }
}

/// Every completion of the answers.
pub fn completions(answers: &Answers) -> Vec<Completion> {
    let mut all = vec![([false; YES], [0; NUMBERS])];
    for (at, known) in answers.yes.iter().enumerate() {
        let values = known.map_or(vec![false, true], |known| vec![known]);
        let with = |(mut yes, numbers): ([bool; YES], [i64; NUMBERS]), value| {
            yes[at] = value;
            (yes, numbers)
        };
        all = all.into_iter().flat_map(|one| values.iter().map(move |value| with(one, *value))).collect();
    }
    for (at, known) in answers.numbers.iter().enumerate() {
        let values = known.map_or((0..=MOST).collect(), |known| vec![known]);
        let with = |(yes, mut numbers): ([bool; YES], [i64; NUMBERS]), value| {
            numbers[at] = value;
            (yes, numbers)
        };
        all = all.into_iter().flat_map(|one| values.iter().map(move |value| with(one, *value))).collect();
    }
    all
}

/// A seeded dataset of three to five clauses.
pub fn small(random: &mut Random) -> Small {
    let count = 3 + random.below(3);
    let clauses = (0..count)
        .map(|_| {
            let low = 10 * (1 + random.below(6)) as i64;
            let high = low + 10 * (random.below(8) / 5) as i64;
            One {
                tests: (0..random.below(3)).map(|_| test(random)).collect(),
                worth: if random.chance(50) {
                    Worth::Fixed(low, high)
                } else {
                    Worth::Per(random.below(NUMBERS), low, high)
                },
                when: *random.pick(&[When::InForce, When::InForce, When::OpenEvent, When::Ended]),
            }
        })
        .collect();
    let exclusions = (0..1 + random.below(2))
        .map(|_| {
            let mut of: Vec<usize> = (0..count).filter(|_| random.chance(60)).collect();
            while of.len() < 2 {
                of = (0..count).filter(|_| random.chance(60)).collect();
            }
            of
        })
        .collect();
    Small { clauses, exclusions }
}

/// A seeded condition.
pub fn test(random: &mut Random) -> Test {
    match random.below(5) {
        0 => Test::Yes(random.below(YES)),
        1 => Test::No(random.below(YES)),
        2 => Test::Either(random.below(YES), random.below(YES)),
        3 => Test::Mixed(random.below(YES), random.below(YES), random.below(YES)),
        _ => Test::AtLeast(random.below(NUMBERS), 1 + random.below(2) as i64),
    }
}

pub fn answers(random: &mut Random, missing_percent: usize) -> Answers {
    let mut answers = Answers::default();
    for known in &mut answers.yes {
        *known = (!random.chance(missing_percent)).then(|| random.chance(50));
    }
    for known in &mut answers.numbers {
        *known = (!random.chance(missing_percent)).then(|| random.below(MOST as usize + 1) as i64);
    }
    answers
}

//! Firms of which everything is known, and what is known of one of which it is not.

use super::super::support::Random;
use serde_json::{json, Map, Value};

/// A firm of which everything is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Firm {
    pub yes: [bool; 2],
    pub trade: usize,
    pub kinds: [bool; 2],
    pub items: i64,
    /// Of `weight`, which has one decimal.
    pub tenths: i64,
    /// Of January 2020.
    pub day: i64,
    /// What was lent, and is it prime.
    pub loans: Vec<(i64, bool)>,
}

pub const ITEMS: i64 = 4;
/// More than the engine tries one by one.
pub const TENTHS: i64 = 24;
pub const DAYS: i64 = 6;
pub const LENT: i64 = 2;
pub const LOANS: usize = 3;

/// The sums that a loan may have, and whether it may be prime.
type Loan = ((i64, i64), Vec<bool>);

/// What is known: by question, the answers that are left.
#[derive(Clone, Debug)]
pub struct Known {
    pub yes: [Vec<bool>; 2],
    pub trade: Vec<usize>,
    pub kinds: Vec<[bool; 2]>,
    pub items: (i64, i64),
    pub tenths: (i64, i64),
    pub day: (i64, i64),
    /// `None` where not even their number is known.
    pub loans: Option<Vec<Loan>>,
}

pub const EITHER: [bool; 2] = [false, true];

impl Known {
    /// Seeded answers, of which so many of a hundred are missing.
    pub fn any(random: &mut Random, missing: usize) -> Self {
        let mut known = Self::nothing();
        for yes in &mut known.yes {
            *yes = either(random, missing);
        }
        if !random.chance(missing) {
            known.trade = vec![random.below(3)];
        }
        if !random.chance(missing) {
            known.kinds = vec![[random.chance(50), random.chance(50)]];
        }
        known.items = range(random, missing, ITEMS);
        known.tenths = range(random, missing, TENTHS);
        if !random.chance(missing) {
            // A day is known or not: no range of days can be given.
            let day = 1 + random.below(DAYS as usize) as i64;
            known.day = (day, day);
        }
        if !random.chance(missing) {
            let loan = |random: &mut Random| (range(random, missing, LENT), either(random, missing));
            known.loans = Some((0..random.below(LOANS + 1)).map(|_| loan(random)).collect());
        }
        known
    }

    /// Nothing is answered.
    pub fn nothing() -> Self {
        Self {
            yes: [EITHER.to_vec(), EITHER.to_vec()],
            trade: vec![0, 1, 2],
            kinds: EITHER.iter().flat_map(|a| EITHER.map(|b| [*a, b])).collect(),
            items: (0, ITEMS),
            tenths: (0, TENTHS),
            day: (1, DAYS),
            loans: None,
        }
    }

    /// As a profile.
    pub fn json(&self) -> Value {
        let mut answers = Map::new();
        let range = |(low, high): (i64, i64), scale: i64| {
            let number = |at: i64| match scale {
                1 => json!(at),
                _ => json!(format!("{}.{}", at / scale, at % scale)),
            };
            if low == high {
                number(low)
            } else {
                json!({ "min": number(low), "max": number(high) })
            }
        };
        let yes = |known: &[bool]| if let [one] = known { json!(one) } else { Value::Null };
        for (at, known) in self.yes.iter().enumerate() {
            answers.insert(format!("y{at}"), yes(known));
        }
        if let [trade] = self.trade[..] {
            answers.insert("trade".to_owned(), json!(format!("t{trade}")));
        }
        if let [kinds] = self.kinds[..] {
            let held: Vec<String> = (0..2).filter(|at| kinds[*at]).map(|at| format!("k{at}")).collect();
            answers.insert("kinds".to_owned(), json!(held));
        }
        answers.insert("items".to_owned(), range(self.items, 1));
        answers.insert("weight".to_owned(), range(self.tenths, 10));
        if self.day.0 == self.day.1 {
            answers.insert("day".to_owned(), json!(format!("2020-01-{:02}", self.day.0)));
        }
        if let Some(loans) = &self.loans {
            let loan = |(lent, prime): &Loan| json!({ "lent": range(*lent, 1), "prime": yes(prime) });
            answers.insert("loans".to_owned(), loans.iter().map(loan).collect());
        }
        Value::Object(answers)
    }

    /// Every firm that it may be, as far as `used` questions tell firms apart; `None` where they are too many to list.
    pub fn completions(&self, used: &dyn Fn(&str) -> bool) -> Option<Vec<Firm>> {
        let mut all = vec![Firm { day: 1, ..Firm::default() }];
        for (at, known) in self.yes.iter().enumerate() {
            all = each(all, used(&format!("y{at}")), known, |firm, yes| firm.yes[at] = *yes)?;
        }
        all = each(all, used("trade"), &self.trade, |firm, trade| firm.trade = *trade)?;
        all = each(all, used("kinds"), &self.kinds, |firm, kinds| firm.kinds = *kinds)?;
        let numbers = |(low, high): (i64, i64)| (low..=high).collect::<Vec<i64>>();
        all = each(all, used("items"), &numbers(self.items), |firm, items| firm.items = *items)?;
        all = each(all, used("weight"), &numbers(self.tenths), |firm, tenths| firm.tenths = *tenths)?;
        all = each(all, used("day"), &numbers(self.day), |firm, day| firm.day = *day)?;
        each(all, used("loans"), &self.lists(), |firm, loans| firm.loans.clone_from(loans))
    }

    /// Every list of loans.
    fn lists(&self) -> Vec<Vec<(i64, bool)>> {
        let open = ((0, LENT), EITHER.to_vec());
        let counts = self.loans.as_ref().map_or(0..=LOANS, |loans| loans.len()..=loans.len());
        let mut all = Vec::new();
        for count in counts {
            let mut lists: Vec<Vec<(i64, bool)>> = vec![vec![]];
            for at in 0..count {
                let ((low, high), prime) = self.loans.as_ref().map_or(&open, |loans| &loans[at]);
                let loans: Vec<(i64, bool)> =
                    (*low..=*high).flat_map(|sum| prime.iter().map(move |p| (sum, *p))).collect();
                lists = lists.iter().flat_map(|list| loans.iter().map(|loan| [&list[..], &[*loan]].concat())).collect();
            }
            all.extend(lists);
        }
        all
    }
}

fn either(random: &mut Random, missing: usize) -> Vec<bool> {
    if random.chance(missing) {
        EITHER.to_vec()
    } else {
        vec![random.chance(50)]
    }
}

/// All of a number from 0, one value, or, where answers are missing, now and then something between.
fn range(random: &mut Random, missing: usize, most: i64) -> (i64, i64) {
    let mut below = || random.below(most as usize + 1) as i64;
    let (a, b) = (below(), below());
    if random.chance(missing) {
        (0, most)
    } else if random.chance(missing / 4) {
        (a.min(b), a.max(b))
    } else {
        (a, a)
    }
}

/// Firms that are listed at the most.
const MOST_FIRMS: usize = 20_000;

fn each<T>(all: Vec<Firm>, used: bool, values: &[T], set: impl Fn(&mut Firm, &T)) -> Option<Vec<Firm>> {
    if !used {
        return Some(all);
    }
    if all.len() * values.len() > MOST_FIRMS {
        return None;
    }
    let with = |firm: &Firm, value: &T| {
        let mut firm = firm.clone();
        set(&mut firm, value);
        firm
    };
    Some(all.iter().flat_map(|firm| values.iter().map(|value| with(firm, value))).collect())
}

impl Firm {
    /// The same firm with nothing said to a question.
    pub fn without(&self, question: &str) -> Self {
        let mut firm = self.clone();
        match question {
            "y0" => firm.yes[0] = false,
            "y1" => firm.yes[1] = false,
            "trade" => firm.trade = 0,
            "kinds" => firm.kinds = [false; 2],
            "items" => firm.items = 0,
            "weight" => firm.tenths = 0,
            "day" => firm.day = 0,
            "loans" => firm.loans = Vec::new(),
            other => panic!("`{other}` is not asked"),
        }
        firm
    }
}

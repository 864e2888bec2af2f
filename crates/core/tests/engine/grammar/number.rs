//! Numbers of every shape that a dataset may have, with what they come to for a firm of which everything is known.

use super::super::support::Random;
use super::firm::Firm;
use super::rule::Test;
use rust_decimal::Decimal;

/// A number without a unit.
#[derive(Clone, Debug)]
pub enum Number {
    Literal(i64),
    /// 0.5
    Half,
    /// From 1 to 2: the source leaves it open.
    Open,
    Items,
    Weight,
    /// The series on the day.
    Rate,
    Loans,
    Lent(LoanTerm),
    /// Lent up to a cap, prime loans counting double.
    Capped(i64),
    /// Lent by prime loans up to the items, doubled where `y0` holds.
    CappedByItems,
    Add(Box<Number>, Box<Number>),
    /// The first less the second, but not below 0.
    Beyond(Box<Number>, Box<Number>),
    Less(Box<Number>, Box<Number>),
    Times(Box<Number>, Box<Number>),
    Halved(Box<Number>),
    Min(Box<Number>, Box<Number>),
    Max(Box<Number>, Box<Number>),
    Clamp(Box<Number>, i64, i64),
    If(Box<Test>, Box<Number>, Box<Number>),
}

/// What is added up over loans.
#[derive(Clone, Copy, Debug)]
pub enum LoanTerm {
    All,
    Prime,
    Other,
    Doubled,
    /// Only if prime, of a firm with two items or more.
    IfItems,
    /// So many times the items of the firm.
    PerItem,
}

/// Days from which the series `rate` has a figure, and the figure; before the first it has the first.
pub const STEPS: [(i64, i64); 3] = [(1, 1), (3, 3), (5, 2)];

impl LoanTerm {
    const EACH: [Self; 6] = [Self::All, Self::Prime, Self::Other, Self::Doubled, Self::IfItems, Self::PerItem];

    fn text(self) -> &'static str {
        match self {
            Self::All => "lent",
            Self::Prime => "prime ? lent : 0",
            Self::Other => "prime ? 0 : lent",
            Self::Doubled => "prime ? lent * 2 : lent",
            Self::IfItems => "prime && items >= 2 ? lent : 0",
            Self::PerItem => "prime ? lent * items : lent",
        }
    }

    fn of(self, firm: &Firm, (lent, prime): (i64, bool)) -> i64 {
        match self {
            Self::All => lent,
            Self::Prime => lent * i64::from(prime),
            Self::Other => lent * i64::from(!prime),
            Self::Doubled => lent * (1 + i64::from(prime)),
            Self::IfItems => lent * i64::from(prime && firm.items >= 2),
            Self::PerItem => lent * if prime { firm.items } else { 1 },
        }
    }
}

impl Number {
    /// `open` allows a figure that the source leaves open.
    pub fn any(random: &mut Random, depth: usize, open: bool) -> Self {
        let inner = |random: &mut Random| Box::new(Self::any(random, depth - 1, open));
        // Rows have the most ways to go wrong, so they come up more often than their turn.
        let shape = if random.chance(20) { 6 + random.below(3) } else { random.below(if depth == 0 { 9 } else { 18 }) };
        match shape {
            0 => Self::Literal(random.below(4) as i64),
            1 => Self::Half,
            2 if open => Self::Open,
            2 | 3 => Self::Items,
            4 => Self::Weight,
            5 => Self::Rate,
            6 => Self::Loans,
            7 => Self::Lent(*random.pick(&LoanTerm::EACH)),
            8 if open && random.chance(40) => Self::CappedByItems,
            8 if open => Self::Capped(1 + random.below(3) as i64),
            8 => Self::Items,
            9 => Self::Add(inner(random), inner(random)),
            10 => Self::Beyond(inner(random), inner(random)),
            // An amount that may be negative is a mistake.
            11 if open => Self::Add(inner(random), inner(random)),
            11 => Self::Less(inner(random), inner(random)),
            12 => Self::Times(inner(random), inner(random)),
            13 => Self::Halved(inner(random)),
            14 => Self::Min(inner(random), inner(random)),
            15 => Self::Max(inner(random), inner(random)),
            16 => Self::Clamp(inner(random), 1, 2 + random.below(2) as i64),
            _ => Self::If(Box::new(Test::any(random, depth - 1)), inner(random), inner(random)),
        }
    }

    pub fn text(&self) -> String {
        match self {
            Self::Literal(number) => number.to_string(),
            Self::Half => "half".to_owned(),
            Self::Open => "open".to_owned(),
            Self::Items => "items".to_owned(),
            Self::Weight => "weight".to_owned(),
            Self::Rate => "at(rate, day)".to_owned(),
            Self::Loans => "count(loans)".to_owned(),
            Self::Lent(term) => format!("sum(loans, {})", term.text()),
            Self::Capped(cap) => format!("sum_capped(loans, {cap}, lent, prime ? 2 : 1)"),
            Self::CappedByItems => "sum_capped(loans, items, prime ? lent : 0, y0 ? 2 : 1)".to_owned(),
            Self::Add(a, b) => format!("({} + {})", a.text(), b.text()),
            Self::Beyond(a, b) => format!("max(0, {} - {})", a.text(), b.text()),
            Self::Less(a, b) => format!("({} - {})", a.text(), b.text()),
            Self::Times(a, b) => format!("({} * {})", a.text(), b.text()),
            Self::Halved(a) => format!("({} / 2)", a.text()),
            Self::Min(a, b) => format!("min({}, {})", a.text(), b.text()),
            Self::Max(a, b) => format!("max({}, {})", a.text(), b.text()),
            Self::Clamp(a, low, high) => format!("clamp({}, {low}, {high})", a.text()),
            Self::If(test, a, b) => format!("({} ? {} : {})", test.text(), a.text(), b.text()),
        }
    }

    /// What it comes to, with what the source leaves open at its low or high end.
    pub fn of(&self, firm: &Firm, high: bool) -> Decimal {
        let of = |number: &Self| number.of(firm, high);
        match self {
            Self::Literal(number) => Decimal::from(*number),
            Self::Half => Decimal::new(5, 1),
            Self::Open => Decimal::from(1 + i64::from(high)),
            Self::Items => Decimal::from(firm.items),
            Self::Weight => Decimal::new(firm.tenths, 1),
            Self::Rate => {
                let step = STEPS.iter().rev().find(|(from, _)| *from <= firm.day);
                Decimal::from(step.unwrap_or(&STEPS[0]).1)
            }
            Self::Loans => Decimal::from(firm.loans.len()),
            Self::Lent(term) => Decimal::from(firm.loans.iter().map(|loan| term.of(firm, *loan)).sum::<i64>()),
            Self::Capped(cap) => {
                let lent = |wanted: bool| firm.loans.iter().filter(|(_, p)| *p == wanted).map(|(l, _)| l).sum::<i64>();
                let prime = lent(true).min(*cap);
                Decimal::from(2 * prime + lent(false).min(cap - prime))
            }
            Self::CappedByItems => {
                let lent: i64 = firm.loans.iter().map(|loan| LoanTerm::Prime.of(firm, *loan)).sum();
                Decimal::from(lent.min(firm.items) * (1 + i64::from(firm.yes[0])))
            }
            Self::Add(a, b) => of(a) + of(b),
            Self::Beyond(a, b) => (of(a) - of(b)).max(Decimal::ZERO),
            Self::Less(a, b) => of(a) - of(b),
            Self::Times(a, b) => of(a) * of(b),
            Self::Halved(a) => of(a) / Decimal::TWO,
            Self::Min(a, b) => of(a).min(of(b)),
            Self::Max(a, b) => of(a).max(of(b)),
            Self::Clamp(a, low, most) => of(a).max(Decimal::from(*low)).min(Decimal::from(*most)),
            Self::If(test, a, b) => of(if test.holds(firm) { a } else { b }),
        }
    }
}

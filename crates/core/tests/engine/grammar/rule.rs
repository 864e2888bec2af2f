//! Clauses and conditions of every shape that a dataset may have, with what they come to for a firm of which everything is
//! known. Written without the engine, to hold it against.

use super::super::support::Random;
use super::firm::Firm;
use super::number::Number;
use rust_decimal::{Decimal, RoundingStrategy};

/// A clause: it is had where all tests hold.
#[derive(Clone, Debug)]
pub struct Rule {
    pub tests: Vec<Test>,
    /// In thousands of yuan.
    pub worth: Number,
}

/// Least and greatest amount; nothing where the clause is not had.
pub type Worth = Option<(Decimal, Decimal)>;

/// What must hold.
#[derive(Clone, Debug)]
pub enum Test {
    Yes(usize),
    Trade(Vec<usize>),
    Kind(usize),
    /// Of a class that a table gives by trade and items.
    Small,
    /// The day is on or after the turning day.
    Late,
    AnyLoan(Box<LoanTest>),
    Not(Box<Test>),
    And(Box<Test>, Box<Test>),
    Or(Box<Test>, Box<Test>),
    Compare(&'static str, Number, Number),
}

/// What a loan must meet.
#[derive(Clone, Copy, Debug)]
pub enum LoanTest {
    Prime,
    Least(i64),
    PrimeAndLeast(i64),
    /// Beside what the firm is.
    LeastAndYes(i64),
}

const SIGNS: [&str; 6] = ["<", "<=", ">", ">=", "==", "!="];
/// The day `turn`.
pub const TURN: i64 = 4;
/// Fewer items than this make a firm small, by trade; where there is no bound none is.
pub const SMALL: [Option<i64>; 3] = [Some(2), Some(3), None];

impl Rule {
    pub fn any(random: &mut Random) -> Self {
        let tests = (0..1 + random.below(3)).map(|_| Test::any(random, 2)).collect();
        let depth = 2 + random.below(2);
        Self { tests, worth: Number::any(random, depth, true) }
    }

    /// What a firm gets.
    pub fn of(&self, firm: &Firm) -> Worth {
        let fen = |high| {
            let yuan = self.worth.of(firm, high) * Decimal::ONE_THOUSAND;
            yuan.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        };
        // The end of the figure that gives the more may be either.
        let (one, other) = (fen(false), fen(true));
        self.tests.iter().all(|test| test.holds(firm)).then(|| (one.min(other), one.max(other)))
    }

    /// Does anything in it depend on a question.
    pub fn uses(&self, question: &str) -> bool {
        let text = self.text();
        text.contains(question) || (text.contains("size") && ["trade", "items"].contains(&question))
    }

    /// What it says, for who has to look into a failure.
    pub fn text(&self) -> String {
        let tests: Vec<String> = self.tests.iter().map(Test::text).collect();
        format!("{} gives {}", tests.join(" and "), self.worth.text())
    }
}

impl Test {
    pub fn any(random: &mut Random, depth: usize) -> Self {
        let inner = |random: &mut Random| Box::new(Self::any(random, depth - 1));
        let number = |random: &mut Random| Number::any(random, depth.saturating_sub(1), false);
        match random.below(if depth == 0 { 6 } else { 13 }) {
            0 | 1 => Self::Yes(random.below(2)),
            2 => Self::Trade((0..3).filter(|_| random.chance(50)).collect()),
            3 => Self::Kind(random.below(2)),
            4 => Self::Small,
            5 => Self::Late,
            6 => Self::AnyLoan(Box::new(match random.below(4) {
                0 => LoanTest::Prime,
                1 => LoanTest::Least(random.below(3) as i64),
                2 => LoanTest::LeastAndYes(1 + random.below(2) as i64),
                _ => LoanTest::PrimeAndLeast(1),
            })),
            7 => Self::Not(inner(random)),
            8 => Self::And(inner(random), inner(random)),
            9 => Self::Or(inner(random), inner(random)),
            _ => Self::Compare(SIGNS[random.below(SIGNS.len())], number(random), number(random)),
        }
    }

    pub fn text(&self) -> String {
        match self {
            Self::Yes(at) => format!("y{at}"),
            Self::Trade(among) => {
                let names: Vec<String> = among.iter().map(|trade| format!("\"t{trade}\"")).collect();
                format!("trade in [{}]", names.join(", "))
            }
            Self::Kind(at) => format!("\"k{at}\" in kinds"),
            Self::Small => "size == \"small\"".to_owned(),
            Self::Late => "day >= turn".to_owned(),
            Self::AnyLoan(test) => format!("any(loans, {})", test.text()),
            Self::Not(a) => format!("!({})", a.text()),
            Self::And(a, b) => format!("({} && {})", a.text(), b.text()),
            Self::Or(a, b) => format!("({} || {})", a.text(), b.text()),
            Self::Compare(sign, a, b) => format!("{} {sign} {}", a.text(), b.text()),
        }
    }

    pub fn holds(&self, firm: &Firm) -> bool {
        match self {
            Self::Yes(at) => firm.yes[*at],
            Self::Trade(among) => among.contains(&firm.trade),
            Self::Kind(at) => firm.kinds[*at],
            Self::Small => SMALL[firm.trade].is_some_and(|bound| firm.items < bound),
            Self::Late => firm.day >= TURN,
            Self::AnyLoan(test) => firm.loans.iter().any(|loan| test.holds(firm, *loan)),
            Self::Not(a) => !a.holds(firm),
            Self::And(a, b) => a.holds(firm) && b.holds(firm),
            Self::Or(a, b) => a.holds(firm) || b.holds(firm),
            Self::Compare(sign, a, b) => {
                let order = a.of(firm, false).cmp(&b.of(firm, false));
                match *sign {
                    "<" => order.is_lt(),
                    "<=" => order.is_le(),
                    ">" => order.is_gt(),
                    ">=" => order.is_ge(),
                    "==" => order.is_eq(),
                    _ => order.is_ne(),
                }
            }
        }
    }
}

impl LoanTest {
    fn text(self) -> String {
        match self {
            Self::Prime => "prime".to_owned(),
            Self::Least(least) => format!("lent >= {least}"),
            Self::PrimeAndLeast(least) => format!("prime && lent >= {least}"),
            Self::LeastAndYes(least) => format!("lent >= {least} && y1"),
        }
    }

    fn holds(self, firm: &Firm, (lent, prime): (i64, bool)) -> bool {
        match self {
            Self::Prime => prime,
            Self::Least(least) => lent >= least,
            Self::PrimeAndLeast(least) => prime && lent >= least,
            Self::LeastAndYes(least) => lent >= least && firm.yes[1],
        }
    }
}

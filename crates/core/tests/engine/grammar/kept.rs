//! Rules that chance makes up too seldom, each with a firm for which a mistake shows that the others do not: in which row a
//! field is, what a row is remembered with, which questions matter, which totals are marked.

use super::firm::{Known, EITHER};
use super::number::{LoanTerm, Number};
use super::rule::{LoanTest, Rule, Test};

/// Clauses that stand in one dataset, and what is known of a firm for which the mistake shows.
pub fn kept() -> [(Vec<Rule>, Known); 9] {
    let nothing = Known::nothing;
    let kinds = vec![[true; 2]];
    let two_loans = |one, other| Some(vec![one, other]);
    let open = || EITHER.to_vec();
    [
        (over_one_loan(), Known { trade: vec![0], kinds: kinds.clone(), ..nothing() }),
        (
            over_two_sums(),
            Known {
                day: (1, 1),
                kinds,
                loans: two_loans(((0, 0), open()), ((0, 2), open())),
                yes: [vec![false], open()],
                ..nothing()
            },
        ),
        (over_two_sums(), Known { items: (3, 3), ..nothing() }),
        (
            capped_times(),
            Known { day: (3, 3), items: (0, 1), loans: two_loans(((0, 2), open()), ((0, 0), vec![true])), ..nothing() },
        ),
        (against_loans(), Known { loans: two_loans(((0, 2), vec![false]), ((0, 2), vec![true])), ..nothing() }),
        (mirrored(), nothing()),
        (in_the_middle(), nothing()),
        (without_loans(), Known { loans: Some(Vec::new()), ..nothing() }),
        (capped_by_items(), Known { loans: two_loans(((0, 2), vec![false]), ((1, 1), open())), ..nothing() }),
    ]
}

fn not(test: Test) -> Test {
    Test::Not(Box::new(test))
}

fn and(a: Test, b: Test) -> Test {
    Test::And(Box::new(a), Box::new(b))
}

fn add(a: Number, b: Number) -> Number {
    Number::Add(Box::new(a), Box::new(b))
}

/// Two amounts go with the same loan, a third with the day that the first needs.
fn over_one_loan() -> Vec<Rule> {
    let kinds = Test::Or(Box::new(Test::Kind(1)), Box::new(Test::Kind(0)));
    let several = Test::Compare("<", Number::Half, Number::Items);
    let one_loan = Test::Compare(">=", Number::Literal(1), Number::Loans);
    vec![
        Rule { tests: vec![Test::Yes(0), Test::Late, Test::Late], worth: Number::Capped(1) },
        Rule { tests: vec![Test::Late, Test::Trade(vec![0, 1])], worth: Number::Rate },
        Rule { tests: vec![one_loan, and(several, kinds), Test::Trade(vec![0])], worth: Number::Lent(LoanTerm::Other) },
    ]
}

/// Sums of the same loans are held against two numbers and added up in a third way.
fn over_two_sums() -> Vec<Rule> {
    let enough = Test::Compare(">=", Number::Items, Number::Lent(LoanTerm::PerItem));
    let few_prime = not(Test::Compare(">=", Number::Lent(LoanTerm::Prime), Number::Loans));
    let [late, early] = [LoanTerm::PerItem, LoanTerm::All].map(|term| Box::new(Number::Lent(term)));
    vec![Rule {
        tests: vec![and(Test::AnyLoan(Box::new(LoanTest::PrimeAndLeast(1))), enough), Test::Kind(1), few_prime],
        worth: add(add(Number::Rate, Number::Half), Number::If(Box::new(Test::Late), late, early)),
    }]
}

/// A capped sum times a number of which the source leaves a part open.
fn capped_times() -> Vec<Rule> {
    let times = Number::Clamp(Box::new(add(Number::Open, Number::Items)), 1, 2);
    let worth = Number::Times(Box::new(Number::Capped(1)), Box::new(times));
    vec![Rule { tests: vec![Test::Small, Test::Kind(1)], worth }]
}

/// The same range either way, and yet hardly ever the same number.
fn mirrored() -> Vec<Rule> {
    let three = || Box::new(Number::Literal(3));
    let either = [Number::Min(Box::new(Number::Items), three()), Number::Beyond(three(), Box::new(Number::Items))];
    let [one, other] = either.map(Box::new);
    vec![Rule { tests: vec![Test::Late], worth: Number::If(Box::new(Test::Yes(0)), one, other) }]
}

/// Neither the least nor the greatest weight has it.
fn in_the_middle() -> Vec<Rule> {
    vec![Rule { tests: vec![Test::Compare("==", Number::Weight, Number::Half)], worth: Number::Literal(1) }]
}

/// A prime loan counts only where there are items, and items take from the rest.
fn against_loans() -> Vec<Rule> {
    let rest = Number::Beyond(Box::new(Number::Literal(3)), Box::new(Number::Items));
    vec![Rule { tests: vec![Test::Yes(0)], worth: add(rest, Number::Lent(LoanTerm::IfItems)) }]
}

/// Each loan counts for one of two amounts, but there is none.
fn without_loans() -> Vec<Rule> {
    let rule = |term| Rule { tests: vec![Test::Yes(0)], worth: add(Number::Items, Number::Lent(term)) };
    vec![rule(LoanTerm::Prime), rule(LoanTerm::Other)]
}

/// How much a row weighs depends on what is no part of it.
fn capped_by_items() -> Vec<Rule> {
    let late = Test::Or(Box::new(Test::Late), Box::new(not(Test::Yes(0))));
    vec![Rule { tests: vec![late, Test::Small], worth: Number::CappedByItems }]
}

//! A card: one thing to do, and behind it everything that makes it so.

use super::ask::ask;
use super::{Ask, Row, Word, Worth};
use crate::plan::figures;
use crate::reckon::{count, explained, known, standing, Explained};
use crate::reckoned::Reckoned;
use crate::row::Money;
use crate::state::State;
use huiqi_core::dataset::{Dataset, Item};
use huiqi_core::screening::Screener;

/// A card in its short form.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The item in one line.
    pub row: Row,
    /// The number on it, from 1, as in the ledger.
    pub number: usize,
    /// Conditions that hold, that are for the office to tell, and that are open.
    pub conditions: [usize; 3],
    /// Why, in the list's words: conditions that hold, the telling ones first.
    pub why: Vec<String>,
    /// The formula in short, with the visitor's own numbers.
    pub formula: Option<String>,
    /// Figures that the amount still needs; each answered by a band or typed.
    pub figures: Vec<Ask>,
    /// How many of its clauses exclude each other, one of which counts; 0 or at least 2.
    pub pick_one: usize,
    /// Is everything behind it shown.
    pub open: bool,
}

/// One of several clauses of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Index of the clause; title, text, number and document stand in the dataset.
    pub clause: u16,
    /// Its own verdict word.
    pub word: Word,
    /// What it would be worth alone; `None` without a figure.
    pub worth: Option<Worth>,
    /// Is it the one that counts.
    pub counted: bool,
    /// The clause that takes its place, and the exclusion's index.
    pub because_of: Option<(u16, usize)>,
    /// Conditions; of one that is refused only those that fail.
    pub conditions: Vec<Explained>,
}

/// A line of a formula with the reading that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Index of the clause.
    pub clause: u16,
    /// One line per reading, with the visitor's own numbers.
    pub lines: Vec<String>,
}

/// Everything behind a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The item.
    pub row: Row,
    /// Figures with bands, asked for here only.
    pub figures: Vec<Ask>,
    /// How the amount comes about.
    pub readings: Vec<Reading>,
    /// Every clause of the item, the counted one first.
    pub options: Vec<Alternative>,
    /// Remarks of the clauses, in the list's words.
    pub notes: Vec<String>,
    /// Later changes, in the list's words, each with how far it was verified (0 to 2).
    pub later: Vec<(String, u8)>,
    /// Contradictions of the source decided here, indices into `Dataset::contradictions`.
    pub contradictions: Vec<usize>,
}

/// The card of an item.
pub fn card(screener: &Screener, state: &State, reckoned: &Reckoned, row: Row, number: usize) -> Card {
    let dataset = screener.dataset();
    let (conditions, formula) = explained(screener, state, reckoned, row.clause);
    let clauses = clauses(dataset, row.item);
    let holding = conditions.iter().filter(|one| one.holds == Some(true)).map(|one| one.text.clone());
    Card {
        row,
        number,
        conditions: count(&conditions),
        why: holding.collect(),
        formula: formula.into_iter().next().filter(|_| matches!(row.money, Money::Figure(..))),
        figures: asks(screener, state, reckoned, &clauses),
        pick_one: clauses.iter().filter(|clause| is_alternative(dataset, **clause)).count(),
        open: state.opened.binary_search(&row.item).is_ok(),
    }
}

/// Everything behind the card of an item; `None` where there is no such item.
pub fn opened(screener: &Screener, state: &State, item: u16) -> Option<Opened> {
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let row = reckoned.items.get(usize::from(item))?.row;
    let mut clauses = clauses(dataset, item);
    let readings = clauses
        .iter()
        .map(|clause| Reading { clause: *clause, lines: explained(screener, state, &reckoned, *clause).1 })
        .filter(|reading| {
            !reading.lines.is_empty() && standing(screener, state, &reckoned, reading.clause).0 == row.word
        })
        .collect();
    let figures = asks(screener, state, &reckoned, &clauses);
    clauses.sort_by_key(|clause| *clause != row.clause);
    let mut opened = Opened {
        row,
        figures,
        readings,
        options: clauses.iter().map(|clause| alternative(screener, state, &reckoned, *clause, row)).collect(),
        notes: Vec::new(),
        later: Vec::new(),
        contradictions: Vec::new(),
    };
    for clause in clauses.iter().filter_map(|clause| dataset.clauses.get(usize::from(*clause))) {
        let new: Vec<String> = clause.notes.iter().filter(|note| !opened.notes.contains(note)).cloned().collect();
        opened.notes.extend(new);
        for later in &clause.later {
            let later = (later.text.clone(), later.verified);
            if !opened.later.contains(&later) {
                opened.later.push(later);
            }
        }
        let decided = dataset.contradictions.iter().enumerate().filter(|(_, one)| clause.decisions.contains(&one.id));
        let new: Vec<usize> = decided.map(|(at, _)| at).filter(|at| !opened.contradictions.contains(at)).collect();
        opened.contradictions.extend(new);
    }
    Some(opened)
}

fn clauses(dataset: &Dataset, item: u16) -> Vec<u16> {
    dataset.visit.items.get(usize::from(item)).map(|item| item.clauses.clone()).unwrap_or_default()
}

/// The figures that the clauses still need, or were given; of those that are refused none.
fn asks(screener: &Screener, state: &State, reckoned: &Reckoned, clauses: &[u16]) -> Vec<Ask> {
    let had: Vec<u16> = clauses
        .iter()
        .copied()
        .filter(|clause| standing(screener, state, reckoned, *clause).0 != Word::Refused)
        .collect();
    figures(screener, state, reckoned, &had).into_iter().filter_map(|part| ask(screener, state, part)).collect()
}

/// Is the clause one of several of which one counts.
fn is_alternative(dataset: &Dataset, clause: u16) -> bool {
    let reading = dataset.clauses.get(usize::from(clause)).is_some_and(|clause| clause.reading.is_some());
    reading || dataset.exclusions.iter().any(|exclusion| exclusion.items.contains(&Item::Clause(clause)))
}

fn alternative(screener: &Screener, state: &State, reckoned: &Reckoned, clause: u16, row: Row) -> Alternative {
    let (word, worth) = standing(screener, state, reckoned, clause);
    let excluded = reckoned.screening.excluded.iter().find(|one| one.clause == usize::from(clause));
    Alternative {
        clause,
        word,
        worth,
        counted: clause == row.clause,
        because_of: excluded.and_then(|one| Some((u16::try_from(one.because_of).ok()?, one.exclusion))),
        conditions: explained(screener, state, reckoned, clause).0,
    }
}

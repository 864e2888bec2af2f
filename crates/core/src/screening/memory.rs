//! What was found of clauses, kept from answer to answer: a clause over the same values of its own variables is judged
//! once. How clauses are judged does not belong here.

use super::combine::{Found, Work};
use super::standing::{Amount, Standing};
use super::Verdict;
use crate::dataset::Status;
use crate::rules::{Domain, Engine, RowTest, Split, Stop, VarSet};
use rust_decimal::Decimal;
use std::sync::{Mutex, PoisonError};

/// Domains that are kept, in all keys together; then all is forgotten, which is cheaper than to keep the age of each.
const KEPT: usize = 150_000;

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sought {
    /// How it stands, and on what that depends.
    Standing,
    /// Its verdict alone.
    Verdict,
    /// Can the answer to a question change it.
    Matters(u16),
    /// The first cut that it asks for of one of these variables.
    Cut(VarSet),
    /// The tax that its deduction saves.
    Effect(Amount),
    /// What it comes to together with other clauses: all of them, with their statuses; and who takes whose place, unit by
    /// unit, which differs where the source leaves open whether they add up.
    Joint(Vec<(usize, Status, Option<Status>)>, Vec<Vec<(usize, usize)>>),
}

/// What was found.
#[derive(Clone, Debug)]
pub enum Finding {
    Standing(Standing),
    Verdict(Verdict),
    Matters(bool),
    Cut(Option<Split>),
    Effect(Amount),
    /// With the work that it took.
    Joint(Box<Found>, Work),
}

/// What is looked for of a clause, and all that the finding depends on.
#[derive(Debug, PartialEq)]
pub struct Key {
    clause: usize,
    /// Tells most keys apart without comparing them.
    print: u64,
    sought: Sought,
    domains: Vec<Domain>,
    /// What links tie to the clause's own variables; their domains follow those.
    tied: VarSet,
    /// The links that tie them.
    links: Vec<u16>,
    supposed: Vec<(RowTest, bool)>,
}

/// What was found, by clause.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Findings>);

#[derive(Debug, Default)]
struct Findings {
    by_clause: Vec<Vec<(Key, Finding)>>,
    kept: usize,
}

impl Key {
    /// The key of a search over the engine's space that depends on these variables.
    pub fn of(clause: usize, variables: &VarSet, engine: &Engine, sought: Sought) -> Self {
        let (mut tied, mut links) = (VarSet::default(), Vec::new());
        for bond in engine.space().bonds().iter().filter(|bond| !bond.open.is_apart(variables)) {
            tied.extend(&bond.reads);
            links.extend(&bond.links);
        }
        let mut domains = Vec::with_capacity(variables.count());
        domains.extend(variables.iter().chain(tied.iter()).map(|variable| engine.space().get(variable)));
        let print = domains.iter().fold(0, |print, domain| match domain {
            Domain::Choices(mask) => mixed(print, u64::from(*mask)),
            Domain::Range(low, high) => mixed(mixed(print, folded(*low)), folded(*high)),
        });
        Self { clause, print, sought, domains, tied, links, supposed: engine.supposed().to_vec() }
    }
}

/// One step of FNV-1a, a word at a time.
fn mixed(print: u64, word: u64) -> u64 {
    (print ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
}

fn folded(number: Decimal) -> u64 {
    number.mantissa() as u64
}

/// What was found before under the key, or what `search` finds now, which is kept; of a search that finds nothing, nothing.
pub fn remembered(
    key: Option<(&Memory, Key)>,
    search: &mut dyn FnMut() -> Result<Finding, Stop>,
) -> Result<Finding, Stop> {
    let Some((memory, key)) = key else { return search() };
    if let Some(known) = memory.get(&key) {
        return Ok(known);
    }
    let found = search()?;
    memory.keep(key, found.clone());
    Ok(found)
}

impl Memory {
    /// What was found under the key.
    pub fn get(&self, key: &Key) -> Option<Finding> {
        let findings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_clause = findings.by_clause.get(key.clause)?;
        of_clause.iter().find(|(known, _)| known == key).map(|(_, finding)| finding.clone())
    }

    /// Keeps what was found.
    pub fn keep(&self, key: Key, finding: Finding) {
        let mut findings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if findings.kept >= KEPT {
            *findings = Findings::default();
        }
        if findings.by_clause.len() <= key.clause {
            findings.by_clause.resize_with(key.clause + 1, Vec::new);
        }
        let Findings { by_clause, kept } = &mut *findings;
        let Some(of_clause) = by_clause.get_mut(key.clause) else { return };
        match of_clause.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = finding,
            None => {
                *kept += 1 + key.domains.len();
                of_clause.push((key, finding));
            }
        }
    }
}

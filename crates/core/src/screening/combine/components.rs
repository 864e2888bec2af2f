//! Which units have to be looked at together. How they are looked at belongs to `search`.

use super::choice::{Choice, Unit};
use crate::rules::VarSet;

/// Units that exclude each other, share one tax, or share a variable and move the same row of the totals, transitively;
/// `variables` gives what each depends on. What two rows come to is told of each by itself.
pub fn components<'a>(units: &[&'a Unit], variables: &[VarSet]) -> Vec<Vec<&'a Unit>> {
    let rows: Vec<u64> = units.iter().map(|unit| moved(units, unit)).collect();
    let mut components: Vec<Vec<(&'a Unit, &VarSet, u64)>> = Vec::new();
    for ((unit, own), moved) in units.iter().zip(variables).zip(rows) {
        let mut joined = vec![(*unit, own, moved)];
        let is_tied = |members: &mut Vec<(&Unit, &VarSet, u64)>| {
            members.iter().any(|(member, reach, rows)| {
                excludes(member, unit) || shares_tax(member, unit) || (rows & moved != 0 && !reach.is_apart(own))
            })
        };
        joined.extend(components.extract_if(.., is_tied).flatten());
        components.push(joined);
    }
    let units = |members: Vec<(&'a Unit, &VarSet, u64)>| members.into_iter().map(|(unit, ..)| unit).collect();
    let mut components: Vec<Vec<&Unit>> = components.into_iter().map(units).collect();
    for members in &mut components {
        members.sort_by_key(|unit| unit.index);
    }
    // The largest, which may use all of a budget up, comes last.
    components.sort_by_key(|members| (members.len(), members.first().map(|unit| unit.index)));
    components
}

/// Rows of the totals that hang on a unit: those to which it adds, and those of everyone whose place it may take or leave,
/// at any remove: who beats a rival lets the rival's own rivals in.
fn moved(units: &[&Unit], unit: &Unit) -> u64 {
    let mut contest = vec![unit];
    let mut at = 0;
    while let Some(member) = contest.get(at).copied() {
        let new = units.iter().filter(|other| excludes(member, other) || excludes(other, member));
        let new: Vec<&Unit> =
            new.copied().filter(|other| contest.iter().all(|known| known.index != other.index)).collect();
        contest.extend(new);
        at += 1;
    }
    contest.iter().fold(0, |rows, member| rows | member.rows())
}

fn shares_tax(one: &Unit, other: &Unit) -> bool {
    one.item == Choice::Tax && other.item == Choice::Tax
}

fn excludes(one: &Unit, other: &Unit) -> bool {
    one.rivals.iter().any(|(rival, _)| *rival == other.index)
}

/// Variables in more than one of the sets.
pub fn shared<'a>(sets: impl Iterator<Item = &'a VarSet>) -> VarSet {
    let (mut once, mut twice) = (VarSet::default(), VarSet::default());
    for set in sets {
        twice.extend(&once.both(set));
        once.extend(set);
    }
    twice
}

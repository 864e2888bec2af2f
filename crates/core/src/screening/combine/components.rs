//! Which units have to be looked at together. How they are looked at belongs to `search`.

use super::super::totals::Sums;
use super::choice::Unit;
use crate::rules::VarSet;

/// Units that exclude each other, or that share a variable and add to a row of the totals both, transitively; `variables`
/// gives what each depends on. What two rows come to is told of each by itself.
pub fn components<'a>(units: &[&'a Unit], variables: &[VarSet]) -> Vec<Vec<&'a Unit>> {
    let mut components: Vec<Vec<(&'a Unit, &VarSet)>> = Vec::new();
    for (unit, own) in units.iter().zip(variables) {
        let mut joined = vec![(*unit, own)];
        let is_tied = |members: &mut Vec<(&Unit, &VarSet)>| {
            members
                .iter()
                .any(|(member, reach)| excludes(member, unit) || (adds_beside(member, unit) && !reach.is_apart(own)))
        };
        joined.extend(components.extract_if(.., is_tied).flatten());
        components.push(joined);
    }
    let units = |members: Vec<(&'a Unit, &VarSet)>| members.into_iter().map(|(unit, _)| unit).collect();
    let mut components: Vec<Vec<&Unit>> = components.into_iter().map(units).collect();
    for members in &mut components {
        members.sort_by_key(|unit| unit.index);
    }
    // The largest, which may use all of a budget up, comes last.
    components.sort_by_key(|members| (members.len(), members.first().map(|unit| unit.index)));
    components
}

/// Is there a row of the totals to which both add.
fn adds_beside(one: &Unit, other: &Unit) -> bool {
    Sums::bits(one.status, one.kind) & Sums::bits(other.status, other.kind) != 0
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

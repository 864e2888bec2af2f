//! Which units have to be looked at together. How they are looked at belongs to `search`.

use super::choice::Unit;
use crate::rules::VarSet;

/// Units that share a variable or exclude each other, transitively; `variables` gives what each depends on.
pub fn components<'a>(units: &[&'a Unit], variables: &[VarSet]) -> Vec<Vec<&'a Unit>> {
    let mut components: Vec<(VarSet, Vec<&'a Unit>)> = Vec::new();
    for (unit, own) in units.iter().zip(variables) {
        let mut joined = (own.clone(), vec![*unit]);
        let apart = |(reach, members): &(VarSet, Vec<&Unit>)| {
            reach.is_apart(own) && !members.iter().any(|member| excludes(member, unit))
        };
        for (reach, members) in components.extract_if(.., |component| !apart(component)) {
            joined.0.extend(&reach);
            joined.1.extend(members);
        }
        components.push(joined);
    }
    let mut components: Vec<Vec<&Unit>> = components.into_iter().map(|(_, members)| members).collect();
    for members in &mut components {
        members.sort_by_key(|unit| unit.index);
    }
    // The largest, which may use all of a budget up, comes last.
    components.sort_by_key(|members| (members.len(), members.first().map(|unit| unit.index)));
    components
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

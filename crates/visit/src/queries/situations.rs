//! 情况: the situations to tap.

use crate::action::Action;
use crate::plan::{chapters, gate_taps};
use crate::reckon::known;
use crate::reckoned::{Bin, Waits};
use crate::row::Money;
use crate::state::State;
use huiqi_core::screening::Screener;

/// A situation to tap.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Index into `Dataset::visit.gates`.
    pub gate: u8,
    /// Was it tapped.
    pub open: bool,
    /// Items that hang on it. Over all gates each item is counted once.
    pub items: usize,
    /// Taps that its chapter still needs; 0 where it is not open.
    pub taps: usize,
    /// What the tap does.
    pub action: Action,
}

/// 情况.
#[derive(Clone, Debug, PartialEq)]
pub struct Situations {
    /// Common for the trade, and worth money.
    pub money: Vec<Gate>,
    /// Common for the trade, with rights and services only.
    pub rights: Vec<Gate>,
    /// Rare for the trade: one tap away.
    pub rare: Vec<Gate>,
    /// Items behind the rare ones.
    pub rare_items: usize,
    /// Taps still needed for all that was opened.
    pub taps: usize,
}

/// 情况.
pub fn situations(screener: &Screener, state: &State) -> Situations {
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let mut gates: Vec<u8> = (0_u8..).zip(&dataset.visit.gates).map(|(gate, _)| gate).collect();
    gates.sort_by_key(|gate| reckoned.layout.rank(*gate));
    let mut all = Situations { money: Vec::new(), rights: Vec::new(), rare: Vec::new(), rare_items: 0, taps: 0 };
    for gate in gates {
        let hanging: Vec<_> = reckoned
            .items
            .iter()
            .filter(|item| matches!(item.bin, Bin::Depends(_) | Bin::Rare(_)) && item.waits == Waits::Gate(gate))
            .collect();
        let open = reckoned.gates.contains(&gate);
        let taps = if open { gate_taps(dataset, state, &reckoned, gate) } else { 0 };
        let of = Gate { gate, open, items: hanging.len(), taps, action: Action::Situation(gate, !open) };
        let is_money = hanging.iter().any(|item| item.row.money != Money::Right);
        if reckoned.layout.is_common(gate) {
            if is_money || open {
                all.money.push(of);
            } else {
                all.rights.push(of);
            }
        } else {
            all.rare_items += of.items;
            all.rare.push(of);
        }
    }
    all.taps = chapters(dataset, state, &reckoned).iter().map(|gate| gate_taps(dataset, state, &reckoned, *gate)).sum();
    all
}

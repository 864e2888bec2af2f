//! 名单: what such a firm can probably have, by name, at once.

use super::answers::sentences;
use super::{Counts, Row, Sentence};
use crate::layout::Layout;
use crate::reckon::known;
use crate::reckoned::{Bin, Item};
use crate::row::Money;
use crate::state::State;
use huiqi_core::screening::Screener;

/// Items that hang on one situation.
#[derive(Clone, Debug, PartialEq)]
pub struct Hang {
    /// Index of the gate; without one they hang on who the firm is, or on what the office says.
    pub gate: Option<u8>,
    /// The items, those worth money first.
    pub items: Vec<Row>,
}

/// 先放一边, by why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    /// Hang on situations that are rare for the trade, or were not tapped though they were shown.
    pub rare: Vec<Hang>,
    /// The list says no to such a firm.
    pub refused: Vec<Row>,
    /// Whoever the firm is.
    pub everyone: Vec<Row>,
    /// To be complied with.
    pub duties: Vec<Row>,
}

/// 名单. INVARIANT: every item stands in it once.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortlist {
    /// Who the firm is.
    pub firm: Vec<Sentence>,
    /// How many of each; they add up to all items.
    pub counts: Counts,
    /// Clauses in all.
    pub clauses: usize,
    /// 多半能享受.
    pub likely: Vec<Row>,
    /// 看情况, by situation, the trade's own first.
    pub depends: Vec<Hang>,
    /// 先放一边.
    pub aside: Aside,
}

/// 名单.
pub fn shortlist(screener: &Screener, state: &State) -> Shortlist {
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let of = |bin: Bin| sorted(reckoned.items.iter().filter(|item| item.bin == bin).map(|item| item.row).collect());
    let hang = |rare: bool| {
        hangs(&reckoned.layout, &reckoned.items, |item| match item.bin {
            Bin::Depends(gate) if !rare => Some(gate),
            Bin::Rare(gate) if rare => Some(Some(gate)),
            Bin::Depends(_) | Bin::Rare(_) | Bin::Likely | Bin::Refused | Bin::Everyone | Bin::Duty => None,
        })
    };
    Shortlist {
        firm: sentences(dataset, state, &dataset.visit.who),
        counts: counts(&reckoned.items),
        clauses: dataset.clauses.len(),
        likely: of(Bin::Likely),
        depends: hang(false),
        aside: Aside {
            rare: hang(true),
            refused: of(Bin::Refused),
            everyone: of(Bin::Everyone),
            duties: of(Bin::Duty),
        },
    }
}

/// How many items of each kind.
pub fn counts(items: &[Item]) -> Counts {
    let mut counts = Counts::default();
    for item in items {
        let count = match item.bin {
            Bin::Likely => &mut counts.likely,
            Bin::Depends(_) => &mut counts.depends,
            Bin::Rare(_) | Bin::Refused | Bin::Everyone | Bin::Duty => &mut counts.aside,
        };
        *count += 1;
    }
    counts
}

/// Items by the situation on which they hang, where they do; the trade's own first, those that hang on none last.
pub fn hangs(layout: &Layout, items: &[Item], on: impl Fn(&Item) -> Option<Option<u8>>) -> Vec<Hang> {
    let mut all: Vec<Hang> = Vec::new();
    for item in items {
        let Some(gate) = on(item) else { continue };
        match all.iter_mut().find(|hang| hang.gate == gate) {
            Some(hang) => hang.items.push(item.row),
            None => all.push(Hang { gate, items: vec![item.row] }),
        }
    }
    all.sort_by_key(|hang| (hang.gate.is_none(), hang.gate.map(|gate| layout.rank(gate))));
    all.into_iter().map(|hang| Hang { items: sorted(hang.items), ..hang }).collect()
}

/// Those worth money first.
fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| match row.money {
        Money::Figure(sort, _) | Money::Words(sort) => (0, sort as u8),
        Money::Nothing(_) => (1, 0),
        Money::Right => (2, 0),
    });
    rows
}

//! An item: its clauses taken together.

use super::Known;
use crate::mode::Mode;
use crate::reckoned::{Bin, Item, Standing, Waits};
use crate::row::{Deadline, Money, Row, Word};
use huiqi_core::dataset::{visit, Clause, Kind, Status, Strength};
use huiqi_core::date::Date;

impl Known<'_> {
    /// How an item stands.
    pub fn item(&self, index: u16, of: &visit::Item) -> Item {
        let dataset = self.screener.dataset();
        let all: Vec<(u16, &Clause, Standing)> = of
            .clauses
            .iter()
            .filter_map(|clause| Some((*clause, dataset.clauses.get(usize::from(*clause))?, self.standing(*clause))))
            .collect();
        // What is worth money leads, unless the list says no to it.
        let is_money = |clause: &Clause| clause.kind != Kind::Right && clause.not_counted.is_none();
        let money = all.iter().any(|(_, clause, standing)| is_money(clause) && standing.word != Word::Refused);
        let leading = all.iter().filter(|(_, clause, _)| !money || is_money(clause));
        let best = leading.min_by_key(|(_, _, standing)| (standing.word, standing.waits));
        let Some((lead, clause, Standing { word, waits })) = best.copied() else {
            return self.empty(index);
        };
        let same: Vec<u16> = all
            .iter()
            .filter(|(_, clause, of)| of.word == word && (!money || is_money(clause)))
            .map(|(c, ..)| *c)
            .collect();
        let (lead, worth) = if money { self.worth(word, &same, lead) } else { (lead, Money::Right) };
        let clause = dataset.clauses.get(usize::from(lead)).unwrap_or(clause);
        let row = Row { item: index, word, money: worth, deadline: self.deadline(lead, clause), clause: lead };
        Item { row, waits, bin: self.bin(&all, word, waits) }
    }

    /// An item without clauses, which the checks of the list refuse.
    fn empty(&self, index: u16) -> Item {
        let deadline = Deadline {
            from: None,
            until: None,
            apply_until: None,
            later: None,
            event: None,
            status: Status::Ended,
            days_left: None,
        };
        let row = Row { item: index, word: Word::Refused, money: Money::Right, deadline, clause: 0 };
        Item { row, waits: Waits::Nothing, bin: Bin::Refused }
    }

    fn bin(&self, all: &[(u16, &Clause, Standing)], word: Word, waits: Waits) -> Bin {
        if all.iter().all(|(_, clause, _)| clause.strength == Strength::Obligation) {
            return Bin::Duty;
        }
        match (word, waits) {
            (Word::Refused, _) => Bin::Refused,
            _ if all.iter().all(|(clause, ..)| self.is_for_everyone(*clause)) => Bin::Everyone,
            (Word::Can | Word::ThatYear | Word::Ended, _) | (Word::Unasked, Waits::Figure) => Bin::Likely,
            (Word::Unasked, Waits::Gate(gate)) if !self.layout.is_common(gate) && !self.gates.contains(&gate) => {
                Bin::Rare(gate)
            }
            (Word::Unasked, Waits::Gate(gate)) => Bin::Depends(Some(gate)),
            (Word::Unasked | Word::Ask, _) => Bin::Depends(None),
        }
    }

    /// Does nothing that anybody could answer decide it.
    fn is_for_everyone(&self, clause: u16) -> bool {
        let needs = self.screener.needs(usize::from(clause));
        needs.is_some_and(|needs| needs.criteria.iter().all(|read| read.count() == 0))
    }

    fn deadline(&self, index: u16, clause: &Clause) -> Deadline {
        let dataset = self.screener.dataset();
        let period = &clause.period;
        let result = self.screening.clauses.get(usize::from(index));
        let status = result.map_or(Status::Ended, |result| result.status);
        let extended = result.is_some_and(|result| result.extended || result.or.is_some());
        let later = period.extension(&clause.later).filter(|_| extended).and_then(|later| later.until);
        let last = period.last_day(&dataset.events, &clause.later, extended);
        let left = |last: Date| last.0 - self.state.reference_date().0;
        Deadline {
            from: period.from,
            until: period.until,
            apply_until: period.apply_until,
            later,
            event: period.until_event.filter(|_| last.is_none()),
            status,
            days_left: last.filter(|_| self.mode == Mode::Current).map(left),
        }
    }
}

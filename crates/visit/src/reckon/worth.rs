//! What an item is worth: its clauses combined, and which ends of the range are figures. An end that moves when a question's
//! own limit is moved rests on that limit, and is none.

use super::Known;
use crate::reckoned::Item;
use crate::row::{Money, Sort, Word, Worth};
use huiqi_core::dataset::Kind;
use huiqi_core::rules::{Space, VarSet};
use huiqi_core::screening::{Amount, Screener, TotalKind};
use rust_decimal::Decimal;

impl Known<'_> {
    /// The clause that leads among those of one word, and what they are worth together.
    pub fn worth(&self, word: Word, clauses: &[u16], lead: u16) -> (u16, Money) {
        let sort = clauses.iter().filter_map(|clause| self.sort(*clause)).min().unwrap_or(Sort::Cash);
        let of_sort: Vec<u16> = clauses.iter().copied().filter(|clause| self.sort(*clause) == Some(sort)).collect();
        let had = matches!(word, Word::Can | Word::ThatYear | Word::Ended);
        let lead = self.lead(&of_sort).unwrap_or(lead);
        let counted: Vec<u16> = if had { of_sort } else { vec![lead] };
        let of = |space: &Space| if had { self.together(space, &counted, sort) } else { self.one(space, lead) };
        let Some(amount) = of(&self.space) else { return (lead, Money::Words(sort)) };
        (lead, self.money(sort, amount, self.moved(&counted).and_then(|space| of(&space))))
    }

    /// The joint effect on taxes of all that is had, as far as it is a figure: it is less than the sum of its parts.
    pub fn joint_tax(&self, items: &[Item]) -> Option<Worth> {
        let all = &self.screener.dataset().visit.items;
        let had = items.iter().filter(|item| matches!(item.row.word, Word::Can | Word::ThatYear));
        let clauses =
            had.filter_map(|item| all.get(usize::from(item.row.item))).flat_map(|item| &item.clauses).copied();
        let is_had = |clause: &u16| matches!(self.standing(*clause).word, Word::Can | Word::ThatYear);
        let taxed: Vec<u16> =
            clauses.filter(|clause| self.sort(*clause) == Some(Sort::Tax) && is_had(clause)).collect();
        let amount = self.together(&self.space, &taxed, Sort::Tax)?;
        let moved = self.moved(&taxed).and_then(|space| self.together(&space, &taxed, Sort::Tax));
        match self.money(Sort::Tax, amount, moved) {
            Money::Figure(_, worth) => Some(worth),
            Money::Right | Money::Nothing(_) | Money::Words(_) => None,
        }
    }

    /// An amount as it is told: ends that differ once the limits are moved are no figures.
    fn money(&self, sort: Sort, amount: Amount, moved: Option<Amount>) -> Money {
        let far = moved.unwrap_or(amount);
        let min = (far.min == amount.min && !amount.min.is_zero()).then_some(amount.min);
        let max = amount.max.filter(|max| far.max == Some(*max));
        match (min, max) {
            (None, Some(max)) if max.is_zero() => Money::Nothing(sort),
            (None, None) => Money::Words(sort),
            _ => Money::Figure(sort, Worth { min, max }),
        }
    }

    fn sort(&self, clause: u16) -> Option<Sort> {
        match self.screener.dataset().clauses.get(usize::from(clause))?.kind {
            Kind::Grant | Kind::Reduction | Kind::Refund | Kind::InterestSubsidy => Some(Sort::Cash),
            Kind::TaxEffect => Some(Sort::Tax),
            Kind::Deferral => Some(Sort::Deferral),
            Kind::Right => None,
        }
    }

    /// The clause with the greatest sure worth, then the greatest possible one; the first of equals.
    fn lead(&self, clauses: &[u16]) -> Option<u16> {
        let mut best: Option<(u16, Amount)> = None;
        for clause in clauses {
            let amount = self.screening.clauses.get(usize::from(*clause)).and_then(|result| result.amount);
            let Some(amount) = amount else { continue };
            let bound = |amount: Amount| (amount.min, amount.max.unwrap_or(Decimal::MAX));
            if best.is_none_or(|(_, known)| bound(amount) > bound(known)) {
                best = Some((*clause, amount));
            }
        }
        best.map(|(clause, _)| clause)
    }

    /// What a clause is worth over a space where it is had.
    fn one(&self, space: &Space, clause: u16) -> Option<Amount> {
        self.screener.judge(space.clone(), usize::from(clause), self.state.reference_date())?.amount
    }

    /// What clauses that are had come to together: of readings and of what excludes each other what counts.
    fn together(&self, space: &Space, clauses: &[u16], sort: Sort) -> Option<Amount> {
        let all: Vec<usize> = clauses.iter().map(|clause| usize::from(*clause)).collect();
        let totals = self.screener.total_of(space, &all, self.state.reference_date());
        let is_sort = |kind: TotalKind| match (kind, sort) {
            (TotalKind::Cash, Sort::Cash)
            | (TotalKind::One(Kind::TaxEffect), Sort::Tax)
            | (TotalKind::One(Kind::Deferral), Sort::Deferral) => true,
            (TotalKind::Cash | TotalKind::One(_), _) => false,
        };
        totals.iter().filter(|total| is_sort(total.kind)).map(|total| total.amount).reduce(Amount::plus)
    }

    /// May an amount of these clauses rest on the limit of a question.
    pub fn rests_on_limits(&self, clauses: &[u16]) -> bool {
        self.moved(clauses).is_some()
    }

    /// What a clause is worth alone, as far as it is a figure; `None` for a right, or without one.
    pub fn alone(&self, clause: u16) -> Option<Worth> {
        self.sort(clause)?;
        match self.worth(Word::Ask, &[clause], clause).1 {
            Money::Figure(_, worth) => Some(worth),
            Money::Nothing(_) => Some(Worth { min: Some(Decimal::ZERO), max: Some(Decimal::ZERO) }),
            Money::Right | Money::Words(_) => None,
        }
    }

    /// The space with every limit that an amount may rest on moved far away; `None` where there is none.
    fn moved(&self, clauses: &[u16]) -> Option<Space> {
        let mut space = self.space.clone();
        let mut any = false;
        for clause in clauses {
            let read = amount_reads(self.screener, *clause);
            for variable in read.iter() {
                if let Some(wide) = self.space.beyond(&self.screener.dataset().rules, variable) {
                    space.set(variable, wide);
                    any = true;
                }
            }
        }
        any.then_some(space)
    }
}

/// The variables that the amount of a clause comes from: of a tax effect also those of the tax itself.
pub fn amount_reads(screener: &Screener, clause: u16) -> VarSet {
    let mut read = screener.needs(usize::from(clause)).map(|needs| needs.worth.clone()).unwrap_or_default();
    let dataset = screener.dataset();
    let of = dataset.clauses.get(usize::from(clause));
    if let Some(tax) = dataset.tax.as_ref().filter(|_| of.is_some_and(|of| of.kind == Kind::TaxEffect)) {
        read.extend(&tax.reads());
    }
    read
}

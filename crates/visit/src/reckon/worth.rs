//! What an item is worth: its clauses combined, and which ends of the range are figures. An end that moves when a question's
//! own limit is moved rests on that limit, and is none.

use super::Known;
use crate::row::{Money, Sort, Word, Worth};
use huiqi_core::dataset::Kind;
use huiqi_core::decimal::{minus, plus, times};
use huiqi_core::rules::{Domain, Space, VarId, VarSet, VariableKind};
use huiqi_core::screening::{Amount, Screener};
use rust_decimal::Decimal;

/// How far a limit is moved: past every other figure that a question allows.
const FAR: i64 = 1_000;

impl Known<'_> {
    /// The clause that leads among those of one word, and what they are worth together.
    pub fn worth(&self, word: Word, clauses: &[u16], lead: u16) -> (u16, Money) {
        let sort = clauses.iter().filter_map(|clause| self.sort(*clause)).min().unwrap_or(Sort::Cash);
        let of_sort: Vec<u16> = clauses.iter().copied().filter(|clause| self.sort(*clause) == Some(sort)).collect();
        let had = matches!(word, Word::Can | Word::ThatYear | Word::Ended);
        let lead = self.lead(&of_sort).unwrap_or(lead);
        let counted: Vec<u16> = if had { of_sort } else { vec![lead] };
        let Some(amount) = self.amount(&self.space, &counted) else { return (lead, Money::Words(sort)) };
        let far = self.moved(&counted).and_then(|space| self.amount(&space, &counted)).unwrap_or(amount);
        let min = (far.min == amount.min && !amount.min.is_zero()).then_some(amount.min);
        let max = amount.max.filter(|max| far.max == Some(*max));
        let money = match (min, max) {
            (None, Some(max)) if max.is_zero() => Money::Nothing(sort),
            (None, None) => Money::Words(sort),
            _ => Money::Figure(sort, Worth { min, max }),
        };
        (lead, money)
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

    /// What clauses are worth together over a space, where each of them is had.
    fn amount(&self, space: &Space, clauses: &[u16]) -> Option<Amount> {
        let each = |clause: &u16| {
            let result = self.screener.judge(space.clone(), usize::from(*clause), self.state.reference_date())?;
            result.amount
        };
        clauses.iter().filter_map(each).reduce(Amount::plus)
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
            for variable in read.iter().filter(|variable| self.space.get(*variable).is_open()) {
                if let Some(wide) = self.beyond(variable) {
                    space.set(variable, wide);
                    any = true;
                }
            }
        }
        any.then_some(space)
    }

    /// What a variable may hold once its limits are moved; `None` where its range touches none.
    fn beyond(&self, variable: VarId) -> Option<Domain> {
        let kind = &self.screener.dataset().rules.variables.get(usize::from(variable))?.kind;
        let (VariableKind::Number { min, max, .. }, Domain::Range(low, high)) = (kind, self.space.get(variable)) else {
            return None;
        };
        let far = times(plus(minus(*max, *min), Decimal::ONE), Decimal::from(FAR));
        let wide = Domain::Range(
            if low == *min { minus(low, far) } else { low },
            if high == *max { plus(high, far) } else { high },
        );
        (low == *min || high == *max).then_some(wide)
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

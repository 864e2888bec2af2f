//! Groups of rows. Each row is searched on its own, since its variables are its own: five unknown loans cost five times
//! one, not one to the fifth power. A cut of a variable outside the row is left to the search around it.

use super::basis::Group;
use super::explore::{Engine, Stop};
use super::node::{CondId, End, Expression, FigureId, Slot, VarId};
use super::reads::Reads;
use super::space::{Domain, RowTest, Split};
use super::variables::VarSet;
use crate::decimal::{minus, plus, times};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;
use std::ops::Range;

impl Engine<'_> {
    pub(super) fn row_variable(&self, group: u8, row: u8, field: u8) -> VarId {
        self.rules
            .groups
            .get(usize::from(group))
            .map_or(VarId::MAX, |group| group.count + 1 + u16::from(row) * u16::from(group.fields) + u16::from(field))
    }

    /// Makes another row the one at hand and returns the former.
    pub fn enter_row(&mut self, row: u8) -> u8 {
        std::mem::replace(&mut self.row, row)
    }

    pub(super) fn group(&self, group: u8) -> Option<Group> {
        self.rules.groups.get(usize::from(group)).copied()
    }

    pub(super) fn count(&mut self, group: u8, end: End) -> Decimal {
        match self.group(group) {
            Some(rows) => self.read_variable(rows.count, end),
            None => Decimal::ZERO,
        }
    }

    /// Rows that exist in every completion, and rows that exist in some.
    pub(super) fn row_counts(&self, rows: Group) -> (u8, u8) {
        match self.space.get(rows.count) {
            Domain::Range(low, high) => (
                low.to_u8().unwrap_or_default().min(rows.max_rows),
                high.to_u8().unwrap_or_default().min(rows.max_rows),
            ),
            Domain::Choices(_) => (0, 0),
        }
    }

    /// The group of which the variable is a field, and the index of its row.
    fn row_of(&self, variable: VarId) -> Option<(Group, u16)> {
        let rows = self.rules.groups.iter().find(|rows| rows.has_field(variable)).copied()?;
        Some((rows, (variable - rows.count - 1) / u16::from(rows.fields).max(1)))
    }

    /// Is there, in some completion, the row of which the variable is a field; also of what is no field.
    pub fn may_exist(&self, variable: VarId) -> bool {
        self.row_of(variable).is_none_or(|(rows, row)| row < u16::from(self.row_counts(rows).1))
    }

    /// The first field of the row of which the variable is one; the variable itself where it is no field.
    pub fn first_of_row(&self, variable: VarId) -> VarId {
        self.row_of(variable).map_or(variable, |(rows, row)| rows.count + 1 + row * u16::from(rows.fields))
    }

    pub(super) fn in_row<T>(&mut self, row: u8, work: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.enter_row(row);
        let result = work(self);
        self.enter_row(outer);
        result
    }

    /// Does any row meet the test. A row that may be missing can only make it undecided.
    pub(super) fn any(&mut self, group: u8, test: CondId) -> Result<bool, Stop> {
        let Some(rows) = self.group(group) else { return Ok(false) };
        let (sure, possible) = self.row_counts(rows);
        let mut undecided = None;
        for row in 0..possible {
            let this = RowTest { group, row, test };
            let missing = (row >= sure).then(|| Self::shorter(rows, row));
            match (self.row_truth(this), missing) {
                (Ok(false), _) => {}
                (Ok(true), None) => return Ok(true),
                (Err(stop), None) => undecided = undecided.or(Some(stop)),
                (Ok(true) | Err(_), Some(shorter)) => undecided = undecided.or(Some(shorter)),
            }
        }
        undecided.map_or(Ok(false), Err)
    }

    /// Does a row meet a test, as supposed or as its fields say.
    fn row_truth(&mut self, of: RowTest) -> Result<bool, Stop> {
        if let Some((_, holds)) = self.supposed.iter().find(|(supposed, _)| *supposed == of) {
            return Ok(*holds);
        }
        match self.in_row(of.row, |engine| engine.truth(of.test)) {
            Err(Stop::Open(_)) if !self.plain && self.only_row(of.test.into()) => {
                Err(Stop::Open(Split::Row(of, self.row_variable(of.group, of.row, 0))))
            }
            other => other,
        }
    }

    /// Does some completion of a row meet the test (or fail it) beside all that is supposed of the row already.
    pub(super) fn row_can(&mut self, of: RowTest, holds: bool) -> Result<bool, Stop> {
        let mut found = false;
        self.over_row(of.group, of.row, &mut |engine| {
            found = found || engine.truth(of.test)? == holds;
            Ok(())
        })?;
        Ok(found)
    }

    /// Is there any completion left of the row of which the variable is a field, beside all that is supposed of it.
    pub(super) fn is_possible(&mut self, variable: VarId) -> Result<bool, Stop> {
        let first = self.first_of_row(variable);
        let of_row = |of: &&(RowTest, bool)| self.row_variable(of.0.group, of.0.row, 0) == first;
        let Some((of, holds)) = self.supposed.iter().find(of_row).copied() else { return Ok(true) };
        self.row_can(of, holds)
    }

    /// The variables that a cut narrows: its own, or all fields of the row of which it supposes something.
    pub fn reach(&self, split: Split) -> VarSet {
        let mut variables = VarSet::default();
        match split {
            Split::Row(of, _) => {
                self.fields(of.group, of.row).into_iter().flatten().for_each(|field| variables.insert(field));
            }
            Split::Each(variable) | Split::Mask(variable, _) | Split::After(variable, _) => variables.insert(variable),
        }
        variables
    }

    /// For each row of which something is supposed what its fields hold in one part where all of that is met; `None` where
    /// none was found.
    pub fn supposed_fields(&mut self) -> Option<Vec<(VarId, Domain)>> {
        let mut fields = Vec::new();
        for (of, _) in self.supposed.clone() {
            let own = self.fields(of.group, of.row)?;
            if fields.iter().any(|(field, _)| own.contains(field)) {
                continue;
            }
            let mut met: Option<Vec<(VarId, Domain)>> = None;
            let _stopped = self.over_row(of.group, of.row, &mut |engine| {
                met = Some(own.clone().map(|field| (field, engine.space.get(field))).collect());
                Err(Stop::Spent) // One part is enough.
            });
            fields.extend(met?);
        }
        Some(fields)
    }

    /// The fields of a row.
    pub(super) fn fields(&self, group: u8, row: u8) -> Option<Range<VarId>> {
        let first = self.row_variable(group, row, 0);
        Some(first..first + u16::from(self.group(group)?.fields))
    }

    /// What is supposed of a row.
    pub(super) fn supposed_of(&self, group: u8, row: u8) -> Vec<(RowTest, bool)> {
        self.supposed.iter().copied().filter(|(of, _)| of.group == group && of.row == row).collect()
    }

    /// The cut between “at most `row` rows” and “more”.
    fn shorter(rows: Group, row: u8) -> Stop {
        Stop::Open(Split::After(rows.count, Decimal::from(row)))
    }

    pub(super) fn sum(&mut self, group: u8, term: FigureId, end: End) -> Result<Decimal, Stop> {
        let mut total = Decimal::ZERO;
        for row in 0..self.rows_at(group, end) {
            let (amount, _) = self.remembered(group, row, (term, None, end), |engine| {
                Ok((engine.extreme(group, row, term, end)?, Decimal::ZERO))
            })?;
            total = plus(total, amount);
        }
        Ok(total)
    }

    /// The least or greatest value of a term in one row.
    fn extreme(&mut self, group: u8, row: u8, term: FigureId, end: End) -> Result<Decimal, Stop> {
        let mut best: Option<Decimal> = None;
        self.over_row(group, row, &mut |engine| {
            let value = engine.value(term)?;
            best = Some(best.map_or(value, |best| further(best, value, end)));
            Ok(())
        })?;
        Ok(best.unwrap_or_default())
    }

    /// Does an expression refer to nothing but the row at hand.
    pub(super) fn only_row(&self, expression: Expression) -> bool {
        let own = match self.rules.reads(expression) {
            Reads::Nothing => true,
            Reads::Slot(slot) => matches!(slot, Slot::Field(..)),
            Reads::Fact(_) | Reads::Rows(_) => false,
        };
        own && self.rules.children(expression).all(|child| self.only_row(child))
    }

    /// Rows counted at this end; terms are never negative, so fewer rows never give more.
    fn rows_at(&mut self, group: u8, end: End) -> u8 {
        let Some(rows) = self.group(group) else { return 0 };
        // At either end, like any other number that is read.
        self.read_variable(rows.count, end);
        let (sure, possible) = self.row_counts(rows);
        match end {
            End::Low => sure,
            End::High => possible,
        }
    }

    fn over_row(
        &mut self,
        group: u8,
        row: u8,
        look: &mut dyn FnMut(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let Some(own) = self.fields(group, row) else { return Ok(()) };
        let supposed = self.supposed_of(group, row);
        // Within the row each completion is held against what is supposed, so that no cut there has to be.
        let around = std::mem::take(&mut self.supposed);
        let searched = self.in_row(row, |engine| {
            engine.explore(&|variable| own.contains(&variable), &mut |engine| {
                for (of, holds) in &supposed {
                    if engine.truth(of.test)? != *holds {
                        return Ok(());
                    }
                }
                look(engine)
            })
        });
        self.supposed = around;
        searched
    }

    pub(super) fn capped(
        &mut self,
        group: u8,
        cap: FigureId,
        principal: FigureId,
        weight: FigureId,
        end: End,
    ) -> Result<Decimal, Stop> {
        let mut left = self.value(cap)?;
        let mut shares = Vec::new();
        for row in 0..self.rows_at(group, end) {
            let of = (principal, Some(weight), end);
            shares.push(self.remembered(group, row, of, |engine| engine.share(group, row, principal, weight, end))?);
        }
        shares.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        let mut total = Decimal::ZERO;
        for (principal, weight) in shares {
            let used = principal.min(left);
            left = minus(left, used);
            total = plus(total, times(used, weight));
        }
        Ok(total)
    }

    /// A row's principal and weight at one end. They depend on different fields once it is settled whether the row counts,
    /// so both ends are reached together; parts in which the row does not count say nothing about its weight.
    fn share(
        &mut self,
        group: u8,
        row: u8,
        principal: FigureId,
        weight: FigureId,
        end: End,
    ) -> Result<(Decimal, Decimal), Stop> {
        let mut best: Option<(Decimal, Decimal)> = None;
        let mut may_not_count = false;
        self.over_row(group, row, &mut |engine| {
            let amount = engine.value(principal)?;
            if amount.is_zero() {
                may_not_count = true;
                return Ok(());
            }
            let weight = engine.value(weight)?;
            best = Some(best.map_or((amount, weight), |(best, heaviest)| {
                (further(best, amount, end), further(heaviest, weight, end))
            }));
            Ok(())
        })?;
        Ok(match (best, end) {
            (Some(_), End::Low) if may_not_count => (Decimal::ZERO, Decimal::ZERO),
            (Some(share), _) => share,
            (None, _) => (Decimal::ZERO, Decimal::ZERO),
        })
    }
}

fn further(best: Decimal, value: Decimal, end: End) -> Decimal {
    match end {
        End::Low => best.min(value),
        End::High => best.max(value),
    }
}

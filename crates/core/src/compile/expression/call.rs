//! The functions of the language.

use super::super::names::Meaning;
use super::super::unit::Unit;
use super::reader::Reader;
use super::{Number, Test, Typed};
use cel::common::ast::{CallExpr, Expr, IdedExpr};
use rust_decimal::Decimal;

impl Reader<'_, '_> {
    pub(super) fn function(&mut self, at: &IdedExpr, call: &CallExpr) -> Option<Typed> {
        if call.target.is_some() {
            return self.fail(
                at,
                format!("the method `{}` is not part of the language", call.func_name),
                "docs/format.md lists the functions",
            );
        }
        match (call.func_name.as_str(), call.args.as_slice()) {
            ("min", [first, rest @ ..]) if !rest.is_empty() => self.chain(first, rest, Number::Min),
            ("max", [first, rest @ ..]) if !rest.is_empty() => self.chain(first, rest, Number::Max),
            ("clamp", [x, low, high]) => self.clamp(at, x, low, high),
            ("days", [from, to]) => self.days(at, from, to),
            ("year_days", [date]) => self.year_days(date),
            ("at", [series, date]) => self.at(series, date),
            ("count", [group]) => {
                let (group, max_rows) = self.group(group, |_, group, max_rows| Some((group, max_rows)))?;
                Some(Typed::Number(Number::Count { group, max_rows }, Some(Unit::pure())))
            }
            ("any", [group, test]) => {
                let (group, test) = self.group(group, |reader, group, _| Some((group, reader.test(test)?)))?;
                Some(Typed::Test(Test::Any(group, Box::new(test))))
            }
            ("sum", [group, term]) => self.sum(group, term),
            ("sum_capped", [group, cap, principal, weight]) => self.sum_capped(group, cap, principal, weight),
            (name, args) => {
                let problem = format!("no function `{name}` takes {} arguments", args.len());
                self.fail(at, problem, "docs/format.md lists the functions")
            }
        }
    }

    fn chain(
        &mut self,
        first: &IdedExpr,
        rest: &[IdedExpr],
        join: fn(Box<Number>, Box<Number>) -> Number,
    ) -> Option<Typed> {
        let (mut number, mut unit) = self.quantity(first)?;
        for next in rest {
            let (other, found) = self.quantity(next)?;
            match (&unit, found) {
                (Some(unit), Some(found)) if *unit != found => {
                    return self.fail(
                        next,
                        format!("`{unit}` and `{found}` are put together"),
                        "only figures of one unit can be compared",
                    );
                }
                (None, found) => unit = found,
                (Some(_), _) => {}
            }
            number = join(Box::new(number), Box::new(other));
        }
        Some(Typed::Number(number, unit))
    }

    fn clamp(&mut self, at: &IdedExpr, x: &IdedExpr, low: &IdedExpr, high: &IdedExpr) -> Option<Typed> {
        let (x, low, unit) = self.alike(at, x, low)?;
        let (high, _) = self.quantity(high)?;
        let raised = Number::Max(Box::new(x), Box::new(low));
        Some(Typed::Number(Number::Min(Box::new(raised), Box::new(high)), unit))
    }

    fn date(&mut self, at: &IdedExpr) -> Option<Number> {
        match self.quantity(at)? {
            (number, Some(unit)) if unit == Unit::base("date") => Some(number),
            _ => self.fail(at, "this is no date", "name a date question or a parameter of unit `date`"),
        }
    }

    fn days(&mut self, _: &IdedExpr, from: &IdedExpr, to: &IdedExpr) -> Option<Typed> {
        let (from, to) = (self.date(from), self.date(to));
        Some(Typed::Number(Number::Subtract(Box::new(to?), Box::new(from?)), Some(Unit::base("day"))))
    }

    fn year_days(&mut self, date: &IdedExpr) -> Option<Typed> {
        let Number::Variable { slot, min, max } = self.date(date)? else {
            return self.fail(date, "year_days needs a date question", "name the question itself");
        };
        Some(Typed::Number(Number::YearDays { slot, min, max }, Some(Unit::base("day"))))
    }

    fn at(&mut self, series: &IdedExpr, date: &IdedExpr) -> Option<Typed> {
        let Expr::Ident(name) = &series.expr else {
            return self.fail(series, "this is no series", "name a parameter with a series");
        };
        let Meaning::Series { index, unit, least, greatest } = self.meaning(series, name)? else {
            return self.fail(series, format!("`{name}` is no series"), "name a parameter with a series");
        };
        let Number::Variable { slot, .. } = self.date(date)? else {
            return self.fail(date, "a series is read at a date question", "name the question itself");
        };
        Some(Typed::Number(Number::At { series: index, slot, least, greatest }, Some(unit)))
    }

    /// Works with the fields of a group in reach.
    fn group<T>(&mut self, at: &IdedExpr, work: impl FnOnce(&mut Self, u8, u8) -> Option<T>) -> Option<T> {
        let Expr::Ident(name) = &at.expr else {
            return self.fail(at, "this is no group", "name a question of type `group`");
        };
        let Meaning::Group { group, max_rows, fields } = self.meaning(at, name)? else {
            return self.fail(at, format!("`{name}` is no group"), "name a question of type `group`");
        };
        let outer = (std::mem::replace(&mut self.fields, fields), std::mem::replace(&mut self.group, name.clone()));
        let result = work(self, group, max_rows);
        (self.fields, self.group) = outer;
        result
    }

    fn sum(&mut self, group: &IdedExpr, term: &IdedExpr) -> Option<Typed> {
        let (group, max_rows, (number, unit)) =
            self.group(group, |reader, group, max_rows| Some((group, max_rows, reader.quantity(term)?)))?;
        if number.bounds().0 < Decimal::ZERO {
            return self.fail(term, "a row's share may be negative", "write max(0, …)");
        }
        Some(Typed::Number(Number::Sum { group, max_rows, term: Box::new(number) }, unit))
    }

    fn sum_capped(
        &mut self,
        group: &IdedExpr,
        cap: &IdedExpr,
        principal: &IdedExpr,
        weight: &IdedExpr,
    ) -> Option<Typed> {
        let (cap_number, cap_unit) = self.quantity(cap)?;
        let (group, max_rows, (principal, unit), (weight_number, weight_unit)) = self
            .group(group, |reader, group, max_rows| {
                Some((group, max_rows, reader.quantity(principal)?, reader.quantity(weight)?))
            })?;
        if cap_unit != unit && cap_unit.is_some() && unit.is_some() {
            return self.fail(cap, "the cap and the principal are in different units", "give both in one unit");
        }
        if principal.bounds().0 < Decimal::ZERO || weight_number.bounds().0 < Decimal::ZERO {
            return self.fail(weight, "a row's principal or weight may be negative", "write max(0, …)");
        }
        let unit = unit.or(cap_unit).unwrap_or_default().times(&weight_unit.unwrap_or_default());
        let number = Number::Capped {
            group,
            max_rows,
            cap: Box::new(cap_number),
            principal: Box::new(principal),
            weight: Box::new(weight_number),
        };
        Some(Typed::Number(number, Some(unit)))
    }
}

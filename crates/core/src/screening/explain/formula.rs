//! A formula in words, with the visitor's own numbers, from the expressions that were computed.

use super::super::standing::Amount;
use crate::dataset::{Clause, Dataset, Kind, Question, Shape};
use crate::date::Date;
use crate::decimal::times;
use crate::decimal::{grouped, to_fen};
use crate::rules::{Domain, Engine, Figure, FigureId, Slot, VarId};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;

/// One line per reading.
pub fn lines(dataset: &Dataset, engine: &mut Engine, clause: &Clause) -> Vec<String> {
    clause.worth.iter().map(|reading| line(dataset, engine, clause, reading)).collect()
}

fn line(dataset: &Dataset, engine: &mut Engine, clause: &Clause, reading: &crate::dataset::Reading) -> String {
    let mut writer = Writer { dataset, engine, row: 0 };
    let low = writer.number(reading.low).text;
    let high = reading.high.map(|high| writer.number(high).text);
    let body = match high {
        Some(high) if high == low => low,
        Some(high) => format!("{low} 至 {high}"),
        None => format!("{low} 起，上限未写明"),
    };
    let result = writer.result(reading).map(|amount| format!(" ＝ {}", money(amount))).unwrap_or_default();
    // A right's only name is that of what it reckons.
    let is_plain = reading.name.is_empty() || clause.kind == Kind::Right;
    let name = if is_plain { String::new() } else { format!("{}：", reading.name) };
    let what = clause.reckoned().map(|what| format!("{what}：")).unwrap_or_default();
    format!("{name}{what}{body}{result}")
}

/// An amount in words.
pub fn money(amount: Amount) -> String {
    match amount.max {
        Some(max) if max == amount.min => format!("{} 元", grouped(amount.min)),
        Some(max) => format!("{}～{} 元", grouped(amount.min), grouped(max)),
        None => format!("{} 元起", grouped(amount.min)),
    }
}

/// How tightly a part holds together, so that brackets are written only where needed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Atom,
}

struct Part {
    text: String,
    binding: Binding,
}

fn atom(text: String) -> Part {
    Part { text, binding: Binding::Atom }
}

struct Writer<'a, 'rules> {
    dataset: &'a Dataset,
    engine: &'a mut Engine<'rules>,
    row: u16,
}

impl Writer<'_, '_> {
    fn result(&mut self, reading: &crate::dataset::Reading) -> Option<Amount> {
        let min = to_fen(self.engine.value(reading.low).ok()?);
        let max = match reading.high {
            Some(high) => Some(to_fen(self.engine.value(high).ok()?)),
            None => None,
        };
        Some(Amount { min, max })
    }

    fn number(&mut self, expression: FigureId) -> Part {
        let rules = &self.dataset.rules;
        match rules.figure(expression) {
            Figure::Constant(index) => {
                atom(rules.constants.get(usize::from(index)).map(|c| grouped(*c)).unwrap_or_default())
            }
            Figure::Parameter(index, end) => atom(self.parameter(index, end)),
            Figure::Read(slot, _) => atom(self.slot(slot)),
            Figure::Add(a, b) => self.join(a, " ＋ ", b, Binding::Sum),
            Figure::Subtract(a, b) if self.is_date(a) => {
                let (until, from) = (self.number(a).text, self.number(b).text);
                atom(format!("从{from}到{until}的天数"))
            }
            Figure::Subtract(a, b) => self.join(a, " − ", b, Binding::Sum),
            Figure::Multiply(a, b) => self.join(a, " × ", b, Binding::Product),
            Figure::Divide(a, b) => self.join(a, " ÷ ", b, Binding::Product),
            Figure::Min(a, b) => self.pick(a, b, "较小者"),
            Figure::Max(a, b) if self.is_zero(a) => self.floored(b),
            Figure::Max(a, b) if self.is_zero(b) => self.floored(a),
            Figure::Max(a, b) => self.pick(a, b, "较大者"),
            Figure::If(test, yes, no) => match self.engine.truth(test) {
                Ok(true) => self.number(yes),
                Ok(false) => self.number(no),
                Err(_) => {
                    let (yes, no) = (self.number(yes).text, self.number(no).text);
                    atom(format!("［{yes}，或 {no}］"))
                }
            },
            Figure::At(index, slot) => {
                let name = rules.series.get(usize::from(index)).map(|series| series.name.clone()).unwrap_or_default();
                match self.engine.value(expression) {
                    Ok(figure) if figure < Decimal::ONE => atom(format!("{name} {}", percent(figure))),
                    Ok(figure) => atom(format!("{name} {}", grouped(figure))),
                    Err(_) => atom(format!("{name}（按{}）", self.label(slot))),
                }
            }
            Figure::Count(group, _) => atom(self.count(group)),
            Figure::Sum(group, term, _) => self.rows(group, &mut |writer| writer.number(term).text),
            Figure::Capped { group, cap, principal, weight, .. } => {
                let cap = self.number(cap).text;
                let rows = self.rows(group, &mut |writer| {
                    format!(
                        "{} × {}",
                        bracketed(writer.number(principal), Binding::Product),
                        bracketed(writer.number(weight), Binding::Product)
                    )
                });
                atom(format!("{}（本金合计不超过 {cap}）", rows.text))
            }
        }
    }

    /// What counts as nothing where it is below zero: said where it is.
    fn floored(&mut self, figure: FigureId) -> Part {
        let part = self.number(figure);
        match self.engine.value(figure) {
            Ok(value) if value < Decimal::ZERO => atom(format!("［{}，不足 0 按 0 算］", part.text)),
            Ok(_) | Err(_) => part,
        }
    }

    fn join(&mut self, a: FigureId, sign: &str, b: FigureId, binding: Binding) -> Part {
        let left = bracketed(self.number(a), binding);
        // What follows a minus or a division is bracketed even where it binds alike.
        let strict = matches!(sign, " − " | " ÷ ");
        let right = self.number(b);
        let right = if strict && right.binding == binding {
            format!("（{}）", right.text)
        } else {
            bracketed(right, binding)
        };
        Part { text: format!("{left}{sign}{right}"), binding }
    }

    fn pick(&mut self, a: FigureId, b: FigureId, which: &str) -> Part {
        let (a, b) = (self.number(a).text, self.number(b).text);
        atom(format!("［{a}、{b}］的{which}"))
    }

    fn is_zero(&self, expression: FigureId) -> bool {
        let Figure::Constant(index) = self.dataset.rules.figure(expression) else { return false };
        self.dataset.rules.constants.get(usize::from(index)).is_some_and(Decimal::is_zero)
    }

    fn is_date(&self, expression: FigureId) -> bool {
        let figure = self.dataset.rules.figure(expression);
        if let Figure::Read(slot, _) = figure {
            return self.question(slot).is_some_and(|question| matches!(question.shape, Shape::Date { .. }));
        }
        if let Figure::Parameter(index, _) = figure {
            return self.is_day(index);
        }
        matches!(figure, Figure::Min(a, _) if self.is_date(a))
    }

    fn is_day(&self, parameter: u16) -> bool {
        self.dataset.rules.parameters.get(usize::from(parameter)).is_some_and(|parameter| parameter.is_date)
    }

    fn parameter(&self, index: u16, end: crate::rules::End) -> String {
        let Some(parameter) = self.dataset.rules.parameters.get(usize::from(index)) else { return String::new() };
        let value = match end {
            crate::rules::End::Low => parameter.low,
            crate::rules::End::High => parameter.high,
        };
        if parameter.is_date {
            return format!("{} {}", parameter.name, day(value));
        }
        if parameter.percent {
            return format!("{} {}", parameter.name, percent(value));
        }
        format!("{} {}{}", parameter.name, grouped(value), spaced(&parameter.unit))
    }

    fn question(&self, slot: Slot) -> Option<&Question> {
        let of = |variable: VarId| {
            let index = self.dataset.rules.variables.get(usize::from(variable))?.question;
            self.dataset.questions.get(usize::from(index))
        };
        match slot {
            Slot::Whole(variable) => of(variable),
            Slot::Field(group, field) => {
                let rows = self.dataset.rules.groups.get(usize::from(group))?;
                let Shape::Group { fields, .. } = &of(rows.count)?.shape else { return None };
                fields.get(usize::from(field))
            }
        }
    }

    fn label(&self, slot: Slot) -> String {
        self.question(slot).map(|question| question.label.clone()).unwrap_or_default()
    }

    fn variable(&self, slot: Slot) -> VarId {
        match slot {
            Slot::Whole(variable) => variable,
            Slot::Field(group, field) => self
                .dataset
                .rules
                .groups
                .get(usize::from(group))
                .map_or(VarId::MAX, |rows| rows.count + 1 + self.row * u16::from(rows.fields) + u16::from(field)),
        }
    }

    /// A question's name with its answer.
    fn slot(&self, slot: Slot) -> String {
        let Some(question) = self.question(slot) else { return String::new() };
        let variable = self.variable(slot);
        let Domain::Range(low, high) = self.engine.space().get(variable) else { return question.label.clone() };
        let full = self.dataset.rules.variables.get(usize::from(variable)).map(|variable| Domain::full(&variable.kind));
        if low != high && full == Some(Domain::Range(low, high)) {
            return format!("{}（未填）", question.label);
        }
        let (write, unit): (fn(Decimal) -> String, &str) = match &question.shape {
            Shape::Date { .. } => (day, ""),
            Shape::Number { percent: true, .. } => (percent, ""),
            Shape::Number { unit_label, .. } => (grouped, unit_label),
            Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Group { .. } => (grouped, ""),
        };
        let unit = spaced(unit);
        if low == high {
            format!("{} {}{unit}", question.label, write(low))
        } else {
            format!("{} {}～{}{unit}", question.label, write(low), write(high))
        }
    }

    fn count(&self, group: u8) -> String {
        match self.dataset.rules.groups.get(usize::from(group)).map(|rows| self.engine.space().get(rows.count)) {
            Some(Domain::Range(low, high)) if low == high => format!("{low} 笔"),
            _ => "笔数".to_owned(),
        }
    }

    /// Each row on its own, joined by plus signs.
    fn rows(&mut self, group: u8, write: &mut dyn FnMut(&mut Self) -> String) -> Part {
        let Some(rows) = self.dataset.rules.groups.get(usize::from(group)) else { return atom(String::new()) };
        let Domain::Range(low, high) = self.engine.space().get(rows.count) else { return atom(String::new()) };
        if low != high {
            return atom("各笔合计（尚未填写）".to_owned());
        }
        let mut parts = Vec::new();
        for row in 0..high.to_u16().unwrap_or(0) {
            self.row = row;
            let outer = self.engine.enter_row(u8::try_from(row).unwrap_or(0));
            parts.push(write(self));
            self.engine.enter_row(outer);
        }
        match parts.as_slice() {
            [] => atom("0".to_owned()),
            [one] => Part { text: one.clone(), binding: Binding::Sum },
            _ => atom(format!("［{}］", parts.join(" ＋ "))),
        }
    }
}

fn bracketed(part: Part, within: Binding) -> String {
    if part.binding < within {
        format!("（{}）", part.text)
    } else {
        part.text
    }
}

fn spaced(unit: &str) -> String {
    if unit.is_empty() {
        String::new()
    } else {
        format!(" {unit}")
    }
}

fn percent(fraction: Decimal) -> String {
    format!("{}%", grouped(times(fraction, Decimal::ONE_HUNDRED).normalize()))
}

fn day(number: Decimal) -> String {
    number.to_i32().map(|day| Date(day).to_string()).unwrap_or_default()
}

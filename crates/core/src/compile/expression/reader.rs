//! CEL text to typed expressions: operators, names and units. Function calls belong to `call`.

use super::super::diagnostic::Log;
use super::super::names::{Meaning, Names};
use super::super::tree::{place_in_text, Span};
use super::super::unit::Unit;
use super::{Number, Test, Typed};
use crate::rules::{Comparison, GREATEST};
use cel::common::ast::{operators, CallExpr, Expr, IdedExpr, LiteralValue, SourceInfo};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Bytes of an expression; more would be read by no one, and nests too deep for the parser.
const LONGEST: usize = 2_000;

/// Reads one expression.
pub struct Reader<'a, 'text> {
    pub(super) names: &'a mut Names,
    pub(super) log: &'a mut Log<'text>,
    pub(super) source: SourceInfo,
    /// Where the JSON text that holds the expression begins.
    pub(super) start: usize,
    /// The group whose rows are at hand, and its fields.
    pub(super) group: String,
    pub(super) fields: BTreeMap<String, Meaning>,
}

impl<'a, 'text> Reader<'a, 'text> {
    /// Reads the CEL text of a JSON string at `span`.
    pub fn read(text: &str, span: Span, names: &'a mut Names, log: &'a mut Log<'text>) -> Option<Typed> {
        let read = Reader::typed_text(text, span, &mut *names, &mut *log);
        match &read {
            None => names.unread = true,
            Some(typed) if !typed.is_within(Decimal::from(GREATEST)) => log.add(
                span,
                format!("`{text}` may pass {GREATEST}"),
                "narrow `min` and `max` of its questions, so that no number overflows",
            ),
            Some(_) => {}
        }
        read
    }

    fn typed_text(text: &str, span: Span, names: &'a mut Names, log: &'a mut Log<'text>) -> Option<Typed> {
        if text.len() > LONGEST {
            log.add(span, format!("the expression has {} bytes", text.len()), "split it with a named fact");
            return None;
        }
        match cel::parser::Parser::default().parse_with_source_info(text) {
            Ok((expression, source)) => {
                let (group, fields) = (String::new(), BTreeMap::new());
                let mut reader = Self { names, log, source, start: span.start, group, fields };
                reader.typed(&expression)
            }
            Err(_) => {
                log.add(
                    span,
                    format!("`{text}` is no expression"),
                    "check brackets, quotes and operators; docs/format.md lists what is allowed",
                );
                None
            }
        }
    }

    /// Reads a condition.
    pub fn condition(text: &str, span: Span, names: &'a mut Names, log: &'a mut Log<'text>) -> Option<Test> {
        match Reader::read(text, span, &mut *names, &mut *log)? {
            Typed::Test(test) => Some(test),
            Typed::Number(..) => {
                log.add(span, format!("`{text}` is a number, not a condition"), "compare it with something");
                None
            }
        }
    }

    /// Reads a number and checks its unit.
    pub fn number(
        text: &str,
        unit: &Unit,
        span: Span,
        names: &'a mut Names,
        log: &'a mut Log<'text>,
    ) -> Option<Number> {
        match Reader::read(text, span, &mut *names, &mut *log)? {
            Typed::Number(number, found) => {
                if let Some(found) = found.filter(|found| found != unit) {
                    log.add(
                        span,
                        format!("`{text}` is in `{found}`, not in `{unit}`"),
                        "check which figures are multiplied",
                    );
                }
                Some(number)
            }
            Typed::Test(_) => {
                log.add(span, format!("`{text}` is a condition, not a number"), "write `condition ? number : 0`");
                None
            }
        }
    }

    pub(super) fn fail<T>(
        &mut self,
        at: &IdedExpr,
        problem: impl Into<String>,
        advice: impl Into<String>,
    ) -> Option<T> {
        let offset = self.source.offset_for(at.id).map_or(0, |(start, _)| usize::try_from(start).unwrap_or(0));
        let place = place_in_text(self.log.text(), self.start, offset);
        self.log.add(Span { start: place, end: place }, problem, advice);
        None
    }

    /// Looks a name up: a field of the row at hand, else a name of the dataset.
    pub(super) fn meaning(&mut self, at: &IdedExpr, name: &str) -> Option<Meaning> {
        if let Some(field) = self.fields.get(name) {
            self.names.mark(&self.group, name);
            return Some(field.clone());
        }
        if let Some(meaning) = self.names.get(name) {
            return Some(meaning);
        }
        if self.names.is_spoilt(name) {
            return None;
        }
        let advice = match self.names.nearest(name) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => "name a question, a fact or a parameter of this file".to_owned(),
        };
        self.fail(at, format!("unknown name `{name}`"), advice)
    }

    fn typed(&mut self, at: &IdedExpr) -> Option<Typed> {
        match &at.expr {
            Expr::Literal(literal) => self.literal(at, literal),
            Expr::Ident(name) => self.ident(at, name),
            Expr::Call(call) => self.operator(at, call),
            Expr::Unspecified
            | Expr::Comprehension(_)
            | Expr::List(_)
            | Expr::Map(_)
            | Expr::Select(_)
            | Expr::Struct(_) => {
                self.fail(at, "this form is not part of the language", "docs/format.md lists what is allowed")
            }
        }
    }

    fn literal(&mut self, at: &IdedExpr, literal: &LiteralValue) -> Option<Typed> {
        match literal {
            LiteralValue::Boolean(value) => Some(Typed::Test(Test::Truth(*value.inner()))),
            LiteralValue::Int(value) if (0..=12).contains(value.inner()) => {
                Some(Typed::Number(Number::Constant(Decimal::from(*value.inner())), None))
            }
            LiteralValue::Int(value) => {
                let problem = format!("the figure `{}` has no name", value.inner());
                self.fail(at, problem, "make it a parameter with its unit and source")
            }
            LiteralValue::Double(value) => {
                let problem = format!("the figure `{}` has no name", value.inner());
                self.fail(at, problem, "make it a parameter with its unit and source")
            }
            LiteralValue::String(_) | LiteralValue::UInt(_) | LiteralValue::Bytes(_) | LiteralValue::Null => {
                self.fail(at, "this literal is not part of the language", "texts stand only beside ==, != and in")
            }
        }
    }

    fn ident(&mut self, at: &IdedExpr, name: &str) -> Option<Typed> {
        Some(match self.meaning(at, name)? {
            Meaning::YesNo(slot) => Typed::Test(Test::Among(slot, 2)),
            Meaning::Condition(test) => Typed::Test(test),
            Meaning::Number { slot, unit, min, max } => Typed::Number(Number::Variable { slot, min, max }, Some(unit)),
            Meaning::Date { slot, min, max } => {
                let (min, max) = (min.0.into(), max.0.into());
                Typed::Number(Number::Variable { slot, min, max }, Some(Unit::base("date")))
            }
            Meaning::Parameter { index, unit, low, high } => {
                Typed::Number(Number::Parameter { index, low, high }, Some(unit))
            }
            Meaning::Computed(number, unit) => Typed::Number(number, Some(unit)),
            Meaning::Choice(..) | Meaning::Class(..) => {
                return self.fail(
                    at,
                    format!("`{name}` is a choice"),
                    "compare it: `== \"value\"` or `in [\"a\", \"b\"]`",
                );
            }
            Meaning::Set(..) => {
                return self.fail(at, format!("`{name}` is a set"), "ask for a member: `\"member\" in set`")
            }
            Meaning::Group { .. } => {
                return self.fail(at, format!("`{name}` is a group of rows"), "use sum, any or count")
            }
            Meaning::Series { .. } => {
                return self.fail(at, format!("`{name}` changes with time"), "use at(series, date)")
            }
            Meaning::Table { .. } => {
                return self.fail(at, format!("`{name}` is a classification"), "use classify(table, …)")
            }
        })
    }

    fn operator(&mut self, at: &IdedExpr, call: &CallExpr) -> Option<Typed> {
        let args = call.args.as_slice();
        match (call.func_name.as_str(), args) {
            (operators::LOGICAL_AND, _) => self.fold(args, Test::And).map(Typed::Test),
            (operators::LOGICAL_OR, _) => self.fold(args, Test::Or).map(Typed::Test),
            (operators::LOGICAL_NOT, [a]) => Some(Typed::Test(Test::Not(Box::new(self.test(a)?)))),
            (operators::EQUALS, [a, b]) => self.equals(at, a, b).map(Typed::Test),
            (operators::NOT_EQUALS, [a, b]) => Some(Typed::Test(Test::Not(Box::new(self.equals(at, a, b)?)))),
            (operators::IN, [a, b]) => self.within(at, a, b).map(Typed::Test),
            (operators::LESS, [a, b]) => self.compare(at, Comparison::Less, a, b),
            (operators::LESS_EQUALS, [a, b]) => self.compare(at, Comparison::AtMost, a, b),
            (operators::GREATER, [a, b]) => self.compare(at, Comparison::Less, b, a),
            (operators::GREATER_EQUALS, [a, b]) => self.compare(at, Comparison::AtMost, b, a),
            (operators::ADD, [a, b]) => self.same_unit(at, a, b, Number::Add),
            (operators::SUBSTRACT, [a, b]) => self.same_unit(at, a, b, Number::Subtract),
            (operators::MULTIPLY, [a, b]) => {
                let ((a, x), (b, y)) = (self.quantity(a)?, self.quantity(b)?);
                let unit = x.unwrap_or_default().times(&y.unwrap_or_default());
                Some(Typed::Number(Number::Multiply(Box::new(a), Box::new(b)), Some(unit)))
            }
            (operators::DIVIDE, [a, b]) => {
                let ((a, x), (divisor, y)) = (self.quantity(a)?, self.quantity(b)?);
                if divisor.bounds().0 <= Decimal::ZERO {
                    return self.fail(b, "the divisor may be zero", "divide by a parameter or a literal");
                }
                let unit = x.unwrap_or_default().per(&y.unwrap_or_default());
                Some(Typed::Number(Number::Divide(Box::new(a), Box::new(divisor)), Some(unit)))
            }
            (operators::CONDITIONAL, [test, yes, no]) => self.conditional(at, test, yes, no),
            _ => self.function(at, call),
        }
    }

    fn fold(&mut self, args: &[IdedExpr], join: fn(Box<Test>, Box<Test>) -> Test) -> Option<Test> {
        let tests: Vec<Option<Test>> = args.iter().map(|argument| self.test(argument)).collect();
        let tests: Option<Vec<Test>> = tests.into_iter().collect();
        tests?.into_iter().reduce(|a, b| join(Box::new(a), Box::new(b)))
    }

    pub(super) fn test(&mut self, at: &IdedExpr) -> Option<Test> {
        match self.typed(at)? {
            Typed::Test(test) => Some(test),
            Typed::Number(..) => self.fail(at, "a number stands where a condition should", "compare it with something"),
        }
    }

    pub(super) fn quantity(&mut self, at: &IdedExpr) -> Option<(Number, Option<Unit>)> {
        match self.typed(at)? {
            Typed::Number(number, unit) => Some((number, unit)),
            Typed::Test(_) => {
                self.fail(at, "a condition stands where a number should", "write `condition ? number : 0`")
            }
        }
    }

    /// Both numbers, and the unit they share.
    pub(super) fn alike(
        &mut self,
        at: &IdedExpr,
        a: &IdedExpr,
        b: &IdedExpr,
    ) -> Option<(Number, Number, Option<Unit>)> {
        let (first, second) = (self.quantity(a), self.quantity(b));
        let ((a, x), (b, y)) = (first?, second?);
        match (x, y) {
            (Some(x), Some(y)) if x != y => self.fail(
                at,
                format!("`{x}` and `{y}` are put together"),
                "only figures of one unit can be added or compared",
            ),
            (x, y) => Some((a, b, x.or(y))),
        }
    }

    fn same_unit(
        &mut self,
        at: &IdedExpr,
        a: &IdedExpr,
        b: &IdedExpr,
        join: fn(Box<Number>, Box<Number>) -> Number,
    ) -> Option<Typed> {
        let (a, b, unit) = self.alike(at, a, b)?;
        Some(Typed::Number(join(Box::new(a), Box::new(b)), unit))
    }

    fn compare(&mut self, at: &IdedExpr, comparison: Comparison, a: &IdedExpr, b: &IdedExpr) -> Option<Typed> {
        let (a, b, _) = self.alike(at, a, b)?;
        Some(Typed::Test(Test::Compare(comparison, Box::new(a), Box::new(b))))
    }

    fn conditional(&mut self, at: &IdedExpr, test: &IdedExpr, yes: &IdedExpr, no: &IdedExpr) -> Option<Typed> {
        let test = self.test(test)?;
        let (yes, no, unit) = self.alike(at, yes, no)?;
        Some(Typed::Number(Number::If(Box::new(test), Box::new(yes), Box::new(no)), unit))
    }
}

//! Choices, classes and sets: what they are compared with.

use super::super::names::Meaning;
use super::reader::Reader;
use super::Test;
use crate::rules::{Comparison, Slot};
use cel::common::ast::{Expr, IdedExpr, LiteralValue};

impl Reader<'_, '_> {
    pub(super) fn equals(&mut self, at: &IdedExpr, a: &IdedExpr, b: &IdedExpr) -> Option<Test> {
        if let Expr::Literal(LiteralValue::String(text)) = &b.expr {
            return self.member_of(a, &[(b, text.inner().to_owned())]);
        }
        let (a, b, _) = self.alike(at, a, b)?;
        Some(Test::Compare(Comparison::Equal, Box::new(a), Box::new(b)))
    }

    /// `choice in ["a", "b"]` or `"member" in set`.
    pub(super) fn within(&mut self, at: &IdedExpr, a: &IdedExpr, b: &IdedExpr) -> Option<Test> {
        match (&a.expr, &b.expr) {
            (Expr::Literal(LiteralValue::String(member)), Expr::Ident(set)) => {
                let Meaning::Set(first, members) = self.meaning(b, set)? else {
                    return self.fail(b, format!("`{set}` is no set"), "write `\"member\" in set_question`");
                };
                let Some((_, variable)) = members.iter().zip(first..).find(|(id, _)| *id == member.inner()) else {
                    return self.fail(
                        a,
                        format!("`{}` is no member of `{set}`", member.inner()),
                        format!("one of {}", members.join(", ")),
                    );
                };
                self.names.mark(set, member.inner());
                Some(Test::Among(Slot::Whole(variable), 2))
            }
            (_, Expr::List(list)) => {
                let mut values = Vec::new();
                for element in &list.elements {
                    let Expr::Literal(LiteralValue::String(text)) = &element.expr else {
                        return self.fail(element, "only texts stand in a list", "write `in [\"a\", \"b\"]`");
                    };
                    values.push((element, text.inner().to_owned()));
                }
                self.member_of(a, &values)
            }
            _ => self.fail(
                at,
                "`in` needs a set question or a list",
                "write `\"member\" in set` or `choice in [\"a\", \"b\"]`",
            ),
        }
    }

    fn member_of(&mut self, choice: &IdedExpr, values: &[(&IdedExpr, String)]) -> Option<Test> {
        let Expr::Ident(name) = &choice.expr else {
            return self.fail(choice, "only a choice can be compared with a text", "name a choice question or a class");
        };
        let (ids, make): (Vec<String>, Box<dyn Fn(u32) -> Test>) = match self.meaning(choice, name)? {
            Meaning::Choice(slot, ids) => (ids, Box::new(move |mask| Test::Among(slot, mask))),
            Meaning::Class(fact, ids) => (ids, Box::new(move |mask| Test::ClassAmong(fact, mask))),
            Meaning::YesNo(_)
            | Meaning::Set(..)
            | Meaning::Number { .. }
            | Meaning::Date { .. }
            | Meaning::Group { .. }
            | Meaning::Parameter { .. }
            | Meaning::Series { .. }
            | Meaning::Table { .. }
            | Meaning::Condition(_)
            | Meaning::Computed(..) => {
                return self.fail(
                    choice,
                    format!("`{name}` is no choice"),
                    "only choices and classes are compared with texts",
                )
            }
        };
        let mut mask = 0;
        for (at, value) in values {
            match ids.iter().position(|id| id == value) {
                Some(bit) => mask |= 1 << bit,
                None => {
                    return self.fail(
                        at,
                        format!("`{value}` is no value of `{name}`"),
                        format!("one of {}", ids.join(", ")),
                    )
                }
            }
        }
        Some(make(mask))
    }
}

//! Are two figures the two ends of one number. Evaluation does not belong here.

use super::basis::Rules;
use super::node::{Figure, FigureId};

impl Rules {
    /// Do two figures give the same number wherever no answer that they read is open: the ends of one expression that
    /// uses no figure for which the source leaves a range. `false` also where that is not plain to see.
    pub fn ends_of_one(&self, low: FigureId, high: FigureId) -> bool {
        if low == high {
            return true;
        }
        match (self.figure(low), self.figure(high)) {
            (Figure::Constant(a), Figure::Constant(b)) => a == b,
            (Figure::Read(a, _), Figure::Read(b, _)) => a == b,
            (Figure::At(a, on), Figure::At(b, day)) => a == b && on == day,
            (Figure::Parameter(a, _), Figure::Parameter(b, _)) => {
                let figure = self.parameters.get(usize::from(a));
                a == b && figure.is_some_and(|figure| figure.low == figure.high)
            }
            (Figure::Add(a, b), Figure::Add(c, d))
            | (Figure::Subtract(a, b), Figure::Subtract(c, d))
            | (Figure::Multiply(a, b), Figure::Multiply(c, d))
            | (Figure::Divide(a, b), Figure::Divide(c, d))
            | (Figure::Min(a, b), Figure::Min(c, d))
            | (Figure::Max(a, b), Figure::Max(c, d)) => self.ends_of_one(a, c) && self.ends_of_one(b, d),
            (Figure::If(test, a, b), Figure::If(same, c, d)) => {
                test == same && self.ends_of_one(a, c) && self.ends_of_one(b, d)
            }
            _ => false,
        }
    }
}

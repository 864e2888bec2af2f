//! Are two expressions the two ends of one number. Evaluation does not belong here.

use super::node::{ExprId, Node, Rules};

impl Rules {
    /// Do two expressions give the same number wherever no answer that they read is open: the ends of one expression that
    /// uses no figure for which the source leaves a range. `false` also where that is not plain to see.
    pub fn ends_of_one(&self, low: ExprId, high: ExprId) -> bool {
        if low == high {
            return true;
        }
        let (Some(one), Some(other)) = (self.node(low), self.node(high)) else { return false };
        match (one, other) {
            (Node::Constant(a), Node::Constant(b)) => a == b,
            (Node::Read(a, _), Node::Read(b, _)) => a == b,
            (Node::At(a, on), Node::At(b, day)) => a == b && on == day,
            (Node::Parameter(a, _), Node::Parameter(b, _)) => {
                let figure = self.parameters.get(usize::from(a));
                a == b && figure.is_some_and(|figure| figure.low == figure.high)
            }
            (Node::Add(a, b), Node::Add(c, d))
            | (Node::Subtract(a, b), Node::Subtract(c, d))
            | (Node::Multiply(a, b), Node::Multiply(c, d))
            | (Node::Divide(a, b), Node::Divide(c, d))
            | (Node::Min(a, b), Node::Min(c, d))
            | (Node::Max(a, b), Node::Max(c, d)) => self.ends_of_one(a, c) && self.ends_of_one(b, d),
            (Node::If(test, a, b), Node::If(same, c, d)) => {
                test == same && self.ends_of_one(a, c) && self.ends_of_one(b, d)
            }
            _ => false,
        }
    }
}

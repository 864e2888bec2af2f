//! Questions and members that had another id once.

use super::Dataset;
use crate::pack::packed;

/// A former id. Links, stored answers, a host's prefill and the command still read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Renamed {
    /// `question`, or `question.part` for a member of a set, a value of a choice or a field of a row.
    pub from: String,
    /// Index into `Dataset::questions`.
    pub question: u16,
    /// The part of it that it is now, by its place.
    pub part: Option<u8>,
}
packed!(Renamed { from, question, part });

impl Dataset {
    /// What a former id stands for now.
    pub fn renamed(&self, from: &str) -> Option<&Renamed> {
        self.renamed.iter().find(|renamed| renamed.from == from)
    }
}

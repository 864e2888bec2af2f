//! 查政策: all policies, found by words, by topic or by document.

/// A clause that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index into `Dataset::clauses`.
    pub clause: u16,
    /// The item's row, where something was screened; see `Row`.
    pub row: Option<super::Row>,
}

/// Clauses of one topic, or of one policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Index into `Dataset::visit.topics`, or with `Filter::by_document` into `Dataset::policies`.
    pub of: u16,
    /// The clauses, in the order of the list.
    pub clauses: Vec<Found>,
    /// Background rows, by document only: indices into `Dataset::background`.
    pub background: Vec<u16>,
    /// Offices named by the clauses.
    pub offices: usize,
}

/// 查政策.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// What was found, without empty sections.
    pub sections: Vec<Section>,
    /// Clauses found.
    pub clauses: usize,
    /// Does the filter narrow at all.
    pub narrowed: bool,
    /// Items that this firm may have; `None` before anything is known.
    pub mine: Option<usize>,
}

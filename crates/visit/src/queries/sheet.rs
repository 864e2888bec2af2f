//! 清单: a page an office, for the visit there. Files are made from the same rows.

use super::{Opened, Sentence, Sum};

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Index into `Dataset::agencies`; `None` where the list names no office.
    pub office: Option<u8>,
    /// What is to be looked into there, opened.
    pub items: Vec<Opened>,
    /// The answers used for each of the items.
    pub answers: Vec<Vec<Sentence>>,
    /// Cash that is had.
    pub had: Sum,
    /// Cash that has to be asked first.
    pub ask: Sum,
}

/// 清单.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Who the firm is.
    pub firm: Vec<Sentence>,
    /// The pages, in the order of the cards.
    pub pages: Vec<Page>,
}

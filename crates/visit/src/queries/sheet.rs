//! 清单: a page an office, for the visit there. Files are made from the same rows.

use super::answers::{sentence, sentences};
use super::card::opened;
use super::{Opened, Sentence, Sum};
use crate::cards::{card_rows, office_of, offices, sum};
use crate::plan::used;
use crate::reckon::known;
use crate::row::{Row, Sort, Word};
use crate::state::State;
use huiqi_core::screening::Screener;

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

/// 清单.
pub fn sheet(screener: &Screener, state: &State) -> Sheet {
    let dataset = screener.dataset();
    let reckoned = known(screener, state);
    let rows = card_rows(&reckoned);
    let page = |office: Option<u8>| {
        let here: Vec<Row> = rows.iter().copied().filter(|row| office_of(dataset, row) == office).collect();
        let cash = |had: bool| {
            let is_had = |row: &&Row| matches!(row.word, Word::Can | Word::ThatYear | Word::Ended) == had;
            sum(here.iter().filter(is_had).filter(|row| row.money.sort() == Some(Sort::Cash)).map(|row| row.money))
        };
        let answers = |row: &Row| {
            let parts = used(screener, state, row.clause);
            parts.into_iter().filter_map(|part| sentence(dataset, state, part)).collect()
        };
        Page {
            office,
            items: here.iter().filter_map(|row| opened(screener, state, row.item)).collect(),
            answers: here.iter().map(answers).collect(),
            had: cash(true),
            ask: cash(false),
        }
    };
    let pages = offices(dataset, &rows).into_iter().map(page).collect();
    Sheet { firm: sentences(dataset, state, &dataset.visit.who), pages }
}

//! A small shop's visit, step by step.
#![cfg(test)]

mod answering;
mod going;
mod hearing;
mod keeping;

use super::*;
use crate::compile::compile;
use crate::profile::Answer;
use std::sync::OnceLock;

/// A visit under way.
struct Visit {
    screener: &'static Screener,
    state: State,
}

fn screener() -> &'static Screener {
    static SCREENER: OnceLock<Screener> = OnceLock::new();
    SCREENER.get_or_init(|| match compile(include_str!("tests/shop.json")) {
        Ok(dataset) => Screener::new(dataset),
        Err(found) => panic!("shop.json has mistakes: {found:#?}"),
    })
}

impl Visit {
    fn new() -> Self {
        Self { screener: screener(), state: State::new("2020-05-01".parse().unwrap()) }
    }

    /// A visit whose dataset says what is asked first.
    fn with_first_page(id: &str) -> Self {
        let dataset = Dataset { first_page: vec![Self::index(id)], ..screener().dataset().clone() };
        Self { screener: Box::leak(Box::new(Screener::new(dataset))), ..Self::new() }
    }

    fn act(mut self, action: Action) -> Self {
        self.state = step(self.screener, &self.state, action);
        self
    }

    fn index(id: &str) -> u16 {
        u16::try_from(screener().dataset().question(id).unwrap()).unwrap()
    }

    fn field(id: &str) -> Field {
        Field::of(Self::index(id))
    }

    fn type_into(self, field: Field, text: &str) -> Self {
        self.act(Action::Type(field, text.into())).act(Action::Settle)
    }

    fn answer(&self, id: &str) -> Option<&Answer> {
        self.state.profile.get(usize::from(Self::index(id)))
    }

    /// Ids of the questions shown.
    fn shown(&self) -> Vec<&'static str> {
        let Place::Questions(page) = self.state.place() else { return Vec::new() };
        let questions = &screener().dataset().questions;
        visible(self.screener, &self.state, page)
            .iter()
            .map(|index| questions[usize::from(*index)].id.as_str())
            .collect()
    }
}

//! Where a visitor is, and the way there and back.

use crate::part::Field;

/// A screen, with what it shows where that varies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// 开始: what this is, and the frame of time.
    #[default]
    Start,
    /// 企业: who the firm is. In the large form one question a page, counted from 0; else 0.
    Firm(u8),
    /// 名单: what such a firm can probably have.
    Shortlist,
    /// 情况: the situations to tap.
    Situations,
    /// 补充: the chapter that a situation opens, an index into the list's gates; in the large form which question of it.
    Branch(u8, u8),
    /// 结果: what it comes to, and what to do first.
    Outcome,
    /// 清单: a page an office.
    Sheet,
    /// 回答: every answer given.
    Answers,
    /// One question whose answer is to be changed.
    Change(Field),
    /// 查政策: all policies.
    Library,
}

/// Places in the order of visiting, with the one where the visitor is; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    places: Vec<Place>,
    at: usize,
}

/// Places kept; more would only fill the storage.
const LONGEST: usize = 60;

impl Default for Trail {
    fn default() -> Self {
        Self { places: vec![Place::Start], at: 0 }
    }
}

impl Trail {
    /// A trail read from storage; nothing where it would be empty.
    pub fn new(places: Vec<Place>, at: usize) -> Option<Self> {
        let last = places.len().checked_sub(1)?;
        Some(Self { places, at: at.min(last) })
    }

    /// The place where the visitor is.
    pub fn here(&self) -> Place {
        // INVARIANT: `at` lies within `places`, which is never empty.
        self.places.get(self.at).copied().unwrap_or(Place::Start)
    }

    /// The place's number, counted from the start.
    pub fn at(&self) -> usize {
        self.at
    }

    /// All places.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Goes on to a place; what lay ahead is forgotten.
    pub fn push(&mut self, place: Place) {
        if place == self.here() {
            return;
        }
        self.places.truncate(self.at + 1);
        if self.places.len() >= LONGEST {
            // The start stays, so that Back always ends there.
            self.places.remove(1);
        }
        self.places.push(place);
        self.at = self.places.len() - 1;
    }

    /// Goes to a place by its number, or to the nearest there is.
    pub fn go(&mut self, at: usize) {
        self.at = at.min(self.places.len() - 1);
    }

    /// Goes one place back.
    pub fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }
}

//! Where a visitor is, and the way there and back.

use std::rc::Rc;

/// A screen, with what it shows where that varies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// What this is, and the reference date.
    #[default]
    Start,
    /// These questions, in the order of the dataset.
    Questions(Rc<[u16]>),
    /// One question whose answer is to be changed.
    Change(u16),
    /// Every answer given.
    Answers,
    /// What the firm may have.
    Outcome,
    /// All policies.
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
    pub fn here(&self) -> &Place {
        // INVARIANT: `at` lies within `places`, which is never empty.
        self.places.get(self.at).unwrap_or(&Place::Start)
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
        if place == *self.here() {
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

    /// Shows another place instead of this one.
    pub fn replace(&mut self, place: Place) {
        if let Some(here) = self.places.get_mut(self.at) {
            *here = place;
        }
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

//! The one thing that components are given: the session as it stands, and how to act on it.

use huiqi_core::dataset::Dataset;
use huiqi_core::screening::{Screener, Screening};
use huiqi_core::session::{is_idle, step, Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// The session as it stands, and how to act on it.
#[derive(Clone, Debug)]
pub struct View {
    /// The dataset, ready for screening.
    pub screener: Rc<Screener>,
    /// The visit.
    pub state: Rc<State>,
    /// Where actions go.
    pub act: Callback<Action>,
}

impl PartialEq for View {
    /// A step that changes anything makes a new state, so its address says whether anything may have changed.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.screener, &other.screener) && Rc::ptr_eq(&self.state, &other.state) && self.act == other.act
    }
}

impl View {
    /// The dataset.
    pub fn dataset(&self) -> &Dataset {
        self.screener.dataset()
    }

    /// A callback that does always the same.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }

    /// What the profile gets, with what it was screened for.
    pub fn screened(&self) -> Option<Screened> {
        let screening = Rc::clone(self.state.screening.as_ref()?);
        Some(Screened { screener: Rc::clone(&self.screener), state: Rc::clone(&self.state), screening })
    }
}

/// A screening, equal only to itself: what is made from it is made once.
#[derive(Clone, Debug)]
pub struct Screened {
    /// The dataset, ready for screening.
    pub screener: Rc<Screener>,
    /// The visit in which it was made; only its profile and date count here.
    pub state: Rc<State>,
    /// What the profile gets.
    pub screening: Rc<Screening>,
}

impl PartialEq for Screened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.screener, &other.screener) && Rc::ptr_eq(&self.screening, &other.screening)
    }
}

/// Properties of a component that needs nothing but the view.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ViewProps {
    /// The session.
    pub view: View,
}

/// The session as the state of the topmost component.
#[derive(Debug)]
pub struct Session {
    /// The dataset, ready for screening.
    pub screener: Rc<Screener>,
    /// The visit.
    pub state: Rc<State>,
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if is_idle(&self.state, &action) {
            return self; // nothing is rendered again
        }
        let state = Rc::new(step(&self.screener, &self.state, action));
        Rc::new(Self { screener: Rc::clone(&self.screener), state })
    }
}

//! The one thing that screens are given: the visit as it stands, and how to act on it.

use crate::browser;
use huiqi_core::dataset::visit::{Gate, Item};
use huiqi_core::dataset::{Clause, Dataset, Policy};
use huiqi_core::screening::Screener;
use huiqi_visit::{is_idle, list_date, step, Action, Mode, State};
use std::rc::Rc;
use yew::prelude::*;

/// The visit as it stands, and how to act on it.
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

    /// 回查 or 现行.
    pub fn mode(&self) -> Mode {
        Mode::on(self.dataset(), self.state.reference_date())
    }

    /// The list's own year.
    pub fn year(&self) -> i32 {
        list_date(self.dataset()).unwrap_or(self.state.today).civil().0
    }

    /// An item of the list.
    pub fn item(&self, item: u16) -> Option<&Item> {
        self.dataset().visit.items.get(usize::from(item))
    }

    /// Names of the first few of these items.
    pub fn names(&self, items: impl IntoIterator<Item = u16>, most: usize) -> Vec<&str> {
        items.into_iter().filter_map(|item| self.item(item)).take(most).map(|item| item.name.as_str()).collect()
    }

    /// A situation of the list.
    pub fn gate(&self, gate: u8) -> Option<&Gate> {
        self.dataset().visit.gates.get(usize::from(gate))
    }

    /// A clause with its policy.
    pub fn clause(&self, clause: u16) -> Option<(&Clause, &Policy)> {
        let clause = self.dataset().clauses.get(usize::from(clause))?;
        Some((clause, self.dataset().policies.get(usize::from(clause.policy))?))
    }

    /// A callback that does always the same.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }

    /// As [`View::on`]; then the focus goes to an element, for one that takes away what had it.
    pub fn on_then<E>(&self, action: Action, focus: &'static str) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| {
            act.emit(action.clone());
            browser::after_paint(move || browser::focus(focus)).forget();
        })
    }
}

/// Properties of a component that needs nothing but the view.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ViewProps {
    /// The visit.
    pub view: View,
}

/// The visit as the state of the topmost component.
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

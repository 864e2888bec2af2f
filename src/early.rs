//! The start and the first questions as HTML, written when the widget is built: a phone shows them, and takes taps on
//! them, while the wasm is still on its way. They are the widget's own screens; handing over belongs to
//! `static/early.js`.

use crate::data;
use crate::ui::View;
use crate::ui::{Examples, Still, ViewProps};
use huiqi_core::date::Date;
use huiqi_visit::{step, Action, State};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// Stands for the day of the visit, which nobody knows when the widget is built; it lies behind every period, so that the
/// note on an old list is there. `static/early.js` writes the day over it.
const DAY: &str = "2099-12-31";

/// Templates of both screens; `data-until` is the last day on which the note on an old list does not hold.
pub async fn early() -> String {
    let screener = Rc::new(data::screener());
    let day: Date = DAY.parse().unwrap_or(Date::EPOCH);
    let dataset = screener.dataset();
    let until = dataset.clauses.iter().filter_map(|clause| clause.last_day(&dataset.events)).max().unwrap_or(day);
    let start = State::new(day);
    let first = step(&screener, &start, Action::Next);
    let mut html = String::new();
    for (id, state) in [("early-start", start), ("early-first", first)] {
        let view = View { screener: Rc::clone(&screener), state: Rc::new(state), act: Callback::noop() };
        let screen = LocalServerRenderer::<Still>::with_props(ViewProps { view }).hydratable(false).render().await;
        html.push_str(&format!("<template id=\"{id}\" data-until=\"{until}\">{screen}</template>\n"));
    }
    html
}

/// Every component in every state, for pictures and for what judges markup.
pub async fn components() -> String {
    LocalServerRenderer::<Examples>::new().hydratable(false).render().await
}

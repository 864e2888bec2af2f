//! The live result beside the questions: how many clauses fit, what they are worth so far.

use super::text::{ask, live as words};
use super::total;
use super::view::{Screened, View};
use huiqi_core::dataset::Status;
use huiqi_core::session::{tally, Action, Place};
use yew::prelude::*;

/// The live result.
pub fn live(view: &View) -> Html {
    let Some(screened) = view.screened() else { return Html::default() };
    html! {
        <aside class="live" aria-labelledby="live-title" data-live="true">
            <h2 id="live-title">{ words::TITLE }</h2>
            <div role="status" aria-atomic="true">
                { counts(&screened) }
                { sum(&screened) }
            </div>
            <p class="quiet live-more">{ words::MORE }</p>
            <button type="button" data-action="outcome" onclick={view.on(Action::Open(Place::Outcome))}>{ ask::SEE }</button>
        </aside>
    }
}

fn counts(of: &Screened) -> Html {
    let counted = tally(of.screener.dataset(), &of.screening);
    let row = |name: &'static str, count: usize, always: bool| {
        html! {
            if always || count > 0 {
                <div class="count">
                    <dt>{ name }</dt>
                    <dd><span translate="no">{ count }</span><span>{ words::PIECES }</span></dd>
                </div>
            }
        }
    };
    let current = counted.entitled + counted.pending > 0;
    html! {
        <dl class="counts">
            { row(words::FITS, counted.entitled, current) }
            { row(words::OPEN, counted.pending, current) }
            { row(words::ENDED, counted.ended, !current) }
            { row(words::ENDED_OPEN, counted.ended_pending, !current) }
        </dl>
    }
}

fn sum(of: &Screened) -> Html {
    let rows = total::cash(of).into_iter().take(2).map(|(status, amount)| {
        let name = if status == Status::Ended { words::CASH_THEN } else { words::CASH };
        let name = if status == Status::OpenEvent { total::name(status) } else { name };
        html! {
            <p class="live-sum">
                <span class="total-name">{ name }</span>
                { total::figure(amount) }
            </p>
        }
    });
    html! { <>{ for rows }</> }
}

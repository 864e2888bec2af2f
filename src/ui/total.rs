//! Totals: cash by period status, and beside it what is no cash.

use super::text::{self, outcome};
use super::view::Screened;
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::screening::{Amount, Screening, TotalKind};
use huiqi_core::session::is_historical;
use yew::prelude::*;

/// A total of one status and kind.
pub fn total(screening: &Screening, status: Status, kind: TotalKind) -> Amount {
    let row = screening.totals.iter().find(|total| total.status == status && total.kind == kind);
    row.map_or(Amount::ZERO, |total| total.amount)
}

/// Can it be anything but nothing.
pub fn is_something(amount: Amount) -> bool {
    amount != Amount::ZERO
}

/// An amount as a large figure, with the most it can be beneath where it is not one number.
pub fn figure(amount: Amount) -> Html {
    let (most, exact) = match amount.max {
        Some(max) => (text::rough(max), amount.is_exact()),
        None => (outcome::NO_BOUND.to_owned(), false),
    };
    html! {
        <>
            <strong class="figure" translate="no">
                <span>{ format!("{} 元", text::yuan(amount.min)) }</span>
            </strong>
            <span class="most">
                if !exact {
                    <span>{ outcome::at_most(&most) }</span>
                }
            </span>
        </>
    }
}

/// Cash totals, the one that counts most at the reference date first.
pub fn cash(of: &Screened) -> Vec<(Status, Amount)> {
    let first =
        if is_historical(of.screener.dataset(), of.state.reference_date) { Status::Ended } else { Status::InForce };
    let others = [Status::InForce, Status::OpenEvent, Status::NotStarted, Status::Ended]
        .into_iter()
        .filter(|status| *status != first);
    std::iter::once(first)
        .chain(others)
        .map(|status| (status, total(&of.screening, status, TotalKind::Cash)))
        .enumerate()
        .filter(|(place, (_, amount))| *place == 0 || is_something(*amount))
        .map(|(_, row)| row)
        .collect()
}

/// What a cash total is called.
pub const fn name(status: Status) -> &'static str {
    match status {
        Status::InForce => outcome::NOW,
        Status::Ended => outcome::THEN,
        Status::NotStarted => outcome::NOT_STARTED,
        Status::OpenEvent => outcome::OPEN_EVENT,
    }
}

/// All totals of an outcome.
pub fn totals(of: &Screened) -> Html {
    let beside = |kind: Kind| {
        let statuses = [Status::InForce, Status::OpenEvent, Status::NotStarted, Status::Ended];
        let amounts = statuses.map(|status| total(&of.screening, status, TotalKind::One(kind)));
        amounts.into_iter().fold(Amount::ZERO, Amount::plus)
    };
    let (tax, deferral) = (beside(Kind::TaxEffect), beside(Kind::Deferral));
    let aside = |amount: Amount, name: &'static str, note: &'static str| {
        html! {
            if is_something(amount) {
                <div class="total-aside">
                    <p class="total-name">{ name }</p>
                    <p class="total-sum">{ figure(amount) }</p>
                    <p class="quiet">{ note }</p>
                </div>
            }
        }
    };
    html! {
        <section class="totals" aria-labelledby="totals-title" data-totals="true">
            <h2 id="totals-title" class="unseen">{ outcome::TOTALS }</h2>
            { for cash(of).into_iter().enumerate().map(|(place, (status, amount))| html! {
                <div class={if place == 0 { "total total-first" } else { "total" }} data-total={super::card::status_key(status)}>
                    <p class="total-name">{ name(status) }</p>
                    <p class="total-sum">{ figure(amount) }</p>
                </div>
            }) }
            { aside(tax, outcome::TAX, outcome::TAX_NOTE) }
            { aside(deferral, outcome::DEFERRAL, outcome::DEFERRAL_NOTE) }
        </section>
    }
}

//! Totals: cash by period status, and beside it what is no cash.

use super::tag::{tag, Tag};
use super::text::{self, outcome};
use super::view::Screened;
use huiqi_core::dataset::{Kind, Status};
use huiqi_core::decimal::times;
use huiqi_core::screening::{Amount, Screening, TotalKind};
use huiqi_core::session::is_historical;
use rust_decimal::Decimal;

/// A total of one status and kind.
pub fn total(screening: &Screening, status: Status, kind: TotalKind) -> Amount {
    let row = screening.totals.iter().find(|total| total.status == status && total.kind == kind);
    row.map_or(Amount::ZERO, |total| total.amount)
}

/// Can it be anything but nothing.
pub fn is_something(amount: Amount) -> bool {
    amount != Amount::ZERO
}

/// The most that an amount can be, where that says something: while answers are missing it is only what their questions
/// allow at most.
pub fn most(amount: Amount) -> Option<Decimal> {
    amount.max.filter(|max| *max < Decimal::from(100_000_000) || *max < times(amount.min, Decimal::ONE_HUNDRED))
}

/// An amount as a large figure, with the most it can be beneath where it is not one number.
pub fn figure(amount: Amount) -> [Tag; 2] {
    let least = tag("span").text(&[&text::yuan(amount.min), " 元"].concat());
    let most = (!amount.is_exact()).then(|| match (most(amount), amount.max) {
        (Some(most), _) => tag("span").text(&outcome::at_most(&text::yuan(most))),
        (None, Some(_)) => tag("span").text(outcome::MOST_OPEN),
        (None, None) => tag("span").text(outcome::NO_BOUND),
    });
    [tag("strong.figure[translate=no]").with(least), tag("span.most").with_some(most)]
}

/// The total of one kind, whenever it runs.
pub fn of_kind(screening: &Screening, kind: Kind) -> Amount {
    let amounts = Status::ALL.map(|status| total(screening, status, TotalKind::One(kind)));
    amounts.into_iter().fold(Amount::ZERO, Amount::plus)
}

/// Cash totals, the one that counts most at the reference date first.
pub fn cash(of: &Screened) -> Vec<(Status, Amount)> {
    let first =
        if is_historical(of.screener.dataset(), of.state.reference_date) { Status::Ended } else { Status::InForce };
    // What may run at the day, though its end is open, before what has yet to begin.
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
pub fn totals(of: &Screened) -> Tag {
    let (tax, deferral) = (of_kind(&of.screening, Kind::TaxEffect), of_kind(&of.screening, Kind::Deferral));
    let one = |selector: &'static str, name: &'static str, amount: Amount| {
        tag(selector).with(tag("p.total-name").text(name)).with(tag("p.total-sum").each(figure(amount)))
    };
    let aside = |amount: Amount, name: &'static str, note: &'static str| {
        is_something(amount).then(|| one("div.total-aside", name, amount).with(tag("p.quiet").text(note)))
    };
    let rows = cash(of).into_iter().enumerate().map(|(place, (status, amount))| {
        let selector = if place == 0 { "div.total.total-first" } else { "div.total" };
        one(selector, name(status), amount).is("data-total", super::card::status_key(status))
    });
    tag("section.totals[aria-labelledby=totals-title][data-totals=true]")
        .with(tag("h2.unseen[id=totals-title]").text(outcome::TOTALS))
        .each(rows)
        .with_some(aside(tax, outcome::TAX, outcome::TAX_NOTE))
        .with_some(aside(deferral, outcome::DEFERRAL, outcome::DEFERRAL_NOTE))
}

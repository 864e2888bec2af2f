//! The live result beside the questions: how many clauses fit, what they are worth so far.

use super::tag::{tag, Tag};
use super::text::{ask, live as words};
use super::total;
use super::view::{Screened, View};
use huiqi_core::dataset::Status;
use huiqi_core::session::{tally, Action, Place};

/// The live result.
pub fn live(view: &View) -> Option<Tag> {
    let screened = view.screened()?;
    let status = tag("div[role=status][aria-atomic=true]").with(counts(&screened)).each(sums(&screened));
    let see =
        tag("button[type=button][data-action=outcome]").on_click(view.on(Action::Open(Place::Outcome))).text(ask::SEE);
    let aside = tag("aside.live[aria-labelledby=live-title][data-live=true]")
        .with(tag("h2[id=live-title]").text(words::TITLE))
        .with(status)
        .with(tag("p.quiet.live-more").text(words::MORE))
        .with(see);
    Some(aside)
}

fn counts(of: &Screened) -> Tag {
    let counted = tally(of.screener.dataset(), &of.screening);
    let row = |name: &'static str, count: usize, always: bool| {
        (always || count > 0).then(|| {
            let figure = tag("span[translate=no]").text(&count.to_string());
            let said = tag("dd").with(figure).with(tag("span").text(words::PIECES));
            tag("div.count").with(tag("dt").text(name)).with(said)
        })
    };
    let current = counted.entitled + counted.pending > 0;
    tag("dl.counts")
        .with_some(row(words::FITS, counted.entitled, current))
        .with_some(row(words::OPEN, counted.pending, current))
        .with_some(row(words::ENDED, counted.ended, !current))
        .with_some(row(words::ENDED_OPEN, counted.ended_pending, !current))
}

fn sums(of: &Screened) -> impl Iterator<Item = Tag> {
    total::cash(of).into_iter().take(2).map(|(status, amount)| {
        let name = match status {
            Status::Ended => words::CASH_THEN,
            Status::OpenEvent => total::name(status),
            Status::InForce | Status::NotStarted => words::CASH,
        };
        tag("p.live-sum").with(tag("span.total-name").text(name)).each(total::figure(amount))
    })
}

//! Bars by kind and by policy. The figures stand beside each bar as text; the drawing adds nothing to them.

use super::tag::{tag, Tag};
use super::text::{self, outcome};
use super::timeline::timeline;
use super::total;
use super::view::Screened;
use crate::browser;
use huiqi_core::dataset::Kind;
use huiqi_core::decimal::{over, times};
use huiqi_core::screening::{Amount, Counted};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;

/// Width of a drawing in its own units.
pub const WIDTH: i32 = 1000;

/// A named amount.
struct Bar {
    name: String,
    amount: Amount,
}

/// What the total is made of, and when.
pub fn charts(of: &Screened) -> Option<Tag> {
    let (kinds, policies) = (by_kind(of), by_policy(of));
    let timeline = timeline(of);
    if kinds.is_empty() && timeline.is_none() {
        return None;
    }
    let mut section =
        tag("section.charts[aria-labelledby=charts-title]").with(tag("h2[id=charts-title]").text(outcome::CHARTS));
    if !kinds.is_empty() {
        section = section
            .with(tag("h3").text(outcome::BY_KIND))
            .with(bars(&kinds))
            .with(tag("p.quiet").text(outcome::BAR_NOTE))
            .with(folded(outcome::BY_POLICY, bars(&policies)));
    }
    Some(section.with_some(timeline))
}

/// A long drawing: open from the start where there is room beside the cards.
pub fn folded(title: &'static str, drawn: Tag) -> Tag {
    let inside = tag("details.chart").with(tag("summary").with(tag("h3").text(title))).with(drawn);
    if browser::is_wide() {
        inside.is("open", "open")
    } else {
        inside
    }
}

fn by_kind(of: &Screened) -> Vec<Bar> {
    let cash = Kind::ALL.into_iter().filter(|kind| kind.is_cash());
    let bars = cash.map(|kind| Bar { name: kind.name().to_owned(), amount: total::of_kind(&of.screening, kind) });
    bars.filter(|bar| total::is_something(bar.amount)).collect()
}

/// Cash by policy; what is a reading of one right is counted once, by its group.
fn by_policy(of: &Screened) -> Vec<Bar> {
    let dataset = of.screener.dataset();
    let mut sums = vec![Amount::ZERO; dataset.policies.len()];
    let mut seen = vec![false; dataset.reading_groups.len()];
    for (clause, result) in dataset.clauses.iter().zip(&of.screening.clauses) {
        let (Some(amount), true) = (result.amount, clause.kind.is_cash() && result.counted != Counted::No) else {
            continue;
        };
        let group = clause.reading.map(|(group, _)| usize::from(group));
        let amount = match group.and_then(|group| Some((group, dataset.reading_groups.get(group)?))) {
            Some((index, group)) => {
                if seen.get_mut(index).is_none_or(|seen| std::mem::replace(seen, true)) {
                    continue;
                }
                of.screening.groups.iter().find(|of| of.id == group.id).map_or(amount, |of| of.amount)
            }
            None if result.counted == Counted::Maybe => amount.hull(Amount::ZERO),
            None => amount,
        };
        if let Some(sum) = sums.get_mut(usize::from(clause.policy)) {
            *sum = sum.plus(amount);
        }
    }
    let bars = dataset
        .policies
        .iter()
        .zip(sums)
        .map(|(policy, amount)| Bar { name: [&policy.id, " ", &policy.title].concat(), amount });
    bars.filter(|bar| total::is_something(bar.amount)).collect()
}

fn bars(bars: &[Bar]) -> Tag {
    let full = scale(bars);
    let row = |bar: &Bar| {
        let drawing = tag("svg.bar[viewBox=0 0 1000 10][preserveAspectRatio=none][aria-hidden=true]")
            .with(tag("rect.track[width=1000][height=10]"))
            .with(tag("rect.most[height=10]").set("width", &part(bar.amount.max.unwrap_or(full), full)))
            .with(tag("rect.fill[height=10]").set("width", &part(bar.amount.min, full)));
        tag("li")
            .with(tag("span.bar-name").text(&bar.name))
            .with(tag("span.bar-sum[translate=no]").with(tag("span").text(&sum(bar.amount))))
            .with(drawing)
    };
    tag("ul.bars").each(bars.iter().map(row))
}

fn sum(amount: Amount) -> String {
    match total::most(amount) {
        Some(max) if max == amount.min => text::short(max),
        Some(max) => text::ask::between(&text::short(amount.min), &text::short(max)),
        None if amount.min.is_zero() => text::card::OPEN.to_owned(),
        None => [&text::short(amount.min), "起"].concat(),
    }
}

/// What the whole width is worth: bounds that say next to nothing must not press the known amounts flat.
fn scale(bars: &[Bar]) -> Decimal {
    let least = bars.iter().map(|bar| bar.amount.min).max().unwrap_or_default();
    let most = bars.iter().filter_map(|bar| bar.amount.max).max().unwrap_or(least);
    let full = if least.is_zero() { most } else { most.min(times(least, Decimal::from(3))) };
    full.max(Decimal::ONE)
}

fn part(amount: Decimal, full: Decimal) -> String {
    let width = Decimal::from(WIDTH);
    let part = over(times(amount.min(full), width), full);
    // Something, however little, is to be seen.
    let least = i32::from(!amount.is_zero()) * 4;
    part.trunc().to_i32().unwrap_or(WIDTH).max(least).to_string()
}

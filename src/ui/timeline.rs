//! When the policies that may be had run, with the reference date. Each row says its days in words too.

use super::chart::{folded, WIDTH};
use super::tag::{tag, Tag};
use super::text::{self, outcome};
use super::view::Screened;
use huiqi_core::date::Date;
use huiqi_core::screening::Verdict;

/// Longest time drawn, in days; what lies beyond would press the rest flat.
const LONGEST: i32 = 1_200;

/// A policy with the periods of its clauses.
struct Row {
    name: String,
    periods: Vec<(Option<Date>, Option<Date>)>,
}

/// When the policies run.
pub fn timeline(of: &Screened) -> Option<Tag> {
    let rows = rows(of);
    let axis = axis(&rows)?;
    let reference = of.state.reference_date;
    let row = |row: &Row| {
        tag("li")
            .with(tag("span.bar-name").text(&row.name))
            .with(tag("span.bar-sum").with(tag("span").text(&said(row))))
            .with(drawing(row, axis, reference))
    };
    let note = outcome::timeline_note(&text::day(axis.0), &text::day(axis.1), &text::day(reference));
    let drawn = tag("div.timeline")
        .with(tag("ul.bars").each(rows.iter().map(row)))
        .with(tag("p.quiet").with(tag("span").text(&note)));
    Some(folded(outcome::TIMELINE, drawn))
}

fn rows(of: &Screened) -> Vec<Row> {
    let dataset = of.screener.dataset();
    let row = |(index, policy): (usize, &huiqi_core::dataset::Policy)| {
        let clauses = dataset.clauses.iter().zip(&of.screening.clauses);
        let fitting = clauses
            .filter(|(clause, result)| usize::from(clause.policy) == index && result.verdict != Verdict::Ineligible);
        let mut periods: Vec<_> = fitting
            .map(|(clause, _)| (clause.period.from, clause.last_day(&dataset.events)))
            .filter(|(from, until)| from.is_some() || until.is_some())
            .collect();
        periods.sort();
        periods.dedup();
        (!periods.is_empty()).then(|| Row { name: [&policy.id, " ", &policy.title].concat(), periods })
    };
    dataset.policies.iter().enumerate().filter_map(row).collect()
}

/// First and last day drawn.
fn axis(rows: &[Row]) -> Option<(Date, Date)> {
    let days = || rows.iter().flat_map(|row| &row.periods).flat_map(|(from, until)| [*from, *until]).flatten();
    let (first, last) = (days().min()?, days().max()?);
    Some((first, last.min(Date(first.0 + LONGEST)).max(Date(first.0 + 30))))
}

fn said(row: &Row) -> String {
    let from = row.periods.iter().filter_map(|(from, _)| *from).min();
    let open = row.periods.iter().any(|(_, until)| until.is_none());
    let until = row.periods.iter().filter_map(|(_, until)| *until).max().filter(|_| !open);
    text::days(from, until, |day| day.to_string().replace('-', ".")).unwrap_or_default()
}

fn drawing(row: &Row, axis: (Date, Date), reference: Date) -> Tag {
    let place = |date: Date| (date.0 - axis.0 .0).clamp(0, axis.1 .0 - axis.0 .0) * WIDTH / (axis.1 .0 - axis.0 .0);
    let height = 12 / i32::try_from(row.periods.len()).unwrap_or(1).max(1);
    let drawn = (0_i32..).zip(&row.periods).map(|(line, (from, until))| {
        let start = place(from.unwrap_or(axis.0));
        let end = until.map_or(WIDTH, place).max(start + 4);
        tag(if until.is_none() { "rect.most" } else { "rect.fill" })
            .set("x", &start.to_string())
            .set("y", &(line * height).to_string())
            .set("width", &(end - start).to_string())
            .set("height", &height.max(1).to_string())
    });
    let within = axis.0 <= reference && reference <= axis.1;
    let now = within.then(|| tag("rect.now[width=4][height=12]").set("x", &(place(reference) - 2).to_string()));
    tag("svg.bar.bar-time[viewBox=0 0 1000 12][preserveAspectRatio=none][aria-hidden=true]")
        .with(tag("rect.track[width=1000][height=12]"))
        .each(drawn)
        .with_some(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiqi_core::session::{step, Action, Place, State};
    use std::rc::Rc;

    #[test]
    fn a_period_ends_where_a_later_document_put_its_end() {
        let screener = Rc::new(crate::data::screener());
        let begun = State::new("2020-07-15".parse().unwrap());
        let state = Rc::new(step(&screener, &begun, Action::Open(Place::Outcome)));
        let screening = Rc::clone(state.screening.as_ref().unwrap());
        let rows = rows(&Screened { screener, state, screening });
        let social = rows.iter().find(|row| row.name.starts_with("P09 ")).unwrap();
        // By the list to the end of June, by what was decided after it to the end of the year.
        let day = |text: &str| Some(text.parse::<Date>().unwrap());
        assert!(social.periods.contains(&(day("2020-02-01"), day("2020-12-31"))), "{:?}", social.periods);
    }
}

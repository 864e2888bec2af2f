//! The report of a screening with its items: the public contract of `huiqi screen` and the JavaScript `screen()`.

use crate::queries::{headline_of, Headline, Money, Row, Sort, Sum, Word};
use crate::reckon::known;
use crate::reckoned::{Item, Reckoned, Waits};
use crate::state::State;
use huiqi_core::dataset::Dataset;
use huiqi_core::date::Date;
use huiqi_core::profile::Profile;
use huiqi_core::screening::{HeadlineRow, ItemAmount, ItemRow, Report, Screener, Text};

/// The report of a set of answers on a day: what stands behind a situation of which nothing is answered is unasked.
pub fn report(screener: &Screener, profile: &Profile, reference_date: Date) -> Report {
    let state = State { profile: profile.clone(), day: Some(reference_date), ..State::new(reference_date) };
    report_of(screener, &state)
}

/// The report of a visit.
pub fn report_of(screener: &Screener, state: &State) -> Report {
    let mut report = screener.report(&state.profile, state.reference_date());
    let dataset = screener.dataset();
    if !dataset.visit.items.is_empty() {
        let reckoned = known(screener, state);
        report.items = reckoned.items.iter().map(|item| row(dataset, &reckoned, item)).collect();
        report.headline = Some(headline(&headline_of(&reckoned)));
    }
    report
}

fn row(dataset: &Dataset, reckoned: &Reckoned, item: &Item) -> ItemRow {
    let Row { item: index, word, money, clause: lead, .. } = item.row;
    let of = dataset.visit.items.get(usize::from(index));
    let mut clauses: Vec<u16> = of.map(|of| of.clauses.clone()).unwrap_or_default();
    clauses.sort_by_key(|clause| *clause != lead);
    let clause_id = |clause: &u16| dataset.clauses.get(usize::from(*clause)).map(|clause| clause.id.clone());
    let agencies = of.map(|of| of.agencies.as_slice()).unwrap_or_default().iter();
    let unasked = match item.waits {
        Waits::Gate(gate) if !reckoned.gates.contains(&gate) => dataset.visit.gates.get(usize::from(gate)),
        Waits::Gate(_) | Waits::Nothing | Waits::Figure | Waits::Who => None,
    };
    ItemRow {
        id: of.map_or("", |of| of.id(dataset)).to_owned(),
        word: key(word),
        amount: amount(money),
        offices: agencies
            .filter_map(|agency| dataset.agencies.get(usize::from(*agency)))
            .map(|agency| agency.id.clone())
            .collect(),
        clauses: clauses.iter().filter_map(clause_id).collect(),
        unasked: unasked.map(|gate| gate.id.clone()).into_iter().collect(),
    }
}

fn key(word: Word) -> &'static str {
    match word {
        Word::Can => "can",
        Word::ThatYear => "that_year",
        Word::Ended => "ended",
        Word::Ask => "ask",
        Word::Unasked => "unasked",
        Word::Refused => "refused",
    }
}

fn amount(money: Money) -> Option<ItemAmount> {
    let (sort, min, max) = match money {
        Money::Right | Money::Words(_) => return None,
        Money::Nothing(sort) => (sort, Some(Default::default()), Some(Default::default())),
        Money::Figure(sort, worth) => (sort, worth.min, worth.max),
    };
    let sort = match sort {
        Sort::Cash => "cash",
        Sort::Tax => "tax_effect",
        Sort::Deferral => "deferral",
    };
    Some(ItemAmount { sort, min: min.map(Text::fen), max: max.map(Text::fen) })
}

fn headline(of: &Headline) -> HeadlineRow {
    let range = |sum: Sum| HeadlineRow::range(sum.min, sum.max);
    let (ask, ask_cash) = of.ask;
    HeadlineRow { items: of.had, figured: of.cash.figured, cash: range(of.cash), ask, ask_cash: range(ask_cash) }
}

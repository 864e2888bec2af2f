//! From screen to screen, and what a step may not lose.

use crate::support::{dataset, date, profile, screener, Visitor, TODAY};
use crate::taps::restaurant;
use huiqi_core::profile::Answer;
use huiqi_visit::queries::{self, Control, Label, Source, Word, Written};
use huiqi_visit::{is_idle, step, Action, Field, Mode, Part, Place, Settings, State};
use rust_decimal::Decimal;
use serde_json::json;

fn act(state: &State, action: Action) -> State {
    let next = step(screener(), state, action);
    step(screener(), &next, Action::Screen)
}

fn question(id: &str) -> u16 {
    u16::try_from(dataset().question(id).unwrap_or_else(|| panic!("no question {id}"))).unwrap()
}

fn gate(id: &str) -> u8 {
    u8::try_from(dataset().visit.gates.iter().position(|gate| gate.id == id).unwrap()).unwrap()
}

fn part(id: &str) -> Part {
    Part::whole(dataset(), Field::of(question(id)))
}

fn at_outcome() -> State {
    let firm = restaurant();
    let mut visitor = Visitor::new(profile(&firm.answers));
    visitor.reach_shortlist();
    visitor.reach_outcome(firm.gates);
    visitor.state
}

#[test]
fn one_button_leads_from_the_start_to_the_sheet() {
    let state = at_outcome();
    let places: Vec<Place> = state.trail.places().to_vec();
    assert_eq!(places[..4], [Place::Start, Place::Firm(0), Place::Shortlist, Place::Situations]);
    assert!(places[4..places.len() - 1].iter().all(|place| matches!(place, Place::Branch(..))), "{places:?}");
    let sheet = act(&state, Action::Next);
    assert_eq!(sheet.place(), Place::Sheet);
    assert_eq!(act(&sheet, Action::Next).place(), Place::Outcome);
    let pages = queries::sheet(screener(), &sheet).pages;
    assert_eq!(pages.len(), queries::outcome(screener(), &state).pages);
    assert!(pages.iter().all(|page| !page.items.is_empty()), "no page without an item");
}

#[test]
fn back_goes_where_one_came_from_and_loses_nothing() {
    let state = at_outcome();
    let mut back = state.clone();
    for _ in 0..state.trail.at() {
        back = act(&back, Action::Back);
    }
    assert_eq!(back.place(), Place::Start);
    assert_eq!(back.profile, state.profile);
    assert_eq!(act(&back, Action::Go(state.trail.at())).place(), Place::Outcome);
}

#[test]
fn the_trade_can_be_changed_from_anywhere() {
    let state = at_outcome();
    let change = act(&state, Action::Open(Place::Change(Field::of(question("industry")))));
    let ask = queries::ask(screener(), &change, part("industry")).unwrap();
    let other = ask.choices.iter().find(|choice| !choice.chosen && choice.label == Label::Value(10)).unwrap();
    let changed = act(&change, other.action.clone());
    let back = act(&changed, Action::Next);
    assert_eq!(back.place(), Place::Outcome);
    assert_ne!(queries::outcome(screener(), &back).folds, queries::outcome(screener(), &state).folds);
    assert_eq!(back.gates, state.gates);
}

/// An unopened situation is “not asked”, never “no”.
#[test]
fn what_was_not_asked_is_not_refused() {
    let firm = restaurant();
    let mut visitor = Visitor::new(profile(&firm.answers));
    visitor.reach_shortlist();
    let before = queries::outcome(screener(), &visitor.state);
    let loan = dataset().visit.items.iter().position(|item| item.id(dataset()) == "P13-a").unwrap();
    let row = |outcome: &queries::Outcome| {
        let folded = outcome.folds.iter().flat_map(|fold| {
            let hanging = fold.hangs.iter().flat_map(|(_, hang)| hang.items.iter());
            fold.items.iter().chain(hanging).copied().collect::<Vec<_>>()
        });
        let cards = outcome.cards.iter().map(|card| card.row);
        cards.chain(folded).find(|row| usize::from(row.item) == loan).unwrap()
    };
    assert_eq!(row(&before).word, Word::Unasked);
    assert_eq!(before.headline.ask.0, 0);
    visitor.reach_outcome(&["loan"]);
    let after = row(&queries::outcome(screener(), &visitor.state));
    assert_eq!(after.word, Word::Ask);
}

#[test]
fn a_row_taken_away_and_a_situation_unticked_come_back() {
    let state = at_outcome();
    let loans = question("loans");
    let without = act(&state, Action::RemoveRow(loans, 0));
    assert_eq!(without.profile.get(usize::from(loans)), None);
    assert_eq!(act(&without, Action::Undo).profile, state.profile);
    let closed = act(&state, Action::Situation(gate("rent"), false));
    assert_eq!(closed.profile.get(usize::from(question("state_lease"))), None);
    assert!(!closed.gates.contains(&gate("rent")));
    let back = act(&closed, Action::Undo);
    assert_eq!((&back.profile, &back.gates), (&state.profile, &state.gates));
    let cleared = act(&state, Action::Clear);
    assert!(cleared.profile.is_empty() && cleared.place() == Place::Start);
    assert_eq!(act(&cleared, Action::Undo).profile, state.profile);
}

#[test]
fn in_the_large_form_one_question_stands_on_a_page() {
    let mut state = State::new(date(TODAY));
    state = act(&state, Action::Set(Settings { large: true, ..Settings::default() }));
    state = act(&state, Action::Next);
    let mut seen = Vec::new();
    while let Place::Firm(at) = state.place() {
        let firm = queries::firm(screener(), &state);
        assert_eq!(firm.at, usize::from(at));
        seen.push(firm.asks[firm.at].part.field.question);
        let choice = firm.asks[firm.at].choices[0].action.clone();
        state = act(&act(&state, choice), Action::Next);
    }
    assert!(seen.len() >= 6 && seen.windows(2).all(|pair| pair[0] != pair[1]), "{seen:?}");
    assert_eq!(state.place(), Place::Shortlist);
}

/// Nothing above the finger moves: what stands on a page keeps its order while it is answered.
#[test]
fn an_answer_moves_nothing_above_it() {
    let firm = restaurant();
    let mut visitor = Visitor::new(profile(&firm.answers));
    visitor.reach_shortlist();
    visitor.tap(Action::Next);
    visitor.tap(Action::Situation(gate("loan"), true));
    visitor.tap(Action::Next);
    loop {
        let parts = |state: &State| -> Vec<Part> {
            let asks = queries::branch(screener(), state).unwrap().asks;
            asks.iter()
                .flat_map(|ask| if ask.rows.is_empty() { vec![ask] } else { ask.rows.iter().flatten().collect() })
                .map(|ask| ask.part)
                .collect()
        };
        let before = parts(&visitor.state);
        let asks = queries::branch(screener(), &visitor.state).unwrap().asks;
        let open =
            asks.iter()
                .flat_map(|ask| if ask.rows.is_empty() { vec![ask] } else { ask.rows.iter().flatten().collect() });
        let Some(next) = open.into_iter().find(|ask| !ask.answered).cloned() else { break };
        let place = before.iter().position(|part| *part == next.part).unwrap();
        visitor.answer(&next);
        let after = parts(&visitor.state);
        assert_eq!(before[..=place], after[..=place]);
    }
}

#[test]
fn what_is_typed_is_read_back_and_asked_about() {
    let rent = Field::of(question("monthly_rent"));
    let state = at_outcome();
    let typed = |state: &State, text: &str| act(&act(state, Action::Type(rent, text.into())), Action::Settle);
    let written = |state: &State| {
        queries::ask(screener(), state, Part { field: rent, members: 0 }).unwrap().typed.unwrap().written
    };
    let read = typed(&state, "４，８００元");
    assert_eq!(read.profile.get(usize::from(rent.question)), Some(&Answer::Number(Decimal::from(4_800))));
    assert!(matches!(written(&read), Written::Understood(words) if words.contains("4,800")));
    let unclear = typed(&state, "4,8");
    assert_eq!(unclear.profile.get(usize::from(rent.question)), None);
    let Written::Ask(_, choices) = written(&unclear) else { panic!("{:?}", written(&unclear)) };
    let chosen = act(&act(&unclear, choices[0].1.clone()), Action::Settle);
    assert!(chosen.profile.get(usize::from(rent.question)).is_some(), "{choices:?}");
    let wrong = act(&typed(&state, "很多"), Action::Open(Place::Change(rent)));
    assert!(matches!(written(&wrong), Written::Refused(_)));
    let refused = act(&wrong, Action::Next);
    assert_eq!((refused.place(), refused.refusals), (Place::Change(rent), 1));
    assert!(is_idle(&state, &Action::Settle) && is_idle(&state, &Action::Screen));
}

/// A tap is painted first: what it comes to stays as it was until it is worked out.
#[test]
fn a_tap_comes_before_what_follows_from_it() {
    let state = at_outcome();
    let tapped = step(screener(), &state, Action::Give(part("staff"), Some(Answer::Number(1_000.into()))));
    assert!(tapped.stale);
    assert_eq!(queries::outcome(screener(), &tapped).ledger, queries::outcome(screener(), &state).ledger);
    assert!(!is_idle(&tapped, &Action::Screen));
    assert!(!act(&tapped, Action::Screen).stale);
}

#[test]
fn the_mode_follows_the_data_and_today_is_a_tap_away() {
    let state = at_outcome();
    assert_eq!(queries::start(screener(), &state).mode, Mode::LookBack);
    assert!(queries::outcome(screener(), &state).cards.iter().all(|card| card.row.deadline.days_left.is_none()));
    let judged = act(&state, Action::Today(Some(date(TODAY))));
    let outcome = queries::outcome(screener(), &judged);
    assert_eq!(outcome.mode, Mode::Current);
    assert!(outcome.cards.iter().all(|card| card.row.word != Word::Can), "nothing of 2020 is to be had in 2026");
    assert_eq!(outcome.headline.cash.figured, 0);
    let then = act(&state, Action::Today(Some(date("2020-07-15"))));
    assert!(queries::outcome(screener(), &then).cards.iter().any(|card| card.row.word == Word::Can));
}

#[test]
fn a_set_of_two_is_one_tap_and_a_longer_one_has_all_and_none() {
    let mut state = act(&State::new(date(TODAY)), Action::Next);
    state = act(&state, Action::Screen);
    let firm = queries::firm(screener(), &state);
    let insured = firm.asks.iter().find(|ask| ask.part.field.question == question("insurances")).unwrap();
    assert_eq!(insured.control, Control::One);
    let labels: Vec<Label> = insured.choices.iter().map(|choice| choice.label).collect();
    assert_eq!(labels, [Label::Only(3), Label::Only(1), Label::Only(2), Label::None, Label::Unclear]);
    let both = act(&state, insured.choices[0].action.clone());
    // The fund stands behind a situation of its own and is not said to be missing.
    assert_eq!(both.profile.get(usize::from(question("insurances"))), Some(&Answer::Set { yes: 3, no: 0 }));
}

fn cards(state: &State) -> Vec<u16> {
    queries::outcome(screener(), state).cards.iter().map(|card| card.row.item).collect()
}

#[test]
fn a_figure_moves_no_card_while_one_is_at_the_cards() {
    let state = at_outcome();
    let before = cards(&state);
    let last = *before.last().expect("cards");
    let typed =
        |state: &State, id: &str| act(state, Action::Give(part(id), Some(Answer::Number(Decimal::from(300_000)))));
    let after = typed(&typed(&state, "medical_monthly"), "social_monthly");
    assert_eq!(cards(&after), before);
    let again = act(&act(&after, Action::Open(Place::Answers)), Action::Open(Place::Outcome));
    assert_ne!(cards(&again), before, "who comes back sees what is worth most first");
    assert!(cards(&again).contains(&last));
}

#[test]
fn what_follows_from_answers_is_told_with_its_reason() {
    let state = State {
        profile: profile(&json!({ "industry": "catering", "legal_form": "individual", "registered_city": true })),
        ..State::new(date(TODAY))
    };
    let implied = queries::implied(screener(), &state);
    let of = |id: &str| {
        let found = implied.iter().find(|one| one.part == part(id)).unwrap_or_else(|| panic!("{id}: {implied:?}"));
        let Source::Implied(why, because) = &found.source else { panic!("{found:?}") };
        (found.answer.clone(), why.as_str(), because.clone())
    };
    let city = (Answer::YesNo(true), "鄂州市在湖北省", vec![Field::of(question("registered_city"))]);
    assert_eq!(of("registered_hubei"), city);
    assert_eq!(of("manufacturing").0, Answer::YesNo(false));
    assert!(implied.iter().all(|one| one.part != part("industry")), "what was answered follows from nothing");
    let sets = implied.iter().filter(|one| one.part.members != 0);
    assert!(sets.count() > 0, "members of sets too");
}

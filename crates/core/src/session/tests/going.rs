//! From page to page and back.

use super::*;

fn give(visit: Visit, id: &str, answer: Answer) -> Visit {
    visit.act(Action::Give(Visit::field(id), Some(answer)))
}

#[test]
fn a_figure_waits_for_the_choice_that_may_make_it_needless() {
    let visit =
        Visit::new().act(Action::Open(Place::Questions(vec![Visit::index("lease"), Visit::index("rent")].into())));
    assert_eq!(visit.shown(), ["lease"]);
    assert_eq!(give(visit, "lease", Answer::YesNo(false)).shown(), ["lease"]);
    let visit = Visit::new().act(Action::Open(Place::Questions(vec![Visit::index("lease")].into())));
    assert_eq!(give(visit, "lease", Answer::YesNo(true)).shown(), ["lease", "rent"], "it joins the page");
}

#[test]
fn every_question_is_asked_once_and_none_that_cannot_matter() {
    let mut visit = Visit::new().act(Action::Ask);
    let mut asked = Vec::new();
    for _ in 0..10 {
        if *visit.state.place() == Place::Outcome {
            break;
        }
        let page = visit.shown();
        assert!(!page.is_empty() && page.len() <= 4, "{page:?}");
        asked.extend(page.iter().filter(|id| visit.answer(id).is_none()));
        if page.contains(&"lease") {
            visit = give(visit, "lease", Answer::YesNo(false));
        }
        visit = visit.act(Action::Next);
    }
    assert_eq!(*visit.state.place(), Place::Outcome);
    let mut once = asked.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(asked.len(), once.len(), "{asked:?}");
    assert!(!asked.contains(&"rent"), "{asked:?}");
    assert_eq!(visit.answer("staff"), Some(&Answer::Unknown), "blanks count as 不清楚");
    let screening = visit.state.screening.as_ref().unwrap();
    assert_eq!(progress(screener(), &visit.state.profile, screening).open, 0);
}

/// As the shop, but the loans give nothing definite.
fn with_a_wish() -> Screener {
    let text = include_str!("shop.json").replacen("明确", "支持", 3).replacen("支持", "明确", 2);
    Screener::new(compile(&text).unwrap())
}

#[test]
fn what_is_definite_is_asked_first_and_then_shown() {
    let screener = with_a_wish();
    let go = |state: State, action| step(&screener, &state, action);
    let mut state = go(State::new("2020-05-01".parse().unwrap()), Action::Ask);
    state = go(state, Action::Screen);
    for _ in 0..5 {
        let Place::Questions(page) = state.place().clone() else { break };
        assert!(!page.contains(&Visit::index("loans")), "not yet");
        let first = progress(&screener, &state.profile, state.screening.as_ref().unwrap());
        assert!(first.is_first && first.open <= 5, "{first:?}");
        state = go(state, Action::Next);
    }
    assert_eq!(*state.place(), Place::Outcome, "though the loans are open");
    let rest = progress(&screener, &state.profile, state.screening.as_ref().unwrap());
    assert_eq!((rest.is_first, rest.open), (false, 1));
    let state = go(state, Action::Ask);
    assert_eq!(*state.place(), Place::Questions(vec![Visit::index("loans")].into()));
    assert_eq!(*go(state, Action::Next).place(), Place::Outcome);
}

#[test]
fn a_short_page_takes_in_short_questions_of_other_sections() {
    assert_eq!(Visit::new().act(Action::Ask).shown(), ["lease", "utilities"]);
}

#[test]
fn back_goes_where_one_was_and_keeps_what_was_answered() {
    let visit = Visit::new().act(Action::Ask);
    let first = visit.state.place().clone();
    let visit = give(visit, "lease", Answer::YesNo(true)).act(Action::Next);
    assert_ne!(*visit.state.place(), first);
    let visit = visit.act(Action::Back);
    assert!(visit.shown().contains(&"lease"));
    assert_eq!(visit.answer("lease"), Some(&Answer::YesNo(true)));
    let visit = visit.act(Action::Back).act(Action::Back).act(Action::Back);
    assert_eq!(*visit.state.place(), Place::Start);
    assert_eq!(visit.state.trail.at(), 0);
}

#[test]
fn an_answer_changed_from_elsewhere_leads_back_there() {
    let lease = Visit::index("lease");
    let visit = Visit::new().act(Action::Open(Place::Outcome)).act(Action::Open(Place::Change(lease)));
    let visit = give(visit, "lease", Answer::YesNo(false)).act(Action::Next);
    assert_eq!(*visit.state.place(), Place::Outcome);
    assert_eq!(visit.answer("lease"), Some(&Answer::YesNo(false)));
}

#[test]
fn a_reference_date_outside_the_calendar_is_kept_as_typed_and_changes_nothing() {
    let visit = Visit::new().act(Action::ReferenceDate("2020-02-30".into()));
    assert_eq!(visit.state.date_draft.as_deref(), Some("2020-02-30"));
    assert_eq!(visit.state.reference_date.to_string(), "2020-05-01");
    let visit = visit.act(Action::ReferenceDate("2020年7月15日".into()));
    assert_eq!((visit.state.date_draft, visit.state.reference_date.to_string()), (None, "2020-07-15".into()));
}

#[test]
fn a_list_is_history_once_nothing_dated_is_in_force() {
    let dataset = screener().dataset();
    assert_eq!(list_date(dataset).unwrap().to_string(), "2020-07-15");
    assert!(!is_historical(dataset, "2020-12-31".parse().unwrap()));
    assert!(is_historical(dataset, "2021-01-01".parse().unwrap()));
}

#[test]
fn clearing_forgets_everything_but_how_it_looks() {
    let settings = Settings { large: true, theme: Theme::Dark };
    let visit =
        give(Visit::new().act(Action::Ask).act(Action::Set(settings)), "lease", Answer::YesNo(true)).act(Action::Clear);
    assert!(visit.state.profile.is_empty());
    assert_eq!((visit.state.place(), visit.state.settings), (&Place::Start, settings));
}

#[test]
fn a_card_keeps_its_questions_while_they_are_answered() {
    let visit = Visit::new().act(Action::Open(Place::Outcome)).act(Action::Toggle(1));
    assert!(visit.state.opened.get(1).unwrap().contains(&Visit::index("lease")));
    let visit = give(visit, "lease", Answer::YesNo(false));
    assert!(visit.state.opened.get(1).unwrap().contains(&Visit::index("lease")));
    assert!(visit.act(Action::Toggle(1)).state.opened.is_empty());
}

#[test]
fn the_library_is_searched() {
    let count = |filter: &Filter| {
        found(screener(), filter, "2020-07-15".parse().unwrap()).iter().map(|found| found.clauses.len()).sum::<usize>()
    };
    assert_eq!(count(&Filter::default()), 3);
    assert_eq!(count(&Filter { words: "水价 一号".into(), ..Filter::default() }), 1);
    assert_eq!(count(&Filter { kind: Some(crate::dataset::Kind::InterestSubsidy), ..Filter::default() }), 1);
    assert_eq!(count(&Filter { agency: Some(1), status: Some(Status::Ended), ..Filter::default() }), 0);
    assert_eq!(count(&Filter { size_bound: Some(true), ..Filter::default() }), 0);
}

#[test]
fn the_first_page_is_the_one_that_the_dataset_names_and_waits_for_no_screening() {
    let first = Visit::with_first_page("lease").act(Action::Ask);
    assert!(first.state.screening.is_none(), "shown before anything is screened");
    assert_eq!(first.shown(), ["lease"]);
    let screened = first.act(Action::Screen);
    assert!(screened.state.screening.is_some());
    assert_eq!(screened.shown(), ["lease"]);
    let after_a_look_around = Visit::with_first_page("lease").act(Action::Open(Place::Library)).act(Action::Ask);
    assert_eq!(after_a_look_around.shown(), ["lease"]);
}

#[test]
fn who_cannot_answer_the_first_page_goes_on_to_the_planners_choice() {
    let on = Visit::with_first_page("lease").act(Action::Ask).act(Action::Next);
    assert!(!on.shown().is_empty());
    assert!(!on.shown().contains(&"lease"));
}

#[test]
fn an_answer_given_before_anything_is_screened_brings_up_the_same_questions() {
    let lease = || Place::Questions(vec![Visit::index("lease")].into());
    let mut early = Visit::new();
    early.state.trail.push(lease());
    assert!(early.state.screening.is_none());
    let late = Visit::new().act(Action::Open(lease()));
    assert!(late.state.screening.is_some());
    let shown = give(early, "lease", Answer::YesNo(true)).shown();
    assert_eq!(shown, give(late, "lease", Answer::YesNo(true)).shown());
    assert_eq!(shown, ["lease", "rent"]);
}

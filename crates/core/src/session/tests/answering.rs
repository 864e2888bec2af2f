//! Giving, changing and taking back answers.

use super::*;
use rust_decimal::Decimal;

#[test]
fn typed_text_is_read_when_the_typing_stops() {
    let visit = Visit::new().act(Action::Type(Visit::field("staff"), "６０ 人".into()));
    assert_eq!(visit.answer("staff"), None);
    let visit = visit.act(Action::Settle);
    assert_eq!(visit.answer("staff"), Some(&Answer::Number(60.into())));
    assert_eq!(visit.state.drafts.get(Visit::field("staff")).unwrap().text, "６０ 人", "the text stays as typed");
}

#[test]
fn what_cannot_be_read_is_no_answer_and_stops_the_visitor_there() {
    let field = Visit::field("staff");
    let visit = Visit::new().act(Action::Open(Place::Questions(vec![field.question].into())));
    for text in ["abc", "-1", "5000", "1.5", "10^30"] {
        let visit = Visit { state: visit.state.clone(), ..Visit::new() }.type_into(field, text);
        assert_eq!(visit.answer("staff"), None, "{text}");
        assert!(!visit.state.drafts.get(field).unwrap().left, "nothing is said while typing");
        let before = visit.state.place().clone();
        let visit = visit.act(Action::Next);
        assert_eq!(*visit.state.place(), before, "{text}");
        assert_eq!(visit.state.refusals, 1);
        assert!(visit.state.drafts.get(field).unwrap().left);
        let problems = visit.state.drafts.problems(screener().dataset(), &[field.question]);
        assert!(!problems[0].1.problem.is_empty() && !problems[0].1.advice.is_empty(), "{problems:?}");
        let visit = visit.type_into(field, "30").act(Action::Next);
        assert_eq!(visit.answer("staff"), Some(&Answer::Number(30.into())));
        assert_ne!(*visit.state.place(), before);
    }
}

#[test]
fn the_digits_stay_when_the_scale_changes() {
    let rent = Visit::field("rent");
    let visit = Visit::new().type_into(rent, "30");
    assert_eq!(visit.answer("rent"), Some(&Answer::Number(300_000.into())), "sums of this size are told in 万元");
    let visit = visit.act(Action::Count(rent, Scale::Yuan));
    assert_eq!(visit.answer("rent"), Some(&Answer::Number(30.into())));
    assert_eq!(visit.state.drafts.get(rent).unwrap().text, "30");
}

#[test]
fn another_kind_of_answer_takes_the_place_of_typed_text() {
    let staff = Visit::field("staff");
    let visit = Visit::new().type_into(staff, "abc").act(Action::Give(staff, Some(Answer::Range(1.into(), 99.into()))));
    assert_eq!(visit.state.drafts, Drafts::default());
    assert_eq!(visit.answer("staff"), Some(&Answer::Range(1.into(), 99.into())));
    assert_eq!(visit.type_into(staff, "").answer("staff"), None, "emptied again");
}

#[test]
fn members_of_a_set() {
    let field = Visit::field("utilities");
    let visit = Visit::new().act(Action::Tick(field, 1, true));
    assert_eq!(visit.answer("utilities"), Some(&Answer::Set { yes: 0b010, no: 0b101 }));
    let visit = visit.act(Action::RestUnknown(field, true)).act(Action::Tick(field, 2, true));
    assert_eq!(visit.answer("utilities"), Some(&Answer::Set { yes: 0b110, no: 0 }));
    let visit = visit.act(Action::Tick(field, 1, false)).act(Action::RestUnknown(field, false));
    assert_eq!(visit.answer("utilities"), Some(&Answer::Set { yes: 0b100, no: 0b011 }));
    assert_eq!(visit.act(Action::Tick(field, 2, false)).answer("utilities"), None);
}

#[test]
fn one_tap_says_that_nothing_holds_of_the_sets_not_ticked() {
    let visit = Visit::new().act(Action::Ask);
    assert_eq!(visit.shown(), ["lease", "utilities"]);
    let visit = visit.act(Action::NextWithNone);
    assert_eq!(visit.answer("utilities"), Some(&Answer::Set { yes: 0, no: 0b111 }));
    assert_eq!(visit.answer("lease"), Some(&Answer::Unknown), "no set");
    let ticked = Visit::new().act(Action::Ask).act(Action::Tick(Visit::field("utilities"), 1, true));
    let ticked = ticked.act(Action::RestUnknown(Visit::field("utilities"), true)).act(Action::NextWithNone);
    assert_eq!(ticked.answer("utilities"), Some(&Answer::Set { yes: 0b010, no: 0 }), "as answered");
}

#[test]
fn rows_come_and_go_with_their_text() {
    let loans = Visit::index("loans");
    let rate = |row| Field::in_row(loans, row, 1);
    let visit = Visit::new().act(Action::AddRow(loans)).act(Action::AddRow(loans));
    let visit = visit.type_into(rate(0), "x").type_into(rate(1), "4.35%").type_into(Field::in_row(loans, 1, 0), "300");
    let typed = vec![Some(Answer::Number(3_000_000.into())), Some(Answer::Number(Decimal::new(435, 4)))];
    assert_eq!(visit.answer("loans"), Some(&Answer::Rows(vec![vec![None, None], typed.clone()])));
    let visit = visit.act(Action::RemoveRow(loans, 0));
    assert_eq!(visit.answer("loans"), Some(&Answer::Rows(vec![typed])));
    assert_eq!(visit.state.drafts.get(rate(0)).unwrap().text, "4.35%");
    let visit = visit.act(Action::AddRow(loans)).act(Action::AddRow(loans)).act(Action::AddRow(loans));
    assert!(matches!(visit.answer("loans"), Some(Answer::Rows(rows)) if rows.len() == 3), "three are the most");
    let visit = (0..3).fold(visit, |visit, _| visit.act(Action::RemoveRow(loans, 0)));
    assert_eq!(visit.answer("loans"), None);
}

#[test]
fn actions_on_what_is_not_there_change_nothing() {
    let far = Field { question: 99, row: None };
    let odd = Field { question: Visit::index("staff"), row: Some((3, 3)) };
    for field in [far, odd] {
        let visit =
            Visit::new().type_into(field, "1").act(Action::Tick(field, 40, true)).act(Action::RestUnknown(field, true));
        let visit =
            visit.act(Action::Count(field, Scale::TenThousand)).act(Action::Leave(field)).act(Action::AddRow(99));
        let visit = visit.act(Action::RemoveRow(99, 9)).act(Action::Toggle(99)).act(Action::Go(99)).act(Action::Back);
        assert!(visit.state.profile.is_empty());
    }
}

#[test]
fn the_result_follows_the_answers() {
    let visit = Visit::new().act(Action::Ask).act(Action::Screen);
    let pending = tally(screener().dataset(), visit.state.screening.as_ref().unwrap());
    assert_eq!(pending, Tally { pending: 3, ..Tally::default() });
    let visit = visit
        .act(Action::Give(Visit::field("lease"), Some(Answer::YesNo(true))))
        .type_into(Visit::field("rent"), "0.5");
    let screening = visit.state.screening.as_ref().unwrap();
    assert_eq!(tally(screener().dataset(), screening), Tally { entitled: 1, pending: 2, ..Tally::default() });
    assert_eq!(screening.clauses[1].amount.unwrap().min, 5_000.into());
    let groups = groups(screener(), &visit.state.profile, screening);
    assert_eq!(groups[0], (Group::Entitled, vec![1]));
    assert_eq!(groups[1].1.len(), 2);
    assert_eq!(groups.iter().map(|(_, clauses)| clauses.len()).sum::<usize>(), 3);
}

#[test]
fn only_an_action_that_changes_nothing_is_idle() {
    let field = Visit::field("staff");
    let idle = |visit: &Visit, action: Action| is_idle(&visit.state, &action);
    let fresh = Visit::new().act(Action::Ask);
    assert!(idle(&fresh, Action::Settle));
    assert!(idle(&fresh, Action::Leave(field)));
    assert!(idle(&fresh, Action::Screen));
    assert!(!idle(&fresh, Action::Next));
    let typed = fresh.act(Action::Type(field, "12".into()));
    assert!(!idle(&typed, Action::Settle));
    assert!(!idle(&typed, Action::Leave(field)));
    let read = typed.act(Action::Settle);
    assert!(idle(&read, Action::Settle));
    assert!(!idle(&read, Action::Leave(field)), "from now on it says what is wrong");
    assert!(idle(&read.act(Action::Leave(field)), Action::Leave(field)));
    assert!(!idle(&Visit::with_first_page("lease").act(Action::Ask), Action::Screen));
}

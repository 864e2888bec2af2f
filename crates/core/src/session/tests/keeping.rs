//! Share links and what storage holds, whole, damaged and from another release.

use super::*;

fn read(text: &str) -> State {
    restore(screener(), "2024-01-01".parse().unwrap(), text)
}

/// A visit with every sort of answer.
fn full() -> Visit {
    let loans = Visit::index("loans");
    Visit::new()
        .act(Action::Set(Settings { theme: Theme::Contrast, large: true }))
        .act(Action::Ask)
        .act(Action::Give(Visit::field("lease"), Some(Answer::YesNo(true))))
        .act(Action::Give(Visit::field("rent"), Some(Answer::Range("0.5".parse().unwrap(), 5_000.into()))))
        .act(Action::Tick(Visit::field("utilities"), 1, true))
        .act(Action::RestUnknown(Visit::field("utilities"), true))
        .act(Action::Give(Visit::field("water"), Some(Answer::Unknown)))
        .act(Action::AddRow(loans))
        .type_into(Field::in_row(loans, 0, 1), "4.35")
        .act(Action::AddRow(loans))
        .act(Action::Next)
        .act(Action::Open(Place::Outcome))
}

#[test]
fn a_visit_is_kept_whole() {
    let visit = full().type_into(Visit::field("staff"), "六十 & co");
    let kept = read(&store(screener().dataset(), &visit.state));
    assert_eq!(kept.notices, []);
    assert_eq!(kept.profile, visit.state.profile);
    assert_eq!((kept.trail, kept.settings), (visit.state.trail.clone(), visit.state.settings));
    assert_eq!(kept.reference_date, visit.state.reference_date);
    assert_eq!(kept.drafts.get(Visit::field("staff")).unwrap().text, "六十 & co");
    assert_eq!(kept.screening, visit.state.screening);
}

/// Typed and deleted again, then gone on: that is 不清楚, and stays so.
#[test]
fn what_followed_on_what_was_typed_is_kept() {
    // A sum in 万元, and a number that has no scale.
    let (rent, water) = (Visit::field("rent"), Visit::field("water"));
    let asked = Visit::new().act(Action::Ask).act(Action::Give(Visit::field("lease"), Some(Answer::YesNo(true))));
    let asked = asked.act(Action::Tick(Visit::field("utilities"), 1, true));
    let emptied =
        [rent, water].into_iter().fold(asked, |visit, field| visit.type_into(field, "60").type_into(field, ""));
    let visit = emptied.act(Action::Next);
    assert_eq!((visit.answer("rent"), visit.answer("water")), (Some(&Answer::Unknown), Some(&Answer::Unknown)));
    let kept = read(&store(screener().dataset(), &visit.state));
    assert_eq!((kept.profile, kept.trail), (visit.state.profile.clone(), visit.state.trail.clone()));
}

#[test]
fn open_cards_and_the_search_outlive_a_reload() {
    let filter = Filter {
        words: "水价 & 一号".into(),
        kind: Some(crate::dataset::Kind::InterestSubsidy),
        agency: Some(1),
        status: Some(Status::Ended),
        size_bound: Some(false),
    };
    let visit = Visit::new().act(Action::Open(Place::Library)).act(Action::Toggle(1)).act(Action::Toggle(2));
    let visit = visit.act(Action::Look(filter));
    let kept = read(&store(screener().dataset(), &visit.state));
    assert_eq!((&kept.opened, &kept.filter), (&visit.state.opened, &visit.state.filter));
    assert!(!kept.opened.is_empty());
    let home = visit.act(Action::Open(Place::Start));
    assert_eq!(read(&store(screener().dataset(), &home.state)).opened, home.state.opened, "also from the start");
}

#[test]
fn a_link_carries_answers_and_date_and_needs_no_escaping() {
    let visit = full();
    let link = link(screener().dataset(), &visit.state);
    assert_eq!(
        link,
        "s=1&d=t.1&r=2020-05-01&a=staff-~lease-1~rent-0_5.5000~utilities-industrial-~water-~loans-!rate-0_0435!"
    );
    let kept = read(&format!("#{link}"));
    assert_eq!(kept.profile, visit.state.profile);
    assert_eq!(*kept.place(), Place::Outcome);
}

#[test]
fn no_and_none_are_not_unknown() {
    let none = Visit::new()
        .act(Action::Give(Visit::field("utilities"), Some(Answer::members(0, 3))))
        .act(Action::Give(Visit::field("loans"), Some(Answer::Rows(Vec::new()))))
        .act(Action::Give(Visit::field("lease"), Some(Answer::YesNo(false))));
    let kept = read(&link(screener().dataset(), &none.state));
    assert_eq!(kept.profile, none.state.profile);
}

#[test]
fn what_is_damaged_is_told_and_the_rest_is_kept() {
    for (text, notices, answers) in [
        ("", vec![Notice::DamagedLink], 0),
        ("#s=2&a=lease-1", vec![Notice::DamagedLink], 0),
        ("%%%&&==", vec![Notice::DamagedLink], 0),
        ("s=1&d=t.1&r=2020-13-40&a=lease-1", vec![Notice::BadDate], 1),
        (
            "s=1&d=t.0&r=2020-05-01&a=lease-1~gone-5~staff-30",
            vec![Notice::OtherVersion("t.0".into()), Notice::Dropped(1)],
            2,
        ),
        ("s=1&d=t.1&a=lease-7~staff-999999~rent-a.b~~loans-!x~water", vec![Notice::Dropped(5)], 1),
        ("s=1&d=t.1&a=utilities-tap.oil~lease-0", vec![Notice::Dropped(1)], 1),
        ("s=1&d=t.1&o=P99-z~&l=~99~99~x~7~1&t=x~q.~c.gone~&n=zz&m=9&f=a&f=staff.1-y&f=staff.1.1.-w*", vec![], 0),
    ] {
        let kept = read(text);
        assert_eq!(kept.notices, notices, "{text}");
        let given = (0..6).filter(|question| kept.profile.get(*question).is_some()).count();
        assert_eq!(given, answers, "{text}");
    }
}

#[test]
fn any_cut_of_a_link_is_read() {
    let whole = store(screener().dataset(), &full().state);
    for at in 0..whole.len() {
        read(&whole[..at]);
        read(&whole[at..]);
    }
}

#[test]
fn a_link_that_cannot_be_read_takes_nothing_of_what_was_kept() {
    let kept = store(screener().dataset(), &full().state);
    let today = "2024-01-01".parse().unwrap();
    for damaged in ["#s=", "#s=2&a=lease-1", "#xs=1"] {
        let state = resume(screener(), today, Some(damaged), Some(&kept));
        assert_eq!(state.profile, full().state.profile, "{damaged}");
        assert_eq!(state.notices, [Notice::DamagedLink], "{damaged}");
    }
    let followed = resume(screener(), today, Some("#s=1&d=t.1&a=lease-1"), Some(&kept));
    assert_eq!(followed.profile, read("#s=1&d=t.1&a=lease-1").profile);
    assert_ne!(followed.profile, full().state.profile);
    let fresh = resume(screener(), today, None, Some("{\"__proto__\": 1}"));
    assert_eq!((fresh.notices.len(), fresh.profile.is_empty()), (0, true));
}

#[test]
fn a_link_puts_no_words_of_its_own_onto_the_page() {
    for words in ["*e8*af*b7", "call-12345678901234567890", "<b>", "A*20B"] {
        assert_eq!(read(&format!("s=1&d={words}")).notices, [Notice::OtherVersion(String::new())], "{words}");
    }
}

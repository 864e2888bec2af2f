//! A visit as text: kept on the device, sent as a link, opened by another.

use crate::support::{dataset, date, profile, random_visit, screener, Random, Visitor, TODAY};
use crate::taps::restaurant;
use huiqi_core::profile::{Answer, Input};
use huiqi_visit::{
    link, queries, resume, step, store, Action, Chosen, Field, Filter, Notice, Part, Place, Settings, State, Theme,
};

fn today() -> huiqi_core::date::Date {
    date(TODAY)
}

fn open(link: Option<&str>, kept: Option<&str>) -> State {
    resume(screener(), today(), link, kept)
}

fn act(state: &State, action: Action) -> State {
    step(screener(), state, action)
}

fn question(id: &str) -> u16 {
    u16::try_from(dataset().question(id).unwrap_or_else(|| panic!("no question {id}"))).unwrap()
}

fn part(id: &str) -> Part {
    Part::whole(dataset(), Field::of(question(id)))
}

#[test]
fn what_was_kept_comes_back_as_it_was() {
    for seed in 0..50 {
        let mut state = random_visit(&mut Random(seed));
        state.today = today();
        state.told = vec![question("staff")];
        state.touched = vec![question("industry"), question("vat_payer")];
        state.chosen = Chosen { day: seed % 2 == 0, look: seed % 3 == 0 };
        state.settings = Settings { theme: Theme::Dark, large: seed % 2 == 1 };
        state.filter = Filter { words: "公积金 & =".into(), money: true, agency: Some(3), ..Filter::default() };
        state = act(&state, Action::Toggle(7));
        state = act(&state, Action::Open(Place::Branch(2, 1)));
        state = act(&state, Action::Open(Place::Change(Field::in_row(question("loans"), 0, 1))));
        state = act(&state, Action::Back);
        let kept = store(dataset(), &state);
        let back = open(None, Some(&kept));
        assert_eq!(back.profile, state.profile, "{kept}");
        assert_eq!((&back.gates, &back.unclear, back.day), (&state.gates, &state.unclear, state.day), "{kept}");
        assert_eq!((&back.told, &back.touched, back.chosen), (&state.told, &state.touched, state.chosen));
        assert_eq!((back.settings, &back.filter, &back.opened), (state.settings, &state.filter, &state.opened));
        assert_eq!((&back.trail, &back.notices), (&state.trail, &vec![]));
        let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*&=".contains(&byte);
        assert!(kept.bytes().all(letters), "{kept}");
    }
}

#[test]
fn a_link_is_short_and_says_what_was_answered() {
    let firm = restaurant();
    let mut visitor = Visitor::new(profile(&firm.answers));
    visitor.reach_shortlist();
    visitor.reach_outcome(firm.gates);
    let sent = link(dataset(), &visitor.state);
    println!("{} letters: {sent}", sent.len());
    assert!(sent.len() <= 300, "{} letters: {sent}", sent.len());
    let shared = open(Some(&format!("#{sent}")), None);
    assert_eq!((&shared.profile, &shared.gates), (&visitor.state.profile, &visitor.state.gates));
    assert_eq!(shared.notices, vec![]);
}

/// WeChat and others write `%7E` for `~`, and some encode everything.
#[test]
fn a_link_that_a_chat_app_encoded_still_opens() {
    let state = random_visit(&mut Random(7));
    let sent = link(dataset(), &state);
    let some = sent.replace('~', "%7E").replace('!', "%21").replace('*', "%2a");
    let all: String = sent.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for encoded in [some, all] {
        let shared = open(Some(&encoded), None);
        assert_eq!((&shared.profile, &shared.notices), (&state.profile, &vec![]), "{encoded}");
    }
}

#[test]
fn anothers_visit_is_shown_and_ones_own_stays() {
    let own = act(&State::new(today()), Action::Give(part("staff"), Some(Answer::Number(77.into()))));
    let kept = store(dataset(), &own);
    let sent = link(dataset(), &random_visit(&mut Random(3)));
    let shared = open(Some(&sent), Some(&kept));
    assert!(shared.is_shared());
    assert_eq!(shared.place(), Place::Outcome);
    for action in [
        Action::Give(part("staff"), Some(Answer::Number(5.into()))),
        Action::Situation(0, true),
        Action::Unclear(part("industry")),
        Action::Clear,
        Action::Type(Field::of(question("staff")), "9".into()),
    ] {
        assert_eq!(act(&shared, action.clone()).profile, shared.profile, "{action:?}");
    }
    // The page is loaded again: the other's visit is still there, and one's own behind it.
    let again = open(None, Some(&store(dataset(), &shared)));
    assert!(again.is_shared());
    assert_eq!(again.profile, shared.profile);
    assert_eq!(act(&again, Action::Own).profile, own.profile);
    let adopted = act(&again, Action::Adopt);
    assert!(!adopted.is_shared());
    assert_eq!(adopted.profile, shared.profile);
}

#[test]
fn a_link_brings_no_words_of_the_senders() {
    let sent =
        "s=2&d=call-138-0000&t=o&m=3l&l=*e5*8a*a0*e5*be*ae*e4*bf*a1~0000&f=staff-y*e5*8a*a0&o=P01-a&w=jyT&a=jyT77";
    let shared = open(Some(sent), None);
    assert_eq!((&shared.filter, shared.settings), (&Filter::default(), Settings::default()));
    assert!(shared.drafts.iter().next().is_none() && shared.opened.is_empty());
    assert_eq!(shared.notices, vec![Notice::OtherVersion(String::new())], "the version may not be words");
    assert_eq!(shared.profile.get(usize::from(question("staff"))), Some(&Answer::Number(77.into())));
}

#[test]
fn former_links_still_open() {
    let former = "s=1&d=2020-07.1&r=2020-07-15&a=industry-catering~staff-35~registered_city-1~relief_state-good_credit.bankable-tax_normal\
                  ~monthly_rent-4800_5~social_monthly-3000.10000~loans-!loan_principal-300000*loan_start-20200316";
    let shared = open(Some(former), None);
    let said = |id: &str| shared.profile.get(usize::from(question(id)));
    assert_eq!(said("staff"), Some(&Answer::Number(35.into())));
    assert_eq!(said("registered_city"), Some(&Answer::YesNo(true)));
    assert_eq!(said("monthly_rent"), Some(&Answer::Number("4800.5".parse().unwrap())));
    assert_eq!(said("social_monthly"), Some(&Answer::Range(3000.into(), 10000.into())));
    assert_eq!(said("relief_state"), Some(&Answer::Set { yes: 0b1010, no: 0b100 }));
    assert!(matches!(said("loans"), Some(Answer::Rows(rows)) if rows.len() == 1));
}

#[test]
fn what_cannot_be_used_is_told() {
    for (sent, notice) in [
        ("a=industry-catering", Notice::DamagedLink),
        ("s=9&a=1", Notice::DamagedLink),
        ("s=2&d=2020-07.1&a=jyT77~zzz1", Notice::Dropped(vec![], 1)),
        ("s=2&d=2020-07.1&a=jyT77~padzz", Notice::Dropped(vec![question("industry")], 0)),
        ("s=2&d=2020-07.1&a=jyT-5", Notice::Dropped(vec![question("staff")], 0)),
        ("s=2&d=2020-07.1&a=jyT9e30", Notice::Dropped(vec![question("staff")], 0)),
        ("s=2&d=2020-07.1&a=jyT~&r=2020-13-01", Notice::Dropped(vec![], 1)),
        ("s=2&d=2019-01.9&a=jyT77", Notice::OtherVersion("2019-01.9".into())),
        ("s=1&d=2020-07.1&a=staff-77~nothing-1", Notice::Dropped(vec![], 1)),
    ] {
        assert_eq!(open(Some(sent), None).notices, vec![notice], "{sent}");
    }
}

#[test]
fn any_text_is_read_without_a_panic() {
    let sent = link(dataset(), &random_visit(&mut Random(11)));
    let mut random = Random(5);
    for _ in 0..100 {
        let mut bytes = sent.clone().into_bytes();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, *random.pick(b"~!*._-e09%&=#")),
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let shared = open(Some(&text), Some(&text));
        let _ = queries::outcome(screener(), &shared);
    }
}

#[test]
fn the_visitors_word_wins_over_the_hosts_after_a_reload_too() {
    let said = |staff: i64| {
        let answers = Input::Map(vec![
            ("staff".into(), Input::Number(staff.into())),
            ("vat_payer".into(), Input::Text("general".into())),
        ]);
        Action::Hear(Input::Map(vec![
            ("answers".into(), answers),
            ("referenceDate".into(), Input::Text("2020-07-15".into())),
            ("mode".into(), Input::Text("dark large".into())),
        ]))
    };
    let state = act(&State::new(today()), said(8));
    assert_eq!(state.notices, vec![Notice::Prefilled(2)]);
    assert_eq!((state.day, state.settings.large), (Some(date("2020-07-15")), true));
    let state = act(&state, Action::Give(part("staff"), Some(Answer::Number(77.into()))));
    let state = act(&state, Action::Today(None));
    let state = act(&state, Action::Set(Settings::default()));
    let again = act(&open(None, Some(&store(dataset(), &state))), said(8));
    assert_eq!(again.profile.get(usize::from(question("staff"))), Some(&Answer::Number(77.into())));
    assert_eq!((again.day, again.settings), (None, Settings::default()));
    // Taken back is a word of the visitor's too; what the host said and nobody touched follows the host.
    let state = act(&again, Action::Give(part("staff"), None));
    let again = act(&open(None, Some(&store(dataset(), &state))), said(9));
    assert_eq!(again.profile.get(usize::from(question("staff"))), None);
    assert!(matches!(again.profile.get(usize::from(question("vat_payer"))), Some(Answer::Choice(_))));
}

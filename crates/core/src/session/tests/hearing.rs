//! What the page around the widget may say, and what it may not.

use super::*;
use crate::profile::Input;

fn said(json: &str) -> Action {
    Action::Hear(serde_json::from_str(json).unwrap())
}

#[test]
fn answers_fill_what_is_unanswered_and_are_told() {
    let visit = Visit::new()
        .act(Action::Give(Visit::field("staff"), Some(Answer::Number(7.into()))))
        .act(said(r#"{ "answers": { "staff": 60, "lease": true, "rent": { "min": 1, "max": 2 }, "water": null } }"#));
    assert_eq!(visit.answer("staff"), Some(&Answer::Number(7.into())), "the visitor's own answer stays");
    assert_eq!(visit.answer("lease"), Some(&Answer::YesNo(true)));
    assert_eq!(visit.answer("rent"), Some(&Answer::Range(1.into(), 2.into())));
    assert_eq!(visit.answer("water"), None, "what a host does not know may still be asked");
    assert_eq!(visit.state.notices, [Notice::Prefilled(2)]);
    assert_eq!(*visit.state.place(), Place::Start);
}

#[test]
fn what_a_host_repeats_changes_nothing() {
    let once = Visit::new().act(said(r#"{ "answers": { "lease": true } }"#)).act(Action::Dismiss);
    let twice = Visit { state: once.state.clone(), ..once }.act(said(r#"{ "answers": { "lease": false } }"#));
    assert_eq!(twice.answer("lease"), Some(&Answer::YesNo(true)));
    assert_eq!(twice.state.notices, []);
}

#[test]
fn a_prefilled_visit_is_screened_anew() {
    let visit = Visit::new()
        .act(Action::Open(Place::Outcome))
        .act(said(r#"{ "answers": { "lease": true, "rent": 5000 }, "referenceDate": "2020-07-15" }"#));
    let anew = screener().settle(&visit.state.profile.space(screener().dataset()), "2020-07-15".parse().unwrap());
    assert_eq!(visit.state.screening.as_deref(), Some(&anew));
}

#[test]
fn the_date_and_the_look_are_those_of_the_visitor_once_chosen() {
    let asked = r#"{ "referenceDate": "2020-07-15", "mode": "large dark" }"#;
    let heard = Visit::new().act(said(asked)).state;
    assert_eq!(heard.reference_date.to_string(), "2020-07-15");
    assert_eq!(heard.settings, Settings { theme: Theme::Dark, large: true });

    let own = Settings { theme: Theme::Light, large: false };
    let kept = Visit::new().act(Action::ReferenceDate("2019-1-1".into())).act(Action::Set(own)).act(said(asked)).state;
    assert_eq!((kept.reference_date.to_string().as_str(), kept.settings), ("2019-01-01", own));
}

#[test]
fn what_cannot_be_read_is_dropped_and_the_rest_is_heard() {
    for text in [
        "null",
        "[]",
        "\"answers\"",
        r#"{ "answers": [1, 2], "referenceDate": 20200715, "mode": ["dark"] }"#,
        r#"{ "answers": "lease", "referenceDate": "2020-02-30", "mode": "__proto__" }"#,
        r#"{ "answers": { "__proto__": true, "constructor": {}, "lease": "yes", "staff": 1e30, "loans": [[]] } }"#,
        r#"{ "__proto__": { "answers": { "lease": true } }, "toString": 1 }"#,
    ] {
        let heard = Visit::new().act(said(text)).state;
        let before = Visit::new().state;
        assert_eq!((heard.profile, heard.notices), (before.profile, before.notices), "{text}");
        assert_eq!((heard.reference_date, heard.settings), (before.reference_date, before.settings), "{text}");
    }
    let mixed = Visit::new().act(said(r#"{ "answers": { "gone": 1, "staff": -1, "lease": false } }"#));
    assert_eq!(mixed.answer("lease"), Some(&Answer::YesNo(false)));
    assert_eq!(mixed.state.notices, [Notice::Prefilled(1)]);
}

/// A few numbers after another without end, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()]
    }

    fn value(&mut self, depth: u8) -> Input {
        let words = ["", "yes", "2020-07-15", "dark large", "industrial", "min", "\u{0}", "９９万", "1e999"];
        match self.below(if depth == 0 { 4 } else { 6 }) {
            0 => Input::Null,
            1 => Input::Bool(self.below(2) == 0),
            2 => Input::Number(rust_decimal::Decimal::new(self.below(u64::MAX >> 1) as i64 - (1 << 40), 3)),
            3 => Input::Text(self.pick(&words).to_owned()),
            4 => Input::List((0..self.below(4)).map(|_| self.value(depth - 1)).collect()),
            _ => Input::Map((0..self.below(5)).map(|_| self.entry(depth)).collect()),
        }
    }

    fn entry(&mut self, depth: u8) -> (String, Input) {
        let names =
            "answers referenceDate mode staff lease rent utilities water loans rate min max tap __proto__ toString";
        let names: Vec<&str> = names.split(' ').collect();
        (self.pick(&names).to_owned(), self.value(depth - 1))
    }
}

#[test]
fn ten_thousand_hostile_messages_break_nothing() {
    let mut numbers = Numbers(20_200_701);
    let mut visit = Visit::new();
    let mut heard = 0;
    for round in 0..10_000 {
        if round % 50 == 0 {
            visit = Visit::new().act(Action::Open(Place::Outcome));
        }
        let message = Input::Map(vec![
            ("answers".to_owned(), numbers.value(3)),
            ("referenceDate".to_owned(), numbers.value(1)),
            ("mode".to_owned(), numbers.value(1)),
        ]);
        visit = visit.act(Action::Hear(message));
        heard += visit.state.notices.len();
        let kept = restore(screener(), visit.state.today, &store(screener().dataset(), &visit.state));
        assert_eq!(kept.profile, visit.state.profile, "what was heard can be kept and read again");
    }
    assert!(heard > 0, "some of it made sense");
}

//! Every screen built once for every firm of `tests/personas/`: what `tag` demands of its callers holds in all of them.
//! How screens look and behave is for `tests/browser/`.

use super::view::View;
use super::{answers, frame, library, outcome, questions, start};
use crate::data;
use huiqi_core::date::Date;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::Screener;
use huiqi_core::session::{resume, step, Action, Place, State};
use std::path::PathBuf;
use std::rc::Rc;
use yew::Callback;

const DAY: Date = Date(18_458);

/// Of nobody, and of each firm.
fn profiles(screener: &Screener) -> Vec<Profile> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/personas"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let read = |text: String| {
        let persona: serde_json::Value = serde_json::from_str(&text).unwrap();
        let answers: Input = serde_json::from_value(persona.get("profile")?.clone()).unwrap();
        Some(Profile::read(screener.dataset(), &answers).0)
    };
    files.filter_map(read).chain([Profile::default()]).collect()
}

/// The visit at a place, with every card open.
fn at(screener: &Rc<Screener>, profile: &Profile, place: Place) -> View {
    let clauses = u16::try_from(screener.dataset().clauses.len()).unwrap();
    let begun = State { profile: profile.clone(), ..resume(screener, DAY, Some("s=1&a=nothing-such&d=0"), None) };
    let opened = (0..clauses).map(Action::Toggle).chain([Action::Open(place)]);
    let state = opened.fold(begun, |state, action| step(screener, &state, action));
    View { screener: Rc::clone(screener), state: Rc::new(state), act: Callback::noop() }
}

#[test]
fn an_element_that_says_words_holds_nothing_else() {
    let screener = Rc::new(data::screener().remembering());
    let every: Rc<[u16]> = (0..u16::try_from(screener.dataset().questions.len()).unwrap()).collect();
    let profiles = profiles(&screener);
    assert_eq!(profiles.len(), 13);
    for profile in profiles {
        let view = |place: Place| at(&screener, &profile, place);
        let _ = start::start(&view(Place::Start));
        let _ = questions::questions(&view(Place::Questions(Rc::clone(&every))));
        let _ = answers::answers(&view(Place::Answers));
        let _ = outcome::outcome(&view(Place::Outcome));
        let _ = library::library(&view(Place::Library));
        let start = view(Place::Start);
        let _ = (frame::header(&start), frame::notices(&start), frame::footer(&start));
    }
}

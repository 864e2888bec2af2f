//! Every screen rendered once for every firm of `tests/personas/`: what markup has to keep wherever it is used. How screens
//! look and behave is for `tests/browser/`.

use super::{Still, View, ViewProps};
use crate::data;
use huiqi_core::date::Date;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::Screener;
use huiqi_core::session::{resume, step, Action, Place, State};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

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

/// Every screen of every firm, with its name for what fails.
async fn screens() -> Vec<(String, String)> {
    let screener = Rc::new(data::screener().remembering());
    let every: Rc<[u16]> = (0..u16::try_from(screener.dataset().questions.len()).unwrap()).collect();
    let profiles = profiles(&screener);
    assert_eq!(profiles.len(), 13);
    let mut screens = Vec::new();
    for (firm, profile) in profiles.iter().enumerate() {
        let asked = Place::Questions(Rc::clone(&every));
        for place in [Place::Start, asked, Place::Answers, Place::Outcome, Place::Library] {
            let name = format!("firm {firm}, {}", format!("{place:?}").split('(').next().unwrap());
            let props = ViewProps { view: at(&screener, profile, place) };
            let html = LocalServerRenderer::<Still>::with_props(props).hydratable(false).render().await;
            screens.push((name, html));
        }
    }
    screens
}

/// The values of an attribute; a quote inside one is written as an entity.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=\"");
    html.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Levels of the headings, in their order.
fn headings(html: &str) -> Vec<u32> {
    let level = |rest: &str| rest.chars().next().and_then(|digit| digit.to_digit(10));
    html.split("<h").skip(1).filter_map(level).collect()
}

/// Is there an element of this name with nothing in it.
fn says_nothing(html: &str, element: &str) -> bool {
    let end = format!("></{element}>");
    // What stands before each end.
    let mut before = html.match_indices(&end).map(|(at, _)| html.split_at(at).0);
    let opens = |before: &str| before.rsplit('<').next().and_then(|tag| tag.split(' ').next()) == Some(element);
    before.any(opens)
}

#[tokio::test]
async fn markup_keeps_its_promises_on_every_screen_of_every_firm() {
    for (name, html) in screens().await {
        let ids = values(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        let twice: Vec<&str> =
            known.iter().copied().filter(|id| ids.iter().filter(|other| *other == id).count() > 1).collect();
        assert!(twice.is_empty(), "{name}: more than one element with id {twice:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            let named = values(&html, attribute).into_iter().flat_map(str::split_whitespace);
            let lost: BTreeSet<&str> = named.filter(|id| !known.contains(id)).collect();
            assert!(lost.is_empty(), "{name}: {attribute} names {lost:?}, which no element has");
        }
        let levels = headings(&html);
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}: headings of {levels:?}");
        let jump = levels.windows(2).find(|pair| matches!(pair, [above, below] if *below > above + 1));
        assert_eq!(jump, None, "{name}: a level of headings is left out");
        for element in ["button", "dd", "h1", "h2", "h3", "label", "legend", "li", "th"] {
            assert!(!says_nothing(&html, element), "{name}: a `{element}` that says nothing");
        }
    }
}

/// A rough range of one number is that number, as a link has it: its option is still chosen where a visit is taken up again.
#[tokio::test]
async fn an_option_of_one_number_stays_chosen() {
    let screener = Rc::new(data::screener());
    let question =
        screener.dataset().question("d1_app_cases").and_then(|question| u16::try_from(question).ok()).unwrap();
    let begun = resume(&screener, DAY, Some("s=1&a=d1_awards-app_case~d1_app_cases-1"), None);
    let state = step(&screener, &begun, Action::Open(Place::Questions([question].into())));
    let props = ViewProps { view: View { screener, state: Rc::new(state), act: Callback::noop() } };
    let html = LocalServerRenderer::<Still>::with_props(props).hydratable(false).render().await;
    let chosen: Vec<&str> =
        html.split("<input").filter(|input| input.contains("-rough") && input.contains("checked")).collect();
    assert_eq!(chosen.len(), 1, "{html}");
    assert!(html.contains(">1 项<") && !html.contains("1～1"), "the option says the number: {html}");
}

//! Every screen in every state of a few visits, rendered natively: what markup has to keep wherever it is used, and that
//! the figures on a page reconcile. How screens look and behave is for `tests/browser/`; each is left in
//! `target/markup/` to be looked at with `static/app.css`.

use super::ask::value;
use super::examples::examples;
use super::{Examples, Still, View, ViewProps};
use crate::data;
use huiqi_core::date::Date;
use huiqi_core::screening::Screener;
use huiqi_visit::queries::{self, Ask};
use huiqi_visit::{link, resume, step, Action, Filter, Place, Settings, State};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// A visit under way.
struct Visit {
    screener: Rc<Screener>,
    state: State,
}

impl Visit {
    fn new(today: &str) -> Self {
        Self { screener: Rc::new(data::screener().remembering()), state: State::new(today.parse().unwrap()) }
    }

    fn act(&mut self, action: Action) {
        let next = step(&self.screener, &self.state, action);
        self.state = step(&self.screener, &next, Action::Screen);
    }

    /// The questions on the screen.
    fn asks(&self) -> Vec<Ask> {
        match self.state.place() {
            Place::Firm(_) => queries::firm(&self.screener, &self.state).asks,
            Place::Branch(..) => queries::branch(&self.screener, &self.state).map(|of| of.asks).unwrap_or_default(),
            Place::Start
            | Place::Shortlist
            | Place::Situations
            | Place::Outcome
            | Place::Sheet
            | Place::Answers
            | Place::Change(_)
            | Place::Library => Vec::new(),
        }
    }

    /// Taps an answer where the question is on the screen, in a row too.
    fn tap(&mut self, question: &str, said: &str) -> bool {
        let asks = self.asks();
        let all = asks.iter().chain(asks.iter().flat_map(|of| of.rows.iter().flatten()));
        let found =
            all.filter_map(|of| Some((of, of.part.field.asked(self.screener.dataset())?))).find_map(|(of, asked)| {
                let at = of
                    .choices
                    .iter()
                    .enumerate()
                    .find(|(at, one)| asked.id == question && value(asked, &one.label, *at) == said);
                at.map(|(_, choice)| choice.action.clone())
            });
        let there = found.is_some();
        if let Some(action) = found {
            self.act(action);
        }
        there
    }

    fn gate(&mut self, id: &str) {
        let at = self.screener.dataset().visit.gates.iter().position(|gate| gate.id == id).unwrap();
        self.act(Action::Situation(u8::try_from(at).unwrap(), true));
    }

    async fn html(&self) -> String {
        let view =
            View { screener: Rc::clone(&self.screener), state: Rc::new(self.state.clone()), act: Callback::noop() };
        LocalServerRenderer::<Still>::with_props(ViewProps { view }).hydratable(false).render().await
    }
}

/// What the noodle shop of `docs` says of itself: catering, a company, 10 to 99 people, small-scale, all insurances.
const SHOP: [(&str, &str); 6] = [
    ("industry", "catering"),
    ("legal_form", "company"),
    ("registered_city", "yes"),
    ("staff", "1"),
    ("vat_payer", "small_scale"),
    ("insurances", "only-3"),
];

/// Answers of the chapters.
const MORE: [(&str, &str); 6] = [
    ("loan_kind", "working_capital"),
    ("loan_term_year", "yes"),
    ("relief_state", "unknown"),
    ("key_enterprise", "none"),
    ("central_subsidy_taken", "no"),
    ("loan_start", "2"),
];

/// Every screen that the noodle shop sees, each with its name.
async fn shop(today: &str, large: bool) -> Vec<(String, String)> {
    let mut visit = Visit::new(today);
    visit.act(Action::Set(Settings { large, ..Settings::default() }));
    let mut screens = vec![("start".to_owned(), visit.html().await)];
    visit.act(Action::Next);
    screens.push(("firm-empty".to_owned(), visit.html().await));
    for (question, said) in SHOP {
        assert!(visit.tap(question, said), "{question} {said} is not to be tapped: {:?}", visit.asks());
        if large {
            screens.push((format!("firm-{question}"), visit.html().await));
            visit.act(Action::Next);
        }
    }
    visit.act(Action::Open(Place::Firm(0)));
    screens.push(("firm".to_owned(), visit.html().await));
    visit.act(Action::Open(Place::Shortlist));
    screens.push(("shortlist".to_owned(), visit.html().await));
    visit.act(Action::Next);
    visit.gate("rent");
    visit.gate("loan");
    screens.push(("situations".to_owned(), visit.html().await));
    visit.act(Action::Next);
    for turn in 0..20 {
        if !matches!(visit.state.place(), Place::Branch(..)) {
            break;
        }
        screens.push((format!("branch-{turn}"), visit.html().await));
        MORE.iter().for_each(|(question, said)| {
            visit.tap(question, said);
        });
        visit.act(Action::Next);
    }
    visit.act(Action::Open(Place::Outcome));
    screens.push(("outcome".to_owned(), visit.html().await));
    for item in 0..u16::try_from(visit.screener.dataset().visit.items.len()).unwrap() {
        visit.act(Action::Toggle(item));
    }
    screens.push(("outcome-open".to_owned(), visit.html().await));
    for (name, place) in [("sheet", Place::Sheet), ("answers", Place::Answers), ("library", Place::Library)] {
        visit.act(Action::Open(place));
        screens.push((name.to_owned(), visit.html().await));
    }
    visit.act(Action::Look(Filter { by_document: true, words: "贴息".to_owned(), ..Filter::default() }));
    screens.push(("library-found".to_owned(), visit.html().await));
    visit.act(Action::Open(Place::Outcome));
    let shared = link(visit.screener.dataset(), &visit.state);
    visit.state = resume(&visit.screener, today.parse().unwrap(), Some(&shared), None);
    screens.push(("shared".to_owned(), visit.html().await));
    assert!(visit.state.is_shared());
    screens
}

/// Looked back on, in force, and in the large form.
async fn screens() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (name, today, large) in
        [("back", "2026-11-30", false), ("now", "2020-07-15", false), ("large", "2026-11-30", true)]
    {
        all.extend(shop(today, large).await.into_iter().map(|(screen, html)| (format!("{name}-{screen}"), html)));
    }
    let components = LocalServerRenderer::<Examples>::new().hydratable(false).render().await;
    all.push(("components".to_owned(), components));
    all
}

/// The values of an attribute; a quote inside one is written as an entity.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=\"");
    html.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Is there an element of this name with nothing in it.
fn says_nothing(html: &str, element: &str) -> bool {
    let end = format!("></{element}>");
    // What stands before each end.
    let mut before = html.match_indices(&end).map(|(at, _)| html.split_at(at).0);
    let opens = |before: &str| before.rsplit('<').next().and_then(|tag| tag.split(' ').next()) == Some(element);
    before.any(opens)
}

/// What stands within the first element with this attribute, without markup.
fn words(html: &str, mark: &str) -> Option<String> {
    let rest = html.split_once(mark)?.1.split_once('>')?.1;
    let rest = rest.split("</p>").next()?;
    Some(
        rest.split('<')
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |part| part.1) })
            .collect(),
    )
}

#[tokio::test]
async fn markup_keeps_its_promises_on_every_screen() {
    std::fs::create_dir_all("target/markup").unwrap();
    let screens = screens().await;
    assert!(screens.len() > 40, "{} screens", screens.len());
    for (name, html) in screens {
        std::fs::write(format!("target/markup/{name}.html"), &html).unwrap();
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
        assert_eq!(html.matches("<h1").count(), 1, "{name}: one heading of the first level");
        for element in ["button", "dd", "h1", "h2", "h3", "h4", "label", "legend", "li", "th"] {
            assert!(!says_nothing(&html, element), "{name}: a `{element}` that says nothing");
        }
    }
}

/// The mode stands in the head of every screen, and nothing that is over is told as something to be had now.
#[tokio::test]
async fn every_screen_says_the_mode() {
    for (name, html) in screens().await {
        if name.starts_with("back") || name.starts_with("large") {
            assert!(html.contains("2020 年回查"), "{name}");
            assert!(!html.contains("现在可得") && !html.contains("mark-can"), "{name} promises something now");
        }
    }
}

/// 名单 and 结果 print sums of counts: the parts add up to the whole.
#[tokio::test]
async fn printed_counts_add_up() {
    let mut seen = 0;
    for (name, html) in screens().await {
        let Some(sentence) = words(&html, "data-adds-up") else { continue };
        let numbers = |text: &str| -> Vec<u32> {
            text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
        };
        let (parts, whole) = match sentence.split_once('＝') {
            Some((parts, whole)) => (numbers(parts), numbers(whole).first().copied()),
            None => (numbers(sentence.rsplit('：').next().unwrap()), numbers(&sentence).get(1).copied()),
        };
        assert!(parts.len() > 1, "{name}: {sentence}");
        assert_eq!(Some(parts.iter().sum::<u32>()), whole, "{name}: {sentence}");
        seen += 1;
    }
    assert!(seen >= 6, "{seen} such sentences");
}

/// Each component stands in the table once a state, and each of them shows something.
#[test]
fn every_example_is_there_once() {
    let all = examples();
    let names: BTreeSet<(&str, &str)> = all.iter().map(|(component, state, _)| (*component, *state)).collect();
    assert_eq!(names.len(), all.len());
    let components: BTreeSet<&str> = names.iter().map(|(component, _)| *component).collect();
    assert!(components.len() >= 15, "{components:?}");
}

/// The day of the list's month: nobody is looked back on there.
#[test]
fn the_list_s_own_day_is_in_force() {
    let screener = data::screener();
    let day: Date = "2020-07-15".parse().unwrap();
    assert_eq!(huiqi_visit::Mode::on(screener.dataset(), day), huiqi_visit::Mode::Current);
}

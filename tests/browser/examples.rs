//! One table of examples, a screen in each of its states. The pictures, the accessibility run and the check for what is cut
//! off all go over it. Each is a stored visit that the widget itself takes up. Components have a table of their own
//! (`src/ui/examples.rs`).

use crate::harness::Page;
use huiqi_core::dataset::Dataset;
use huiqi_core::date::Date;
use huiqi_core::profile::{Input, Profile};
use huiqi_visit::{store, Place, Settings, State, Theme, Trail};
use serde_json::{json, Value};
use std::fs::read_to_string;

/// A screen in one of its states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// Names its pictures.
    pub name: &'static str,
    /// The firm of `tests/personas/`; nobody where this is empty.
    firm: &'static str,
    /// Where the visitor is.
    place: Place,
    /// The day that is judged, where it is not the list's own year.
    on: Option<&'static str>,
    /// Items whose cards are open, by their number.
    opened: &'static [u16],
    /// What is typed into a field.
    typed: Option<(&'static str, &'static str)>,
    /// What is pressed at last.
    press: &'static [&'static str],
}

const fn example(name: &'static str, firm: &'static str, place: Place) -> Example {
    Example { name, firm, place, on: None, opened: &[], typed: None, press: &[] }
}

/// A firm's screen as it stands.
pub const fn example_at(firm: &'static str, place: Place) -> Example {
    example("at", firm, place)
}

/// The same, on a day.
pub const fn taken(firm: &'static str, place: Place, on: Option<&'static str>) -> Example {
    Example { on, ..example("taken", firm, place) }
}

const JULY: Option<&str> = Some("2020-07-15");

/// Every screen in every state that looks different.
pub const EXAMPLES: [Example; 21] = [
    example("start", "", Place::Start),
    Example { on: JULY, ..example("start-in-force", "", Place::Start) },
    example("start-begun", "hauler", Place::Start),
    example("firm", "", Place::Firm(0)),
    example("firm-answered", "restaurant", Place::Firm(0)),
    example("shortlist", "restaurant", Place::Shortlist),
    Example { press: &["#aside ~ .folds summary"], ..example("shortlist-open", "large_factory", Place::Shortlist) },
    example("situations", "restaurant", Place::Situations),
    Example { press: &[".folds summary"], ..example("situations-rare", "software_house", Place::Situations) },
    example("branch", "restaurant", Place::Branch(1, 0)),
    Example {
        press: &["[data-question] .help-tap summary"],
        ..example("branch-sets", "large_factory", Place::Branch(10, 0))
    },
    example("outcome-empty", "", Place::Outcome),
    example("outcome", "restaurant", Place::Outcome),
    Example { on: JULY, ..example("outcome-in-force", "restaurant", Place::Outcome) },
    Example { opened: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ..example("outcome-open", "mask_maker", Place::Outcome) },
    example("sheet", "restaurant", Place::Sheet),
    example("answers", "hauler", Place::Answers),
    Example { press: &["[data-action='clear']"], ..example("answers-clearing", "hauler", Place::Answers) },
    example("library", "", Place::Library),
    Example { press: &["[data-opens]", ".filters summary"], ..example("library-open", "restaurant", Place::Library) },
    Example { typed: Some(("#library-words", "zzz")), ..example("library-nothing", "", Place::Library) },
];

/// How the widget looks: colours and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast.
    Contrast,
    /// 适老版: large letters and targets.
    Large,
    /// 适老版, light on dark.
    LargeDark,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Light, Self::Dark, Self::Contrast, Self::Large, Self::LargeDark];

    const fn settings(self) -> Settings {
        match self {
            Self::Light => Settings { theme: Theme::Light, large: false },
            Self::Dark => Settings { theme: Theme::Dark, large: false },
            Self::Contrast => Settings { theme: Theme::Contrast, large: false },
            Self::Large => Settings { theme: Theme::Light, large: true },
            Self::LargeDark => Settings { theme: Theme::Dark, large: true },
        }
    }
}

/// The dataset that the widget under test has in it.
pub fn dataset() -> Dataset {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
    Dataset::from_bytes(bytes).expect("the embedded dataset can be read")
}

/// The answers of a firm of `tests/personas/`.
pub fn answers_of(firm: &str) -> Value {
    let text = read_to_string(format!("tests/personas/{firm}.json")).expect("the firm is there");
    let mut written: Value = serde_json::from_str(&text).expect("a firm is JSON");
    written.get_mut("profile").expect("answers").take()
}

/// A firm's visit at a place: its answers, with every situation tapped behind which it has answered something.
pub fn visit_of(dataset: &Dataset, firm: &str, place: Place, on: Option<Date>) -> State {
    let answers = if firm.is_empty() { json!({}) } else { answers_of(firm) };
    let input: Input = serde_json::from_value(answers).expect("answers are input");
    let (profile, problems) = Profile::read(dataset, &input);
    assert_eq!(problems, [], "{firm}");
    let answered = |question: u16| profile.get(usize::from(question)).is_some();
    let gates = (0_u8..)
        .zip(&dataset.visit.gates)
        .filter(|(_, gate)| gate.says.iter().chain(&gate.asks).take(1).any(|asked| answered(asked.question)));
    let gates: Vec<u8> = gates.map(|(at, _)| at).collect();
    let places = if place == Place::Start { vec![place] } else { vec![Place::Start, place] };
    let at = places.len() - 1;
    let mut state = State::new("2026-11-30".parse().expect("a day"));
    state.trail = Trail::new(places, at).expect("places");
    state.gates = gates;
    state.profile = profile;
    state.day = on;
    state.chosen.day = on.is_some();
    state
}

impl Example {
    /// Opens it, in that mode.
    pub async fn open(self, page: &Page, dataset: &Dataset, mode: Mode) {
        let on = self.on.map(|day| day.parse().expect("a day"));
        let mut state = visit_of(dataset, self.firm, self.place, on);
        state.settings = mode.settings();
        state.chosen.look = true;
        state.opened = self.opened.to_vec();
        // A page of the same address, of which the storage can be written.
        page.go("icon.svg").await;
        page.run(&format!("sessionStorage.setItem('huiqi', {})", json!(store(dataset, &state)))).await;
        page.open("").await;
        page.is_settled().await;
        if let Some((css, text)) = self.typed {
            page.fill_in(css, text).await;
        }
        for css in self.press {
            page.click(css).await;
        }
    }
}

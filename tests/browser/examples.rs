//! One table of examples, a screen or component in each of its states. The pictures, the accessibility run and the check
//! for what is cut off all go over it. Each is a stored visit that the widget itself restores.

use crate::harness::Page;
use huiqi_core::dataset::Dataset;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::session::{link, State};
use serde_json::{json, Value};
use std::fs::read_to_string;

/// A screen in one of its states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Names its pictures.
    pub name: &'static str,
    /// The firm of `tests/personas/`, where there is one.
    firm: &'static str,
    /// The answers that it has given so far; all of them where this is empty.
    given: &'static [&'static str],
    /// The reference date.
    on: &'static str,
    /// The rest of the stored visit: trail, open cards, filter, drafts.
    rest: &'static str,
    /// Field and text, where something is typed.
    typed: Option<(&'static str, &'static str)>,
    /// What is pressed at last.
    press: &'static [&'static str],
    /// It stays as it is before anything is screened.
    is_held: bool,
}

const fn example(name: &'static str, firm: &'static str, rest: &'static str) -> Example {
    Example { name, firm, given: &[], on: "2020-07-15", rest, typed: None, press: &[], is_held: false }
}

/// The outcome of a firm of `tests/personas/` on a day.
pub const fn outcome_of(firm: &'static str, on: &'static str) -> Example {
    Example { on, ..example("outcome", firm, "t=s~o&n=1") }
}

const HAULER: &str = "hauler";
const SOME: &[&str] = &["industry", "staff", "revenue", "registered_city", "legal_form", "logistics", "toll_due"];

/// The first page of questions before anything is screened: a moment in which a slow phone stays for long.
pub const UNSCREENED: Example =
    Example { press: &["[data-action='ask']"], is_held: true, ..example("questions-unscreened", "", "t=s&n=0") };

/// Every screen in every state that looks different.
pub const EXAMPLES: [Example; 20] = [
    Example { on: "2026-11-26", ..example("start", "", "t=s&n=0") },
    Example { given: SOME, ..example("start-begun", HAULER, "t=s&n=0") },
    Example {
        typed: Some(("#reference-date", "2020-2-30")),
        press: &["h1"],
        ..example("start-wrong-date", "", "t=s&n=0")
    },
    example("notices", "", "t=s&n=0&d=2019-01.1&r=2020-02-30&a=staff-x~nothing-1"),
    UNSCREENED,
    example("questions", "", "t=s~q.industry.staff.revenue.assets&n=1"),
    Example {
        given: SOME,
        ..example("questions-answered", HAULER, "t=s~q.industry.staff.revenue.registered_city.legal_form&n=1")
    },
    Example {
        given: &["industry"],
        press: &["[data-action='next']"],
        ..example("questions-wrong", HAULER, "t=s~q.industry.staff.revenue&n=1&f=staff-yabc")
    },
    Example { given: SOME, ..example("questions-sets", HAULER, "t=s~q.logistics.toll_due.etc2_paid&n=1") },
    Example {
        given: &["industry", "staff", "revenue", "loans"],
        press: &[".why summary"],
        ..example("questions-rows", "mask_maker", "t=s~q.loans&n=1")
    },
    example("outcome-empty", "", "t=s~o&n=1"),
    example("outcome", "shop", "t=s~o&n=1"),
    example("outcome-cards", "mask_maker", "t=s~o&n=1&o=P14-a~P13-a~P06-1"),
    Example { given: SOME, ..example("outcome-missing", HAULER, "t=s~o&n=1&o=P03-a~P10") },
    Example { on: "2026-11-26", ..example("outcome-ended", "shop", "t=s~o&n=1") },
    Example {
        press: &["[data-action='copy']", "[data-action='clear']"],
        ..example("outcome-taken-along", HAULER, "t=s~o&n=1")
    },
    Example { given: SOME, ..example("answers", HAULER, "t=s~a&n=1") },
    Example { given: SOME, ..example("change", HAULER, "t=s~a~c.staff&n=2") },
    Example {
        given: SOME,
        press: &[".filters > summary", "[data-policy] > details > summary"],
        ..example("library", HAULER, "t=s~l&n=1&o=P01-a")
    },
    example("library-nothing", "", "t=s~l&n=1&l=zzz~~~~"),
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

    /// As the stored visit has it.
    const fn stored(self) -> &'static str {
        match self {
            Self::Light => "1",
            Self::Dark => "2",
            Self::Contrast => "3",
            Self::Large => "1l",
            Self::LargeDark => "2l",
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

impl Example {
    /// The visit as text, in that mode.
    fn stored(self, dataset: &Dataset, mode: Mode) -> String {
        let mut answers = if self.firm.is_empty() { json!({}) } else { answers_of(self.firm) };
        if let (Value::Object(entries), false) = (&mut answers, self.given.is_empty()) {
            entries.retain(|id, _| self.given.contains(&id.as_str()));
        }
        let input: Input = serde_json::from_value(answers).expect("answers are input");
        let (profile, problems) = Profile::read(dataset, &input);
        assert_eq!(problems, [], "{}", self.name);
        let state = State { profile, ..State::new(self.on.parse().expect("a day")) };
        // The first of two parts of one name counts, so what an example breaks on purpose comes first.
        let parts = format!("{}&{}&m={}", self.rest, link(dataset, &state), mode.stored());
        format!("s=1&{parts}")
    }

    /// Opens it, in that mode.
    pub async fn open(self, page: &Page, dataset: &Dataset, mode: Mode) {
        // Another page between makes the browser load it anew rather than go to a fragment of it.
        page.go_to("about:blank").await;
        page.open(&format!("#{}", self.stored(dataset, mode))).await;
        if let Some((css, text)) = self.typed {
            page.fill_in(css, text).await;
        }
        if self.is_held {
            // Only the widget's own timer: drivers set timers in the page too.
            page.run(
                "const timed = window.setTimeout;
                window.setTimeout = (does, after, ...rest) => after === 50 ? 0 : timed(does, after, ...rest)",
            )
            .await;
        }
        for css in self.press {
            page.click(css).await;
        }
    }
}

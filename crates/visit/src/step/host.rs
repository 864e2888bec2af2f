//! What the page around the widget may say: answers it knows already, a reference date, how the widget looks. The visitor's
//! own words always win, and whatever cannot be read is dropped. Who may speak at all belongs to `static/frame.js`.

use crate::state::{Notice, Settings, State, Theme};
use huiqi_core::dataset::Dataset;
use huiqi_core::profile::{Answer, Input, Profile};

/// What follows from the host's words: `{ answers, referenceDate, mode }`, each as in the JavaScript API.
pub fn hear(dataset: &Dataset, state: &mut State, said: &Input) {
    let filled = fill(dataset, state, said.get("answers"));
    if filled > 0 {
        state.notices.retain(|notice| !matches!(notice, Notice::Prefilled(_)));
        state.notices.push(Notice::Prefilled(filled));
    }
    if let Some(day) = text(said, "referenceDate").and_then(|day| day.parse().ok()).filter(|_| !state.chosen.day) {
        state.day = Some(day);
    }
    if let Some(mode) = text(said, "mode").filter(|_| !state.chosen.look) {
        state.settings = settings(mode);
    }
}

fn text<'a>(said: &'a Input, name: &str) -> Option<&'a str> {
    said.get(name).and_then(Input::text)
}

/// Fills in what the visitor has left as it was; how many answers came in so.
fn fill(dataset: &Dataset, state: &mut State, answers: Option<&Input>) -> usize {
    let (given, _dropped) = answers.map(|answers| Profile::read(dataset, answers)).unwrap_or_default();
    let mut filled = 0;
    for (question, _) in (0_u16..).zip(&dataset.questions) {
        let place = usize::from(question);
        let free = !state.touched.contains(&question)
            && (state.profile.get(place).is_none() || state.told.contains(&question));
        match given.get(place) {
            // That a host does not know is no word of the visitor's.
            None | Some(Answer::Unknown) => {}
            Some(answer) if free && state.profile.get(place) != Some(answer) => {
                state.profile.set(place, Some(answer.clone()));
                if !state.told.contains(&question) {
                    state.told.push(question);
                }
                filled += 1;
            }
            Some(_) => {}
        }
    }
    filled
}

/// Words such as `dark large`, in any order.
fn settings(mode: &str) -> Settings {
    let mut settings = Settings::default();
    for word in mode.split(' ') {
        match word {
            "light" => settings.theme = Theme::Light,
            "dark" => settings.theme = Theme::Dark,
            "contrast" => settings.theme = Theme::Contrast,
            "large" => settings.large = true,
            _ => {}
        }
    }
    settings
}

//! What the page around the widget may say: answers it knows already, a reference date, how the widget looks. It only
//! fills in what the visitor has left as it was, and whatever cannot be read is dropped. Who may speak at all (window,
//! origin, nonce) belongs to `static/frame.js`.

use super::{Notice, Place, Settings, State, Theme};
use crate::dataset::Dataset;
use crate::profile::{Answer, Input, Profile};
use crate::screening::Screener;

/// What follows from the host's words: `{ answers, referenceDate, mode }`, each as in the JavaScript API.
pub(super) fn hear(screener: &Screener, mut state: State, said: &Input) -> State {
    let dataset = screener.dataset();
    let filled = fill(dataset, &mut state.profile, said.get("answers"));
    if filled > 0 {
        state.notices.retain(|notice| !matches!(notice, Notice::Prefilled(_)));
        state.notices.push(Notice::Prefilled(filled));
    }
    let date = text(said, "referenceDate").and_then(|day| day.parse().ok());
    let dated = date.filter(|_| state.reference_date == state.today && state.date_draft.is_none());
    if let Some(date) = dated {
        state.reference_date = date;
    }
    if state.settings == Settings::default() {
        state.settings = text(said, "mode").map(settings).unwrap_or_default();
    }
    let changed = filled > 0 || dated.is_some();
    if changed && (state.screening.is_some() || *state.place() != Place::Start) {
        return state.screened(screener);
    }
    state
}

fn text<'a>(said: &'a Input, name: &str) -> Option<&'a str> {
    match said.get(name) {
        Some(Input::Text(text)) => Some(text),
        _ => None,
    }
}

/// Fills in what is unanswered; how many answers came in so.
fn fill(dataset: &Dataset, profile: &mut Profile, answers: Option<&Input>) -> usize {
    let (given, _dropped) = answers.map(|answers| Profile::read(dataset, answers)).unwrap_or_default();
    let mut filled = 0;
    for question in 0..dataset.questions.len() {
        match given.get(question) {
            // That a host does not know is no word of the visitor's.
            None | Some(Answer::Unknown) => {}
            Some(answer) if profile.get(question).is_none() => {
                profile.set(question, Some(answer.clone()));
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

//! What is typed: kept as it is, read once the visitor pauses.

use crate::answering::give;
use crate::draft::{Draft, Scale};
use crate::part::{Field, Part};
use crate::state::State;
use crate::typed;
use huiqi_core::dataset::Dataset;

/// Changes a field's draft; where there is none yet, one that shows the present answer.
pub fn write(dataset: &Dataset, state: &mut State, field: Field, change: impl FnOnce(&mut Draft)) {
    let Some(question) = field.asked(dataset) else { return };
    let scale = Scale::of(question).unwrap_or_default();
    let mut draft = state.drafts.get(field).cloned().unwrap_or_else(|| Draft {
        text: typed::shown(question, field.answer(&state.profile), scale),
        scale,
        left: false,
        unread: false,
    });
    change(&mut draft);
    state.drafts.put(field, draft);
}

/// Reads what was typed and not yet read.
pub fn settled(dataset: &Dataset, mut state: State) -> State {
    let unread: Vec<(Field, Draft)> =
        state.drafts.iter().filter(|(_, draft)| draft.unread).map(|(field, draft)| (field, draft.clone())).collect();
    let year = state.reference_date().civil().0;
    for (field, draft) in unread {
        let Some(question) = field.asked(dataset) else { continue };
        let answer = typed::answer(question, &draft.text, draft.scale, year);
        give(dataset, &mut state, Part { field, members: 0 }, answer);
        state.drafts.put(field, Draft { unread: false, ..draft });
    }
    state
}

/// Marks the fields of these questions that cannot be used as they are, so that each says what is wrong; how many.
pub fn refuse(dataset: &Dataset, state: &mut State, questions: &[u16]) -> usize {
    let year = state.reference_date().civil().0;
    let wrong: Vec<Field> = state
        .drafts
        .iter()
        .filter(|(field, _)| questions.contains(&field.question))
        .filter(|(field, draft)| {
            let question = field.asked(dataset);
            question.is_some_and(|question| typed::is_open(question, &draft.text, draft.scale, year))
        })
        .map(|(field, _)| field)
        .collect();
    for field in &wrong {
        if let Some(draft) = state.drafts.get_mut(*field) {
            draft.left = true;
        }
    }
    wrong.len()
}

//! Visitors who do anything at any time: answers begun and left, rows that are not there, the way back, what a host says.
//! Every state that comes of it can be shown, kept and taken up again.

use crate::support::{dataset, date, screener, Random, TODAY};
use huiqi_core::profile::Input;
use huiqi_visit::queries;
use huiqi_visit::{resume, step, store, Action, Field, Filter, Part, Place, Scale, State};

const TYPED: &[&str] = &["300万元", "12,345.678", "4.35%", "3-5万", "2020年2月30日", "-5", "1e99", "0.08", " ", "很多"];

fn field(random: &mut Random) -> Field {
    let question = u16::try_from(random.below(dataset().questions.len() + 1)).unwrap();
    if random.chance(70) {
        Field::of(question)
    } else {
        Field::in_row(question, u8::try_from(random.below(6)).unwrap(), u8::try_from(random.below(7)).unwrap())
    }
}

fn place(random: &mut Random) -> Place {
    let small = |random: &mut Random| u8::try_from(random.below(30)).unwrap();
    match random.below(10) {
        0 => Place::Start,
        1 => Place::Firm(small(random)),
        2 => Place::Shortlist,
        3 => Place::Situations,
        4 => Place::Branch(small(random), small(random)),
        5 => Place::Outcome,
        6 => Place::Sheet,
        7 => Place::Answers,
        8 => Place::Change(field(random)),
        _ => Place::Library,
    }
}

fn action(state: &State, random: &mut Random) -> Action {
    let part = Part::whole(dataset(), field(random));
    let gate = u8::try_from(random.below(40)).unwrap();
    match random.below(20) {
        0..=6 => match queries::ask(screener(), state, part) {
            Some(ask) => random.pick(&ask.choices).action.clone(),
            None => Action::Give(part, None),
        },
        7 => Action::Situation(gate, random.chance(70)),
        8 => Action::Type(part.field, (*random.pick(TYPED)).to_owned()),
        9 => Action::Count(part.field, Scale::TenThousand),
        10 => Action::Leave(part.field),
        11 => Action::AddRow(part.field.question),
        12 => Action::RemoveRow(part.field.question, gate),
        13 => Action::Undo,
        14 => Action::Open(place(random)),
        15 => Action::Back,
        16 => Action::Toggle(u16::from(gate)),
        17 => Action::Look(Filter { words: "贷款 80%".into(), mine: random.chance(50), ..Filter::default() }),
        18 => Action::Hear(Input::Map(vec![(
            "answers".into(),
            Input::Map(vec![("staff".into(), Input::Number(8.into()))]),
        )])),
        _ => Action::Next,
    }
}

fn show(state: &State) {
    let screener = screener();
    let _ = (queries::start(screener, state), queries::firm(screener, state), queries::situations(screener, state));
    let _ = (queries::branch(screener, state), queries::answers(screener, state), queries::library(screener, state));
    let _ = (queries::shortlist(screener, state), queries::outcome(screener, state));
}

#[test]
fn whatever_a_visitor_does_can_be_shown_and_kept() {
    let today = date(TODAY);
    for seed in 0..12 {
        let mut random = Random(seed);
        let mut state = State::new(today);
        for at in 0..60 {
            let action = action(&state, &mut random);
            state = step(screener(), &state, action);
            if at % 10 == 9 {
                state = step(screener(), &state, Action::Screen);
                show(&state);
                // Who closes the page has left every field of it, so each may say what is wrong once it is open again.
                let typed: Vec<Field> = state.drafts.iter().map(|(field, _)| field).collect();
                let leave = |state: State, field: &Field| step(screener(), &state, Action::Leave(*field));
                let settled = step(screener(), &typed.iter().fold(state.clone(), leave), Action::Settle);
                let kept = store(dataset(), &settled);
                let back = resume(screener(), today, None, Some(&kept));
                assert_eq!((&back.profile, &back.gates), (&settled.profile, &settled.gates), "{kept}");
                assert_eq!((&back.trail, &back.drafts), (&settled.trail, &settled.drafts), "{kept}");
            }
        }
    }
}

//! Visitors who do anything at any time: answers begun and left, questions that are not shown, rows that are not there, the
//! way back, what a page around the widget says. Every state that comes of it can be shown, kept and screened.

use super::super::support::{answer, date, partial, screener, Random};
use super::number;
use huiqi_core::dataset::{Kind, Shape, Status};
use huiqi_core::profile::{Answer, Input};
use huiqi_core::screening::Screener;
use huiqi_core::session::{
    found, groups, is_idle, link, progress, restore, stake, step, store, tally, visible, Action, Field, Filter, Place,
    Scale, Settings, State, Theme,
};
use std::time::{Duration, Instant};

const DAYS: &[&str] = &["2020-05-15", "2020-07-15", "2019-12-31", "2026-11-29"];

/// What people begin to type, and do not always end.
const TYPED: &[&str] = &[
    "3000000",
    "300万元",
    "12,345.678",
    "4.35%",
    "0.055",
    "2020-06-01",
    "2020年2月30日",
    "-5",
    "1e99",
    "９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９亿",
    " ",
    "很多",
];

fn day(random: &mut Random) -> &'static str {
    DAYS[random.below(DAYS.len())]
}

/// One field that is shown or, now and then, one that is not.
fn field(state: &State, random: &mut Random) -> Field {
    let dataset = screener().dataset();
    let shown = match state.place() {
        Place::Questions(page) => visible(screener(), state, page),
        Place::Start | Place::Change(_) | Place::Answers | Place::Outcome | Place::Library => Vec::new(),
    };
    let any = u16::try_from(random.below(dataset.questions.len() + 1)).expect("few");
    let question = if shown.is_empty() || random.chance(15) { any } else { *random.pick(&shown) };
    let of = dataset.questions.get(usize::from(question));
    match of.map(|question| &question.shape) {
        Some(Shape::Group { max_rows, fields, .. }) if random.chance(70) => {
            let row = random.below(usize::from(*max_rows) + 1);
            let field = random.below(fields.len() + 1);
            Field::in_row(question, u8::try_from(row).expect("few"), u8::try_from(field).expect("few"))
        }
        _ => Field::of(question),
    }
}

fn given(field: Field, random: &mut Random) -> Option<Answer> {
    let dataset = screener().dataset();
    let question = field.asked(dataset)?;
    match (random.below(6), &question.shape) {
        (0, _) => None,
        (1, _) => Some(Answer::Unknown),
        (2, Shape::Number { quick, .. }) if !quick.is_empty() => {
            let (low, high) = *random.pick(quick);
            Some(Answer::between(low, high))
        }
        _ => Some(answer(dataset, question, 30, random)),
    }
}

fn place(random: &mut Random) -> Place {
    let questions = screener().dataset().questions.len();
    let any = |random: &mut Random| u16::try_from(random.below(questions)).expect("few");
    match random.below(6) {
        0 => Place::Start,
        1 => Place::Questions((0..=random.below(3)).map(|_| any(random)).collect()),
        2 => Place::Change(any(random)),
        3 => Place::Answers,
        4 => Place::Outcome,
        _ => Place::Library,
    }
}

fn said(random: &mut Random) -> Input {
    let answers = partial(screener().dataset(), random, 90).write(screener().dataset());
    let text = |text: &str| Input::Text(text.to_owned());
    let all = [("answers", answers), ("referenceDate", text(day(random))), ("mode", text("dark large"))];
    Input::Map(all.into_iter().filter(|_| random.chance(50)).map(|(name, value)| (name.to_owned(), value)).collect())
}

fn action(state: &State, random: &mut Random) -> Action {
    let field = field(state, random);
    let small = u8::try_from(random.below(6)).expect("few");
    let clauses = screener().dataset().clauses.len();
    match random.below(40) {
        0..=5 => Action::Next,
        6 => Action::NextWithNone,
        7 => Action::Ask,
        8 => Action::Open(place(random)),
        9 => Action::Back,
        10 => Action::Go(random.below(70)),
        11..=17 => Action::Give(field, given(field, random)),
        18..=20 => Action::Tick(field, small, random.chance(60)),
        21 => Action::RestUnknown(field, random.chance(50)),
        22..=27 => {
            let text: Vec<char> = random.pick(TYPED).chars().collect();
            let end = random.below(text.len() + 1);
            Action::Type(field, text.iter().take(end).collect())
        }
        28 => Action::Count(field, if random.chance(50) { Scale::Yuan } else { Scale::TenThousand }),
        29 | 30 => Action::Settle,
        31 => Action::Screen,
        32 => Action::Leave(field),
        33 => Action::AddRow(field.question),
        34 => Action::RemoveRow(field.question, small),
        35 => Action::ReferenceDate((*random.pick(&[DAYS, TYPED].concat())).to_owned()),
        36 => Action::Toggle(u16::try_from(random.below(clauses + 1)).expect("few")),
        37 => Action::Look(Filter {
            words: (*random.pick(&["", "社保", "P04 减免"])).to_owned(),
            kind: random.chance(30).then_some(Kind::Reduction),
            agency: random.chance(30).then_some(small),
            status: random.chance(30).then_some(Status::Ended),
            size_bound: random.chance(30).then_some(true),
        }),
        38 => Action::Hear(said(random)),
        _ => match random.below(4) {
            0 => Action::Set(Settings { theme: *random.pick(&Theme::ALL), large: random.chance(50) }),
            1 | 2 => Action::Dismiss,
            _ => Action::Clear,
        },
    }
}

/// Everything that a screen asks of a state.
fn shown(screener: &Screener, state: &State) {
    let dataset = screener.dataset();
    if let Place::Questions(page) = state.place() {
        assert!(visible(screener, state, page).iter().all(|question| page.contains(question)));
    }
    found(screener, &state.filter, state.reference_date);
    link(dataset, state);
    if let Some(screening) = &state.screening {
        progress(screener, &state.profile, screening);
        tally(dataset, screening);
        let groups = groups(screener, &state.profile, screening);
        let mut listed: Vec<u16> = groups.into_iter().flat_map(|(_, clauses)| clauses).collect();
        listed.sort_unstable();
        assert!(listed.windows(2).all(|pair| pair[0] < pair[1]), "a clause is listed twice: {listed:?}");
    }
}

/// One visit of so many actions, by a screener that has seen others.
fn walk(remembering: &Screener, random: &mut Random, actions: usize) {
    let dataset = screener().dataset();
    let today = date(day(random));
    let mut state = State::new(today);
    for at in 0..actions {
        let action = action(&state, random);
        let idle = is_idle(&state, &action);
        let next = step(remembering, &state, action.clone());
        if idle {
            assert_eq!((&next.profile, &next.trail, &next.drafts), (&state.profile, &state.trail, &state.drafts));
        }
        state = next;
        shown(remembering, &state);
        if at % 8 == 0 {
            if let Some(screening) = &state.screening {
                let fresh = screener().settle(&state.profile.space(dataset), state.reference_date);
                assert_eq!(**screening, fresh, "after {action:?}");
                for question in 0..u16::try_from(dataset.questions.len()).expect("few") {
                    stake(screener(), screening, question);
                }
            }
            let kept = restore(remembering, today, &store(dataset, &state));
            // What is still being typed is read where it is seen.
            let read = step(remembering, &state, Action::Settle);
            let [kept, state, read] = [&kept, &state, &read].map(|state| (&state.profile, &state.trail));
            assert!(kept == state || kept == read, "after {action:?}: {kept:?}, not {state:?}");
        }
    }
}

#[test]
fn whatever_a_visitor_does_can_be_shown_and_kept() {
    let remembering = Screener::new(screener().dataset().clone()).remembering();
    let mut random = Random(2_026);
    for _ in 0..20 {
        walk(&remembering, &mut random, 40);
    }
}

#[test]
#[ignore = "runs for as long as HUIQI_FUZZ_SECONDS says, 600 by default"]
fn for_ten_minutes() {
    let end = Instant::now() + Duration::from_secs(number("HUIQI_FUZZ_SECONDS", 600));
    let mut random = Random(number("HUIQI_FUZZ_SEED", u64::from(std::process::id())));
    let remembering = Screener::new(screener().dataset().clone()).remembering();
    println!("walks, seed {}", random.0);
    let mut walks = 0;
    while Instant::now() < end {
        walk(&remembering, &mut random, 60);
        walks += 1;
    }
    println!("{walks} visits of 60 actions, no panic");
}

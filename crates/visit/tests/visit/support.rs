//! A visitor who knows one firm and answers whatever is asked, counting taps as a hand would.

use huiqi_core::compile::compile;
use huiqi_core::dataset::{Dataset, Shape};
use huiqi_core::date::Date;
use huiqi_core::profile::{Answer, Input, Profile};
use huiqi_core::screening::Screener;
use huiqi_visit::queries::{self, Ask, Control, Label};
use huiqi_visit::{step, Action, Field, Part, Place, State};
use std::sync::OnceLock;

/// The list that is shipped, ready for screening.
pub fn screener() -> &'static Screener {
    static SCREENER: OnceLock<Screener> = OnceLock::new();
    SCREENER.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies.json");
        let text = std::fs::read_to_string(path).expect("policies.json is there");
        let dataset = compile(&text).unwrap_or_else(|found| panic!("policies.json has mistakes: {found:#?}"));
        Screener::new(dataset)
    })
}

pub fn dataset() -> &'static Dataset {
    screener().dataset()
}

/// The day of the visits: long after the list.
pub const TODAY: &str = "2026-11-30";

pub fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Reads answers that must have no problem.
pub fn profile(json: &serde_json::Value) -> Profile {
    let input: Input = serde_json::from_value(json.clone()).expect("answers");
    let (profile, problems) = Profile::read(dataset(), &input);
    assert!(problems.is_empty(), "{problems:#?}");
    profile
}

/// A visitor under way.
pub struct Visitor {
    pub state: State,
    pub taps: usize,
    /// What was asked, in order.
    pub asked: Vec<String>,
    /// What is true of the firm; what it does not say is not known.
    truth: Profile,
}

impl Visitor {
    pub fn new(truth: Profile) -> Self {
        Self { state: State::new(date(TODAY)), taps: 0, asked: Vec::new(), truth }
    }

    /// Does something, as the widget does: the tap, then what follows from it.
    pub fn act(&mut self, action: Action) {
        let next = step(screener(), &self.state, action);
        self.state = step(screener(), &next, Action::Screen);
    }

    pub fn tap(&mut self, action: Action) {
        self.taps += 1;
        self.act(action);
    }

    /// From the start to the shortlist.
    pub fn reach_shortlist(&mut self) {
        self.tap(Action::Next);
        self.answer_all(|state| queries::firm(screener(), state).asks);
        self.tap(Action::Next);
        assert_eq!(self.state.place(), Place::Shortlist);
    }

    /// From the shortlist to the result, by these situations.
    pub fn reach_outcome(&mut self, gates: &[&str]) {
        self.tap(Action::Next);
        for gate in gates {
            let at = dataset().visit.gates.iter().position(|other| other.id == *gate);
            let at = u8::try_from(at.unwrap_or_else(|| panic!("no gate {gate}"))).expect("few");
            self.tap(Action::Situation(at, true));
        }
        self.tap(Action::Next);
        while let Place::Branch(..) = self.state.place() {
            self.answer_all(|state| queries::branch(screener(), state).map(|branch| branch.asks).unwrap_or_default());
            self.tap(Action::Next);
        }
        assert_eq!(self.state.place(), Place::Outcome);
    }

    /// Answers whatever stands on the screen, from the top, until nothing is left.
    pub fn answer_all(&mut self, asks: impl Fn(&State) -> Vec<Ask>) {
        for _ in 0..200 {
            let open = asks(&self.state);
            let Some(ask) = open.iter().find_map(unanswered) else { return };
            self.answer(ask);
        }
        panic!("asked without an end at {:?}", self.state.place());
    }

    /// Answers one question as the firm would.
    pub fn answer(&mut self, ask: &Ask) {
        let part = ask.part;
        self.asked.push(name(part));
        let Some(truth) = self.true_answer(part.field).cloned() else {
            return self.tap(Action::Unclear(part));
        };
        if ask.control == Control::Several {
            let Answer::Set { yes, no } = truth else { return self.tap(Action::Unclear(part)) };
            let (yes, open) = (yes & part.members, part.members & !(yes | no));
            let one = ask.choices.iter().find(|choice| {
                (choice.label == Label::All && yes == part.members)
                    || (choice.label == Label::None && yes == 0 && open == 0)
            });
            if let Some(one) = one {
                return self.tap(one.action.clone());
            }
            for member in (0..32).filter(|bit| yes & (1 << bit) != 0) {
                self.tap(Action::Tick(part, member, true));
            }
            if open != 0 {
                self.tap(Action::Unclear(part));
            }
            return;
        }
        let fits = ask
            .choices
            .iter()
            .find(|choice| matches!(&choice.action, Action::Give(_, Some(answer)) if agrees(answer, &truth, part)));
        match fits {
            Some(choice) => self.tap(choice.action.clone()),
            None => self.tap(Action::Unclear(part)),
        }
    }

    fn true_answer(&self, field: Field) -> Option<&Answer> {
        field.answer(&self.truth)
    }
}

/// The first question that is not answered, rows included.
fn unanswered(ask: &Ask) -> Option<&Ask> {
    if ask.control == Control::Rows && !ask.rows.is_empty() {
        return ask.rows.iter().flatten().find_map(unanswered);
    }
    (!ask.answered).then_some(ask)
}

/// Does what a tap says hold of the firm.
fn agrees(said: &Answer, truth: &Answer, part: Part) -> bool {
    match (said, truth) {
        (Answer::Range(low, high), Answer::Number(number)) => low <= number && number <= high,
        (Answer::Range(low, high), Answer::Date(date)) => *low <= date.0.into() && *high >= date.0.into(),
        (Answer::Set { yes, no }, Answer::Set { yes: truth, no: not }) => {
            *yes == truth & part.members && no & !not == 0
        }
        (said, truth) => said == truth,
    }
}

/// A part by its ids.
fn name(part: Part) -> String {
    let question = &dataset().questions[usize::from(part.field.question)];
    let of = part.field.asked(dataset()).expect("asked");
    if let Shape::Set(members) = &of.shape {
        let named = members.iter().enumerate().filter(|(at, _)| part.members & (1 << at) != 0);
        return format!("{}.{}", of.id, named.map(|(_, member)| member.id.as_str()).collect::<Vec<_>>().join("+"));
    }
    if part.field.row.is_some() {
        format!("{}.{}", question.id, of.id)
    } else {
        of.id.clone()
    }
}

/// A small, seeded random source (splitmix64), so that every run sees the same visits.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).expect("fits")
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// A visit that has come somewhere: who the firm is, some situations, some chapters half answered, some figures.
pub fn random_visit(random: &mut Random) -> State {
    random_visit_of(screener(), random)
}

/// The same over another list.
pub fn random_visit_of(screener: &Screener, random: &mut Random) -> State {
    let visit = &screener.dataset().visit;
    let day = *random.pick(&[TODAY, "2020-07-15", "2020-03-01", "2021-02-01"]);
    let mut state = State::new(date(day));
    state.day = random.chance(30).then(|| date(day));
    for asked in &visit.who {
        say(screener, random, &mut state, asked.question, 90);
    }
    for gate in 0..visit.gates.len() {
        if random.chance(30) {
            state = step(screener, &state, Action::Situation(u8::try_from(gate).expect("few"), true));
            let of = &visit.gates[gate];
            for asked in of.asks.iter().chain(&of.figures) {
                say(screener, random, &mut state, asked.question, 60);
            }
        }
    }
    for asked in &visit.who_figures {
        say(screener, random, &mut state, asked.question, 40);
    }
    step(screener, &step(screener, &state, Action::Open(Place::Outcome)), Action::Screen)
}

/// Taps one of the choices, or gives a number; of rows each of their fields.
fn say(screener: &Screener, random: &mut Random, state: &mut State, question: u16, percent: usize) {
    if !random.chance(percent) {
        return;
    }
    let field = Field::of(question);
    let part = Part::whole(screener.dataset(), field);
    let shape = &field.asked(screener.dataset()).expect("asked").shape;
    if let Shape::Group { fields, .. } = shape {
        *state = step(screener, state, Action::AddRow(question));
        let Some(Answer::Rows(rows)) = field.answer(&state.profile) else { return };
        let row = u8::try_from(rows.len() - 1).expect("few");
        for column in 0..u8::try_from(fields.len()).expect("few") {
            tap(screener, random, state, Part::whole(screener.dataset(), Field::in_row(question, row, column)));
        }
    } else {
        tap(screener, random, state, part);
    }
}

fn tap(screener: &Screener, random: &mut Random, state: &mut State, part: Part) {
    let Some(ask) = queries::ask(screener, state, part) else { return };
    let shape = &part.field.asked(screener.dataset()).expect("asked").shape;
    let is_sum = matches!(shape, Shape::Number { unit, .. } if unit == "yuan");
    let action = if is_sum && random.chance(50) {
        Action::Give(part, Some(Answer::Number(rust_decimal::Decimal::from(random.below(1_000_000)))))
    } else {
        random.pick(&ask.choices).action.clone()
    };
    *state = step(screener, state, action);
}

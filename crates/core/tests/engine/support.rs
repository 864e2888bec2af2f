//! The dataset, seeded profiles, and their completions.

use huiqi_core::compile::compile;
use huiqi_core::dataset::{Dataset, Question, Shape};
use huiqi_core::date::Date;
use huiqi_core::profile::{Answer, Input, Profile};
use huiqi_core::rules::{
    Comparison, CondId, Condition, Domain, Edges, Engine, Figure, FigureId, Rules, Space, VarId, VariableKind,
};
use huiqi_core::screening::Screener;
use rust_decimal::Decimal;
use std::sync::OnceLock;

/// The repository's own dataset, ready for screening.
pub fn screener() -> &'static Screener {
    static SCREENER: OnceLock<Screener> = OnceLock::new();
    SCREENER.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies.json");
        let text = std::fs::read_to_string(path).expect("policies.json is there");
        let dataset = compile(&text).unwrap_or_else(|found| panic!("policies.json has mistakes: {found:#?}"));
        Screener::new(dataset)
    })
}

pub fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Reads a profile that must have no problem.
pub fn profile(json: &serde_json::Value) -> Profile {
    profile_of(screener(), json)
}

/// The same over another dataset.
pub fn profile_of(screener: &Screener, json: &serde_json::Value) -> Profile {
    let input: Input = serde_json::from_value(json.clone()).expect("answers");
    let (profile, problems) = Profile::read(screener.dataset(), &input);
    assert!(problems.is_empty(), "{problems:#?}");
    profile
}

/// A firm that has every clause of the sound dataset: 1,000 m³ at 0.23, an award of 500,000, and these loans.
pub fn sound_firm(loans: &serde_json::Value) -> serde_json::Value {
    serde_json::json!({ "industry": "trade", "staff": 10, "water_m3": 1000, "kinds": ["plant", "held"], "loans": loans })
}

/// Adds a condition that can only be damage: a number between a figure and a greater one that no answer settles, equal to
/// itself or not.
pub fn undecided(rules: &mut Rules) -> CondId {
    let next = |count: usize| u16::try_from(count).expect("few");
    let [low, high] = [Decimal::ZERO, Decimal::ONE].map(|figure| {
        rules.constants.push(figure);
        rules.figures.push(Figure::Constant(next(rules.constants.len()) - 1));
        FigureId(next(rules.figures.len()) - 1)
    });
    let between = Edges { low, high };
    rules.conditions.push(Condition::Compare(Comparison::Equal, between, between));
    CondId(next(rules.conditions.len()) - 1)
}

/// A small, seeded random source (splitmix64), so that every run sees the same profiles.
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

/// Numbers at which something may change for a variable: every figure of the dataset within its bounds, and its
/// neighbours on the grid.
pub fn telling(rules: &Rules, variable: VarId) -> Vec<Domain> {
    match &rules.variables[usize::from(variable)].kind {
        VariableKind::Choice(values) => (0..u32::from(*values)).map(|bit| Domain::Choices(1 << bit)).collect(),
        VariableKind::Number { min, max, grain } => {
            let mut figures: Vec<Decimal> = vec![*min, *max, (*min + *max) / Decimal::TWO];
            figures.extend(rules.parameters.iter().flat_map(|parameter| [parameter.low, parameter.high]));
            figures.extend(rules.constants.iter().copied());
            figures.extend(
                rules
                    .series
                    .iter()
                    .flat_map(|series| series.steps.iter().flat_map(|(day, v)| [Decimal::from(*day), *v])),
            );
            for fact in &rules.facts {
                if let Some(at) = fact.measures.iter().position(|measure| *measure == variable) {
                    let table = &rules.tables[usize::from(fact.table)];
                    figures.extend(table.rows.iter().flat_map(|row| row.bounds[at].iter().copied()));
                }
            }
            let mut on_grid: Vec<Decimal> = figures
                .into_iter()
                .flat_map(|figure| {
                    let at = *min + ((figure - *min) / *grain).floor() * *grain;
                    [at - *grain, at, at + *grain]
                })
                .filter(|figure| min <= figure && figure <= max)
                .collect();
            on_grid.sort();
            on_grid.dedup();
            on_grid.into_iter().map(|figure| Domain::Range(figure, figure)).collect()
        }
    }
}

/// One completion of a space, biased towards telling values.
pub fn completion(rules: &Rules, space: &Space, random: &mut Random) -> Space {
    let mut engine = Engine::over(rules, space, 0);
    for variable in space.open().collect::<Vec<VarId>>() {
        let domain = engine.space().get(variable);
        if !domain.is_open() {
            continue;
        }
        let mut points = telling(rules, variable);
        points.retain(|point| within(*point, domain));
        if let Domain::Range(low, high) = domain {
            points.extend([low, high].map(|end| Domain::Range(end, end)));
        }
        loop {
            assert!(!points.is_empty(), "nothing is left of variable {variable}");
            let point = points.swap_remove(random.below(points.len()));
            if engine.assume(&[(variable, point)], &mut Vec::new()) {
                break;
            }
        }
    }
    engine.space().clone()
}

pub fn within(point: Domain, domain: Domain) -> bool {
    match (point, domain) {
        (Domain::Choices(bit), Domain::Choices(mask)) => bit & !mask == 0,
        (Domain::Range(low, high), Domain::Range(least, greatest)) => least <= low && high <= greatest,
        _ => false,
    }
}

/// Answers tried to one question.
const TRIES: usize = 40;

/// A seeded complete profile with some answers taken away.
pub fn partial(dataset: &Dataset, random: &mut Random, missing_percent: usize) -> Profile {
    let mut profile = Profile::default();
    for (index, question) in dataset.questions.iter().enumerate() {
        let given = answer(dataset, question, missing_percent, random);
        if random.chance(missing_percent) {
            continue;
        }
        profile.set(index, Some(given));
        let variables = question.variable..question.variable + width(question);
        let mut reads = dataset.rules.links.iter().flat_map(|link| &link.reads);
        let contradicts = |profile: &Profile| profile.answered(dataset).linked(&dataset.rules).is_err();
        if reads.any(|read| variables.contains(read)) {
            // Another answer where this one contradicts the others.
            for _ in 0..TRIES {
                if !contradicts(&profile) {
                    break;
                }
                profile.set(index, Some(answer(dataset, question, missing_percent, random)));
            }
            if contradicts(&profile) {
                profile.set(index, None);
            }
        }
    }
    profile
}

/// Variables of a question, as far as implications may read them.
fn width(question: &Question) -> VarId {
    match &question.shape {
        Shape::Set(members) => VarId::try_from(members.len()).expect("few"),
        Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } | Shape::Group { .. } => 1,
    }
}

/// A seeded answer to one question.
pub fn answer(dataset: &Dataset, question: &Question, missing_percent: usize, random: &mut Random) -> Answer {
    match &question.shape {
        Shape::YesNo => Answer::YesNo(random.chance(60)),
        Shape::Choice(values) => Answer::Choice(u8::try_from(random.below(values.len())).expect("fits")),
        Shape::Set(members) => {
            Answer::members(u32::try_from(random.next() & 0xffff_ffff).expect("fits"), members.len())
        }
        Shape::Number { .. } | Shape::Date { .. } => {
            let points = telling(&dataset.rules, question.variable);
            let Domain::Range(number, _) = *random.pick(&points) else { unreachable!() };
            if matches!(question.shape, Shape::Date { .. }) {
                Answer::Date(Date(i32::try_from(number).expect("a day")))
            } else {
                Answer::Number(number)
            }
        }
        Shape::Group { max_rows, fields, .. } => {
            let rows = random.below(usize::from(*max_rows).min(3) + 1);
            let row = |random: &mut Random| {
                fields
                    .iter()
                    .map(|field| {
                        (!random.chance(missing_percent)).then(|| answer(dataset, field, missing_percent, random))
                    })
                    .collect()
            };
            Answer::Rows((0..rows).map(|_| row(random)).collect())
        }
    }
}

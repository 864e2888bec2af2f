//! An estimate is one more band (估): it counts for nothing until it is taken, and then it is a range as any other.

use crate::support::{dataset, date, profile, random_visit, screener, Random, TODAY};
use huiqi_core::dataset::Shape;
use huiqi_core::profile::Answer;
use huiqi_visit::queries::{self, Ask, Choice, Label};
use huiqi_visit::{step, Action, Field, Part, Place, State};
use rust_decimal::Decimal;
use serde_json::{json, Value};

/// At the result, with these answers given.
fn visit(answers: &Value) -> State {
    let mut state = State::new(date(TODAY));
    state.profile = profile(answers);
    act(&act(&state, Action::Open(Place::Outcome)), Action::Screen)
}

fn act(state: &State, action: Action) -> State {
    let next = step(screener(), state, action);
    step(screener(), &next, Action::Screen)
}

fn asked(state: &State, question: &str) -> Ask {
    let index = u16::try_from(dataset().question(question).expect("a question")).expect("few");
    queries::ask(screener(), state, Part::whole(dataset(), Field::of(index))).expect("asked")
}

fn estimate(ask: &Ask) -> Option<&Choice> {
    ask.choices.iter().find(|choice| matches!(choice.label, Label::Estimate(..)))
}

fn caterer() -> Value {
    json!({ "industry": "catering", "legal_form": "company", "registered_city": true, "insurances": ["social", "medical"],
        "staff": { "min": 0, "max": 9 } })
}

#[test]
fn it_is_offered_after_the_bands_with_how_it_comes_about() {
    let state = visit(&caterer());
    let ask = asked(&state, "social_monthly");
    // 1 × 2,700 × 16.8 % to 9 × 13,500 × 18.6 % (facts 7).
    let labels: Vec<&Label> = ask.choices.iter().rev().take(2).map(|choice| &choice.label).collect();
    assert_eq!(labels, [&Label::Unclear, &Label::Estimate(Decimal::new(4536, 1), Decimal::from(22_599))]);
    assert!(ask.derivation.as_ref().is_some_and(|text| text.contains("缴费基数")), "{:?}", ask.derivation);
    assert!(ask.choices.iter().all(|choice| !choice.chosen) && !ask.answered);
    // Nothing is known of how many months, and no fact says.
    let months = asked(&state, "insured_months");
    assert!(estimate(&months).is_none() && months.derivation.is_none());
}

#[test]
fn once_tapped_it_is_the_answer_a_range() {
    let before = visit(&caterer());
    let ask = asked(&before, "social_monthly");
    let after = act(&before, estimate(&ask).expect("offered").action.clone());
    let given = Answer::Range(Decimal::new(4536, 1), Decimal::from(22_599));
    assert_eq!(after.profile.get(usize::from(ask.part.field.question)), Some(&given));
    let ask = asked(&after, "social_monthly");
    assert!(ask.answered && estimate(&ask).is_some_and(|choice| choice.chosen));
    assert_eq!(ask.choices.iter().filter(|choice| choice.chosen).count(), 1);
    // Not one fen before, and as much as any such range is worth after.
    let mut typed = caterer();
    typed["social_monthly"] = json!({ "min": "453.6", "max": 22_599 });
    let [before, after, typed] = [&before, &after, &visit(&typed)].map(|state| {
        let outcome = queries::outcome(screener(), state);
        (outcome.headline, format!("{:?}", outcome.cards))
    });
    assert_eq!(after, typed);
    assert_ne!(before.1, after.1);
}

#[test]
fn no_limit_shows_in_one() {
    let mut offered = 0;
    for seed in 0..40 {
        let state = random_visit(&mut Random(seed));
        for (index, question) in (0..).zip(&dataset().questions) {
            let Shape::Number { min, max, .. } = &question.shape else { continue };
            let ask = queries::ask(screener(), &state, Part::whole(dataset(), Field::of(index))).expect("asked");
            let found = ask.choices.iter().filter_map(|choice| {
                let Label::Estimate(low, high) = choice.label else { return None };
                Some((low, high))
            });
            for (low, high) in found {
                assert!(*min < low && low <= high && high < *max, "seed {seed}: {} {low}–{high}", question.id);
                offered += 1;
            }
        }
    }
    assert!(offered > 100, "only {offered}");
    // 300 people and more: how many is not known.
    let mut many = caterer();
    many["staff"] = json!({ "min": 300, "max": 100_000 });
    assert!(estimate(&asked(&visit(&many), "social_monthly")).is_none());
}

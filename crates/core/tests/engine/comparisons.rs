//! Every comparison of numbers, also those that no clause of the list uses, over exact answers and over ranges that end
//! beside the figure, on it and past it: open exactly where some completion has it and another does not.

use super::mistakes::SOUND;
use huiqi_core::compile::compile;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::{Screener, Verdict};
use serde_json::json;

/// A condition on the staff, and whether so many meet it; `limit` is 500.
type Condition = (&'static str, fn(u32) -> bool);

const CONDITIONS: [Condition; 19] = [
    ("staff < limit", |staff| staff < 500),
    ("staff <= limit", |staff| staff <= 500),
    ("staff > limit", |staff| staff > 500),
    ("staff >= limit", |staff| staff >= 500),
    ("staff == limit", |staff| staff == 500),
    ("staff != limit", |staff| staff != 500),
    ("limit == staff", |staff| staff == 500),
    ("limit != staff", |staff| staff != 500),
    // A side that is no bare answer is cut in the middle, again and again.
    ("staff + staff < limit", |staff| 2 * staff < 500),
    ("staff + staff == limit", |staff| 2 * staff == 500),
    ("limit <= staff + staff", |staff| 500 <= 2 * staff),
    ("limit != staff + staff", |staff| 500 != 2 * staff),
    // Every other step of a number.
    ("staff / 2 < limit", |staff| staff < 1000),
    ("limit * 2 <= staff", |staff| 1000 <= staff),
    ("max(staff, limit) == limit", |staff| staff <= 500),
    ("min(staff, limit) < limit", |staff| staff < 500),
    ("(staff < limit ? 0 : 1) == 1", |staff| staff >= 500),
    ("true && staff < limit", |staff| staff < 500),
    ("false || staff < limit", |staff| staff < 500),
];

/// The turning points, what lies beside them, and the ends.
const POINTS: [u32; 8] = [0, 249, 250, 251, 499, 500, 501, 1000];

fn verdict(screener: &Screener, low: u32, high: u32) -> Verdict {
    let dataset = screener.dataset();
    let answers = json!({ "kinds": ["held"], "staff": { "min": low, "max": high } });
    let input: Input = serde_json::from_value(answers).expect("answers");
    let (profile, problems) = Profile::read(dataset, &input);
    assert!(problems.is_empty(), "{problems:?}");
    let clause = dataset.clauses.iter().position(|clause| clause.id == "P01-b").expect("a clause");
    let day = "2020-05-01".parse().expect("a day");
    let result = screener.judge(profile.space(dataset), clause, day).expect("a result");
    assert!(result.tight, "the search was given up");
    result.verdict
}

#[test]
fn a_comparison_is_open_only_where_both_outcomes_are_possible() {
    for (condition, meets) in CONDITIONS {
        let text = SOUND.replace("staff <= limit", condition);
        assert!(text.contains(condition), "no place for `{condition}`");
        let screener = Screener::new(compile(&text).unwrap_or_else(|found| panic!("{condition}: {found:?}")));
        for (at, low) in POINTS.into_iter().enumerate() {
            for high in POINTS.into_iter().skip(at) {
                let wanted = match ((low..=high).any(meets), (low..=high).all(meets)) {
                    (_, true) => Verdict::Eligible,
                    (false, _) => Verdict::Ineligible,
                    (true, false) => Verdict::Undetermined,
                };
                assert_eq!(verdict(&screener, low, high), wanted, "{condition}, {low} to {high}");
            }
        }
    }
}

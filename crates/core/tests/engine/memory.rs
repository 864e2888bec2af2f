//! A screener that remembers finds what one that does not finds, whatever was screened before.

use super::support::{date, partial, screener, Random};
use huiqi_core::profile::Profile;
use huiqi_core::screening::Screener;

const DAYS: [&str; 2] = ["2020-05-15", "2020-07-15"];

#[test]
fn what_is_remembered_changes_nothing() {
    let dataset = screener().dataset();
    let mut random = Random(23);
    // Kept over all visits, and let overflow.
    let remembering = Screener::new(dataset.clone()).remembering();
    for visit in 0..12 {
        let whole = partial(dataset, &mut random, 15);
        let mut known = Profile::default();
        let mut day = DAYS[visit % 2];
        for step in 0..14 {
            match (step, random.below(8)) {
                // An answer is taken back, and the day changed, as visitors do.
                (1.., 0) => known.set(random.below(dataset.questions.len()), None),
                (_, 1) => day = *random.pick(&DAYS),
                _ => {
                    for _ in 0..random.below(6) {
                        let question = random.below(dataset.questions.len());
                        known.set(question, whole.get(question).cloned());
                    }
                }
            }
            let fresh = screener().screen(&known, date(day));
            assert_eq!(remembering.screen(&known, date(day)), fresh, "visit {visit}, step {step}");
            assert_eq!(remembering.screen(&known, date(day)), fresh, "visit {visit}, step {step}, again");
        }
    }
}

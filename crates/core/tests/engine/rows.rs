//! Conditions over the rows of a group and over a series: open exactly where some completion has them and another does not.

use super::mistakes::SOUND;
use huiqi_core::compile::compile;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::{Screener, Verdict};
use serde_json::{json, Value};

/// A condition on the loans, and whether loans of so much meet it; `award` is 24 here.
type Condition = (&'static str, fn(&[u32]) -> bool);

const CONDITIONS: [Condition; 6] = [
    ("sum(loans, sum_lent) < award", |loans| loans.iter().sum::<u32>() < 24),
    ("sum(loans, sum_lent) <= award", |loans| loans.iter().sum::<u32>() <= 24),
    ("award <= sum(loans, sum_lent)", |loans| loans.iter().sum::<u32>() >= 24),
    ("any(loans, sum_lent >= award)", |loans| loans.iter().any(|lent| *lent >= 24)),
    ("count(loans) < 2", |loans| loans.len() < 2),
    ("count(loans) >= 1", |loans| !loans.is_empty()),
];

/// What one loan may come to: its least and its greatest sum.
const LOANS: [(u32, u32); 7] = [(0, 0), (23, 23), (24, 24), (0, 40), (0, 12), (12, 13), (24, 40)];

/// The sound dataset with one criterion more, which a firm with few people and an award has to meet.
fn screener(text: &str, condition: &str) -> Screener {
    let few = r#""staff <= limit" }"#;
    let more = [few, r#", { "id": "tested", "text": "所试条件", "when": ""#, condition, r#"" }"#].concat();
    let text = text.replace(few, &more);
    assert!(text.contains(condition), "no place for `{condition}`");
    Screener::new(compile(&text).unwrap_or_else(|found| panic!("{found:?}")))
}

fn verdict(screener: &Screener, mut answers: Value) -> Verdict {
    let dataset = screener.dataset();
    answers["kinds"] = json!(["held"]);
    answers["staff"] = json!(1);
    let input: Input = serde_json::from_value(answers).expect("answers");
    let (profile, problems) = Profile::read(dataset, &input);
    assert!(problems.is_empty(), "{problems:?}");
    let clause = dataset.clauses.iter().position(|clause| clause.id == "P01-b").expect("a clause");
    let day = "2020-05-01".parse().expect("a day");
    let result = screener.judge(profile.space(dataset), clause, day).expect("a result");
    assert!(result.tight, "the search was given up");
    result.verdict
}

/// What holds for all completions, for none, or for some.
fn wanted(all: &[bool]) -> Verdict {
    match (all.contains(&true), all.contains(&false)) {
        (true, true) => Verdict::Undetermined,
        (true, false) => Verdict::Eligible,
        (false, _) => Verdict::Ineligible,
    }
}

/// Sums that tell every condition apart.
fn sums((low, high): (u32, u32)) -> impl Iterator<Item = u32> {
    [0, 11, 12, 13, 23, 24, 25, 40].into_iter().filter(move |sum| (low..=high).contains(sum))
}

#[test]
fn loans_partly_known() {
    let mut lists: Vec<Vec<(u32, u32)>> = vec![vec![]];
    lists.extend(LOANS.iter().map(|loan| vec![*loan]));
    lists.extend(LOANS.iter().flat_map(|one| LOANS.iter().map(|other| vec![*one, *other])));
    for (condition, meets) in CONDITIONS {
        let whole = SOUND.replace(r#""max": "1000", "decimals": 2"#, r#""max": "40", "decimals": 0"#);
        let screener = screener(&whole.replace(r#""value": "500000""#, r#""value": "24""#), condition);
        for loans in &lists {
            let mut completions = vec![vec![]];
            for loan in loans {
                let longer = |known: &Vec<u32>| sums(*loan).map(|sum| [known.as_slice(), &[sum]].concat()).collect();
                completions = completions.iter().flat_map::<Vec<Vec<u32>>, _>(longer).collect();
            }
            let rows = loans.iter().map(|(low, high)| json!({ "sum_lent": { "min": low, "max": high } }));
            let answers = json!({ "loans": rows.collect::<Vec<_>>() });
            let all: Vec<bool> = completions.iter().map(|loans| meets(loans)).collect();
            assert_eq!(verdict(&screener, answers), wanted(&all), "{condition}, {loans:?}");
        }
        // Nothing is known: from no loan to two of the greatest.
        assert_eq!(verdict(&screener, json!({})), Verdict::Undetermined, "{condition}");
    }
}

#[test]
fn a_series_at_a_day_partly_known() {
    let day = r#"{ "id": "signed", "section": "basics", "type": "date", "label": "签约日", "text": "签约日？", "min": "2020-01-01", "max": "2020-12-31" }"#;
    let dear = r#""dear": { "name": "高息", "value": "0.041", "unit": "one", "source": "P01-b", "verified": 2 }"#;
    let text = SOUND.replace(r#"{ "id": "kinds","#, &[day, r#", { "id": "kinds","#].concat());
    let text = text.replace(r#""award": {"#, &[dear, r#", "award": {"#].concat());
    let screener = screener(&text, "at(rate, signed) < dear");
    // From 20 January 4.15 %, from 20 February 4.05 %; before the first step its figure is the one known.
    let days = ["2020-01-19", "2020-01-20", "2020-02-19", "2020-02-20", "2020-12-31"];
    let meets = [false, false, false, true, true];
    for (day, meets) in days.into_iter().zip(meets) {
        assert_eq!(verdict(&screener, json!({ "signed": day })), wanted(&[meets]), "{day}");
    }
    assert_eq!(verdict(&screener, json!({ "signed": null })), Verdict::Undetermined);
}

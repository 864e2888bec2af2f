//! Amounts whose least and greatest are written apart and differ in a single step: once everything is known each comes to
//! its own figure. The engine computes one end where it sees that the other is the same, and must not see it here.

use super::mistakes::SOUND;
use huiqi_core::compile::compile;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::Screener;
use serde_json::json;

/// Least and greatest, as written and in fen, for 300 m³ and 500 m³ more, on days with rates of 4.05 % and 4.15 %.
const AMOUNTS: [(&str, &str, [i64; 2]); 17] = [
    ("water_m3 * cut", "water_m3 * cut", [30_000, 30_000]),
    ("water_m3 * cut", "more_m3 * cut", [30_000, 50_000]),
    ("water_m3 * 2 * cut", "water_m3 * 3 * cut", [60_000, 90_000]),
    ("water_m3 * cut", "water_m3 * dear", [30_000, 60_000]),
    ("water_m3 * open", "water_m3 * open", [30_000, 60_000]),
    ("(water_m3 + water_m3) * cut", "(water_m3 + more_m3) * cut", [60_000, 80_000]),
    ("(water_m3 + more_m3) * cut", "(more_m3 + more_m3) * cut", [80_000, 100_000]),
    ("max(0, more_m3 - water_m3) * cut", "max(0, more_m3 - water_m3 / 2) * cut", [20_000, 35_000]),
    ("more_m3 / 4 * cut", "more_m3 / 2 * cut", [12_500, 25_000]),
    ("min(water_m3, more_m3) * cut", "min(more_m3, more_m3) * cut", [30_000, 50_000]),
    ("max(water_m3, water_m3) * cut", "max(water_m3, more_m3) * cut", [30_000, 50_000]),
    // It is a plant, and nothing is held.
    (
        r#"("plant" in kinds ? water_m3 : more_m3) * cut"#,
        r#"("held" in kinds ? water_m3 : more_m3) * cut"#,
        [30_000, 50_000],
    ),
    (
        r#"("plant" in kinds ? water_m3 : more_m3) * cut"#,
        r#"("plant" in kinds ? more_m3 : more_m3) * cut"#,
        [30_000, 50_000],
    ),
    (
        r#"("held" in kinds ? water_m3 : water_m3) * cut"#,
        r#"("held" in kinds ? water_m3 : more_m3) * cut"#,
        [30_000, 50_000],
    ),
    ("water_m3 * at(rate, late) * cut", "water_m3 * at(rate, late) * cut", [1215, 1215]),
    ("water_m3 * at(rate, late) * cut", "water_m3 * at(rate, early) * cut", [1215, 1245]),
    ("water_m3 * at(rate, late) * cut", "water_m3 * at(steep, late) * cut", [1215, 1500]),
];

/// The sound dataset with this amount, more questions and figures, and a clause that uses them all.
fn dataset(least: &str, greatest: &str) -> String {
    let quoted = |text: &str| text.replace('"', "\\\"");
    let amount = format!(r#"{{ "min": "{}", "max": "{}" }}"#, quoted(least), quoted(greatest));
    let figure = |id: &str, figure: &str| {
        format!(r#""{id}": {{ "name": "价", {figure}, "unit": "yuan/m3", "source": "P01-a", "verified": 2 }},"#)
    };
    let day = |id: &str| {
        format!(
            r#"{{ "id": "{id}", "section": "basics", "type": "date", "label": "日", "text": "哪日？",
                "min": "2020-01-01", "max": "2020-12-31" }},"#
        )
    };
    let more = r#"{ "id": "more_m3", "section": "basics", "type": "number", "label": "水量", "text": "水量？", "unit": "m3",
        "min": "0", "max": "1000", "decimals": 0 },"#;
    let steep = r#""steep": { "name": "利率", "series": { "2020-01-20": "0.05" }, "unit": "one", "source": "facts 2.1",
        "verified": 2 },"#;
    let uses_all = r#""period": { "trigger": "use", "long_term": true }, "criteria": [{ "id": "any", "text": "有一样",
        "when": "more_m3 * dear > water_m3 * open || more_m3 * cut > water_m3 * dear || at(rate, early) > at(steep, late)" }]"#;
    let questions = [more, &day("early"), &day("late")].concat();
    let figures =
        [figure("dear", r#""value": "2""#), figure("open", r#""range": ["1", "2"]"#), steep.to_owned()].concat();
    [
        (r#""water_m3 * cut""#, amount.as_str()),
        (r#""value": "0.23""#, r#""value": "1""#),
        (r#"{ "id": "kinds""#, &[&questions, r#"{ "id": "kinds""#].concat()),
        (r#""rate": {"#, &[&figures, r#""rate": {"#].concat()),
        (r#""period": { "trigger": "use", "long_term": true }"#, uses_all),
    ]
    .into_iter()
    .fold(SOUND.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "`{from}` does not stand there once");
        text.replace(from, to)
    })
}

#[test]
fn each_end_comes_to_its_own_figure() {
    let answers = json!({ "industry": "trade", "staff": 10, "kinds": ["plant"], "water_m3": 300, "more_m3": 500,
        "early": "2020-01-25", "late": "2020-03-01", "loans": [] });
    let input: Input = serde_json::from_value(answers).expect("answers");
    for (least, greatest, wanted) in AMOUNTS {
        let read = compile(&dataset(least, greatest)).unwrap_or_else(|found| panic!("{least}, {greatest}: {found:?}"));
        let screener = Screener::new(read);
        let (profile, problems) = Profile::read(screener.dataset(), &input);
        assert!(problems.is_empty(), "{problems:?}");
        let day = "2020-05-01".parse().expect("a day");
        let result = screener.judge(profile.space(screener.dataset()), 0, day).expect("a result");
        let amount = result.amount.expect("an amount");
        let [low, high] = wanted.map(|fen| rust_decimal::Decimal::new(fen, 2));
        assert_eq!((amount.min, amount.max), (low, Some(high)), "{least}, {greatest}");
    }
}

//! What was read, as a short text: `350`, `3..5`, `? 35 | 3.5`, `no`.

use huiqi_core::date::Date;
use huiqi_core::decimal::parse;
use huiqi_written::{date, number, Asked, Days, Said, Value, Written};
use rust_decimal::Decimal;

pub fn decimal(text: &str) -> Decimal {
    parse(text).expect("a number")
}

/// Yuan, from a loss of 10 亿 to a gain of 1,000 亿; what is middling is 500 万.
pub fn yuan(scale: i64) -> Asked<'static> {
    Asked {
        unit: "元",
        percent: false,
        scale: scale.into(),
        min: decimal("-1e9"),
        max: decimal("1e11"),
        decimals: 2,
        plausible: None,
    }
}

pub fn unit(unit: &'static str, max: &str, decimals: u8) -> Asked<'static> {
    Asked {
        unit,
        percent: false,
        scale: Decimal::ONE,
        min: Decimal::ZERO,
        max: decimal(max),
        decimals,
        plausible: None,
    }
}

/// A yearly rate up to 24 %, likely from 0.2 % on.
pub fn rate() -> Asked<'static> {
    Asked {
        unit: "",
        percent: true,
        scale: Decimal::ONE,
        min: Decimal::ZERO,
        max: decimal("0.24"),
        decimals: 6,
        plausible: Some((decimal("0.002"), decimal("0.24"))),
    }
}

fn value(said: &Said, asked: Option<&Asked>) -> String {
    let end = |number: Decimal| match asked {
        Some(asked) if number == asked.min => "min".to_owned(),
        Some(asked) if number == asked.max => "max".to_owned(),
        _ => number.normalize().to_string(),
    };
    match said.value {
        Value::Number(number) => number.normalize().to_string(),
        Value::Range(low, high) => format!("{}..{}", end(low), end(high)),
        Value::Date(day) => day.to_string(),
    }
}

fn short(written: &Written, asked: Option<&Asked>) -> String {
    match written {
        Written::Nothing => "nothing".to_owned(),
        Written::Understood(said) => value(said, asked),
        Written::Ask { question, choices } => {
            assert!(question.ends_with('？') && !choices.is_empty(), "{question}");
            assert!(choices.iter().all(|choice| question.contains(&choice.words)), "{question}");
            let choices: Vec<String> = choices.iter().map(|choice| value(choice, asked)).collect();
            format!("? {}", choices.join(" | "))
        }
        Written::Refused(why) => {
            assert!(why.chars().count() > 6 && why.ends_with('。'), "{why}");
            "no".to_owned()
        }
    }
}

/// What each text comes to.
pub fn holds(asked: &Asked, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, wanted)| {
            let read = number(text, asked);
            let found = short(&read, Some(asked));
            (found != *wanted).then(|| format!("{text:?}: {found}, not {wanted} ({read:?})"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // What was understood and is told back says the same.
    for (text, _) in table {
        if let Written::Understood(said) = number(text, asked) {
            let again = number(&said.words, asked);
            assert_eq!(again, Written::Understood(said.clone()), "{text:?} was told back as {:?}", said.words);
        }
    }
}

pub fn days() -> Days {
    let day = |text: &str| text.parse::<Date>().expect("a day");
    Days { min: day("2019-01-01"), max: day("2021-12-31"), year: 2020 }
}

pub fn falls_on(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, wanted)| {
            let found = short(&date(text, &days()), None);
            (found != *wanted).then(|| format!("{text:?}: {found}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (text, _) in table {
        if let Written::Understood(said) = date(text, &days()) {
            assert_eq!(date(&said.words, &days()), Written::Understood(said.clone()), "{text:?}");
        }
    }
}

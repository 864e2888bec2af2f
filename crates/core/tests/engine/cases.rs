//! Cases worked out by hand from the list: `tests/cases/*.json`.

use super::support::{date, profile, screener};
use huiqi_core::decimal::{parse, to_fen};
use huiqi_core::screening::{ClauseResult, Verdict};
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn every_case_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases");
    let mut wrong = Vec::new();
    let mut checked = 0;
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("tests/cases").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("readable");
        let cases: Vec<Value> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in &cases {
            let name =
                format!("{} “{}”", file.file_name().unwrap().to_string_lossy(), case["name"].as_str().unwrap_or("?"));
            checked += check(&name, case, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{} of {checked} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
    assert!(checked > 0, "no case was found");
    println!("{checked} expectations hold");
}

fn check(name: &str, case: &Value, wrong: &mut Vec<String>) -> usize {
    let dataset = screener().dataset();
    let profile = profile(&case["profile"]);
    let day = date(case["reference_date"].as_str().unwrap_or("2020-07-15"));
    let space = profile.space(dataset);
    let expected = case["expect"].as_object().expect("expect");
    // What counts hangs on all the other clauses, which takes most of the time; few cases ask for it.
    let counts = expected.values().any(|expected| expected.get("counted").is_some());
    let together = counts.then(|| screener().settle(&space, day));
    for (id, expected) in expected {
        let Some(index) = dataset.clauses.iter().position(|clause| clause.id == *id) else {
            wrong.push(format!("{name}: no clause {id}"));
            continue;
        };
        let open = screener().open_questions(&profile, index, day);
        let found = match &together {
            Some(screening) => screening.clauses[index].clone(),
            None => screener().judge(space.clone(), index, day).expect("a clause"),
        };
        for difference in differences(&found, &open, expected) {
            wrong.push(format!("{name}: {id}: {difference}"));
        }
    }
    expected.len()
}

fn differences(found: &ClauseResult, open: &[u16], expected: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let verdict = match found.verdict {
        Verdict::Eligible => "eligible",
        Verdict::Ineligible => "ineligible",
        Verdict::Undetermined => "undetermined",
    };
    // What a case does not say is not held, but it says the verdict always, and nothing that is not read below. Where it
    // names no open question, none is.
    if expected["verdict"] != verdict {
        differences.push(format!("{verdict}, not {}", expected["verdict"]));
    }
    let read = ["verdict", "min", "max", "counted", "status", "open"];
    let keys = expected.as_object().into_iter().flat_map(|keys| keys.keys());
    differences.extend(keys.filter(|key| !read.contains(&key.as_str())).map(|key| format!("`{key}` is not read")));
    let amount = found.amount.or(found.deferred.as_deref().copied());
    let ends = [("min", amount.map(|amount| Some(amount.min))), ("max", amount.map(|amount| amount.max))];
    for (key, end) in ends {
        let Some(wanted) = expected.get(key) else { continue };
        let wanted: Option<Option<Decimal>> =
            wanted.as_str().map_or(Some(None), |text| parse(text).map(|n| Some(to_fen(n))));
        if end != wanted {
            differences.push(format!("{key} {end:?}, not {wanted:?}"));
        }
    }
    if let Some(wanted) = expected.get("counted").and_then(Value::as_str) {
        let counted = serde_json::to_value(found.counted).expect("text");
        if counted != wanted {
            differences.push(format!("counted {counted}, not {wanted}"));
        }
    }
    if let Some(wanted) = expected.get("status").and_then(Value::as_str) {
        let status = serde_json::to_value(found.status).expect("text");
        if status != wanted {
            differences.push(format!("status {status}, not {wanted}"));
        }
    }
    let questions = &screener().dataset().questions;
    let open: BTreeSet<&str> = open.iter().map(|question| questions[usize::from(*question)].id.as_str()).collect();
    let wanted = expected.get("open").and_then(Value::as_array).into_iter().flatten();
    let wanted: BTreeSet<&str> = wanted.filter_map(Value::as_str).collect();
    if open != wanted {
        differences.push(format!("open {open:?}, not {wanted:?}"));
    }
    differences
}

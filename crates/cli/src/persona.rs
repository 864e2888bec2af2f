//! Twelve named firms, and what the list gives them: a change of the dataset shows what it does to real people.

use crate::answers;
use crate::failure::Failure;
use crate::text::{read, unread};
use huiqi_core::dataset::Strength;
use huiqi_core::date::Date;
use huiqi_core::decimal::to_fen;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::screening::{Amount, ClauseResult, Counted, Screener, TotalKind, Verdict};
use std::collections::BTreeMap;
use std::path::Path;

/// What a firm gets, in words, by clause and total.
pub type Results = BTreeMap<String, String>;

pub struct Persona {
    /// Name of its file.
    pub key: String,
    pub name: String,
    date: Date,
    answers: Input,
}

/// The file of a folder of personas that holds their results.
pub const EXPECTED: &str = "expected.json";

/// Reads every persona of a folder, by name.
pub fn load(folder: &str) -> Result<Vec<Persona>, Failure> {
    let problem = |error: std::io::Error| unread(folder, &error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(problem)? {
        paths.push(entry.map_err(problem)?.path());
    }
    paths.sort();
    let files = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.filter(|path| path.file_name().is_some_and(|name| name != EXPECTED)).map(|path| persona(path)).collect()
}

fn persona(path: &Path) -> Result<Persona, Failure> {
    let shown = path.display();
    let text = read(&path.to_string_lossy())?;
    let written = answers::parse(&text, &format!("`{shown}`")).map_err(|problem| Failure::problems(vec![problem]))?;
    let word = |key: &str| written.get(key).and_then(Input::text).unwrap_or_default().to_owned();
    let date = word("reference_date").parse();
    let lacks = |what: &str, advice: &str| Failure::usage(format!("`{shown}` has no `{what}`"), advice);
    Ok(Persona {
        key: path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
        name: word("name"),
        date: date.map_err(|_| lacks("reference_date", "write it like 2020-07-15"))?,
        answers: written.get("profile").cloned().ok_or_else(|| lacks("profile", "write the answers there"))?,
    })
}

/// What the dataset gives a persona; what cannot be read of its answers stands there too.
pub fn results(screener: &Screener, persona: &Persona) -> Results {
    let dataset = screener.dataset();
    let (profile, problems) = Profile::read(dataset, &persona.answers);
    let mut results: Results =
        problems.iter().map(|problem| (format!("回答 {}", problem.question), problem.problem.clone())).collect();
    let screening = screener.screen(&profile, persona.date);
    for (clause, result) in dataset.clauses.iter().zip(&screening.clauses) {
        if let Some(words) = standing(clause.strength, result) {
            results.insert(clause.id.clone(), words);
        }
    }
    for total in screening.totals.iter() {
        let kind = match total.kind {
            TotalKind::Cash => "现金",
            TotalKind::One(kind) => kind.name(),
        };
        results.insert(format!("合计 {} {kind}", total.status.name()), amount(total.amount));
    }
    results
}

/// An encouragement is told as one, never as something to be had.
fn standing(strength: Strength, result: &ClauseResult) -> Option<String> {
    let verdict = match result.verdict {
        Verdict::Eligible => strength.name(),
        Verdict::Undetermined => "待补充",
        Verdict::Ineligible => return None,
    };
    let worth = result
        .amount
        .or(result.deferred.as_deref().copied())
        .map(|worth| format!(" {}", amount(worth)))
        .unwrap_or_default();
    let counted = match (result.amount, result.counted) {
        (Some(_), Counted::No) => "，不计入",
        (Some(_), Counted::Maybe) => "，可能计入",
        _ => "",
    };
    Some(format!("{verdict}（{}）{worth}{counted}", result.status.name()))
}

fn amount(amount: Amount) -> String {
    let min = to_fen(amount.min);
    match amount.max.map(to_fen) {
        Some(max) if max == min => format!("{min} 元"),
        Some(max) => format!("{min}～{max} 元"),
        None => format!("{min} 元起"),
    }
}

/// What differs between two results, a line each.
pub fn changes(old: &Results, new: &Results) -> Vec<String> {
    let keys: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let word = |results: &Results, key: &String| results.get(key).cloned().unwrap_or_else(|| "不符合".to_owned());
    keys.into_iter()
        .filter(|key| old.get(*key) != new.get(*key))
        .map(|key| format!("{key}：{} → {}", word(old, key), word(new, key)))
        .collect()
}

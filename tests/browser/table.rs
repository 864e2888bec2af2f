//! Tables of many small visits: the rows that a script lists, what became of each in each engine, and how it is printed.

use crate::harness::{Engine, Page};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long one thing in a row may take.
const LIMIT: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(50);

/// The engines, in the order of the columns.
pub const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// What a script lists, a JSON object a line; only the rows that `HUIQI_ROW` names, if it does.
pub fn rows<Row: DeserializeOwned>(script: &str) -> Vec<Row> {
    let run = Command::new("node").args([script, "--list"]).output().expect("node runs");
    let text = String::from_utf8(run.stdout).expect("text");
    let wanted = std::env::var("HUIQI_ROW").unwrap_or_default();
    let lines = text.lines().filter(|line| line.contains(&format!("\"name\":\"{wanted}")));
    lines.map(|line| serde_json::from_str(line).expect("a row")).collect()
}

/// Waits until script gives `true`; else what it gave last.
pub async fn comes(page: &Page, script: &str) -> Result<(), String> {
    let began = Instant::now();
    loop {
        let found = page.browser().execute(script, Vec::new()).await;
        let found = found.map_or_else(|error| Value::from(error.to_string()), |found| found.json().clone());
        if found == true {
            return Ok(());
        }
        if began.elapsed() > LIMIT {
            return Err(found.to_string().chars().take(160).collect());
        }
        tokio::time::sleep(POLL).await;
    }
}

/// What became of a row in an engine.
type Cell = (String, Engine, Result<(), String>);

/// Cells as they come.
#[derive(Clone, Default)]
pub struct Table(Arc<Mutex<Vec<Cell>>>);

impl Table {
    /// Adds one.
    pub fn put(&self, row: &str, engine: Engine, outcome: Result<(), String>) {
        if let Err(problem) = &outcome {
            println!("{row}, {engine:?}: {problem}");
        }
        self.0.lock().expect("nothing fails while it is held").push((row.to_owned(), engine, outcome));
    }

    /// Prints all of them, a row a line, and fails where one failed.
    pub fn finish(&self, names: &[String], engines: usize) {
        let cells = self.0.lock().expect("nothing fails while it is held");
        let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0) + 2;
        println!("{:width$}Chromium  Firefox   WebKit", "");
        for name in names {
            let marks = ENGINES.map(|engine| {
                let cell = cells.iter().find(|(row, of, _)| row == name && *of == engine);
                cell.map_or("–", |(_, _, outcome)| if outcome.is_ok() { "✓" } else { "✗" })
            });
            println!("{name:width$}{}", marks.map(|mark| format!("{mark:10}")).concat().trim_end());
        }
        let bad: Vec<String> = cells
            .iter()
            .filter_map(|(row, engine, outcome)| Some(format!("{row}, {engine:?}: {}", outcome.as_ref().err()?)))
            .collect();
        assert_eq!(bad, Vec::<String>::new());
        assert_eq!(cells.len(), names.len() * engines, "every row in every engine");
    }
}

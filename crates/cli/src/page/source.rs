//! The dataset, compiled and as written, for the page to look things up.

use huiqi_core::dataset::{Dataset, Policy, Shape};
use huiqi_core::profile::{Answer, Profile};
use huiqi_core::screening::Screener;
use serde_json::Value;

pub struct Source {
    pub screener: Screener,
    written: Value,
    /// One empty row in every group, so that a formula shows what is done with a row.
    blank: Profile,
}

impl Source {
    pub fn new(dataset: Dataset, written: Value) -> Self {
        let mut blank = Profile::default();
        for (index, question) in dataset.questions.iter().enumerate() {
            if let Shape::Group { fields, .. } = &question.shape {
                blank.set(index, Some(Answer::Rows(vec![vec![None; fields.len()]])));
            }
        }
        Self { screener: Screener::new(dataset), written, blank }
    }

    pub fn dataset(&self) -> &Dataset {
        self.screener.dataset()
    }

    /// How a clause's amount comes about, in words, one line per reading.
    pub fn formulas(&self, clause: usize) -> Vec<String> {
        let lines = self.screener.explain(&self.blank, clause).formula;
        lines.into_iter().map(|line| without_result(&line).replace("（未填）", "")).collect()
    }

    pub fn agencies(&self, indices: &[u8]) -> String {
        let names = indices.iter().filter_map(|index| self.dataset().agencies.get(usize::from(*index)));
        names.map(|agency| agency.name.as_str()).collect::<Vec<_>>().join("、")
    }

    /// Offices by the names that one says.
    pub fn short_agencies(&self, indices: &[u8]) -> String {
        let names = indices.iter().filter_map(|index| self.dataset().agencies.get(usize::from(*index)));
        let names = names.map(|agency| agency.short.as_str()).collect::<Vec<_>>().join("、");
        if names.is_empty() {
            "清单没写机关".to_owned()
        } else {
            names
        }
    }

    pub fn event(&self, index: u8) -> &str {
        self.dataset().events.get(usize::from(index)).map_or("", |event| &event.name)
    }

    /// The exclusions that name a clause.
    pub fn exclusions_of(&self, clause: &str) -> Vec<(String, String)> {
        let names = |row: &&Value| {
            let ids = row.get("clauses").and_then(Value::as_array);
            ids.into_iter().flatten().any(|id| id.as_str() == Some(clause))
        };
        let word = |row: &Value, key| row.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
        self.list("exclusions").iter().filter(names).map(|row| (word(row, "id"), word(row, "text"))).collect()
    }

    pub fn list(&self, key: &str) -> &[Value] {
        self.written.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    pub fn map(&self, key: &str) -> impl Iterator<Item = (&String, &Value)> {
        self.written.get(key).and_then(Value::as_object).into_iter().flatten()
    }

    /// The anchor of a clause, background row or policy; a policy may bear the id of its only clause.
    pub fn anchor(&self, id: &str) -> Option<String> {
        let dataset = self.dataset();
        if dataset.clauses.iter().any(|clause| clause.id == id) || dataset.background.iter().any(|row| row.id == id) {
            return Some(id.to_owned());
        }
        dataset.policies.iter().find(|policy| policy.id == id).map(policy_anchor)
    }

    /// A clause or background row as written.
    pub fn row(&self, id: &str) -> Option<&Value> {
        let policies = self.list("policies").iter();
        policies
            .filter_map(|policy| policy.get("clauses").and_then(Value::as_array))
            .flatten()
            .find(|row| row.get("id").and_then(Value::as_str) == Some(id))
    }

    /// A parameter's value in words.
    pub fn figure(&self, parameter: &Value) -> String {
        let percent = parameter.get("percent").and_then(Value::as_bool).unwrap_or(false);
        let write = |value: &Value| {
            let raw = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            match huiqi_core::decimal::parse(&raw) {
                Some(number) if percent => {
                    format!(
                        "{}%",
                        huiqi_core::decimal::grouped((number * rust_decimal::Decimal::ONE_HUNDRED).normalize())
                    )
                }
                Some(number) => format!("{}{}", huiqi_core::decimal::grouped(number), self.unit(parameter)),
                None => raw,
            }
        };
        if let Some(value) = parameter.get("value") {
            return write(value);
        }
        if let Some(range) = parameter.get("range").and_then(Value::as_array) {
            return range.iter().map(write).collect::<Vec<_>>().join("～");
        }
        if let Some(series) = parameter.get("series").and_then(Value::as_object) {
            return series
                .iter()
                .map(|(day, value)| format!("{day} 起 {}", write(value)))
                .collect::<Vec<_>>()
                .join("；");
        }
        "见划型标准".to_owned()
    }

    fn unit(&self, parameter: &Value) -> String {
        let units = self.written.get("units");
        let word =
            |part: &str| units.and_then(|units| units.get(part)).and_then(Value::as_str).unwrap_or(part).to_owned();
        let unit = parameter.get("unit").and_then(Value::as_str).unwrap_or("");
        let parts: Vec<String> = unit.split('/').map(word).filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!(" {}", parts.join("/"))
        }
    }
}

/// The anchor of a policy.
pub fn policy_anchor(policy: &Policy) -> String {
    format!("policy-{}", policy.id)
}

/// A formula without its result, which for a blank profile says nothing unless it is one number.
fn without_result(line: &str) -> &str {
    match line.rsplit_once(" ＝ ") {
        Some((formula, result)) if result.contains('～') || result.ends_with("元起") => formula,
        _ => line,
    }
}

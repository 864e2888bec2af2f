//! `huiqi questions`

use super::{dataset, Arguments};
use crate::failure::Failure;
use crate::say::say_line;
use huiqi_core::dataset::{Dataset, Member, Question, Shape};
use serde_json::{json, Map, Value};

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let arguments = Arguments::parse(arguments, 0, &["dataset"], &[])?;
    let dataset = dataset(arguments.option("dataset").unwrap_or("policies.json"))?;
    let mut questions = list(&dataset);
    // The same order of keys in every build, whichever features another crate turns on in `serde_json`.
    questions.sort_all_objects();
    say_line(&format!("{questions:#}"))
}

fn list(dataset: &Dataset) -> Value {
    let section =
        |question: &Question| dataset.sections.get(usize::from(question.section)).map(|section| section.id.clone());
    let rows = dataset.questions.iter().map(|question| {
        let mut row = describe(question);
        row.insert("section".to_owned(), json!(section(question)));
        Value::Object(row)
    });
    Value::Array(rows.collect())
}

fn describe(question: &Question) -> Map<String, Value> {
    let mut row = Map::new();
    row.insert("id".into(), json!(question.id));
    row.insert("label".into(), json!(question.label));
    row.insert("text".into(), json!(question.text));
    row.insert("help".into(), json!(question.help));
    let shape = match &question.shape {
        Shape::YesNo => json!({ "type": "yes_no" }),
        Shape::Choice(values) => json!({ "type": "choice", "values": members(values) }),
        Shape::Set(values) => json!({ "type": "set", "members": members(values) }),
        Shape::Number { unit, percent, min, max, decimals, step, .. } => json!({
            "type": "number", "unit": unit, "percent": percent, "min": min.to_string(), "max": max.to_string(),
            "decimals": decimals, "step": step.to_string(),
        }),
        Shape::Date { min, max } => json!({ "type": "date", "min": min.to_string(), "max": max.to_string() }),
        Shape::Group { max_rows, fields, .. } => {
            let fields: Vec<Value> = fields.iter().map(|field| Value::Object(describe(field))).collect();
            json!({ "type": "group", "max_rows": max_rows, "fields": fields })
        }
    };
    if let Value::Object(shape) = shape {
        row.extend(shape);
    }
    row
}

fn members(members: &[Member]) -> Value {
    members.iter().map(|member| json!({ "id": member.id, "label": member.label })).collect()
}

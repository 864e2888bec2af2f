//! `huiqi schema`: it accepts the dataset, refuses what the reader refuses, and explains every property.

use super::support::{told, written};
use serde_json::{json, Value};

fn schema() -> Value {
    serde_json::from_str(&told(&["schema"])).expect("JSON")
}

#[test]
fn the_dataset_is_valid() {
    let schema = schema();
    let validator = jsonschema::draft7::new(&schema).expect("a schema");
    let wrong: Vec<String> =
        validator.iter_errors(&written()).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_the_reader_refuses_is_not_valid() {
    let schema = schema();
    let validator = jsonschema::draft7::new(&schema).expect("a schema");
    let changes: [(&str, Value); 8] = [
        ("/format", json!(2)),
        ("/titel", json!("x")),
        ("/questions/0/type", json!("slider")),
        ("/questions/0/values", json!([])),
        ("/policies/0/clauses/0/strength", json!("必须")),
        ("/policies/0/clauses/0/kind", json!("gift")),
        ("/policies/0/clauses/0/period/from", json!("2020年1月")),
        ("/policies/0/clauses/0/period", json!({ "trigger": "use", "from": "2020-01-01" })),
    ];
    for (place, value) in changes {
        let mut dataset = written();
        let (parent, key) = place.rsplit_once('/').expect("a place");
        dataset.pointer_mut(parent).expect("there").as_object_mut().expect("object").insert(key.into(), value);
        assert!(!validator.is_valid(&dataset), "{place} is accepted");
    }
}

#[test]
fn every_property_is_explained_in_chinese() {
    let mut silent = Vec::new();
    walk(&schema(), "#", &mut silent);
    assert!(silent.is_empty(), "no Chinese description: {silent:#?}");
}

fn walk(schema: &Value, place: &str, silent: &mut Vec<String>) {
    let conditional = ["/if", "/then", "/not", "/contains"].iter().any(|part| place.contains(part));
    if let Some(properties) = schema.get("properties").and_then(Value::as_object).filter(|_| !conditional) {
        for (name, property) in properties {
            let explained = property.get("description").or(property.get("$ref")).and_then(Value::as_str);
            if explained.is_none() {
                silent.push(format!("{place}/{name}"));
            }
        }
    }
    match schema {
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| walk(value, &format!("{place}/{key}"), silent))
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, place, silent)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

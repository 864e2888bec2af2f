//! The small datasets of `naive`, written as `policies.json` is.

use super::naive::{Small, Test, When, Worth, MOST, NUMBERS, YES};
use huiqi_core::compile::compile;
use huiqi_core::screening::Screener;
use serde_json::{json, Value};

impl Small {
    /// Ready for screening, or what the compiler says against it.
    pub fn screener(&self) -> Result<Screener, String> {
        let refused = |found: Vec<_>| found.iter().map(ToString::to_string).collect::<Vec<String>>().join("; ");
        compile(&self.json().to_string()).map(Screener::new).map_err(refused)
    }

    fn json(&self) -> Value {
        let mut parameters = serde_json::Map::new();
        let mut name = |name: String, value: Value, unit: &str| {
            let mut of = json!({ "name": "数", "unit": unit, "source": "P", "verified": 2 });
            let key = if value.is_array() { "range" } else { "value" };
            of[key] = value;
            parameters.insert(name.clone(), of);
            name
        };
        let figure = |low: i64, high: i64| {
            if low == high {
                json!(low.to_string())
            } else {
                json!([low.to_string(), high.to_string()])
            }
        };
        let clauses: Vec<Value> = self
            .clauses
            .iter()
            .enumerate()
            .map(|(at, one)| {
                let criteria: Vec<Value> = one
                    .tests
                    .iter()
                    .enumerate()
                    .map(|(test, of)| {
                        let when = match of {
                            Test::Yes(a) => format!("y{a}"),
                            Test::No(a) => format!("!y{a}"),
                            Test::Either(a, b) => format!("y{a} || y{b}"),
                            Test::Mixed(a, b, c) => format!("(y{a} || y{b}) && y{c}"),
                            Test::AtLeast(n, least) => {
                                let limit = name(format!("limit_{at}_{test}"), json!(least.to_string()), "item");
                                format!("n{n} >= {limit}")
                            }
                        };
                        json!({ "id": format!("t{test}"), "text": "须满足", "when": when })
                    })
                    .chain([json!({ "id": "here", "text": "在本市", "when": "here" })])
                    .collect();
                let amount = match one.worth {
                    Worth::Fixed(low, high) => name(format!("sum_{at}"), figure(low, high), "yuan"),
                    Worth::Per(n, low, high) => {
                        format!("n{n} * {}", name(format!("each_{at}"), figure(low, high), "yuan/item"))
                    }
                };
                let period = match one.when {
                    When::InForce => json!({ "trigger": "use", "from": "2020-01-01", "until": "2020-12-31" }),
                    When::OpenEvent => json!({ "trigger": "use", "from": "2020-01-01", "event": "end" }),
                    When::Ended => json!({ "trigger": "use", "from": "2020-01-01", "until": "2020-03-31" }),
                };
                json!({ "id": format!("P-{at}"), "type": "E", "strength": "明确", "title": "奖", "text": "给钱。",
                    "kind": "grant", "period": period, "criteria": criteria, "amount": amount, "line": 1 })
            })
            .chain([everything()])
            .collect();
        let exclusions: Vec<Value> = self
            .exclusions
            .iter()
            .enumerate()
            .map(|(at, of)| {
                let clauses: Vec<String> = of.iter().map(|clause| format!("P-{clause}")).collect();
                json!({ "id": format!("X{at}"), "clauses": clauses, "basis": "文义", "text": "只取一样。" })
            })
            .collect();
        json!({
            "format": 1, "version": "1", "published": "2020-07", "title": "清单", "publisher": "单位", "contact": null,
            "units": { "yuan": "元", "item": "项", "one": "" }, "agencies": { "office": "办公室" },
            "events": { "end": { "name": "结束", "date": null } }, "parameters": parameters,
            "sections": [{ "id": "all", "title": "全部" }], "questions": questions(), "facts": {},
            "policies": [{ "id": "P", "title": "奖", "document": "《通知》", "category": "奖", "audience": "企业",
                "agencies": ["office"], "clauses": clauses }],
            "reading_groups": {}, "exclusions": exclusions, "contradictions": []
        })
    }
}

fn questions() -> Vec<Value> {
    let yes = (0..YES).map(
        |at| json!({ "id": format!("y{at}"), "section": "all", "type": "yes_no", "label": "是否", "text": "是吗？" }),
    );
    let numbers = (0..NUMBERS).map(|at| {
        json!({ "id": format!("n{at}"), "section": "all", "type": "number", "label": "几项", "text": "几项？",
            "unit": "item", "min": "0", "max": MOST.to_string(), "decimals": 0 })
    });
    let here = json!({ "id": "here", "section": "all", "type": "yes_no", "label": "在本市", "text": "在本市吗？" });
    yes.chain(numbers).chain([here]).collect()
}

/// A right that uses every question, since an unused one is a mistake.
fn everything() -> Value {
    let yes = (0..YES).map(|at| format!("y{at}"));
    let numbers = (0..NUMBERS).map(|at| format!("n{at} >= 1"));
    let when = yes.chain(numbers).collect::<Vec<_>>().join(" || ");
    json!({ "id": "P-all", "type": "Q", "strength": "应", "title": "问", "text": "可以问。", "line": 1,
        "period": { "trigger": "use", "long_term": true },
        "criteria": [{ "id": "any", "text": "有一样", "when": when }] })
}

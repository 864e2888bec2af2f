//! Made-up rules as an editor would write them in `policies.json`.

use super::firm::{DAYS, ITEMS, LENT, LOANS, TENTHS};
use super::number::STEPS;
use super::rule::{Rule, Test, SMALL, TURN};
use serde_json::{json, Map, Value};

/// A right that uses everything, since what is not used is a mistake.
const ALL: &str = concat!(
    r#"y0 || y1 || trade == "t0" || "k0" in kinds || "k1" in kinds || items >= half || items * open >= half"#,
    r#" || weight * each >= each || day >= turn || at(rate, day) >= 3 || any(loans, prime && lent >= 1) || size == "small""#
);

/// A dataset with a clause for each rule, `P-0`…
pub fn dataset(rules: &[Rule]) -> String {
    let clauses = rules.iter().enumerate().map(|(at, rule)| clause(at, rule)).chain([everything()]);
    json!({
        "format": 1, "version": "1", "published": "2020-07", "title": "清单", "publisher": "单位", "contact": null,
        "units": { "yuan": "元", "one": "" }, "agencies": { "office": "办公室" }, "events": {},
        "parameters": parameters(),
        "sections": [{ "id": "all", "title": "全部" }],
        "questions": questions(),
        "facts": { "size": { "name": "规模", "is": "classify(scale, trade, items)" } },
        "policies": [{ "id": "P", "title": "奖", "document": "《通知》", "category": "奖", "audience": "企业",
            "agencies": ["office"], "clauses": clauses.collect::<Vec<Value>>() }],
        "reading_groups": {}, "exclusions": [], "contradictions": []
    })
    .to_string()
}

fn clause(at: usize, rule: &Rule) -> Value {
    let criterion =
        |(at, test): (usize, &Test)| json!({ "id": format!("c{at}"), "text": "须满足", "when": test.text() });
    json!({ "id": format!("P-{at}"), "type": "E", "strength": "明确", "title": "奖", "text": "给钱。", "kind": "grant", "line": 1,
        "period": { "trigger": "use", "from": "2020-01-01", "until": "2020-12-31" },
        "criteria": rule.tests.iter().enumerate().map(criterion).collect::<Vec<Value>>(),
        "amount": format!("{} * each", rule.worth.text()) })
}

fn everything() -> Value {
    json!({ "id": "P-all", "type": "Q", "strength": "应", "title": "问", "text": "可以问。", "line": 1,
        "period": { "trigger": "use", "long_term": true }, "criteria": [{ "id": "any", "text": "有一样", "when": ALL }] })
}

fn day(day: i64) -> String {
    format!("2020-01-{day:02}")
}

fn parameters() -> Value {
    let figure = |name: &str, value: Value, unit: &str| {
        let key = if value.is_array() { "range" } else { "value" };
        json!({ "name": name, key: value, "unit": unit, "source": "P", "verified": 2 })
    };
    let bounds = |bound: Option<i64>| bound.map_or(json!({}), |bound| json!({ "items": [bound] }));
    let rows: Map<String, Value> = (0..).zip(SMALL).map(|(at, bound)| (format!("t{at}"), bounds(bound))).collect();
    let steps: Map<String, Value> = STEPS.iter().map(|(from, at)| (day(*from), json!(at.to_string()))).collect();
    json!({
        "half": figure("半", json!("0.5"), "one"), "open": figure("一到二", json!(["1", "2"]), "one"),
        "each": figure("每份", json!("1000"), "yuan"), "turn": figure("转折日", json!(day(TURN)), "date"),
        "rate": { "name": "率", "unit": "one", "source": "P", "verified": 2, "series": steps },
        "scale": { "name": "划型", "source": "P", "verified": 2, "table": {
            "by": "trade", "measures": { "items": "one" }, "classes": { "big": "大", "small": "小" }, "rows": rows } },
    })
}

fn questions() -> Vec<Value> {
    let named = |ids: &[&str]| ids.iter().map(|id| json!({ "id": id, "label": id })).collect::<Vec<Value>>();
    let tenths = format!("{}.{}", TENTHS / 10, TENTHS % 10);
    let loans = [number("lent", &LENT.to_string(), 0), yes_no("prime")];
    let asked = [
        yes_no("y0"),
        yes_no("y1"),
        json!({ "id": "trade", "type": "choice", "label": "行", "text": "哪行？", "values": named(&["t0", "t1", "t2"]) }),
        json!({ "id": "kinds", "type": "set", "label": "类", "text": "哪类？", "members": named(&["k0", "k1"]) }),
        // Others come before and after the variables of rows.
        json!({ "id": "loans", "type": "group", "label": "贷款", "text": "贷款？", "max_rows": LOANS, "row_label": "贷款",
            "fields": loans }),
        number("items", &ITEMS.to_string(), 0),
        number("weight", &tenths, 1),
        json!({ "id": "day", "type": "date", "label": "日", "text": "哪日？", "min": day(1), "max": day(DAYS) }),
    ];
    let in_section = |mut question: Value| {
        question["section"] = json!("all");
        question
    };
    asked.into_iter().map(in_section).collect()
}

fn number(id: &str, max: &str, decimals: u32) -> Value {
    json!({ "id": id, "type": "number", "label": "数", "text": "多少？", "unit": "one", "min": "0", "max": max,
        "decimals": decimals })
}

fn yes_no(id: &str) -> Value {
    json!({ "id": id, "type": "yes_no", "label": "否", "text": "是吗？" })
}

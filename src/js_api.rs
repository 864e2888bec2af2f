//! The engine for host pages and Node, from the widget's own wasm. Shapes are those of the report (design §10) and of
//! `huiqi_core::listing`; `static/api.d.ts` types them. What anything means belongs to the engine.

use crate::{browser, data};
use huiqi_core::date::Date;
use huiqi_core::listing;
use huiqi_core::profile::{Input, Problem, Profile};
use huiqi_core::screening::Screener;
use js_sys::{Error, JSON};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The report of a set of answers. `options.referenceDate` is a day as `2020-07-15`, today where missing.
#[wasm_bindgen(skip_typescript)]
pub fn screen(answers: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let visit = Visit::read(answers, options)?;
    to_js(&huiqi_visit::report(&visit.screener, &visit.profile, visit.reference_date))
}

/// Id of the question to ask next; `null` where no answer can change anything any more.
#[wasm_bindgen(js_name = nextQuestion, skip_typescript)]
pub fn next_question(answers: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let visit = Visit::read(answers, options)?;
    let next = visit.screener.screen(&visit.profile, visit.reference_date).next_question;
    let question = next.and_then(|question| visit.screener.dataset().questions.get(question));
    Ok(question.map_or(JsValue::NULL, |question| JsValue::from_str(&question.id)))
}

/// Every question, in the order of asking.
#[wasm_bindgen(skip_typescript)]
pub fn questions() -> Result<JsValue, JsValue> {
    to_js(&listing::questions(screener().dataset()))
}

/// Version, policies and clauses.
#[wasm_bindgen(skip_typescript)]
pub fn dataset() -> Result<JsValue, JsValue> {
    to_js(&listing::contents(screener().dataset()))
}

thread_local! {
    static SCREENER: Rc<Screener> = Rc::new(data::screener());
}

fn screener() -> Rc<Screener> {
    SCREENER.with(Rc::clone)
}

/// Where ids that nobody knows can be looked up.
const LISTED: &str = "用 questions() 查看全部编号。";
/// What can be read without running code of the page.
const PLAIN: &str = "请给出普通的对象、列表、文字和数。";

/// Answers that were accepted, and the day for which they are judged.
struct Visit {
    screener: Rc<Screener>,
    profile: Profile,
    reference_date: Date,
}

impl Visit {
    fn read(answers: &JsValue, options: &JsValue) -> Result<Self, JsValue> {
        let screener = screener();
        let mut problems = Vec::new();
        let profile = match browser::from_js(answers) {
            Ok(answers) => {
                let (profile, found) = Profile::read(screener.dataset(), &answers);
                problems.extend(found.into_iter().map(|problem| problem.advised(LISTED)));
                profile
            }
            Err(_) => {
                problems.push(problem("", "读这些回答时，页面自己的代码出了错。", PLAIN));
                Profile::default()
            }
        };
        let reference_date = match browser::from_js(options) {
            Ok(options) => reference_date(&options, &mut problems),
            Err(_) => {
                problems.push(problem("", "读选项时，页面自己的代码出了错。", PLAIN));
                Date::EPOCH
            }
        };
        if problems.is_empty() {
            Ok(Self { screener, profile, reference_date })
        } else {
            Err(refusal(&problems))
        }
    }
}

fn reference_date(options: &Input, problems: &mut Vec<Problem>) -> Date {
    let entries = match options {
        Input::Null => &[],
        Input::Map(entries) => entries.as_slice(),
        Input::Bool(_) | Input::Number(_) | Input::Text(_) | Input::List(_) => {
            problems.push(problem("", "选项不是对象。", "请写成 { referenceDate: \"2020-07-15\" }，或者不写。"));
            return today();
        }
    };
    let mut date = None;
    for (name, value) in entries {
        match (name.as_str(), value) {
            ("referenceDate", Input::Null) => {}
            ("referenceDate", Input::Text(text)) if text.parse::<Date>().is_ok() => date = text.parse().ok(),
            ("referenceDate", _) => {
                problems.push(problem(name, "参考日期不是日历上的一天。", "请按 \"2020-07-15\" 的样子填写。"));
            }
            _ => problems.push(problem(name, "没有这个选项。", "可用的选项只有 referenceDate。")),
        }
    }
    date.unwrap_or_else(today)
}

fn problem(question: &str, problem: &str, advice: &str) -> Problem {
    Problem { question: question.to_owned(), problem: problem.to_owned(), advice: advice.to_owned() }
}

fn today() -> Date {
    browser::today().unwrap_or(Date::EPOCH)
}

/// An `Error` whose message has one problem a line, each a JSON object.
fn refusal(problems: &[Problem]) -> JsValue {
    let line = |problem: &Problem| Some(String::from(JSON::stringify(&to_js(problem).ok()?).ok()?));
    let lines: Vec<String> = problems.iter().filter_map(line).collect();
    Error::new(&lines.join("\n")).into()
}

fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

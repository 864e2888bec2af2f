//! Days, periods, offices and verdicts in words.

use huiqi_core::dataset::{Dataset, Status};
use huiqi_core::date::Date;
use huiqi_visit::queries::{Deadline, Word};

/// A verdict's word.
pub const fn word(of: Word) -> &'static str {
    match of {
        Word::Can => "能办",
        Word::ThatYear => "当年可办",
        Word::Ended => "刚截止",
        Word::Ask => "要先问",
        Word::Unasked => "未问",
        Word::Refused => "写明不给",
    }
}

/// A day as people write it.
pub fn day(date: Date) -> String {
    let (year, month, day) = date.civil();
    format!("{year}年{month}月{day}日")
}

/// From a first to a last day, as far as the list says.
pub fn when(dataset: &Dataset, of: &Deadline) -> String {
    let event = of.event.and_then(|event| dataset.events.get(usize::from(event))).map(|event| event.name.as_str());
    let mut told = match (of.from, of.until, event) {
        (Some(from), Some(until), _) => [&day(from), " 到 ", &day(until)].concat(),
        (None, Some(until), _) => ["到 ", &day(until)].concat(),
        (Some(from), None, Some(event)) => [&day(from), " 到", event].concat(),
        (None, None, Some(event)) => ["到", event].concat(),
        (Some(from), None, None) => [&day(from), "起"].concat(),
        (None, None, None) => String::new(),
    };
    if let Some(apply) = of.apply_until.filter(|apply| Some(*apply) != of.until) {
        told.push_str(if told.is_empty() { "申请到 " } else { "，申请到 " });
        told.push_str(&day(apply));
    }
    if told.is_empty() {
        told.push_str("清单没写期限");
    }
    told
}

/// Until when, and where the judged day lies.
pub fn deadline(dataset: &Dataset, of: &Deadline) -> String {
    let mut told = when(dataset, of);
    if let Some(later) = of.later {
        told.push_str(&["。后来延到 ", &day(later), "，多出的没有算"].concat());
    }
    match (of.status, of.days_left) {
        (Status::Ended, _) => told.push_str("。已结束"),
        (Status::InForce, Some(left)) => told.push_str(&format!("。还剩 {left} 天")),
        (Status::InForce, None) => {}
        (Status::NotStarted, _) => told.push_str("。还没开始"),
        (Status::OpenEvent, _) => told.push_str("。截止日没有定"),
        (Status::Unconfirmed, _) => told.push_str("。现在还办不办，待核实"),
    }
    told
}

/// Offices by the names that one says.
pub fn offices(dataset: &Dataset, agencies: &[u8]) -> String {
    let named = agencies.iter().filter_map(|agency| dataset.agencies.get(usize::from(*agency)));
    let named: Vec<&str> = named.map(|agency| agency.short.as_str()).collect();
    if named.is_empty() {
        "清单没写机关".to_owned()
    } else {
        named.join("、")
    }
}

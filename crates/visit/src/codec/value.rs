//! One answer as short text, and back. Whether it makes sense is looked at where it is read.

use super::code;
use huiqi_core::dataset::{Member, Question, Shape};
use huiqi_core::date::Date;
use huiqi_core::decimal;
use huiqi_core::profile::Answer;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;

/// Letters of the code of a question, and of a value or member within one.
pub const QUESTION: usize = 3;
const MEMBER: usize = 2;

/// Writes an answer. `unclear`: members that were asked for and are not known.
pub fn write(question: &Question, answer: Option<&Answer>, unclear: u32) -> String {
    match (answer, &question.shape) {
        (Some(Answer::YesNo(holds)), _) => if *holds { "1" } else { "0" }.to_owned(),
        (Some(Answer::Choice(value)), Shape::Choice(values)) => members(values, 1 << u32::from(*value).min(31)),
        (Some(Answer::Set { yes, no }), Shape::Set(all)) => set(all, *yes, *no, unclear),
        (None, Shape::Set(all)) => set(all, 0, 0, unclear),
        (Some(Answer::Number(number)), _) => figure(*number),
        (Some(Answer::Range(low, high)), Shape::Number { min, max, .. }) => range(*low, *high, *min, *max),
        (Some(Answer::Range(low, high)), Shape::Date { min, max }) => {
            range(*low, *high, Decimal::from(min.0), Decimal::from(max.0))
        }
        (Some(Answer::Date(date)), _) => date.0.to_string(),
        (Some(Answer::Rows(rows)), Shape::Group { fields, .. }) => {
            let row = |row: &Vec<Option<Answer>>| {
                let given = fields.iter().zip(row).filter(|(_, answer)| answer.is_some());
                let ids = ids(fields);
                let written = given.map(|(field, answer)| {
                    [code::written(&field.id, &ids, MEMBER), write(field, answer.as_ref(), 0)].concat()
                });
                ["!", &written.collect::<Vec<_>>().join("*")].concat()
            };
            rows.iter().map(row).collect::<String>() + "!"
        }
        (
            Some(Answer::Unknown | Answer::Choice(_) | Answer::Set { .. } | Answer::Range(..) | Answer::Rows(_)) | None,
            _,
        ) => String::new(),
    }
}

fn ids(questions: &[Question]) -> Vec<&str> {
    questions.iter().map(|question| question.id.as_str()).collect()
}

fn members(all: &[Member], mask: u32) -> String {
    let ids: Vec<&str> = all.iter().map(|member| member.id.as_str()).collect();
    let of = ids.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
    of.map(|(_, id)| code::written(id, &ids, MEMBER)).collect()
}

/// `yes.no.unclear`; `-` for all the others; what is empty at the end is left out.
fn set(all: &[Member], yes: u32, no: u32, unclear: u32) -> String {
    let every = huiqi_core::rules::all_choices(all.len());
    let no = if no != 0 && no == every & !yes & !unclear { "-".to_owned() } else { members(all, no) };
    let text = [&members(all, yes), ".", &no, ".", &members(all, unclear & !yes)].concat();
    // One point stays: nothing at all would read as 不清楚.
    match text.strip_suffix('.') {
        Some(short) => short.to_owned(),
        None => text,
    }
}

/// `35_5` for 35.5, `3e5` for 300,000.
fn figure(number: Decimal) -> String {
    let text = number.normalize().to_string().replace('.', "_");
    let short = text.trim_end_matches('0');
    let zeros = text.len() - short.len();
    if zeros > 2 && !short.is_empty() && !text.contains('_') {
        format!("{short}e{zeros}")
    } else {
        text
    }
}

/// `20.299`; an end at the question's own limit is left out.
fn range(low: Decimal, high: Decimal, min: Decimal, max: Decimal) -> String {
    let end = |number: Decimal, limit: Decimal| if number == limit { String::new() } else { figure(number) };
    [&end(low, min), ".", &end(high, max)].concat()
}

/// An answer that was read.
#[derive(Debug, Default)]
pub struct Read {
    /// What was said.
    pub answer: Option<Answer>,
    /// Members that were asked for and are not known, a bit each.
    pub unclear: u32,
    /// Codes of members that the question has no more, each with whether it holds.
    pub strays: Vec<(String, bool)>,
}

/// Reads an answer; `None` where the text is no answer to the question.
pub fn read(question: &Question, text: &str) -> Option<Read> {
    let known = |answer: Answer| Some(Read { answer: Some(answer), ..Read::default() });
    match &question.shape {
        _ if text.is_empty() => known(Answer::Unknown),
        Shape::YesNo => match text {
            "1" => known(Answer::YesNo(true)),
            "0" => known(Answer::YesNo(false)),
            _ => None,
        },
        Shape::Choice(values) => {
            let mask = read_members(values, text, true, &mut Vec::new())?;
            if mask.count_ones() != 1 {
                return None;
            }
            mask.trailing_zeros().to_u8().map(Answer::Choice).and_then(known)
        }
        Shape::Set(all) => read_set(all, text),
        Shape::Number { min, max, decimals, .. } => {
            let fits = |number: Decimal| {
                (number >= *min && number <= *max && number.normalize().scale() <= u32::from(*decimals))
                    .then_some(number)
            };
            let end = |text: &str, limit: Decimal| {
                if text.is_empty() {
                    Some(limit)
                } else {
                    read_figure(text).and_then(fits)
                }
            };
            match text.split_once('.') {
                Some((low, high)) => {
                    let (low, high) = (end(low, *min)?, end(high, *max)?);
                    (low <= high).then(|| Answer::between(low, high)).and_then(known)
                }
                None => known(Answer::Number(end(text, *min)?)),
            }
        }
        Shape::Date { min, max } => {
            let day = |text: &str, limit: Date| match text.parse() {
                _ if text.is_empty() => Some(limit),
                Ok(day) => Some(Date(day)).filter(|day| (*min..=*max).contains(day)),
                Err(_) => None,
            };
            match text.split_once('.') {
                Some((from, until)) => {
                    let (from, until) = (day(from, *min)?, day(until, *max)?);
                    (from <= until).then(|| Answer::between(from.0.into(), until.0.into())).and_then(known)
                }
                None => known(Answer::Date(day(text, *min)?)),
            }
        }
        Shape::Group { fields, max_rows, .. } => {
            let rows = text.strip_suffix('!')?;
            let rows: Option<Vec<_>> = rows.split('!').skip(1).map(|row| read_row(fields, row)).collect();
            rows.filter(|rows| rows.len() <= usize::from(*max_rows)).map(Answer::Rows).and_then(known)
        }
    }
}

fn read_row(fields: &[Question], text: &str) -> Option<Vec<Option<Answer>>> {
    let ids = ids(fields);
    let mut row = vec![None; fields.len()];
    for piece in text.split('*').filter(|piece| !piece.is_empty()) {
        let (at, value) = code::read(piece, &ids, MEMBER)?;
        let (field, place) = at.and_then(|at| Some((fields.get(at)?, row.get_mut(at)?)))?;
        *place = read(field, value)?.answer;
    }
    Some(row)
}

fn read_members(all: &[Member], mut text: &str, holds: bool, strays: &mut Vec<(String, bool)>) -> Option<u32> {
    let ids: Vec<&str> = all.iter().map(|member| member.id.as_str()).collect();
    let mut mask = 0;
    while !text.is_empty() {
        let (at, rest) = code::read(text, &ids, MEMBER)?;
        match at {
            Some(at) => mask |= 1_u32.checked_shl(u32::try_from(at).ok()?).unwrap_or(0),
            None => strays.push((text.get(..text.len() - rest.len())?.to_owned(), holds)),
        }
        text = rest;
    }
    Some(mask)
}

fn read_set(all: &[Member], text: &str) -> Option<Read> {
    let mut strays = Vec::new();
    let mut parts = text.split('.');
    let mut next = || parts.next().unwrap_or_default();
    let (yes, no, unclear) = (next(), next(), next());
    let yes = read_members(all, yes, true, &mut strays)?;
    let unclear = read_members(all, unclear, false, &mut Vec::new())? & !yes;
    let no = match no {
        "-" => huiqi_core::rules::all_choices(all.len()),
        codes => read_members(all, codes, false, &mut strays)?,
    };
    let no = no & !yes & !unclear;
    Some(Read { answer: (yes | no != 0).then_some(Answer::Set { yes, no }), unclear, strays })
}

/// Is the code that of a member's id.
pub fn is_member(code: &str, id: &str) -> bool {
    code::read(code, &[id], MEMBER).is_some_and(|(at, rest)| at.is_some() && rest.is_empty())
}

fn read_figure(text: &str) -> Option<Decimal> {
    let (digits, zeros) = match text.split_once('e') {
        Some((digits, zeros)) => (digits, zeros.parse::<usize>().ok().filter(|zeros| *zeros <= 20)?),
        None => (text, 0),
    };
    decimal::parse(&(digits.replace('_', ".") + &"0".repeat(zeros)))
}

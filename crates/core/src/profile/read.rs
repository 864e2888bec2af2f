//! From untyped input to answers: types, bounds and names, with everything that is wrong told. What an answer means
//! belongs to `super`.

mod figure;

use super::{renamed, Answer, Input, Problem, Profile};
use crate::dataset::{Dataset, Member, Question, Shape};

pub(super) fn profile(dataset: &Dataset, input: &Input) -> (Profile, Vec<Problem>) {
    let mut profile = Profile::default();
    let mut problems = Vec::new();
    let Input::Map(entries) = input else {
        let problem = Problem::new("", "这不是一组回答。", "请给出以问题编号为名的一组回答。");
        return (profile, vec![problem]);
    };
    let mut given = vec![false; dataset.questions.len()];
    for (id, value) in &renamed::moved(dataset, entries) {
        let mut told = Told { path: id, problems: &mut problems };
        let index = dataset.question(id);
        let Some((index, question)) = index.and_then(|index| Some((index, dataset.questions.get(index)?))) else {
            told.problem(format!("没有编号为 `{}` 的问题。", short(id)), "");
            continue;
        };
        if is_again(&mut given, index) {
            told.twice(id);
        } else if let Some(answer) = answer(question, value, &mut told) {
            profile.set(index, Some(answer));
        }
    }
    (profile, problems)
}

pub(super) fn one(question: &Question, input: &Input) -> Result<Answer, Problem> {
    let mut problems = Vec::new();
    let read = answer(question, input, &mut Told { path: &question.id, problems: &mut problems });
    match (problems.into_iter().next(), read) {
        (None, Some(answer)) => Ok(answer),
        (problem, _) => Err(problem.unwrap_or_else(|| Problem::new(&question.id, "这个回答不能用。", "请重新填写。"))),
    }
}

/// Notes what is wrong with one answer.
struct Told<'a> {
    /// Names the answer: `staff`, `loans[1].loan_rate`.
    path: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Told<'_> {
    fn problem(&mut self, problem: impl Into<String>, advice: impl Into<String>) {
        self.problems.push(Problem::new(self.path, problem, advice));
    }

    fn twice(&mut self, key: &str) {
        self.problem(format!("`{key}` 写了两次。"), "请只留一次。");
    }

    fn at<'b>(&'b mut self, path: &'b str) -> Told<'b> {
        Told { path, problems: self.problems }
    }
}

/// Was this one given before; from now on it was.
fn is_again(given: &mut [bool], index: usize) -> bool {
    given.get_mut(index).is_some_and(|given| std::mem::replace(given, true))
}

fn answer(question: &Question, value: &Input, told: &mut Told) -> Option<Answer> {
    if *value == Input::Null {
        return Some(Answer::Unknown);
    }
    match &question.shape {
        Shape::YesNo => yes_no(value, told).map(Answer::YesNo),
        Shape::Choice(values) => choice(values, value, told),
        Shape::Set(members) => set(members, value, told),
        Shape::Number { .. } => figure::number_or_range(&question.shape, value, told),
        Shape::Date { min, max } => figure::date(*min, *max, value, told),
        Shape::Group { max_rows, fields, row_label, .. } => rows(fields, *max_rows, row_label, value, told),
    }
}

fn yes_no(value: &Input, told: &mut Told) -> Option<bool> {
    let Input::Bool(holds) = value else {
        told.problem(format!("`{}` 不是“是”或“否”。", shown(value)), "请填 true、false 或 null（不清楚）。");
        return None;
    };
    Some(*holds)
}

fn choice(values: &[Member], value: &Input, told: &mut Told) -> Option<Answer> {
    let found = value.text().and_then(|id| values.iter().position(|value| value.id == id));
    let index = found.and_then(|index| u8::try_from(index).ok());
    if index.is_none() {
        told.problem(format!("没有 `{}` 这个选项。", shown(value)), options(values));
    }
    index.map(Answer::Choice)
}

fn set(members: &[Member], value: &Input, told: &mut Told) -> Option<Answer> {
    let before = told.problems.len();
    let answer = match value {
        Input::List(items) => {
            let mut yes = 0;
            for item in items {
                match item.text() {
                    Some(id) => yes |= bit(members, id, told).unwrap_or(0),
                    None => told.problem(format!("`{}` 不是选项的编号。", shown(item)), options(members)),
                }
            }
            Answer::members(yes, members.len())
        }
        Input::Map(entries) => {
            let (mut yes, mut no, mut given) = (0, 0, 0);
            for (id, holds) in entries {
                let bit = bit(members, id, told).unwrap_or(0);
                if given & bit != 0 {
                    told.twice(id);
                }
                given |= bit;
                if *holds != Input::Null {
                    match yes_no(holds, told) {
                        Some(true) => yes |= bit,
                        Some(false) => no |= bit,
                        None => {}
                    }
                }
            }
            Answer::Set { yes, no }
        }
        Input::Null | Input::Bool(_) | Input::Number(_) | Input::Text(_) => {
            told.problem(format!("`{}` 不是一组选项。", shown(value)), "请用列表写出符合的选项。");
            return None;
        }
    };
    (told.problems.len() == before).then_some(answer)
}

/// The bit of a member.
fn bit(members: &[Member], id: &str, told: &mut Told) -> Option<u32> {
    let found = members.iter().position(|member| member.id == id);
    if found.is_none() {
        told.problem(format!("没有 `{}` 这个选项。", short(id)), options(members));
    }
    found.map(|bit| 1_u32 << bit)
}

fn rows(fields: &[Question], max_rows: u8, row_label: &str, value: &Input, told: &mut Told) -> Option<Answer> {
    let Input::List(items) = value else {
        told.problem(format!("`{}` 不是一组{row_label}。", shown(value)), "请用列表逐笔填写，没有就填空列表。");
        return None;
    };
    let before = told.problems.len();
    if items.len() > usize::from(max_rows) {
        told.problem(format!("共有 {} 笔。", items.len()), format!("最多填 {max_rows} 笔，请合并或略去最小的。"));
    }
    let mut rows = Vec::with_capacity(items.len().min(usize::from(max_rows)));
    for (index, item) in items.iter().enumerate() {
        let path = format!("{}[{index}]", told.path);
        rows.push(row(fields, row_label, item, &mut told.at(&path)));
    }
    (told.problems.len() == before).then_some(Answer::Rows(rows))
}

fn row(fields: &[Question], row_label: &str, item: &Input, told: &mut Told) -> Vec<Option<Answer>> {
    let mut row = vec![None; fields.len()];
    let Input::Map(entries) = item else {
        told.problem(format!("`{}` 不是一笔{row_label}。", shown(item)), "请写明各栏。");
        return row;
    };
    let mut given = vec![false; fields.len()];
    for (id, value) in entries {
        let path = format!("{}.{id}", told.path);
        let mut told = told.at(&path);
        let index = fields.iter().position(|field| field.id == *id);
        let Some((index, field)) = index.and_then(|index| Some((index, fields.get(index)?))) else {
            told.problem(format!("没有 `{}` 这一栏。", short(id)), "");
            continue;
        };
        if is_again(&mut given, index) {
            told.twice(id);
        } else if let Some(place) = row.get_mut(index) {
            *place = answer(field, value, &mut told);
        }
    }
    row
}

fn options(members: &[Member]) -> String {
    let ids: Vec<&str> = members.iter().map(|member| member.id.as_str()).collect();
    format!("可选：{}。", ids.join("、"))
}

/// The offending input, short enough for a message.
fn shown(value: &Input) -> String {
    match value {
        Input::Null => "空".to_owned(),
        Input::Bool(value) => value.to_string(),
        Input::Number(value) => value.to_string(),
        Input::Text(text) => short(text),
        Input::List(_) => "列表".to_owned(),
        Input::Map(_) => "对象".to_owned(),
    }
}

/// At most 40 characters.
fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

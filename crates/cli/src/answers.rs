//! From JSON text to answers. Which of them make sense belongs to `huiqi_core::profile`.

use huiqi_core::dataset::Dataset;
use huiqi_core::profile::{Input, Problem, Profile};
use std::borrow::Cow;

/// Where ids that nobody knows can be looked up.
const LISTED: &str = "用 huiqi questions 查看全部编号。";

/// Reads JSON; `what` names it in the problem: `this line`.
pub fn parse(text: &str, what: &str) -> Result<Input, Problem> {
    if text.trim().is_empty() {
        return Err(problem(format!("{what} is empty"), "write {} for a firm of which nothing is known"));
    }
    let read = serde_json::from_str(text).or_else(|error| match with_huge_numbers_quoted(text) {
        Cow::Owned(quoted) => serde_json::from_str(&quoted),
        Cow::Borrowed(_) => Err(error),
    });
    read.map_err(|error| problem(format!("{what} is no JSON: {error}"), "mend it there"))
}

/// The profile, or everything that is wrong with it.
pub fn profile(dataset: &Dataset, input: &Input) -> Result<Profile, Vec<Problem>> {
    let (profile, problems) = Profile::read(dataset, input);
    if problems.is_empty() {
        return Ok(profile);
    }
    Err(problems.into_iter().map(|problem| problem.advised(LISTED)).collect())
}

fn problem(problem: String, advice: &str) -> Problem {
    Problem { question: String::new(), problem, advice: advice.to_owned() }
}

/// `1e400` is a number that the JSON reader cannot hold. Quoted it is read as text, so that it is told like any other
/// number out of range: with its question and the bounds, beside all other mistakes.
fn with_huge_numbers_quoted(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            '-' | '0'..='9' => {
                let is_part = |letter: char| matches!(letter, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
                rest.find(|letter| !is_part(letter)).unwrap_or(rest.len())
            }
            other => other.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        let is_huge = first != '"' && token.parse::<f64>().is_ok_and(f64::is_infinite);
        found |= is_huge;
        match is_huge {
            true => out.extend(["\"", token, "\""]),
            false => out.push_str(token),
        }
        rest = after;
    }
    if found {
        Cow::Owned(out)
    } else {
        Cow::Borrowed(text)
    }
}

/// Bytes of the text literal that begins here, to the end where it has none.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    });
    end.map_or(text.len(), |at| at + 2)
}

//! Numbers and rates: signs, currencies, units, limits and ranges around a magnitude, and what is asked or refused of it.

mod side;

use crate::asked::Asked;
use crate::magnitude::Why;
use crate::plain::{is_too_long, plain, TOO_LONG};
use crate::said::{asking, spelled, Said, Value, Written};
use crate::words::{before, behind, Limit, ABOUT, ABOUT_BEHIND, LIMITS, LIMITS_BEHIND};
use huiqi_core::decimal::times;
use rust_decimal::Decimal;
use side::{is_digit, is_plain_digit, side, Side};

/// What a text may mean.
struct Meaning {
    /// What it says; several where it cannot be taken without asking.
    says: Vec<Said>,
    /// What may have been meant where that is not likely.
    instead: Vec<Said>,
    /// Can it be taken without asking.
    sure: bool,
}

/// Reads a number, or a range of numbers.
pub fn number(text: &str, asked: &Asked) -> Written {
    let text = plain(text);
    if text.is_empty() {
        return Written::Nothing;
    }
    if is_too_long(&text) {
        return Written::Refused(TOO_LONG.to_owned());
    }
    let (pieces, is_one) = pieces(&text);
    if is_one {
        return match pieces.first().map_or(Err(Why::NoNumber), |text| meaning(text, asked)) {
            Ok(meaning) => decide(meaning, "", asked),
            Err(why) => Written::Refused(refusal(why, asked)),
        };
    }
    let read = pieces.iter().filter_map(|piece| meaning(piece, asked).ok());
    let says: Vec<Said> = read.flat_map(|meaning| meaning.says).collect();
    if says.is_empty() {
        return Written::Refused(refusal(Why::NoNumber, asked));
    }
    let before = if says.len() > 1 { "这里有几个数，要填的" } else { "要填的" };
    decide(Meaning { says, instead: Vec::new(), sure: false }, before, asked)
}

/// The cells of a pasted table, or the parts between blanks among digits; is it one text after all.
fn pieces(text: &str) -> (Vec<String>, bool) {
    if text.contains('\t') {
        let mut cells: Vec<String> = Vec::new();
        for cell in text.split('\t').map(|cell| cell.replace(' ', "")) {
            match cells.last_mut() {
                // A unit in a cell of its own.
                Some(last) if !cell.contains(is_plain_digit) => last.push_str(&cell),
                _ => cells.push(cell),
            }
        }
        return (cells, false);
    }
    let parts: Vec<&str> = text.split(' ').collect();
    let is_digits = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    let parted = parts.windows(2).any(|pair| match pair {
        [a, b] => a.ends_with(|letter: char| letter.is_ascii_digit()) && is_digits(b),
        _ => false,
    });
    let joined = parts.concat();
    if !parted {
        return (vec![joined], true);
    }
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    let is_grouped = parts.iter().skip(1).all(|part| digits(part) == 3 || !is_digits(part));
    if is_grouped {
        (vec![joined], false)
    } else {
        (parts.into_iter().map(str::to_owned).collect(), false)
    }
}

fn meaning(text: &str, asked: &Asked) -> Result<Meaning, Why> {
    let mut text = text.trim_matches('"').trim_end_matches(['.', ',', ';', '!']).trim();
    while let Some(rest) = before(text, ABOUT) {
        text = rest;
    }
    while let Some(rest) = behind(text, ABOUT_BEHIND) {
        text = rest;
    }
    let in_front = LIMITS.iter().find_map(|(words, limit)| Some((before(text, words)?, *limit)));
    let at_end = LIMITS_BEHIND.iter().find_map(|(words, limit)| Some((behind(text, words)?, *limit)));
    match (in_front, at_end) {
        (Some(_), Some(_)) => Err(Why::NoNumber),
        (Some((text, limit)), None) | (None, Some((text, limit))) => limited(text, limit, asked),
        (None, None) => range(text, asked).unwrap_or_else(|| single(side(text, asked)?, asked)),
    }
}

fn single(side: Side, asked: &Asked) -> Result<Meaning, Why> {
    let said = |numbers: Vec<Decimal>| numbers.into_iter().map(|number| Said::number(number, asked)).collect();
    let says = match side.up_to {
        Some(high) => vec![Said::between(side.number, high, asked)],
        None if side.sure => vec![Said::number(side.number, asked)],
        None => said([vec![side.number], side.others].concat()),
    };
    Ok(Meaning { says, instead: said(side.instead), sure: side.sure })
}

fn limited(text: &str, limit: Limit, asked: &Asked) -> Result<Meaning, Why> {
    let text = ABOUT.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let side = side(text, asked)?;
    let said = |numbers: Vec<Decimal>| numbers.into_iter().map(|number| Said::limited(number, limit, asked)).collect();
    let says = if side.sure { vec![side.number] } else { [vec![side.number], side.others].concat() };
    Ok(Meaning { says: said(says), instead: said(side.instead), sure: side.sure && side.up_to.is_none() })
}

/// Two numbers with 到, 至, `-` or `~` between them; what counts the second counts the first too: `3-5万`.
fn range(text: &str, asked: &Asked) -> Option<Result<Meaning, Why>> {
    let parts = ["到", "至", "~", "-"].iter().find_map(|between| {
        let (first, _) = text.char_indices().nth(1)?;
        let at = first + text.get(first..)?.find(between)?;
        Some((text.get(..at)?, text.get(at..)?.trim_start_matches(between)))
    });
    let (left, right) = parts.filter(|(left, right)| left.contains(is_digit) && !right.is_empty())?;
    Some(ends(left, right, asked))
}

fn ends(left: &str, right: &str, asked: &Asked) -> Result<Meaning, Why> {
    let high = side(right, asked)?;
    let alone = side(left, asked);
    let counted = side::units(right).into_iter().filter_map(|unit| side(&format!("{left}{unit}"), asked).ok());
    let counted: Vec<Side> = counted.collect();
    let fitting = counted.iter().find(|low| low.number <= high.number);
    let low = fitting.cloned().map_or(alone, Ok)?;
    let pairs = |a: &[Decimal], b: &[Decimal]| -> Vec<Said> {
        a.iter().zip(b).map(|(a, b)| Said::between(*a.min(b), *a.max(b), asked)).collect()
    };
    let mut says = pairs(&[low.number], &[high.number]);
    let mut sure = low.sure && high.sure && low.number <= high.number;
    // 5-3万 is rather 3万 to 5万 than 5 to 3万.
    let is_far = times(low.number, Decimal::ONE_THOUSAND) < high.number;
    if let (None, Some(more), true) = (fitting, counted.last(), is_far) {
        says.splice(0..0, pairs(&[high.number], &[more.number]));
        sure = false;
    }
    Ok(Meaning { says, instead: pairs(&low.instead, &high.instead), sure })
}

/// Takes what is said where it is likely; else asks for what of it can be.
fn decide(meaning: Meaning, before: &str, asked: &Asked) -> Written {
    let Some(first) = meaning.says.first() else { return Written::Refused(refusal(Why::NoNumber, asked)) };
    let why = cannot_be(first, asked);
    if let (true, None, true) = (meaning.sure, &why, is_plausible(first, asked)) {
        return Written::Understood(first.clone());
    }
    let mut choices: Vec<Said> = Vec::new();
    let all_wrong = meaning.says.iter().all(|said| cannot_be(said, asked).is_some());
    let instead: &[Said] = if meaning.sure || all_wrong { &meaning.instead } else { &[] };
    let likely = instead.iter().filter(|said| is_plausible(said, asked));
    for said in meaning.says.iter().chain(likely) {
        if cannot_be(said, asked).is_none() && !choices.contains(said) {
            choices.push(said.clone());
        }
    }
    choices.truncate(4);
    match (choices.is_empty(), why) {
        (true, Some(why)) => Written::Refused(why),
        (true, None) => Written::Refused(refusal(Why::NoNumber, asked)),
        (false, _) => Written::Ask { question: asking(before, &choices), choices },
    }
}

fn written(said: &Said) -> Vec<Decimal> {
    match said.value {
        Value::Number(number) => vec![number],
        Value::Range(low, high) => vec![low, high],
        Value::Date(_) => Vec::new(),
    }
}

/// Are the figures likely; an end that only a limit of the question sets is none.
fn is_plausible(said: &Said, asked: &Asked) -> bool {
    let is_open = matches!(said.value, Value::Range(..));
    let is_limit = |number: &Decimal| is_open && (*number == asked.min || *number == asked.max);
    written(said).iter().all(|number| is_limit(number) || asked.is_plausible(*number))
}

/// Why the question cannot be answered so.
fn cannot_be(said: &Said, asked: &Asked) -> Option<String> {
    let numbers = written(said);
    let bounds = || format!("请填 {} 到 {} 之间的数。", spelled(asked.min, asked), spelled(asked.max, asked));
    if numbers.iter().any(|number| *number < Decimal::ZERO) && asked.min >= Decimal::ZERO {
        return Some(format!("这里不能是负数，{}", bounds()));
    }
    if let Some(number) = numbers.iter().find(|number| **number < asked.min || **number > asked.max) {
        return Some(format!("{} 超出了范围，{}", spelled(*number, asked), bounds()));
    }
    if numbers.windows(2).any(|pair| matches!(pair, [low, high] if low > high)) {
        return Some(format!("没有这样的数，{}", bounds()));
    }
    let digits = |number: &&Decimal| number.normalize().scale() > u32::from(asked.decimals);
    numbers.iter().find(digits).map(|number| {
        let places = u32::from(asked.decimals).saturating_sub(if asked.percent { 2 } else { 0 });
        let advice = if places == 0 { "请填整数。".to_owned() } else { format!("最多 {places} 位小数。") };
        format!("{} 的小数位太多，{advice}", spelled(*number, asked))
    })
}

fn refusal(why: Why, asked: &Asked) -> String {
    let example = if asked.percent {
        "4.35%"
    } else if asked.is_money() {
        "350万"
    } else {
        "60"
    };
    let bounds = || format!("请填 {} 到 {} 之间的数。", spelled(asked.min, asked), spelled(asked.max, asked));
    match why {
        Why::NoNumber => format!("没看懂这个数，请写成 {example} 这样。"),
        Why::TooLarge => format!("这个数太大了，{}", bounds()),
        Why::TooFine => "小数位太多，请少写几位。".to_owned(),
        Why::Vague => "“几”“数”说不准是多少，请写一个数，或者 20-50 这样的范围。".to_owned(),
        Why::Rate => format!("这里要填的是{}，不是比例。", if asked.unit.is_empty() { "数" } else { asked.unit }),
        Why::Foreign => "请折算成人民币再填。".to_owned(),
    }
}

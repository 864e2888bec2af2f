//! One number with its sign, currency and unit: one side of a range, or all of a text.

use crate::asked::Asked;
use crate::magnitude::{magnitude, Magnitude, Why};
use crate::words::{before, behind, CURRENCY, DIGITS, FOREIGN, NEGATIVE, PARTS, PARTS_BEHIND, POSITIVE, UNITS, YUAN};
use huiqi_core::decimal::{over, plus, times};
use rust_decimal::Decimal;

/// A number as it would be kept.
#[derive(Clone, Debug)]
pub struct Side {
    pub number: Decimal,
    /// What else the text may say.
    pub others: Vec<Decimal>,
    /// What may have been meant though the text does not say it: 350 for 350 万.
    pub instead: Vec<Decimal>,
    /// As far as it may go: 两三万.
    pub up_to: Option<Decimal>,
    pub sure: bool,
}

/// Does a number stand here, in digits or in words.
pub fn is_digit(letter: char) -> bool {
    is_plain_digit(letter) || "十百千万亿半廿卅".contains(letter)
}

/// Does a digit stand here, Arabic or Chinese.
pub fn is_plain_digit(letter: char) -> bool {
    letter.is_ascii_digit() || DIGITS.iter().any(|(letters, _)| letters.contains(letter))
}

/// What counts the number at the end of a range, longest first: of `5千万元` 千万元 and 万元.
pub fn units(text: &str) -> Vec<&str> {
    let mut last =
        text.char_indices().filter(|(_, letter)| is_plain_digit(*letter) || matches!(letter, '.' | ',' | '点'));
    let behind_digits = last.next_back().map_or(0, |(at, letter)| at + letter.len_utf8());
    let behind_words = text.find(|letter: char| !(is_plain_digit(letter) || ".,点十拾百佰千仟".contains(letter)));
    [Some(behind_digits), behind_words].into_iter().flatten().filter_map(|at| text.get(at..)).collect()
}

/// Reads one number.
pub fn side(text: &str, asked: &Asked) -> Result<Side, Why> {
    if FOREIGN.iter().any(|word| text.contains(word)) {
        return Err(Why::Foreign);
    }
    let (text, is_negative) = unsigned(text)?;
    let sign = |number: Decimal| if is_negative { -number } else { number };
    let mut side = if asked.percent { rate(&text)? } else { count(&text, asked)? };
    side.number = sign(side.number);
    side.up_to = side.up_to.map(sign);
    if let (true, Some(far)) = (is_negative, side.up_to) {
        (side.number, side.up_to) = (far, Some(side.number));
    }
    for numbers in [&mut side.others, &mut side.instead] {
        numbers.iter_mut().for_each(|number| *number = sign(*number));
    }
    Ok(side)
}

/// The text without currency and sign; brackets mean a negative number, as accountants write it.
fn unsigned(text: &str) -> Result<(String, bool), Why> {
    let (mut text, mut is_negative) = (text.to_owned(), false);
    loop {
        if let Some(inside) = text.strip_prefix('(') {
            let (inside, behind) = inside.split_once(')').ok_or(Why::NoNumber)?;
            if is_negative {
                return Err(Why::NoNumber);
            }
            (text, is_negative) = (format!("{inside}{behind}"), true);
        } else if let Some(rest) = before(&text, CURRENCY).or_else(|| before(&text, POSITIVE)) {
            text = rest.to_owned();
        } else if let Some(rest) = before(&text, NEGATIVE) {
            if is_negative {
                return Err(Why::NoNumber);
            }
            (text, is_negative) = (rest.to_owned(), true);
        } else {
            return Ok((text, is_negative));
        }
    }
}

fn rate(text: &str) -> Result<Side, Why> {
    let in_front = PARTS.iter().find_map(|(word, power)| Some((text.strip_prefix(word)?, *power)));
    let at_end = PARTS_BEHIND.iter().find_map(|(word, power)| Some((text.strip_suffix(word)?, *power)));
    let (text, half, power) = match (in_front, at_end, text.strip_suffix("成半")) {
        (Some(_), Some(_), _) => return Err(Why::NoNumber),
        (Some((text, power)), None, _) | (None, Some((text, power)), _) => (text, Decimal::ZERO, Some(power)),
        (None, None, Some(text)) => (text, Decimal::new(5, 1), Some(1)),
        (None, None, None) => (text, Decimal::ZERO, None),
    };
    let read = magnitude(text)?;
    let kept = |number: Decimal| over(plus(number, half), Decimal::from(10_i64.pow(power.unwrap_or(2)))).normalize();
    // 0.08 may be the fraction.
    let fraction = power.is_none() && read.number <= Decimal::ONE;
    let hundredth = times(kept(read.number), Decimal::ONE_HUNDRED).normalize();
    let instead = if fraction || power == Some(2) && hundredth <= Decimal::ONE { vec![hundredth] } else { Vec::new() };
    Ok(of(read, kept, instead))
}

fn count(text: &str, asked: &Asked) -> Result<Side, Why> {
    if let Some(pieces) = coins(text, asked) {
        return pieces;
    }
    let (text, factor, is_named) = without_unit(text, asked);
    if text.is_empty() || PARTS.iter().chain(&PARTS_BEHIND).any(|(word, _)| text.contains(word)) {
        return Err(if text.is_empty() { Why::NoNumber } else { Why::Rate });
    }
    let mut read = magnitude(text)?;
    let is_scaled = is_named || read.has_big || asked.scale == Decimal::ONE;
    if !is_scaled && read.has_power {
        // 3千 where 万元 is chosen: 3,000 or 3,000 万.
        read.sure = false;
        read.others.push(times(read.number, asked.scale));
    }
    let scale = if is_named || read.has_big || read.has_power { Decimal::ONE } else { asked.scale };
    let kept = |number: Decimal| times(times(number, factor), scale).normalize();
    let instead = match asked.is_money() && !is_named && !read.has_big && !read.has_power {
        true if asked.scale == Decimal::ONE => vec![times(read.number, Decimal::from(10_000))],
        true => vec![read.number],
        false => Vec::new(),
    };
    Ok(of(read, kept, instead))
}

fn of(read: Magnitude, kept: impl Fn(Decimal) -> Decimal, mut instead: Vec<Decimal>) -> Side {
    let others: Vec<Decimal> = read.others.iter().map(|number| kept(*number)).collect();
    if read.sure {
        instead.extend(&others);
    }
    Side { number: kept(read.number), others, instead, up_to: read.up_to.map(kept), sure: read.sure }
}

/// The text without the unit; by what the unit multiplies the number; is it money that is named.
fn without_unit<'t>(text: &'t str, asked: &Asked) -> (&'t str, Decimal, bool) {
    if asked.is_money() {
        return behind(text, YUAN).map_or((text, Decimal::ONE, false), |text| (text, Decimal::ONE, true));
    }
    if let ("个月", Some(years)) = (asked.unit, text.strip_suffix('年')) {
        return (years, Decimal::from(12), false);
    }
    let words = UNITS.iter().find(|(unit, _)| *unit == asked.unit).map(|(_, words)| *words);
    let text = match words {
        Some(words) => behind(text, words),
        None if !asked.unit.is_empty() && text.ends_with(asked.unit) => text.strip_suffix(asked.unit),
        // A price: the money alone.
        None if asked.unit.starts_with('元') => behind(text, YUAN),
        None => None,
    }
    .unwrap_or(text);
    (text, Decimal::ONE, false)
}

/// 3块5, 3元5角2分.
fn coins(text: &str, asked: &Asked) -> Option<Result<Side, Why>> {
    if !asked.unit.starts_with('元') {
        return None;
    }
    let (whole, rest) = text.split_once(['元', '块']).unwrap_or(("", text));
    let (tenths, rest) = match rest.split_once(['角', '毛']) {
        Some((tenths, rest)) => (tenths, rest),
        None if !whole.is_empty() && rest.chars().count() == 1 && rest.starts_with(is_digit) => (rest, ""),
        None => ("", rest),
    };
    let hundredths = rest.strip_suffix('分').unwrap_or(rest);
    if tenths.is_empty() && (hundredths.is_empty() || hundredths.len() == rest.len()) {
        return None;
    }
    let part = |text: &str| if text.is_empty() { Ok(Decimal::ZERO) } else { magnitude(text).map(|read| read.number) };
    let sum = part(whole).and_then(|whole| {
        let tenths = over(part(tenths)?, Decimal::TEN);
        Ok(plus(plus(whole, tenths), over(part(hundredths)?, Decimal::ONE_HUNDRED)).normalize())
    });
    Some(sum.map(|number| Side { number, others: Vec::new(), instead: Vec::new(), up_to: None, sure: true }))
}

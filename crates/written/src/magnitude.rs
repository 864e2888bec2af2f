//! Numbers in digits and in words together: `3千5百`, `1亿2000万`, `三百五`, `廿五`. Signs, units and ranges belong to `number`.

mod sum;

use crate::figure::figure;
use crate::words::{BIG, DIGITS, POWERS, TENS};
use huiqi_core::decimal::plus;
use rust_decimal::Decimal;
use sum::{evaluate, power};

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It says none.
    NoNumber,
    /// More than can be kept.
    TooLarge,
    /// More digits after the point than can be kept.
    TooFine,
    /// It says one too vaguely: 几万.
    Vague,
    /// A rate where none is asked for.
    Rate,
    /// Other money.
    Foreign,
}

/// What a number comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Magnitude {
    /// What is said.
    pub number: Decimal,
    /// What else may be meant.
    pub others: Vec<Decimal>,
    /// As far as it may go: 两三万, 30多万.
    pub up_to: Option<Decimal>,
    /// Can it be taken without asking.
    pub sure: bool,
    /// Stands a word for hundreds or thousands beside the digits.
    pub has_power: bool,
    /// Stands 万 or 亿 beside them.
    pub has_big: bool,
}

#[derive(Clone, Debug)]
enum Token {
    /// Digits; `length` of them, the first of which may be a 0 that says that places are left out.
    Number {
        value: Decimal,
        length: u32,
        has_zero: bool,
    },
    Power(u32),
    Big(u32),
    Tens(i64),
    Half,
    Many,
}

/// Reads a number without sign, unit and blanks.
pub fn magnitude(text: &str) -> Result<Magnitude, Why> {
    let mut tokens = Vec::new();
    // Where digits may mean another number, that number; where two digits are two numbers, the second.
    let mut other: Vec<(usize, Decimal)> = Vec::new();
    let mut pair = None;
    let mut sure = true;
    let mut rest = text;
    let mut is_led = false;
    while let Some(first) = rest.chars().next() {
        let is_arabic = |letter: char| matches!(letter, '0'..='9' | '.' | ',' | '\'');
        if is_arabic(first) {
            let length = arabic(rest, is_arabic);
            let (digits, after) = rest.split_at(length);
            let read = figure(digits)?;
            sure &= read.sure;
            other.extend(read.others.iter().map(|number| (tokens.len(), *number)));
            let length = u32::try_from(digits.len()).unwrap_or(u32::MAX);
            tokens.push(Token::Number { value: read.number, length, has_zero: is_led || digits.starts_with('0') });
            (is_led, rest) = (false, after);
        } else if digit(first) == Some(0) && rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit()) {
            // 3万零50
            (is_led, rest) = (true, rest.get(first.len_utf8()..).unwrap_or_default());
        } else if digit(first).is_some() {
            let (token, second, after) = chinese(rest)?;
            if let Some(second) = second {
                pair = Some((tokens.len(), second));
            }
            tokens.push(token);
            rest = after;
        } else {
            tokens.push(word(first)?);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    let many = tokens.iter().position(|token| matches!(token, Token::Many));
    let step = many.map(|at| step(&tokens, at));
    tokens.retain(|token| !matches!(token, Token::Many));
    let (number, ambiguous) = evaluate(&tokens)?;
    let replaced = |at: usize, value: Decimal| {
        let mut tokens = tokens.clone();
        if let Some(Token::Number { value: place, .. }) = tokens.get_mut(at) {
            *place = value;
        }
        evaluate(&tokens).map(|(number, _)| number)
    };
    let mut others: Vec<Decimal> = other.into_iter().filter_map(|(at, value)| replaced(at, value).ok()).collect();
    sure &= ambiguous.is_none();
    others.extend(ambiguous);
    let up_to = match (pair, step) {
        (Some((at, second)), _) => Some(replaced(at, second)?),
        (None, Some(step)) => Some(plus(number, step)),
        (None, None) => None,
    };
    Ok(Magnitude {
        number,
        others,
        sure: sure && up_to.is_none(),
        up_to,
        has_power: tokens.iter().any(|token| matches!(token, Token::Power(_))),
        has_big: tokens.iter().any(|token| matches!(token, Token::Big(_))),
    })
}

/// Bytes of Arabic digits, with an exponent where one stands behind them.
fn arabic(text: &str, is_arabic: impl Fn(char) -> bool) -> usize {
    let end = text.find(|letter| !is_arabic(letter)).unwrap_or(text.len());
    let behind = text.get(end..).unwrap_or_default();
    let Some(power) = behind.strip_prefix(['e', 'E']) else { return end };
    let sign = usize::from(power.starts_with(['+', '-']));
    let digits = power.chars().skip(sign).take_while(char::is_ascii_digit).count();
    if digits == 0 {
        end
    } else {
        end + 1 + sign + digits
    }
}

fn digit(letter: char) -> Option<u8> {
    DIGITS.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, digit)| *digit)
}

/// Chinese digits, also behind 点. Two that follow each other (两三, 三五) are two numbers, the second of which is told apart.
fn chinese(text: &str) -> Result<(Token, Option<Decimal>, &str), Why> {
    let mut written = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match (digit(first), first) {
            (Some(digit), _) => written.push(char::from(b'0' + digit)),
            (None, '点') if !written.contains('.') => written.push('.'),
            _ => break,
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    let read = figure(&written)?;
    let second = match written.as_bytes() {
        [a, b] if *a > b'0' && (*b == a + 1 || (*a, *b) == (b'3', b'5')) => Some(*b),
        _ => None,
    };
    let length = u32::try_from(written.len()).unwrap_or(u32::MAX);
    let token = match (second, written.as_bytes()) {
        (Some(_), [a, ..]) => Token::Number { value: (a - b'0').into(), length: 1, has_zero: false },
        _ => Token::Number { value: read.number, length, has_zero: written.starts_with('0') },
    };
    Ok((token, second.map(|digit| (digit - b'0').into()), rest))
}

fn word(letter: char) -> Result<Token, Why> {
    let find =
        |table: &[(&str, u32)]| table.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, power)| *power);
    match letter {
        '半' => Ok(Token::Half),
        '多' | '余' | '餘' | '来' => Ok(Token::Many),
        '几' | '幾' | '数' | '若' => Err(Why::Vague),
        _ => match (find(&POWERS), find(&BIG)) {
            (Some(power), _) => Ok(Token::Power(power)),
            (None, Some(power)) => Ok(Token::Big(power)),
            (None, None) => {
                let tens = TENS.iter().find(|(letters, _)| letters.contains(letter));
                tens.map(|(_, tens)| Token::Tens(*tens)).ok_or(Why::NoNumber)
            }
        },
    }
}

/// What 多 adds at most: one of the place that it stands behind.
fn step(tokens: &[Token], at: usize) -> Decimal {
    let place = match tokens.get(at.wrapping_sub(1)) {
        Some(Token::Number { value, .. }) => {
            let text = value.normalize().to_string();
            let zeros = if text.contains('.') { 0 } else { text.len() - text.trim_end_matches('0').len() };
            u32::try_from(zeros).unwrap_or(0)
        }
        Some(Token::Power(power) | Token::Big(power)) => *power,
        Some(Token::Tens(_)) => 1,
        Some(Token::Half | Token::Many) | None => 0,
    };
    let behind = tokens.iter().skip(at).map(|token| match token {
        Token::Power(power) | Token::Big(power) => *power,
        Token::Number { .. } | Token::Tens(_) | Token::Half | Token::Many => 0,
    });
    power(place + behind.sum::<u32>())
}

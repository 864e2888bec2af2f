//! Arabic digits with their points and commas. A comma parts groups of three digits, or of four (万); in any other place it
//! is asked about.

use crate::magnitude::Why;
use huiqi_core::decimal::{self, NotKept};
use rust_decimal::Decimal;

/// What digits say.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What they say, or what they say most likely.
    pub number: Decimal,
    /// What else may be meant.
    pub others: Vec<Decimal>,
    /// Can they be taken without asking.
    pub sure: bool,
}

/// Reads digits, points, commas, apostrophes, and an exponent.
pub fn figure(text: &str) -> Result<Figure, Why> {
    let text = text.trim_end_matches(['.', ',', '\'']).replace('\'', ",");
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    if commas == 0 && points < 2 {
        return Ok(Figure { number: read(&text)?, others: Vec::new(), sure: true });
    }
    let last_comma = text.rfind(',').unwrap_or(0);
    if points < 2 && text.find('.').is_none_or(|point| point > last_comma) {
        return with_commas(&text, commas, points);
    }
    // As on the continent of Europe: 3.500.000,00.
    if commas < 2 && is_grouped(text.split(',').next().unwrap_or_default(), '.', &[3]) {
        let number = read(&text.replace('.', "").replace(',', "."))?;
        return Ok(Figure { number, others: Vec::new(), sure: false });
    }
    Err(Why::NoNumber)
}

fn with_commas(text: &str, commas: usize, points: usize) -> Result<Figure, Why> {
    if text.starts_with(',') {
        return Err(Why::NoNumber);
    }
    let number = read(&text.replace(',', ""))?;
    // One comma may stand for a point.
    let others = if commas == 1 && points == 0 { vec![read(&text.replace(',', "."))?] } else { Vec::new() };
    let sure = is_grouped(text.split('.').next().unwrap_or_default(), ',', &[3, 4]);
    Ok(Figure { number, others, sure })
}

/// Do all groups but the first have the same of these lengths, and is the first no longer and not 0.
fn is_grouped(text: &str, separator: char, lengths: &[usize]) -> bool {
    let mut groups = text.split(separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let fits = |length: &usize| first.len() <= *length && rest.iter().all(|group| group.len() == *length);
    !first.is_empty() && !first.starts_with('0') && lengths.iter().any(fits)
}

fn read(text: &str) -> Result<Decimal, Why> {
    decimal::read(text).map_err(|why| match why {
        NotKept::NoNumber => Why::NoNumber,
        NotKept::TooLarge => Why::TooLarge,
        NotKept::TooFine => Why::TooFine,
    })
}

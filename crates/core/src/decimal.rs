//! Exact amounts. Floats never appear here; a sum past 28 digits saturates rather than panics, and the compiler of the
//! dataset proves that no question's bounds let that happen.

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds to the fen, half away from zero.
pub fn to_fen(amount: Decimal) -> Decimal {
    let mut fen = amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    fen.rescale(2);
    fen
}

/// Reads what a person or JSON writes for a number: digits, one point, an optional sign and exponent.
pub fn parse(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok().map(|number| number.normalize())
}

/// Writes with thousands separators: `1,234,567.80`.
pub fn grouped(number: Decimal) -> String {
    let text = number.abs().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::with_capacity(text.len() + text.len() / 3 + 1);
    if number.is_sign_negative() && !number.is_zero() {
        out.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{grouped, parse, to_fen};

    #[test]
    fn half_a_fen_goes_away_from_zero() {
        for (exact, rounded) in
            [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("-0.005", "-0.01"), ("3", "3.00")]
        {
            assert_eq!(to_fen(parse(exact).unwrap()).to_string(), rounded);
        }
    }

    #[test]
    fn thousands() {
        for (plain, separated) in
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("1234567.80", "1,234,567.8"), ("-1234", "-1,234")]
        {
            assert_eq!(grouped(parse(plain).unwrap()), separated);
        }
    }

    #[test]
    fn text_that_is_no_number() {
        for text in ["", "一百", "1.2.3", "1e99", "NaN", "12a"] {
            assert!(parse(text).is_none(), "{text}");
        }
        assert_eq!(parse("4.35e-2"), parse("0.0435"));
    }
}

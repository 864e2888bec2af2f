//! Exact amounts. Floats never appear here; a sum past 28 digits saturates rather than panics, and the compiler of the
//! dataset proves that no question's bounds let that happen.

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds to the fen, half away from zero.
pub fn to_fen(amount: Decimal) -> Decimal {
    match i64::try_from(amount.mantissa()) {
        // Almost every amount: whole numbers of the machine are several times as fast.
        Ok(mantissa) if amount.scale() <= 18 => small_to_fen(mantissa, amount.scale()),
        _ => any_to_fen(amount),
    }
}

fn small_to_fen(mantissa: i64, scale: u32) -> Decimal {
    match scale.checked_sub(2) {
        Some(beyond) => {
            let unit = 10_i64.pow(beyond);
            let (fen, rest) = (mantissa / unit, mantissa % unit);
            let up = i64::from(rest.abs() * 2 >= unit);
            Decimal::new(fen + up * mantissa.signum(), 2)
        }
        None => match mantissa.checked_mul(10_i64.pow(2 - scale)) {
            Some(fen) => Decimal::new(fen, 2),
            None => any_to_fen(Decimal::new(mantissa, scale)),
        },
    }
}

fn any_to_fen(amount: Decimal) -> Decimal {
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
            let exact = parse(exact).unwrap();
            assert_eq!(to_fen(exact).to_string(), rounded);
            assert_eq!(super::any_to_fen(exact).to_string(), rounded);
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

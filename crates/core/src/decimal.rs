//! Exact amounts. Floats never appear here; a sum past 28 digits saturates rather than panics, and the compiler of the
//! dataset proves that no question's bounds let that happen.

use rust_decimal::{Decimal, RoundingStrategy};

// The library writes each operation out wherever it stands; one place for each keeps the download small.

/// Sum; past 28 digits the greatest number.
#[inline(never)]
pub fn plus(a: Decimal, b: Decimal) -> Decimal {
    if a.scale() == b.scale() {
        // Almost every sum: whole numbers of the machine are several times as fast.
        if let (Ok(one), Ok(other)) = (i64::try_from(a.mantissa()), i64::try_from(b.mantissa())) {
            if let Some(sum) = one.checked_add(other) {
                return Decimal::new(sum, a.scale());
            }
        }
    }
    a.saturating_add(b)
}

/// Difference; past 28 digits the least number.
pub fn minus(a: Decimal, b: Decimal) -> Decimal {
    plus(a, -b)
}

/// Product; past 28 digits the greatest or least number.
#[inline(never)]
pub fn times(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_mul(b)
}

/// Quotient; 0 where the divisor is 0.
#[inline(never)]
pub fn over(a: Decimal, b: Decimal) -> Decimal {
    a.checked_div(b).unwrap_or_default()
}

/// The greatest whole number that is not above it.
pub fn floor(number: Decimal) -> Decimal {
    let whole = number.trunc();
    if whole > number {
        minus(whole, Decimal::ONE)
    } else {
        whole
    }
}

/// Rounds to the fen, half away from zero.
#[inline(never)]
pub fn to_fen(amount: Decimal) -> Decimal {
    match i64::try_from(amount.mantissa()) {
        // Almost every amount: whole numbers of the machine are several times as fast.
        Ok(mantissa) if amount.scale() <= 18 => small_to_fen(mantissa, amount.scale()),
        _ => any_to_fen(amount),
    }
}

fn small_to_fen(mantissa: i64, scale: u32) -> Decimal {
    match scale.checked_sub(2) {
        Some(0) => Decimal::new(mantissa, 2),
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

/// Why a text is not a number that can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// It is written as no number is.
    NoNumber,
    /// A number above or below all that 28 digits hold.
    TooLarge,
    /// A number with more digits after the point than 28 hold.
    TooFine,
}

/// Reads what a person or JSON writes for a number: digits, one point, an optional sign and exponent; nothing else, and no
/// more than 28 digits. By hand: the library's readers take 6 KB more of the download and let `1_0` through.
pub fn parse(text: &str) -> Option<Decimal> {
    read(text).ok()
}

/// [`parse`], with what keeps a text from being a number.
pub fn read(text: &str) -> Result<Decimal, NotKept> {
    let (number, power) = text.split_once(['e', 'E']).map_or((text, None), |(number, power)| (number, Some(power)));
    let unsigned = number.strip_prefix(['+', '-']).unwrap_or(number);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_power = power.is_none_or(|power| {
        let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
        !digits.is_empty() && all_digits(digits)
    });
    if !(is_power && all_digits(whole) && all_digits(fraction)) || whole.is_empty() && fraction.is_empty() {
        return Err(NotKept::NoNumber);
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    if whole.is_empty() && fraction.is_empty() {
        return Ok(Decimal::ZERO);
    }
    let exponent = match power {
        Some(power) if power.starts_with('-') => power.parse::<i32>().map_err(|_| NotKept::TooFine)?,
        Some(power) => power.parse::<i32>().map_err(|_| NotKept::TooLarge)?,
        None => 0,
    };
    let length = |digits: &str| i64::try_from(digits.len()).unwrap_or(i64::MAX >> 1);
    let before_point = length(whole) + i64::from(exponent);
    kept(whole, fraction, length(fraction) - i64::from(exponent))
        .map(|number| if text.starts_with('-') { -number } else { number })
        .ok_or(if before_point > 28 { NotKept::TooLarge } else { NotKept::TooFine })
}

/// The number of these digits, `scale` of them after the point.
fn kept(whole: &str, fraction: &str, mut scale: i64) -> Option<Decimal> {
    let mut mantissa = 0_i128;
    for digit in whole.bytes().chain(fraction.bytes()) {
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    while scale < 0 {
        mantissa = mantissa.checked_mul(10)?;
        scale += 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(scale).ok()?).ok().map(|number| number.normalize())
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
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
    use super::{grouped, parse, read, to_fen, NotKept};
    use rust_decimal::Decimal;

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
    fn down_to_whole_numbers() {
        for (number, whole) in [("2.9", 2), ("-2.1", -3), ("-2", -2), ("0.0", 0), ("7", 7)] {
            assert_eq!(super::floor(parse(number).unwrap()), Decimal::from(whole), "{number}");
        }
    }

    #[test]
    fn sums_of_any_scale() {
        for (a, b, sum) in [
            ("0.10", "0.20", "0.30"),
            ("1.5", "0.25", "1.75"),
            ("-3", "3", "0"),
            ("9223372036854775807", "1", "9223372036854775808"),
            ("79228162514264337593543950335", "1", "79228162514264337593543950335"),
        ] {
            assert_eq!(super::plus(parse(a).unwrap(), parse(b).unwrap()), parse(sum).unwrap(), "{a} + {b}");
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
        for text in
            ["", "-", ".", "e5", "一百", "1.2.3", "1e99", "1e-29", "NaN", "12a", "1_0", "--1", "1e", "1e99999999999"]
        {
            assert!(parse(text).is_none(), "{text}");
        }
        // 29 digits, and one more than 2^96 - 1.
        for text in
            ["99999999999999999999999999999", "79228162514264337593543950336", "0.12345678901234567890123456789"]
        {
            assert!(parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_kept_is_no_text() {
        for text in
            ["1e30", "-1e30", "1e99999999999", "1000000000000000000000000000000", "79228162514264337593543950336"]
        {
            assert_eq!(read(text), Err(NotKept::TooLarge), "{text}");
        }
        for text in ["1e-30", "1e-99999999999", "0.0000000000000000000000000000001", "0.12345678901234567890123456789"]
        {
            assert_eq!(read(text), Err(NotKept::TooFine), "{text}");
        }
        for text in ["", "-", ".", "e5", "1e", "1e+", "1e1.5", "NaN", "Infinity", "12a", "--1", "一百"] {
            assert_eq!(read(text), Err(NotKept::NoNumber), "{text}");
        }
    }

    #[test]
    fn text_that_is_a_number() {
        for (text, mantissa, scale) in [
            ("4.35e-2", 435, 4),
            ("-1.50", -15, 1),
            ("+7", 7, 0),
            (".5", 5, 1),
            ("5.", 5, 0),
            ("1.2E3", 1200, 0),
            ("-0", 0, 0),
            ("0e99", 0, 0),
            ("1.0000000000000000000000000000000", 1, 0),
        ] {
            assert_eq!(parse(text), Some(Decimal::new(mantissa, scale)), "{text}");
        }
        assert_eq!(parse("79228162514264337593543950335"), Some(Decimal::MAX));
    }
}

//! Numbers and days as people type them. Which of them a question accepts belongs to `profile`.

use super::Scale;
use crate::date::Date;
use crate::decimal;
use crate::decimal::{over, times};
use rust_decimal::Decimal;

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// This number, in the unit in which it is kept.
    Number(Decimal),
    /// A number of more digits than can be kept.
    TooLarge,
    /// None.
    NoNumber,
}

/// Full-width characters as their plain ones, without blanks.
fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '。' | '·' => '.',
        '、' => ',',
        '—' | '−' => '-',
        '￥' => '¥',
        _ => letter,
    };
    text.chars().filter(|letter| !letter.is_whitespace()).map(narrow).collect()
}

/// Reads a number: full-width digits, separators, `元`, `万`, `亿`, `%` and the unit itself are understood.
pub fn read_number(text: &str, unit: &str, percent: bool, scale: Scale) -> Reading {
    let text = plain(text).replace([',', '\''], "");
    let text = text.trim_start_matches('¥');
    let text = text.strip_suffix(unit).filter(|_| !unit.is_empty() && unit != "元").unwrap_or(text);
    // What is written beside the digits beats the switch.
    let (text, otherwise) = text.strip_suffix('元').map_or((text, scale.factor()), |text| (text, Decimal::ONE));
    let (text, factor) = if let Some(text) = text.strip_suffix('万') {
        (text, Decimal::from(10_000))
    } else if let Some(text) = text.strip_suffix('亿') {
        (text, Decimal::from(100_000_000))
    } else {
        (text, otherwise)
    };
    let text = if percent { text.strip_suffix('%').unwrap_or(text) } else { text };
    match decimal::parse(text).map(|number| times(number, factor)) {
        Some(number) if number.abs() == Decimal::MAX => Reading::TooLarge,
        // A hundredth of a number of 28 digits may lose its last ones; such a rate is out of every bound anyway.
        Some(number) if percent => Reading::Number(over(number, Decimal::ONE_HUNDRED).normalize()),
        Some(number) => Reading::Number(number.normalize()),
        None => {
            let digits = text.trim_start_matches('-');
            let many = digits.len() > 20 && digits.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
            if many || is_power(digits) {
                Reading::TooLarge
            } else {
                Reading::NoNumber
            }
        }
    }
}

/// `10^30`, `1e99`.
fn is_power(text: &str) -> bool {
    text.split_once(['^', 'e', 'E']).is_some_and(|(base, power)| {
        let number =
            |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
        number(base) && number(power)
    })
}

/// Reads a day: `2020-6-1`, `2020/06/01`, `2020年6月1日`, `20200601`, also in full-width digits.
pub fn read_date(text: &str) -> Option<Date> {
    let text = plain(text);
    let mut parts: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if let ([whole], true) = (parts.as_slice(), text.len() == 8) {
        let whole: &str = whole;
        parts = vec![whole.get(0..4)?, whole.get(4..6)?, whole.get(6..8)?];
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?),
        _ => None,
    }
}

/// A number with separators, and in 万 or 亿 where it is large and they tell it exactly: `3,000,000（300 万）`.
pub fn spelled(number: Decimal) -> (String, Option<String>) {
    let short = [(100_000_000, "亿"), (10_000, "万")].into_iter().find_map(|(factor, name)| {
        let factor = Decimal::from(factor);
        let part = over(number, factor).normalize();
        (number.abs() >= factor && part.scale() <= 4).then(|| format!("{} {name}", decimal::grouped(part)))
    });
    (decimal::grouped(number.normalize()), short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str, scale: Scale) -> Reading {
        read_number(text, "元", false, scale)
    }

    #[test]
    fn what_people_type() {
        for (text, number) in [
            ("60", 60),
            (" ６０ ", 60),
            ("3,000,000", 3_000_000),
            ("３，０００，０００元", 3_000_000),
            ("300万", 3_000_000),
            ("300 万元", 3_000_000),
            ("0.5亿", 50_000_000),
            ("￥1200", 1_200),
            ("-5", -5),
        ] {
            assert_eq!(yuan(text, Scale::Yuan), Reading::Number(number.into()), "{text}");
        }
        assert_eq!(yuan("300", Scale::TenThousand), Reading::Number(3_000_000.into()));
        assert_eq!(
            yuan("300万", Scale::TenThousand),
            Reading::Number(3_000_000.into()),
            "a written 万 beats the switch"
        );
        for text in ["35000000元", "￥３５，０００，０００ 元"] {
            assert_eq!(yuan(text, Scale::TenThousand), Reading::Number(35_000_000.into()), "a written 元 does too");
        }
        assert_eq!(read_number("35人", "人", false, Scale::Yuan), Reading::Number(35.into()));
    }

    #[test]
    fn rates_are_kept_as_fractions() {
        for text in ["4.35", "4.35%", "４．３５％"] {
            assert_eq!(read_number(text, "", true, Scale::Yuan), Reading::Number(Decimal::new(435, 4)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_too_large() {
        for text in ["一百", "12abc", "1.2.3", "~", "万", "-"] {
            assert_eq!(yuan(text, Scale::Yuan), Reading::NoNumber, "{text}");
        }
        for text in ["10^30", "1e99", "1000000000000000000000000000000", "9999999999999999999999999999亿"] {
            assert_eq!(yuan(text, Scale::Yuan), Reading::TooLarge, "{text}");
        }
    }

    #[test]
    fn days() {
        for text in ["2020-06-01", "2020-6-1", "2020/6/1", "2020.6.1", "2020年6月1日", "20200601", "２０２０－６－１"]
        {
            assert_eq!(read_date(text), Date::new(2020, 6, 1), "{text}");
        }
        for text in ["", "2020", "2020-13-01", "2021-02-29", "6-1-2020", "202006011", "明天"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn large_numbers_are_read_back_in_words() {
        assert_eq!(spelled(3_000_000.into()), ("3,000,000".into(), Some("300 万".into())));
        assert_eq!(spelled(9_999.into()), ("9,999".into(), None));
        assert_eq!(spelled(1_250_000_000.into()).1.as_deref(), Some("12.5 亿"));
        assert_eq!(spelled(Decimal::new(123_456_789, 3)).1.as_deref(), None, "not exactly");
    }
}

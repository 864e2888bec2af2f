//! Sums of money in words.

use huiqi_core::decimal::{grouped, minus, over, times, to_fen};
use huiqi_visit::queries::{Sum, Worth};
use rust_decimal::Decimal;

/// A sum: whole yuan without the fen, else with both digits.
pub fn yuan(amount: Decimal) -> String {
    let fen = to_fen(amount);
    let part = minus(fen, fen.trunc());
    let whole = grouped(fen.trunc());
    if part.is_zero() {
        whole
    } else {
        let part = times(part.abs(), Decimal::ONE_HUNDRED).trunc();
        format!("{whole}.{:0>2}", part.normalize().to_string())
    }
}

/// An amount, exact to the fen; an end that is no figure is left out. Without any it says nothing.
pub fn worth(of: Worth) -> String {
    match (of.min, of.max) {
        (Some(min), Some(max)) if min == max => [&yuan(min), " 元"].concat(),
        (Some(min), Some(max)) => [&yuan(min), "～", &yuan(max), " 元"].concat(),
        (Some(min), None) => ["至少 ", &yuan(min), " 元"].concat(),
        (None, Some(max)) => ["最多 ", &yuan(max), " 元"].concat(),
        (None, None) => String::new(),
    }
}

/// A sum of rows, as [`worth`]; nothing where no row has a figure.
pub fn sum(of: &Sum) -> Option<String> {
    (of.figured > 0).then(|| worth(Worth { min: Some(of.min), max: of.max }))
}

/// A sum in 亿元 or 万元 where that is all of it with at most two decimals, one below a million: `95.48 亿元`, `230 万元`;
/// else in yuan.
pub fn short(amount: Decimal) -> String {
    let in_units = |factor: i64, name: &str| {
        let part = over(amount, Decimal::from(factor)).normalize();
        let decimals = if amount >= Decimal::from(1_000_000) { 2 } else { 1 };
        (amount >= Decimal::from(factor) && part.scale() <= decimals).then(|| format!("{} {name}", grouped(part)))
    };
    in_units(100_000_000, "亿元").or_else(|| in_units(10_000, "万元")).unwrap_or_else(|| format!("{} 元", yuan(amount)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        for (sum, text) in
            [("0", "0"), ("2300.00", "2,300"), ("198431.51", "198,431.51"), ("0.05", "0.05"), ("1234.5", "1,234.50")]
        {
            assert_eq!(yuan(sum.parse().unwrap()), text);
        }
    }

    #[test]
    fn amounts() {
        let of = |min: Option<&str>, max: Option<&str>| {
            worth(Worth { min: min.map(|min| min.parse().unwrap()), max: max.map(|max| max.parse().unwrap()) })
        };
        assert_eq!(of(Some("2300"), Some("2300")), "2,300 元");
        assert_eq!(of(Some("2480"), Some("2500.50")), "2,480～2,500.50 元");
        assert_eq!(of(Some("15000"), None), "至少 15,000 元");
        assert_eq!(of(None, Some("28800")), "最多 28,800 元");
        assert_eq!(of(None, None), "");
    }

    #[test]
    fn large_sums() {
        for (sum, text) in [
            ("9548000000", "95.48 亿元"),
            ("1500500000", "150,050 万元"),
            ("1500500050", "1,500,500,050 元"),
            ("2300000", "230 万元"),
            ("1234500", "123.45 万元"),
            ("1234567.89", "1,234,567.89 元"),
            ("25000", "2.5 万元"),
            ("52300", "52,300 元"),
            ("9999.50", "9,999.50 元"),
        ] {
            assert_eq!(short(sum.parse().unwrap()), text);
        }
    }
}

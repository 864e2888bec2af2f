//! Units of figures, and what becomes of them in sums and products. Months, items and rates are pure numbers: a rent of
//! so many yuan a month times 3 is yuan.

use std::collections::BTreeMap;
use std::fmt;

/// Powers of base units; empty for a pure number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit(BTreeMap<String, i8>);

/// Units without dimension.
const PURE: [&str; 4] = ["one", "month", "item", "times"];
/// Units with dimension. `date` is a day of the calendar, `day` a number of days.
const BASE: [&str; 6] = ["yuan", "person", "m3", "kwh", "day", "date"];

impl Unit {
    pub fn pure() -> Self {
        Self::default()
    }

    pub fn base(name: &str) -> Self {
        Self(BTreeMap::from([(name.to_owned(), 1)]))
    }

    /// Reads `yuan`, `yuan/m3`, `yuan/person/month`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut unit = Self::pure();
        for (index, part) in text.split('/').enumerate() {
            let factor = match part {
                pure if PURE.contains(&pure) => Self::pure(),
                base if BASE.contains(&base) => Self::base(base),
                _ => return None,
            };
            unit = if index == 0 { unit.times(&factor) } else { unit.per(&factor) };
        }
        Some(unit)
    }

    pub fn times(&self, other: &Self) -> Self {
        self.combine(other, 1)
    }

    pub fn per(&self, other: &Self) -> Self {
        self.combine(other, -1)
    }

    fn combine(&self, other: &Self, sign: i8) -> Self {
        let mut powers = self.0.clone();
        for (name, power) in &other.0 {
            *powers.entry(name.clone()).or_insert(0) += sign * power;
        }
        powers.retain(|_, power| *power != 0);
        Self(powers)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return out.write_str("one");
        }
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|(name, power)| if *power == 1 { name.clone() } else { format!("{name}^{power}") })
            .collect();
        out.write_str(&parts.join("·"))
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn products_cancel() {
        let volume = Unit::parse("m3").unwrap();
        let price = Unit::parse("yuan/m3").unwrap();
        assert_eq!(volume.times(&price), Unit::parse("yuan").unwrap());
        assert_eq!(Unit::parse("yuan/month"), Unit::parse("yuan"));
        assert_eq!(Unit::parse("furlong"), None);
        assert_eq!(Unit::parse("yuan").unwrap().times(&Unit::base("yuan")).to_string(), "yuan^2");
    }
}

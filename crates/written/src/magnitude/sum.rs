//! Digits and the words that count them, added up: 万 counts all before it, 百 what stands beside it, and the last digit of
//! 三百五 the next smaller place.

use super::{Token, Why};
use huiqi_core::decimal::{over, plus, times};
use rust_decimal::Decimal;

/// A power of ten.
pub fn power(exponent: u32) -> Decimal {
    (0..exponent.min(28)).fold(Decimal::ONE, |power, _| times(power, Decimal::TEN))
}

/// What is read so far.
struct Sum {
    /// What 万 and 亿 have counted.
    total: Decimal,
    /// What stands behind them.
    section: Decimal,
    /// Digits without a word yet: their number, how many, and whether they begin with 0.
    digits: Option<(Decimal, u32, bool)>,
    /// The power of the last word, and that of the last 万 or 亿.
    last: Option<u32>,
    last_big: Option<u32>,
    /// The last word in this section.
    in_section: Option<u32>,
}

/// The number, and what else may be meant: of `1亿2千` also 1亿2千万.
pub fn evaluate(tokens: &[Token]) -> Result<(Decimal, Option<Decimal>), Why> {
    let mut sum = Sum {
        total: Decimal::ZERO,
        section: Decimal::ZERO,
        digits: None,
        last: None,
        last_big: None,
        in_section: None,
    };
    if !tokens
        .iter()
        .any(|token| matches!(token, Token::Number { .. } | Token::Tens(_) | Token::Half | Token::Power(_)))
    {
        return Err(Why::NoNumber);
    }
    let is_bare = !tokens.iter().any(|token| !matches!(token, Token::Power(2..)));
    if is_bare {
        return Err(Why::NoNumber);
    }
    for token in tokens {
        sum.take(token)?;
    }
    let (number, other) = sum.finish()?;
    if number >= power(28) {
        return Err(Why::TooLarge);
    }
    Ok((number.normalize(), other.map(|number| number.normalize())))
}

impl Sum {
    fn take(&mut self, token: &Token) -> Result<(), Why> {
        match token {
            Token::Number { value, length, has_zero } if self.digits.is_none() => {
                if self.last.is_some() && !value.fract().is_zero() {
                    return Err(Why::NoNumber);
                }
                self.digits = Some((*value, *length, *has_zero));
            }
            Token::Power(exponent) if self.in_section.is_none_or(|last| *exponent < last) => {
                let digits = self.digits.take().map_or(Decimal::ONE, |(value, ..)| value);
                self.section = plus(self.section, times(digits, power(*exponent)));
                (self.last, self.in_section) = (Some(*exponent), Some(*exponent));
            }
            Token::Big(exponent) => self.big(*exponent)?,
            Token::Tens(tens) if self.digits.is_none() => {
                self.section = plus(self.section, (*tens).into());
                (self.last, self.in_section) = (Some(1), Some(1));
            }
            Token::Half => match (self.digits, self.last) {
                (None, Some(last)) => self.section = plus(self.section, over(power(last), Decimal::TWO)),
                (None, None) => self.digits = Some((Decimal::new(5, 1), 1, false)),
                (Some((value, ..)), None) => self.digits = Some((plus(value, Decimal::new(5, 1)), 1, false)),
                (Some(_), Some(_)) => return Err(Why::NoNumber),
            },
            Token::Number { .. } | Token::Power(_) | Token::Tens(_) | Token::Many => return Err(Why::NoNumber),
        }
        Ok(())
    }

    fn big(&mut self, exponent: u32) -> Result<(), Why> {
        let tail = match (self.digits.take(), self.in_section) {
            // 三百五万 is not said.
            (Some((_, _, false)), Some(2..)) => return Err(Why::NoNumber),
            (digits, _) => digits.map_or(Decimal::ZERO, |(value, ..)| value),
        };
        let counted = plus(self.section, tail);
        if counted.is_zero() {
            // 万亿, 万万.
            if self.last_big.is_none() || self.total.is_zero() {
                return Err(Why::NoNumber);
            }
            self.total = times(self.total, power(exponent));
        } else if self.last_big.is_none_or(|last| exponent < last) {
            self.total = plus(self.total, times(counted, power(exponent)));
        } else if self.last_big.is_some_and(|last| exponent > last) {
            self.total = times(plus(self.total, counted), power(exponent));
        } else {
            return Err(Why::NoNumber);
        }
        self.section = Decimal::ZERO;
        (self.last, self.last_big, self.in_section) = (Some(exponent), Some(exponent), None);
        Ok(())
    }

    fn finish(self) -> Result<(Decimal, Option<Decimal>), Why> {
        let whole = plus(self.total, self.section);
        match (self.digits, self.last) {
            (None, _) => {
                // 1亿2千 is said for 1亿2千万.
                let is_open = self.last_big == Some(8) && self.in_section == Some(3);
                Ok((whole, is_open.then(|| plus(self.total, times(self.section, power(4))))))
            }
            (Some((value, ..)), None) => Ok((value, None)),
            (Some((value, length, has_zero)), Some(last)) => {
                let plain = plus(whole, value);
                let next = || plus(whole, times(value, power(last.saturating_sub(length))));
                match () {
                    () if length > last => Err(Why::NoNumber),
                    () if has_zero || length == last => Ok((plain, None)),
                    // 三百五, 3万5: of the next smaller place.
                    () if length == 1 => Ok((next(), None)),
                    () => Ok((plain, Some(next()))),
                }
            }
        }
    }
}

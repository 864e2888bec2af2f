//! The tax that deductions save: T(I) − T(max(0, I − ΣD)), by class of taxpayer and year (inventory 1.1). Deductions of
//! several clauses share one income, so they are worked out together as well as each alone.

use super::standing::{Amount, Standing};
use crate::dataset::{TaxBrackets, TaxScheme};
use crate::decimal::{minus, plus, times};
use crate::rules::{Domain, Engine, Space, VarId};
use rust_decimal::{Decimal, RoundingStrategy};

/// Notes the effect of a clause's deduction, and the scheme's own questions where they matter.
pub fn note(scheme: &TaxScheme, space: &Space, standing: &mut Standing, effect: Amount) {
    if !effect.is_exact() {
        standing.touched.extend(space.open_among(&scheme.reads()).iter());
        standing.touched.sort_unstable();
        standing.touched.dedup();
    }
    standing.effect = Some(Box::new(effect));
}

/// The least and greatest effect of a deduction over the classes, years and incomes that a space leaves.
pub fn effect(scheme: &TaxScheme, engine: &mut Engine, deduction: Amount) -> Amount {
    beyond(scheme, engine, Amount::ZERO, deduction).rounded()
}

/// What a deduction saves beside others that are taken `before` it. The shares of deductions that are taken one after the
/// other add up to what all of them save together, to the fen.
pub fn share(scheme: &TaxScheme, engine: &mut Engine, before: Amount, deduction: Amount) -> Amount {
    if before == Amount::ZERO {
        return effect(scheme, engine, deduction);
    }
    let (whole, first) = (effect(scheme, engine, before.plus(deduction)), effect(scheme, engine, before));
    if first.is_exact() {
        return Amount { min: minus(whole.min, first.min), max: whole.max.map(|most| minus(most, first.min)) };
    }
    // The difference of two rounded amounts lies by less than a fen beside that of the amounts.
    let beyond = beyond(scheme, engine, before, deduction);
    let fen = |amount: Decimal, strategy| amount.round_dp_with_strategy(2, strategy);
    Amount {
        min: fen(beyond.min, RoundingStrategy::ToNegativeInfinity),
        max: beyond.max.map(|max| fen(max, RoundingStrategy::ToPositiveInfinity)),
    }
}

/// The effect of a deduction on what others leave of the income, not rounded.
fn beyond(scheme: &TaxScheme, engine: &mut Engine, before: Amount, deduction: Amount) -> Amount {
    let mut all: Option<Amount> = None;
    for (class, years) in (0..).zip(&scheme.brackets) {
        within(engine, scheme.class, class, &mut |engine| {
            for (year, brackets) in (0..).zip(years) {
                within(engine, scheme.year, year, &mut |engine| {
                    let Domain::Range(least, greatest) = engine.space().get(scheme.income) else { return };
                    let least = before.max.map_or(Decimal::ZERO, |before| minus(least, before).max(Decimal::ZERO));
                    let greatest = minus(greatest, before.min).max(Decimal::ZERO);
                    let low = extremes(brackets, deduction.min, (least, greatest)).0;
                    // A deduction past the income saves no more than the whole tax.
                    let most = deduction.max.unwrap_or(greatest).min(greatest);
                    let one = Amount { min: low, max: Some(extremes(brackets, most, (least, greatest)).1) };
                    all = Some(all.map_or(one, |all| all.hull(one)));
                });
            }
        });
    }
    all.unwrap_or(Amount::ZERO)
}

/// Works with one choice of a variable, where some completion makes it.
fn within(engine: &mut Engine, variable: VarId, choice: u32, work: &mut dyn FnMut(&mut Engine)) {
    let Domain::Choices(mask) = engine.space().get(variable) else { return };
    let one = 1_u32.checked_shl(choice).unwrap_or(0);
    if mask == one {
        work(engine);
    } else if mask & one != 0 && engine.admits(variable, Domain::Choices(one)) != Ok(false) {
        engine.narrowed(variable, Domain::Choices(one), work);
    }
}

/// The tax on an income.
pub fn tax(brackets: &TaxBrackets, income: Decimal) -> Decimal {
    match brackets.steps.last() {
        Some((last, _)) if income <= *last => {
            let mut below = Decimal::ZERO;
            let mut total = Decimal::ZERO;
            for (upto, rate) in &brackets.steps {
                let within = minus(income.min(*upto), below);
                if within <= Decimal::ZERO {
                    break;
                }
                total = plus(total, times(within, *rate));
                below = *upto;
            }
            total
        }
        _ => times(income.max(Decimal::ZERO), brackets.flat),
    }
}

fn saved(brackets: &TaxBrackets, income: Decimal, deduction: Decimal) -> Decimal {
    minus(tax(brackets, income), tax(brackets, minus(income, deduction).max(Decimal::ZERO)))
}

/// The effect over a range of incomes. Between the bounds of the brackets, and those bounds plus the deduction, it runs
/// straight; just past the last bound the whole income is taxed at the flat rate, so both sides of each are looked at.
fn extremes(brackets: &TaxBrackets, deduction: Decimal, (least, greatest): (Decimal, Decimal)) -> (Decimal, Decimal) {
    // Least of all that an open deduction may be: by far the most frequent one.
    if deduction.is_zero() {
        return (Decimal::ZERO, Decimal::ZERO);
    }
    let fen = Decimal::new(1, 2);
    let mut incomes = vec![least, greatest];
    let bounds = brackets.steps.iter().map(|(upto, _)| *upto).chain([Decimal::ZERO]);
    for bound in bounds.flat_map(|bound| [bound, plus(bound, deduction)]) {
        let below = bound.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::ToNegativeInfinity);
        incomes.extend([below, plus(below, fen)].map(|income| income.clamp(least, greatest)));
    }
    let effects = incomes.into_iter().map(|income| saved(brackets, income, deduction));
    effects.fold((Decimal::MAX, Decimal::ZERO), |(low, high), effect| (low.min(effect), high.max(effect)))
}

#[cfg(test)]
mod tests {
    use super::{extremes, saved};
    use crate::dataset::TaxBrackets;
    use rust_decimal::Decimal;

    /// Small low-profit firms in 2020 (facts 3.2).
    fn small_2020() -> TaxBrackets {
        TaxBrackets {
            steps: vec![(1_000_000.into(), Decimal::new(5, 2)), (3_000_000.into(), Decimal::new(10, 2))],
            flat: Decimal::new(25, 2),
        }
    }

    #[test]
    fn the_inventory_examples() {
        for (income, deduction, effect) in
            [(3_100_000, 200_000, 535_000), (1_050_000, 100_000, 7_500), (100_000, 1_050_000, 5_000)]
        {
            assert_eq!(saved(&small_2020(), income.into(), deduction.into()), Decimal::from(effect));
        }
    }

    #[test]
    fn ranges_hold_every_income_in_them() {
        let brackets = small_2020();
        for (least, greatest, deduction) in
            [(2_900_000, 3_400_000, 200_000), (0, 5_000_000, 1), (990_000, 1_120_000, 100_000)]
        {
            let (low, high) = extremes(&brackets, deduction.into(), (least.into(), greatest.into()));
            let all: Vec<Decimal> = (least..=greatest)
                .step_by(1_000)
                .map(|income| saved(&brackets, income.into(), deduction.into()))
                .collect();
            assert!(all.iter().all(|effect| low <= *effect && *effect <= high), "{low} {high}");
        }
    }
}

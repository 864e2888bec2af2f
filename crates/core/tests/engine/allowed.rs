//! The best allowed combination of the real dataset (design §3.7) against a naive one: all subsets of what is had are
//! listed, those that hold two clauses of one exclusion are struck out, the rest weighed; where the source leaves adding up
//! open both with and without that exclusion. What each clause alone is worth is taken from the engine; `cases` and the
//! second opinion see to that.

use super::support::{completion, date, partial, screener, Random};
use huiqi_core::dataset::{Exclusion, Item, Kind, Status};
use huiqi_core::profile::{Input, Profile};
use huiqi_core::rules::{Domain, Space, VariableKind};
use huiqi_core::screening::{Amount, Counted, Screening, TotalKind, Verdict};
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is counted as one, in one completion.
#[derive(Clone, Debug)]
struct Unit {
    item: Item,
    kind: Kind,
    status: Status,
    amount: Amount,
}

/// Stands for what has no bound: more than everything else together.
const ENDLESS: Decimal = Decimal::from_parts(0, 0, 1, false, 0);

/// What completions come to.
#[derive(Clone, Debug, Default)]
struct Outcome {
    /// By status and kind, and by status all cash.
    totals: BTreeMap<String, Amount>,
    /// Who is counted in some completion, and who is not in some.
    counted: BTreeMap<Item, (bool, bool)>,
    /// Who gives way to whom, in some completion.
    beaten: BTreeSet<(Item, Item)>,
    /// Most units of one exclusion that are had together.
    rivals: usize,
}

fn row(status: Status, kind: TotalKind) -> String {
    format!("{status:?} {kind:?}")
}

fn item_of(clause: usize) -> Item {
    let of = &screener().dataset().clauses[clause];
    of.reading.map_or(Item::Clause(u16::try_from(clause).unwrap()), |(group, _)| Item::Group(group))
}

fn exclude(one: &Unit, other: &Unit, all: bool) -> bool {
    // What hangs on an event can be had today, as what is in force.
    let day = |unit: &Unit| if unit.status == Status::OpenEvent { Status::InForce } else { unit.status };
    let together = |items: &[Item]| items.contains(&one.item) && items.contains(&other.item);
    let holds = |exclusion: &Exclusion| !(all && exclusion.open) && together(&exclusion.items);
    one.item != other.item && day(one) == day(other) && screener().dataset().exclusions.iter().any(holds)
}

/// What is had and totalled, in the order of clauses. The joint tax effect excludes nothing and is left out.
fn units(space: &Space, day: &str) -> Vec<Unit> {
    let dataset = screener().dataset();
    let mut units: Vec<Unit> = Vec::new();
    let mut readings: BTreeMap<u8, BTreeMap<u8, Amount>> = BTreeMap::new();
    for (clause, of) in dataset.clauses.iter().enumerate() {
        let alone = screener().judge(space.clone(), clause, date(day)).expect("a clause");
        assert_ne!(alone.verdict, Verdict::Undetermined, "{}: the profile is complete", of.id);
        let counts = alone.verdict == Verdict::Eligible && of.not_counted.is_none() && of.kind != Kind::TaxEffect;
        let Some(amount) = alone.amount.filter(|_| counts) else { continue };
        if let Some((group, reading)) = of.reading {
            // Within a reading the best row counts.
            let best = readings.entry(group).or_default().entry(reading).or_insert(Amount::ZERO);
            *best = Amount { min: best.min.max(amount.min), max: most(best.max, amount.max) };
        }
        if !units.iter().any(|unit| unit.item == item_of(clause)) {
            units.push(Unit { item: item_of(clause), kind: of.kind, status: alone.status, amount });
        }
    }
    for unit in &mut units {
        if let Item::Group(group) = unit.item {
            let all = (0..dataset.reading_groups[usize::from(group)].readings.len())
                .map(|reading| readings[&group].get(&u8::try_from(reading).unwrap()).copied().unwrap_or(Amount::ZERO));
            unit.amount = all.reduce(Amount::hull).expect("readings");
        }
    }
    units
}

fn most(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// One completion, over both ends of every amount that the source leaves open, and over what it leaves open to add up.
fn outcome(space: &Space, day: &str) -> Outcome {
    let units = units(space, day);
    stacked(&units, false).hull(&stacked(&units, true))
}

/// One completion where clauses whose adding up is open count by the best one, or all of them.
fn stacked(units: &[Unit], add_up: bool) -> Outcome {
    let mut all: Option<Outcome> = None;
    let is_range = |unit: &Unit| unit.amount.max != Some(unit.amount.min);
    let contested = |unit: &Unit| units.iter().any(|other| exclude(unit, other, add_up));
    let ranges: Vec<usize> = (0..units.len()).filter(|at| is_range(&units[*at]) && contested(&units[*at])).collect();
    for ends in 0..1_usize << ranges.len() {
        let high = |at: usize| ranges.iter().position(|range| *range == at).is_some_and(|bit| ends & (1 << bit) != 0);
        let top = |at: usize| units[at].amount.max.unwrap_or(ENDLESS);
        let worth: Vec<Decimal> =
            (0..units.len()).map(|at| if high(at) { top(at) } else { units[at].amount.min }).collect();
        let mut one = chosen(units, &worth, add_up);
        for unit in units.iter().filter(|unit| is_range(unit) && !contested(unit)) {
            // Ranges that compete with nothing add as they are.
            for kind in rows_of(unit.kind) {
                let sum = one.totals.get_mut(&row(unit.status, kind)).expect("added");
                sum.max = sum.max.zip(unit.amount.max).map(|(sum, max)| sum + max - unit.amount.min);
            }
        }
        all = Some(all.map_or_else(|| one.clone(), |all| all.hull(&one)));
    }
    all.expect("one way at least")
}

fn rows_of(kind: Kind) -> Vec<TotalKind> {
    if kind.is_cash() {
        vec![TotalKind::One(kind), TotalKind::Cash]
    } else {
        vec![TotalKind::One(kind)]
    }
}

/// The best subset, each unit for what it is worth; of equals the one with the earlier clause.
fn chosen(units: &[Unit], worth: &[Decimal], add_up: bool) -> Outcome {
    let exclude = |one: &Unit, other: &Unit| exclude(one, other, add_up);
    let tied: Vec<usize> =
        (0..units.len()).filter(|at| units.iter().any(|other| exclude(&units[*at], other))).collect();
    let mut best = None;
    for set in 0..1_usize << tied.len() {
        let taken: Vec<usize> =
            tied.iter().enumerate().filter(|(bit, _)| set & (1 << bit) != 0).map(|(_, at)| *at).collect();
        if taken.iter().any(|one| taken.iter().any(|other| exclude(&units[*one], &units[*other]))) {
            continue;
        }
        let sum: Decimal = taken.iter().map(|at| worth[*at]).sum();
        let order: Vec<bool> = tied.iter().map(|at| taken.contains(at)).collect();
        best = best.max(Some(((sum, order), taken)));
    }
    let (_, taken) = best.expect("the empty set is allowed");
    let mut outcome = Outcome::default();
    for (at, unit) in units.iter().enumerate() {
        let wins = taken.contains(&at) || !tied.contains(&at);
        outcome.counted.insert(unit.item, (wins, !wins));
        outcome.rivals = outcome.rivals.max(units.iter().filter(|other| exclude(unit, other)).count());
        for kind in rows_of(unit.kind).into_iter().filter(|_| wins) {
            let sum = outcome.totals.entry(row(unit.status, kind)).or_insert(Amount::ZERO);
            *sum = sum.plus(Amount { min: worth[at], max: (worth[at] < ENDLESS).then_some(worth[at]) });
        }
        for winner in taken.iter().filter(|winner| !wins && exclude(unit, &units[**winner])) {
            outcome.beaten.insert((unit.item, units[*winner].item));
        }
    }
    outcome
}

impl Outcome {
    fn hull(mut self, other: &Self) -> Self {
        let rows: BTreeSet<String> = self.totals.keys().chain(other.totals.keys()).cloned().collect();
        for row in rows {
            let of = |totals: &BTreeMap<String, Amount>| totals.get(&row).copied().unwrap_or(Amount::ZERO);
            let hull = of(&self.totals).hull(of(&other.totals));
            self.totals.insert(row, hull);
        }
        let items: BTreeSet<Item> = self.counted.keys().chain(other.counted.keys()).copied().collect();
        for item in items {
            let of = |counted: &BTreeMap<Item, (bool, bool)>| counted.get(&item).copied().unwrap_or((false, true));
            let (own, other) = (of(&self.counted), of(&other.counted));
            self.counted.insert(item, (own.0 || other.0, own.1 || other.1));
        }
        self.beaten.extend(&other.beaten);
        self.rivals = self.rivals.max(other.rivals);
        self
    }
}

/// Answers of the cases, with the day of each, and the rest of the answers at random.
fn bases(random: &mut Random, count: usize) -> Vec<(Space, String)> {
    let dataset = screener().dataset();
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases")).expect("cases");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    let read = |file| serde_json::from_str::<Vec<Value>>(&std::fs::read_to_string(file).expect("text")).expect("cases");
    // Those of the policies with exclusions.
    let named = |case: &Value| {
        let mut ids = case["expect"].as_object().into_iter().flatten().map(|(id, _)| id.as_str());
        ids.any(|id| ["P11", "P12", "P13", "P14", "D1"].iter().any(|policy| id.starts_with(policy)))
    };
    let cases: Vec<Value> = files.into_iter().flat_map(read).filter(named).collect();
    let base = |random: &mut Random| {
        let case = random.pick(&cases).clone();
        let mut whole = partial(dataset, random, 0);
        let input: Input = serde_json::from_value(case["profile"].clone()).expect("answers");
        let (known, _) = Profile::read(dataset, &input);
        for question in 0..dataset.questions.len() {
            // Every award is asked by the same few questions, of which cases give one answer each.
            if known.get(question).is_some() && !(case["expect"].to_string().contains("D1-") && random.chance(50)) {
                whole.set(question, known.get(question).cloned());
            }
        }
        let whole = completion(&dataset.rules, &whole.space(dataset), random);
        (whole, case["reference_date"].as_str().unwrap_or("2020-07-15").to_owned())
    };
    (0..count).map(|_| base(random)).collect()
}

/// Opens some of the choices on which what excludes each other depends, and lists every completion.
fn opened(space: &Space, random: &mut Random, most: usize) -> (Space, Vec<Space>) {
    let dataset = screener().dataset();
    let exclusions: Vec<_> = dataset.exclusions.iter().filter(|exclusion| !exclusion.items.is_empty()).collect();
    let exclusion = *random.pick(&exclusions);
    let of = (0..dataset.clauses.len()).filter(|clause| exclusion.items.contains(&item_of(*clause)));
    let mut needed: Vec<_> = of.flat_map(|clause| screener().depends(clause).expect("a clause").iter()).collect();
    let (mut open, mut completions) = (space.clone(), vec![space.clone()]);
    while !needed.is_empty() {
        let variable = needed.swap_remove(random.below(needed.len()));
        needed.retain(|other| *other != variable);
        let VariableKind::Choice(values) = dataset.rules.variables[usize::from(variable)].kind else { continue };
        if completions.len() * usize::from(values) > most {
            continue;
        }
        open.set(variable, Domain::Choices((1 << values) - 1));
        let each = |whole: Space| {
            (0..values).map(move |bit| {
                let mut whole = whole.clone();
                whole.set(variable, Domain::Choices(1 << bit));
                whole
            })
        };
        completions = completions.into_iter().flat_map(each).collect();
    }
    (open, completions)
}

/// Holds the engine against all completions; how many rivals were had together, whether some result was open, and how many
/// rows of the totals are marked as wide.
fn compare(open: &Space, completions: &[Space], day: &str) -> (usize, bool, usize) {
    let dataset = screener().dataset();
    let found: Screening = screener().settle(open, date(day));
    let expected = completions.iter().map(|space| outcome(space, day)).reduce(|all, one| all.hull(&one)).expect("some");
    let mut wide = 0;
    for total in found.totals.iter().filter(|total| total.kind != TotalKind::One(Kind::TaxEffect)) {
        let wanted = expected.totals.get(&row(total.status, total.kind)).copied().unwrap_or(Amount::ZERO);
        wide += usize::from(!total.tight);
        if total.tight {
            assert_eq!(total.amount, wanted, "{:?} {:?} on {day}", total.status, total.kind);
        } else {
            assert!(wanted.within(total.amount), "{:?} {:?} on {day}: {wanted:?}", total.status, total.kind);
        }
    }
    let counted = |item: Item| expected.counted.get(&item).copied().unwrap_or((false, true));
    for (clause, (of, result)) in dataset.clauses.iter().zip(&found.clauses).enumerate() {
        // Of a group the best row counts, and of tax effects all together.
        if of.reading.is_some() || matches!(of.kind, Kind::TaxEffect | Kind::Right) || of.not_counted.is_some() {
            continue;
        }
        let told = (result.counted != Counted::No, result.counted != Counted::Yes);
        assert_eq!(told, counted(item_of(clause)), "{} on {day}", of.id);
    }
    let pairs: BTreeSet<(Item, Item)> =
        found.excluded.iter().map(|one| (item_of(one.clause), item_of(one.because_of))).collect();
    let wanted: BTreeSet<_> = expected.beaten.iter().copied().filter(|(loser, _)| !counted(*loser).0).collect();
    assert_eq!(pairs, wanted, "who gives way to whom on {day}");
    (expected.rivals, expected.counted.values().any(|(can, cannot)| *can && *cannot), wide)
}

fn run(profiles: usize, most: usize, seed: u64) {
    let mut random = Random(seed);
    let (mut contested, mut three, mut three_open, mut wide, mut completed) = (0, 0, 0, 0, 0);
    for (space, day) in bases(&mut random, profiles) {
        let (open, completions) = opened(&space, &mut random, most);
        completed += completions.len();
        let (rivals, is_open, loose) = compare(&open, &completions, &day);
        contested += usize::from(rivals > 0);
        three += usize::from(rivals > 1);
        three_open += usize::from(rivals > 1 && is_open);
        wide += loose;
    }
    println!(
        "{profiles} profiles, {completed} completions: rivals had together in {contested}, three or more in {three}, \
         and there left open who counts in {three_open}; {wide} totals marked as wide"
    );
    assert!(contested * 4 > profiles && three * 8 > profiles && three_open * 16 > profiles);
}

#[test]
fn every_subset_of_the_real_dataset_says_the_same() {
    run(50, 16, 37);
}

#[test]
#[ignore = "minutes; `scripts/prove combination`"]
fn the_whole_of_it() {
    let profiles = std::env::var("HUIQI_PROFILES").ok().map_or(2_000, |text| text.parse().expect("a number"));
    run(profiles, 128, 41);
}

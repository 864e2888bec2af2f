//! The 申报清单: what may be had, by office. Printed from here; other forms are made from the same rows.

use super::super::text::{self, frame, outcome, take};
use super::super::total;
use super::super::view::Screened;
use huiqi_core::dataset::{Kind, Strength};
use huiqi_core::date::Date;
use huiqi_core::screening::{Amount, Verdict};
use yew::prelude::*;

/// A clause that may be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Id of the clause.
    pub id: String,
    /// Its short name.
    pub title: String,
    /// Id and name of the policy.
    pub policy: String,
    /// Official titles and number.
    pub document: String,
    /// Document number.
    pub number: String,
    /// 符合 or 待补充.
    pub verdict: &'static str,
    /// What it is worth.
    pub kind: Kind,
    /// How much.
    pub amount: Option<Amount>,
    /// How the amount comes about.
    pub formula: Vec<String>,
    /// When, in words with the status.
    pub period: String,
    /// The last day on which something has to be done.
    pub deadline: Option<Date>,
    /// Offices.
    pub office: String,
}

/// The whole sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Which list.
    pub list: String,
    /// Dataset version.
    pub version: String,
    /// The reference date.
    pub reference_date: Date,
    /// Totals in words.
    pub totals: Vec<String>,
    /// What may be had, in the order of the list.
    pub items: Vec<Item>,
}

impl Sheet {
    /// Makes the sheet.
    pub fn new(of: &Screened) -> Self {
        let dataset = of.screener.dataset();
        Self {
            list: format!("{}《{}》", dataset.publisher, dataset.title),
            version: dataset.version.clone(),
            reference_date: of.state.reference_date,
            totals: total::cash(of)
                .into_iter()
                .map(|(status, amount)| format!("{}：{}", total::name(status), text::money(amount)))
                .collect(),
            items: (0..dataset.clauses.len()).filter_map(|index| item(of, index)).collect(),
        }
    }

    /// Offices in the order in which they first occur, each with its rows.
    pub fn by_office(&self) -> Vec<(&str, Vec<&Item>)> {
        let mut offices: Vec<(&str, Vec<&Item>)> = Vec::new();
        for item in &self.items {
            match offices.iter_mut().find(|(office, _)| *office == item.office) {
                Some((_, items)) => items.push(item),
                None => offices.push((&item.office, vec![item])),
            }
        }
        offices
    }
}

fn item(of: &Screened, index: usize) -> Option<Item> {
    let dataset = of.screener.dataset();
    let (clause, result) = (dataset.clauses.get(index)?, of.screening.clauses.get(index)?);
    let verdict = match result.verdict {
        Verdict::Eligible => text::card::HOLDS,
        Verdict::Undetermined => text::card::OPEN,
        Verdict::Ineligible => return None,
    };
    if matches!(clause.strength, Strength::Obligation | Strength::Supported | Strength::Encouraged) {
        return None;
    }
    let policy = dataset.policies.get(usize::from(clause.policy))?;
    let offices: Vec<&str> = clause
        .agencies
        .iter()
        .filter_map(|agency| dataset.agencies.get(usize::from(*agency)))
        .map(|agency| agency.name.as_str())
        .collect();
    let formula = if result.verdict == Verdict::Eligible {
        of.screener.explain(&of.state.profile, index).formula
    } else {
        Vec::new()
    };
    Some(Item {
        id: clause.id.clone(),
        title: clause.title.clone(),
        policy: format!("{} {}", policy.id, policy.title),
        document: policy.document.clone(),
        number: policy.number.clone(),
        verdict,
        kind: clause.kind,
        amount: result.amount.filter(|_| result.verdict == Verdict::Eligible),
        formula,
        period: format!("{}：{}", text::status(result.status), text::period(dataset, &clause.period)),
        deadline: clause.period.apply_until.or(clause.period.until),
        office: offices.join("、"),
    })
}

/// The printed sheet; the screen's own style hides it.
pub fn print(of: &Screened) -> Html {
    let sheet = Sheet::new(of);
    let row = |item: &Item| {
        let amount = item.amount.map_or_else(|| text::card::AMOUNT_OPEN.to_owned(), text::money);
        let amount = if item.kind == Kind::Right { text::card::RIGHT.to_owned() } else { amount };
        html! {
            <tr>
                <td>
                    <p>{ format!("{}（{}）", item.title, item.verdict) }</p>
                    <p class="quiet">{ &item.period }</p>
                    { for item.formula.iter().map(|line| html! { <p class="quiet">{ line }</p> }) }
                </td>
                <td>{ format!("{} {amount}", text::kind(item.kind)) }</td>
                <td>{ format!("{} {} {}", item.policy, item.number, text::card::clause(&item.id)) }</td>
            </tr>
        }
    };
    html! {
        <div class="sheet" data-sheet="true">
            <h1>{ take::SHEET }</h1>
            <p>{ &sheet.list }</p>
            <p>{ frame::footer(&sheet.version, &sheet.reference_date.to_string()) }</p>
            <h2>{ outcome::TOTALS }</h2>
            <ul>{ for sheet.totals.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            { for sheet.by_office().into_iter().map(|(office, items)| html! {
                <section class="sheet-office">
                    <h2>{ office }</h2>
                    <table>
                        <thead><tr><th scope="col">{ take::ITEM }</th><th scope="col">{ take::AMOUNT }</th><th scope="col">{ take::SOURCE }</th></tr></thead>
                        <tbody>{ for items.into_iter().map(row) }</tbody>
                    </table>
                </section>
            }) }
            <p>{ text::DISCLAIMER }</p>
        </div>
    }
}

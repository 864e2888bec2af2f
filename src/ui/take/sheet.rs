//! The 申报清单: what may be had, by office. Printed from here; other forms are made from the same rows.

use super::super::tag::{tag, Tag};
use super::super::text::{self, frame, outcome, take};
use super::super::total;
use super::super::view::Screened;
use huiqi_core::dataset::{Kind, Status, Strength};
use huiqi_core::date::Date;
use huiqi_core::screening::{Amount, Verdict};

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
    /// What may be had: what runs at the reference date first and what is over last, each in the order of the list.
    pub items: Vec<Item>,
}

impl Sheet {
    /// Makes the sheet.
    pub fn new(of: &Screened) -> Self {
        let dataset = of.screener.dataset();
        let mut items = Vec::new();
        for status in Status::ALL {
            (0..dataset.clauses.len()).for_each(|index| items.extend(item(of, status, index)));
        }
        Self {
            list: [&dataset.publisher, "《", &dataset.title, "》"].concat(),
            version: dataset.version.clone(),
            reference_date: of.state.reference_date,
            totals: total::cash(of)
                .into_iter()
                .map(|(status, amount)| [total::name(status), "：", &text::money(amount)].concat())
                .collect(),
            items,
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

/// A clause's row, where it may be had and has this status.
fn item(of: &Screened, status: Status, index: usize) -> Option<Item> {
    let dataset = of.screener.dataset();
    let (clause, result) =
        (dataset.clauses.get(index)?, of.screening.clauses.get(index).filter(|result| result.status == status)?);
    let verdict = match result.verdict {
        Verdict::Eligible => text::card::HOLDS,
        Verdict::Undetermined => text::card::OPEN,
        Verdict::Ineligible => return None,
    };
    if matches!(clause.strength, Strength::Obligation | Strength::Supported | Strength::Encouraged) {
        return None;
    }
    let policy = dataset.policies.get(usize::from(clause.policy))?;
    let formula = if result.verdict == Verdict::Eligible {
        of.screener.explain(&of.state.profile, index).formula
    } else {
        Vec::new()
    };
    let last_day = clause.period.last_day(&dataset.events, &clause.later);
    let later_end =
        clause.period.extension(&clause.later).and_then(|later| later.until).map(take::later_end).unwrap_or_default();
    Some(Item {
        id: clause.id.clone(),
        title: clause.title.clone(),
        policy: [&policy.id, " ", &policy.title].concat(),
        document: policy.document.clone(),
        number: policy.number.clone(),
        verdict,
        kind: clause.kind,
        amount: result.amount.filter(|_| result.verdict == Verdict::Eligible),
        formula,
        period: [status.name(), "：", &text::period(dataset, &clause.period), &later_end].concat(),
        deadline: clause.period.apply_until.or(last_day),
        office: text::offices(dataset, clause),
    })
}

/// The printed sheet; the screen's own style hides it.
pub fn print(of: &Screened) -> Tag {
    let sheet = Sheet::new(of);
    let offices = sheet.by_office();
    tag("div.sheet[data-sheet=true]")
        .with(tag("h1").text(take::SHEET))
        .with(tag("p").text(&sheet.list))
        .with(tag("p").text(&frame::footer(&sheet.version, &sheet.reference_date.to_string()).concat()))
        .with(tag("h2").text(outcome::TOTALS))
        .with(tag("ul").each(sheet.totals.iter().map(|line| tag("li").text(line))))
        .each(offices.iter().map(|(office, items)| of_office(office, items)))
        .with(tag("p").text(text::DISCLAIMER))
}

fn of_office(office: &str, items: &[&Item]) -> Tag {
    let heads = [take::ITEM, take::AMOUNT, take::SOURCE].map(|head| tag("th[scope=col]").text(head));
    let table = tag("table")
        .with(tag("thead").with(tag("tr").each(heads)))
        .with(tag("tbody").each(items.iter().map(|item| row(item))));
    tag("section.sheet-office").with(tag("h2").text(office)).with(table)
}

fn row(item: &Item) -> Tag {
    let amount = match (item.kind, item.amount) {
        (Kind::Right, _) => text::card::RIGHT.to_owned(),
        (_, Some(amount)) => text::money(amount),
        (_, None) => text::card::AMOUNT_OPEN.to_owned(),
    };
    let what = tag("td")
        .with(tag("p").text(&[&item.title, "（", item.verdict, "）"].concat()))
        .with(tag("p.quiet").text(&item.period))
        .each(item.formula.iter().map(|line| tag("p.quiet").text(line)));
    let source = [&item.policy, " ", &item.number, " ", &text::card::clause(&item.id)].concat();
    tag("tr")
        .with(what)
        .with(tag("td").with(tag("p").text(item.kind.name())).with(tag("p.whole").text(&amount)))
        .with(tag("td").text(&source))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;
    use crate::ui::view::View;
    use huiqi_core::session::resume;
    use std::rc::Rc;
    use yew::Callback;

    /// A ministry's document names no office, and the sheet has its rows by office.
    #[test]
    fn what_no_office_is_named_for_says_so() {
        let screener = Rc::new(data::screener());
        let maker = "s=1&a=industry-industry~manufacturing-1~d3_services-lifecycle";
        let state = Rc::new(resume(&screener, "2020-07-15".parse().unwrap(), Some(maker), None));
        let sheet = Sheet::new(&View { screener, state, act: Callback::noop() }.screened().unwrap());
        let of = sheet.items.iter().find(|item| item.id == "D3-18a").unwrap();
        assert_eq!((of.verdict, of.office.as_str()), (text::card::HOLDS, "清单未写经办机关"));
        assert!(sheet.by_office().iter().all(|(office, _)| !office.is_empty()));
    }
}

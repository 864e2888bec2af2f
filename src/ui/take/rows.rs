//! What is taken along, item by item: files and copies are made from the same rows as the sheet.

use crate::ui::text;
use crate::ui::view::View;
use huiqi_core::date::Date;
use huiqi_core::decimal::to_fen;
use huiqi_visit::queries::{self, Money, Opened, Sort, Word, Worth};

/// An item.
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The verdict's word.
    pub word: Word,
    /// What it is: cash by the kind of its clause, 税前扣除, 缓缴.
    pub kind: &'static str,
    /// What it is worth, as far as there are figures.
    pub worth: Worth,
    /// The same in words.
    pub said: String,
    /// When, in words.
    pub period: String,
    /// A last day that is still to come.
    pub deadline: Option<Date>,
    /// Clause, document and its number.
    pub source: [String; 3],
}

/// Rows by office, in the order of the sheet's pages.
pub fn by_office(view: &View) -> Vec<(String, Vec<Row>)> {
    let sheet = queries::sheet(&view.screener, &view.state);
    let page = |page: &queries::Page| {
        (super::super::sheet::office(view, page), page.items.iter().filter_map(|of| row(view, of)).collect())
    };
    sheet.pages.iter().map(page).collect()
}

fn row(view: &View, of: &Opened) -> Option<Row> {
    let item = view.item(of.row.item)?;
    let (clause, policy) = view.clause(of.row.clause)?;
    let (sort, worth) = match of.row.money {
        Money::Figure(sort, worth) => (Some(sort), worth),
        Money::Words(sort) | Money::Nothing(sort) => (Some(sort), Worth::default()),
        Money::Right => (None, Worth::default()),
    };
    let kind = match sort {
        Some(Sort::Tax) => "税前扣除",
        Some(Sort::Deferral) => "缓缴",
        Some(Sort::Cash) => clause.kind.name(),
        None => "权利和服务",
    };
    let day = of.row.deadline.apply_until.or(of.row.deadline.later).or(of.row.deadline.until);
    let running = matches!(of.row.word, Word::Can | Word::Ask);
    Some(Row {
        id: item.id(view.dataset()).to_owned(),
        name: item.name.clone(),
        word: of.row.word,
        kind,
        worth,
        said: crate::ui::shortlist::worth(view, &of.row),
        period: text::deadline(view.dataset(), &of.row.deadline),
        deadline: day.filter(|day| running && *day >= view.state.reference_date()),
        source: [clause.id.clone(), policy.document.clone(), policy.number.clone()],
    })
}

/// A figure for a cell; empty where there is none.
pub fn cell(of: Option<rust_decimal::Decimal>) -> String {
    of.map(|sum| to_fen(sum).to_string()).unwrap_or_default()
}

/// What stands over every file: which list, in which mode, of which day.
pub fn head(view: &View) -> [String; 4] {
    let dataset = view.dataset();
    [
        text::sheet::title(view.mode(), view.year()),
        [&dataset.publisher, "《", &dataset.title, "》"].concat(),
        [
            "数据版本 ",
            &dataset.version,
            "，",
            &text::frame::judged(view.mode(), view.year(), &text::day(view.state.reference_date())),
        ]
        .concat(),
        text::DISCLAIMER.to_owned(),
    ]
}

//! 核查单 or 申报清单: a page an office, as it is printed.

use super::part::button;
use super::tag::{tag, Tag};
use super::take::Take;
use super::text::{self, sheet as words};
use super::view::{View, ViewProps};
use crate::browser;
use huiqi_visit::queries::{self, Opened, Page, Sentence, Sheet};
use huiqi_visit::{Action, Place};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// 清单.
pub fn sheet(view: &View) -> Html {
    let of = queries::sheet(&view.screener, &view.state);
    let offices: Vec<String> = of.pages.iter().map(|page| office(view, page)).collect();
    let leaves = leaves(&of);
    let all = leaves.len();
    let jump = |(at, leaf): (usize, &Leaf)| {
        let there = format!("page-{}", at + 1);
        let office = offices.get(leaf.page).filter(|_| leaf.from == 0)?;
        Some(button(
            "pill",
            "jump",
            &words::jump(at + 1, office),
            Callback::from(move |_: MouseEvent| browser::focus(&there)),
        ))
    };
    let print = if browser::is_sandboxed() {
        tag("p.note.note-ask.small").text(words::NO_PRINT)
    } else {
        button("btn", "print", words::PRINT, Callback::from(|_: MouseEvent| browser::print_soon()))
    };
    let bar = tag("div.bar")
        .with(button("link", "to-outcome", words::BACK, view.on(Action::Open(Place::Outcome))))
        .with(tag("h1[id=screen-title][tabindex=-1]").text(&words::heading(view.mode(), all)))
        .with(tag("p.gap1").text(if all == 0 { words::EMPTY } else { words::HELP }))
        .with_some((all > 0).then(|| tag("div.acts.gap2").with(print)))
        .with_some((all > 1).then(|| tag("div.words.gap1").each(leaves.iter().enumerate().filter_map(jump))));
    let pages = (0..).zip(&leaves).filter_map(|(at, leaf)| page(view, &of, (at, all), leaf, offices.get(leaf.page)?));
    let take = VComp::new::<Take>(Rc::new(ViewProps { view: view.clone() }), Some("take".into()));
    tag("main.page.page-sheet[data-screen=sheet]")
        .with(bar)
        .with(tag("div.sheets").each(pages))
        .with(tag("div.bar.gap3").node(take.into()))
        .into()
}

/// The office of a page by its whole name: an officer reads it.
pub fn office(view: &View, page: &Page) -> String {
    let office = page.office.and_then(|office| view.dataset().agencies.get(usize::from(office)));
    office.map_or_else(|| words::NO_OFFICE.to_owned(), |office| office.name.clone())
}

/// A leaf of paper: items of one office from a place on.
struct Leaf {
    page: usize,
    from: usize,
}

/// So many items fit on a leaf.
const ON_A_LEAF: usize = 2;

/// The leaves, so that “page n of m” is true on paper.
fn leaves(of: &Sheet) -> Vec<Leaf> {
    let of_page =
        |(page, of): (usize, &Page)| (0..of.items.len()).step_by(ON_A_LEAF).map(move |from| Leaf { page, from });
    of.pages.iter().enumerate().flat_map(of_page).collect()
}

fn page(view: &View, of: &Sheet, (at, all): (usize, usize), leaf: &Leaf, office: &str) -> Option<Tag> {
    let page = of.pages.get(leaf.page)?;
    let dataset = view.dataset();
    let id = format!("page-{}", at + 1);
    let made = words::made(&text::day(view.state.today));
    let top = tag("div.a4-top")
        .with(tag("h2[tabindex=-1]").set("id", &id).text(&words::title(view.mode(), view.year())))
        .with(tag("p").text(&made));
    let (had, ask) = (text::sum(&page.had), text::sum(&page.ask));
    let count = words::items(page.items.len(), had.as_deref(), ask.as_deref());
    let to = tag("p.a4-to").with(tag("b").text(&words::to(office))).with(tag("span").text(&count));
    let items = (1..).zip(page.items.iter().zip(&page.answers)).skip(leaf.from).take(ON_A_LEAF);
    let items = items.filter_map(|(number, (item, said))| one(view, number, item, said));
    let foot = tag("div.a4-page")
        .with(tag("p").text(&format!(
            "依据{}《{}》（{}），数据版本 {}。{}{}",
            dataset.publisher,
            dataset.title,
            dataset.published,
            dataset.version,
            words::BY_HAND,
            text::DISCLAIMER
        )))
        .with(tag("b").text(&words::page(at + 1, all)));
    let title = |words: &str, beside: &str| tag("h3").with(tag("span").text(words)).with(tag("small").text(beside));
    Some(
        tag("section.a4")
            .key(&id)
            .set("aria-label", &[office, " ", &words::page(at + 1, all)].concat())
            .set("data-office", office)
            .with(top)
            .with(to)
            .with(title(words::FIRM, words::SELF))
            .with(firm(view, &of.firm))
            .with(title(words::CHECK, ""))
            .each(items)
            .with(papers(view, page))
            .with(sign())
            .with(foot),
    )
}

fn cells(pairs: &[(String, String)]) -> Tag {
    let row = |pair: &[(String, String)]| {
        let cells = pair.iter().flat_map(|(name, value)| [tag("th[scope=row]").text(name), tag("td").text(value)]);
        tag("tr").each(cells)
    };
    tag("tbody").each(pairs.chunks(2).map(row))
}

/// Who the firm is; its name and code are written by hand.
fn firm(view: &View, said: &[Sentence]) -> Tag {
    let blank = |name: &str| (name.to_owned(), String::new());
    let mut pairs = vec![blank(words::NAME), blank(words::CODE)];
    pairs.extend(said.iter().filter_map(|of| answered(view, of)));
    tag("table.a4-pairs").with(cells(&pairs))
}

fn answered(view: &View, of: &Sentence) -> Option<(String, String)> {
    let question = of.part.field.asked(view.dataset())?;
    Some((question.label.clone(), text::answer_of(question, of.part, &of.answer)))
}

/// An item with its clause, what was answered, how the figure comes about, and what the officer fills in.
fn one(view: &View, number: usize, of: &Opened, said: &[Sentence]) -> Option<Tag> {
    let item = view.item(of.row.item)?;
    let (clause, policy) = view.clause(of.row.clause)?;
    let said: Vec<String> =
        said.iter().filter_map(|of| answered(view, of)).map(|(name, answer)| [&name, " ", &answer].concat()).collect();
    let formula: Vec<&str> = of.readings.iter().flat_map(|of| &of.lines).map(String::as_str).collect();
    let later: Vec<&str> =
        of.later.iter().map(|(text, _)| text.as_str()).chain(of.notes.iter().map(String::as_str)).take(1).collect();
    let row = |name: &'static str, text: &str| {
        (!text.is_empty()).then(|| tag("tr").with(tag("th[scope=row]").text(name)).with(tag("td").text(text)))
    };
    let number_of = if policy.number.is_empty() { super::text::card::NO_NUMBER } else { &policy.number };
    let body = tag("tbody")
        .with_some(row(words::CLAUSE, &words::clause(&clause.text, &clause.id)))
        .with_some(row(words::DOCUMENT, &[&policy.document, " ", number_of].concat()))
        .with_some(row(words::SAID, &said.join("；")))
        .with_some(row(words::FORMULA, &formula.join("；")))
        .with_some(row(words::PERIOD, &text::deadline(view.dataset(), &of.row.deadline)))
        .with_some(row(words::NOTE, &later.join("；")))
        .with_some(row(words::OPEN, &item.ask))
        .with(officer());
    let head = tag("header")
        .with(tag("h4").text(&super::text::ask::numbered(number, &item.name)))
        .with(tag("b").text(&["（", text::word(of.row.word), "）", &super::shortlist::worth(view, &of.row)].concat()));
    let table = tag("table").with(body);
    Some(tag("section.a4-item").key(&clause.id).set("data-item", item.id(view.dataset())).with(head).with(table))
}

fn box_() -> Tag {
    tag("span.box[aria-hidden=true]")
}

/// Boxes for the officer.
fn officer() -> Tag {
    let option = |(at, words): (usize, &'static str)| {
        let blank = (at == 1).then(|| tag("span").with(tag("span.blank")).with(tag("span").text(" 元")));
        tag("span.a4-option").with(box_()).with(tag("span").text(words)).with_some(blank)
    };
    let reason = tag("div").with(tag("span").text(words::REASON)).with(tag("span.blank.blank-long"));
    let cell = tag("td").with(tag("div").each(words::OPTIONS.into_iter().enumerate().map(option))).with(reason);
    tag("tr.a4-check").with(tag("th[scope=row]").text(words::OFFICE)).with(cell)
}

/// What to bring: what the clauses ask for, else what was looked at.
fn papers(view: &View, page: &Page) -> Tag {
    let mut named: Vec<&str> = Vec::new();
    for item in page.items.iter().filter_map(|of| view.item(of.row.item)) {
        item.documents
            .iter()
            .map(String::as_str)
            .filter(|paper| !named.contains(paper))
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|paper| named.push(paper));
    }
    let beside = if named.is_empty() { words::PAPERS_NONE } else { words::PAPERS_NAMED };
    named.extend([words::LICENCE, words::FIGURES]);
    let title = tag("h3").with(tag("span").text(words::PAPERS)).with(tag("small").text(beside));
    let one = |paper: &str| tag("li").with(box_()).with(tag("span").text(paper));
    tag("div").with(title).with(tag("ul.a4-papers").each(named.into_iter().map(one)))
}

fn sign() -> Tag {
    let cells = words::SIGN.map(|name| [tag("th[scope=row]").text(name), tag("td").text("")]);
    tag("table.a4-pairs.a4-sign.gap1").with(tag("tbody").with(tag("tr").each(cells.into_iter().flatten())))
}

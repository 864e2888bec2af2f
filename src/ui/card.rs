//! A thing to do: the card, and everything behind it.

use super::ask::ask;
use super::part::{act, alternatives, button, conditions, fold, Act, Sign, Worth};
use super::shortlist::worth;
use super::tag::{tag, Tag};
use super::text::{self, card as words};
use super::view::View;
use crate::browser;
use huiqi_core::dataset::Nature;
use huiqi_visit::queries::{self, Alternative, Ask, Card, Explained, Money, Opened, Row, Word};
use huiqi_visit::Action;
use yew::prelude::*;

/// Figures that stand open on a card; the others are a tap away.
const FIRST: usize = 2;

/// The card of an item.
pub fn card(view: &View, of: &Card) -> Option<Tag> {
    let row = &of.row;
    let item = view.item(row.item)?;
    let dataset = view.dataset();
    let id = item.id(dataset);
    let opened = if of.open { queries::opened(&view.screener, &view.state, row.item) } else { None };
    let open = opened.is_some();
    let opener =
        button("opener", "toggle", if open { words::CLOSE } else { words::OPEN }, view.on(Action::Toggle(row.item)));
    let opener = opener.says("aria-expanded", open).set("aria-describedby", &["act-", id].concat());
    let said = worth(view, row);
    let calc = match (&of.formula, of.pick_one) {
        (Some(formula), _) => formula.clone(),
        (None, 0) => String::new(),
        (None, count) => words::pick_one(count),
    };
    let figures = if open { &[] } else { of.figures.as_slice() };
    Some(act(Act {
        id,
        number: of.number,
        name: &item.name,
        word: row.word,
        verdict: text::word(row.word),
        worth: match row.money {
            Money::Figure(..) => Worth::Sum(&said),
            Money::Right | Money::Nothing(_) | Money::Words(_) => Worth::Words(&said),
        },
        calc: &calc,
        rows: &rows(view, of),
        money: money(view, figures),
        opener: opener.key("opener"),
        inside: opened.map(|opened| inside(view, &opened)),
    }))
}

/// 期限, 去哪, 为什么, 怎么办: never missing.
fn rows(view: &View, of: &Card) -> [(&'static str, String); 4] {
    let dataset = view.dataset();
    let item = view.item(of.row.item);
    let offices = item.map_or(&[][..], |item| item.agencies.as_slice());
    let mut why = of.why.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("；");
    if of.row.word == Word::Ask || why.is_empty() {
        let counted = words::conditions(of.conditions);
        why = if why.is_empty() { counted } else { [&counted, "：", &why].concat() };
    }
    let how = match of.row.word {
        Word::Ask => item.map(|item| words::quoted(&item.ask)),
        Word::Can | Word::ThatYear | Word::Ended | Word::Unasked | Word::Refused => item.map(|item| item.check.clone()),
    };
    [
        (words::PERIOD, text::deadline(dataset, &of.row.deadline)),
        (words::OFFICE, text::offices(dataset, offices)),
        (words::WHY, why),
        (words::how(view.mode(), of.row.word), how.unwrap_or_default()),
    ]
}

/// Figures to tap or type; another's are only shown.
fn money(view: &View, figures: &[Ask]) -> Option<Tag> {
    let shown = !figures.is_empty() && !view.state.is_shared();
    let (first, rest) = figures.split_at(figures.len().min(FIRST));
    let asks = |figures: &[Ask]| figures.iter().filter_map(|figure| ask(view, figure, None)).collect::<Vec<_>>();
    shown.then(|| {
        let rest =
            (!rest.is_empty()).then(|| fold(words::MORE, &words::figures(rest.len()), tag("div").each(asks(rest))));
        tag("div.act-money").key("money").each(asks(first)).with_some(rest)
    })
}

/// Everything behind a card.
pub fn inside(view: &View, of: &Opened) -> Tag {
    let counted = of.options.first();
    let part = |title: &'static str, body: Option<Tag>| {
        body.map(|body| tag("section.gap2").key(title).with(tag("h4").text(title)).with(body))
    };
    let several =
        (of.options.len() > 1).then(|| alternatives(of.options.iter().filter_map(|one| alternative(view, one))));
    let figures = money(view, &of.figures);
    let lines: Vec<Tag> = of.readings.iter().flat_map(|of| &of.lines).map(|line| tag("p.formula").text(line)).collect();
    tag("div.act-in[data-opened=true]")
        .with_some(question(view, &of.row))
        .with_some(part(ALTERNATIVES, several))
        .with_some(part(words::CONDITIONS, counted.map(met)))
        .with_some(part(words::MONEY, figures))
        .with_some(part(words::FORMULA, (!lines.is_empty()).then(|| tag("div").each(lines))))
        .with_some(part(
            words::CLAUSE,
            Some(tag("div").each(of.options.iter().filter_map(|one| clause(view, one.clause)))),
        ))
        .with_some(part(words::DOCUMENTS, documents(view, &of.row)))
        .with_some(part(words::NOTES, list(of.notes.iter().cloned())))
        .with_some(part(words::LATER, list(of.later.iter().map(|(text, verified)| words::later(text, *verified)))))
        .with_some(part(words::CONTRADICTION, list(contradictions(view, of))))
}

const ALTERNATIVES: &str = "几种写法里只算一种";

fn contradictions(view: &View, of: &Opened) -> Vec<String> {
    let all = &view.dataset().contradictions;
    of.contradictions.iter().filter_map(|at| all.get(*at)).map(|one| one.text.clone()).collect()
}

fn list(lines: impl IntoIterator<Item = String>) -> Option<Tag> {
    let mut lines = lines.into_iter().peekable();
    lines.peek()?;
    Some(tag("ul.small").each(lines.map(|line| tag("li").text(&line))))
}

fn documents(view: &View, row: &Row) -> Option<Tag> {
    list(view.item(row.item)?.documents.iter().cloned())
}

/// The question to put to the office, to be copied.
fn question(view: &View, row: &Row) -> Option<Tag> {
    let item = view.item(row.item)?;
    let (_, policy) = view.clause(row.clause)?;
    if item.ask.is_empty() {
        return None;
    }
    let number = if policy.number.is_empty() { &policy.document } else { &policy.number };
    let said = format!("{}（依据：{number}）", item.ask);
    let id = format!("ask-{}", row.item);
    let does = {
        let id = id.clone();
        Callback::from(move |_: MouseEvent| {
            let _copied = browser::copy(&id);
        })
    };
    let area = tag("textarea[readonly=readonly][rows=3]").set("id", &id).value(&said);
    Some(
        tag("section.gap1")
            .key("ask")
            .with(tag("h4").with(tag("label").set("for", &id).text(words::ASK)))
            .with(area)
            .with(button("btn btn-second btn-slim gap1", "copy-ask", words::ASK_COPY, does)),
    )
}

fn alternative(view: &View, of: &Alternative) -> Option<(bool, String, Word, &'static str, String)> {
    let (clause, _) = view.clause(of.clause)?;
    let title = |at: u16| view.clause(at).map_or("", |(clause, _)| clause.title.as_str());
    let words = match (of.because_of, of.word) {
        (Some((winner, _)), _) => words::instead(title(winner)),
        (None, Word::Refused) => of.conditions.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("；"),
        (None, _) => of.worth.map(text::worth).unwrap_or_default(),
    };
    Some((
        of.counted,
        [&clause.title, "（", &clause.id, "）"].concat(),
        of.word,
        text::word(of.word),
        [" ", &words].concat(),
    ))
}

/// Conditions with their signs: what is to be asked first.
fn met(of: &Alternative) -> Tag {
    let one = |of: &Explained| {
        let (sign, word) = match of.holds {
            Some(true) => (Sign::Holds, words::HOLDS),
            Some(false) => (Sign::Fails, words::FAILS),
            None => (Sign::Open, words::TO_ASK),
        };
        let more = match (of.holds, of.nature) {
            (None, Nature::Discretion | Nature::Award) => [" ", of.nature.name().unwrap_or_default()].concat(),
            (None, Nature::Threshold) if of.ask => [" ", words::UNKNOWN].concat(),
            (None, Nature::Threshold) => [" ", words::NOT_YET].concat(),
            (Some(_), _) => String::new(),
        };
        (sign, word, of.text.clone(), more)
    };
    let mut all: Vec<_> = of.conditions.iter().map(one).collect();
    all.sort_by_key(|(sign, ..)| match sign {
        Sign::Open => 0,
        Sign::Fails => 1,
        Sign::Holds => 2,
    });
    conditions(all)
}

/// A clause as the list has it.
pub fn clause(view: &View, clause: u16) -> Option<Tag> {
    let (clause, policy) = view.clause(clause)?;
    let number = if policy.number.is_empty() { words::NO_NUMBER } else { &policy.number };
    Some(
        tag("div.clause")
            .key(&clause.id)
            .set("data-clause", &clause.id)
            .with(tag("p").with(tag("strong").text(&[&clause.id, "　", &clause.title].concat())))
            .with(tag("p").text(&clause.text))
            .with(tag("p.meta").text(&[&policy.document, " ", number].concat())),
    )
}

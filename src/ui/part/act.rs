//! A thing to do as a card, what the headline is made of, conditions and alternatives.

use super::icon::{icon, mark, Icon};
use crate::ui::tag::{tag, Tag};
use huiqi_visit::queries::Word;

/// What stands where the money stands.
pub enum Worth<'a> {
    /// A sum, with its unit.
    Sum(&'a str),
    /// Words in place of one.
    Words(&'a str),
}

/// A thing to do.
pub struct Act<'a> {
    /// Id of the item.
    pub id: &'a str,
    /// Its number in the ledger.
    pub number: usize,
    /// Level of its heading: `h1` where it stands alone.
    pub name: &'a str,
    /// The verdict.
    pub word: Word,
    /// The verdict's word.
    pub verdict: &'a str,
    /// What it is worth.
    pub worth: Worth<'a>,
    /// How that comes about, in short.
    pub calc: &'a str,
    /// Rows that are never missing: 期限, 去哪, 为什么, 怎么办.
    pub rows: &'a [(&'static str, String)],
    /// Figures to tap or type.
    pub money: Option<Tag>,
    /// The button that opens it, and what is behind it.
    pub opener: Tag,
    /// What is behind it, where it is open.
    pub inside: Option<Tag>,
}

/// The card.
pub fn act(of: Act) -> Tag {
    let class = match of.word {
        Word::Ask => "card act act-ask",
        Word::Ended => "card act act-was",
        Word::Refused | Word::Unasked => "card act act-none",
        Word::Can | Word::ThatYear => "card act",
    };
    let class = if of.inside.is_some() { [class, " act-open"].concat() } else { class.to_owned() };
    let sum = match of.worth {
        Worth::Sum(words) => tag("span.sum[data-amount=true]").text(words),
        Worth::Words(words) => tag("span.sum.sum-words[data-amount=true]").text(words),
    };
    let calc = (!of.calc.is_empty()).then(|| tag("span.calc").text(of.calc));
    let worth = tag("div.act-worth").with(sum).with(mark(of.word, of.verdict)).with_some(calc);
    let title = ["act-", of.id].concat();
    let top = tag("div.act-top")
        .with(tag("span.act-no[translate=no]").text(&of.number.to_string()))
        .with(tag("h3").set("id", &title).text(of.name))
        .with(worth);
    let pairs = of.rows.iter().flat_map(|(name, words)| [tag("dt").text(name), tag("dd").text(words)]);
    tag("article")
        .set("class", &class)
        .key(of.id)
        .set("data-item", of.id)
        .is("data-word", name(of.word))
        .set("aria-labelledby", &title)
        .with(top)
        .with(tag("dl.rows").each(pairs))
        .with_some(of.money)
        .with(of.opener)
        .with_some(of.inside)
}

/// A verdict's name in the markup.
fn name(word: Word) -> &'static str {
    match word {
        Word::Can => "can",
        Word::ThatYear => "that-year",
        Word::Ended => "ended",
        Word::Ask => "ask",
        Word::Unasked => "unasked",
        Word::Refused => "refused",
    }
}

/// A line of the ledger.
pub struct LedgerLine {
    /// Class of the row: nothing, `total`, `below`.
    pub class: &'static str,
    /// Number of the card.
    pub number: Option<usize>,
    /// What it is.
    pub name: String,
    /// How much.
    pub sum: String,
    /// Is that a figure, which stays on one line.
    pub figure: bool,
}

/// What the headline is made of.
pub fn ledger(caption: &str, lines: impl IntoIterator<Item = LedgerLine>) -> Tag {
    let row = |line: LedgerLine| {
        let number = line.number.map(|number| tag("span.no[translate=no]").text(&[&number.to_string(), "."].concat()));
        let head = tag("th[scope=row]").with_some(number).with(tag("span").text(&line.name));
        let sum = tag(if line.figure { "td.nb" } else { "td" }).text(&line.sum);
        tag("tr").is("class", line.class).with(head).with(sum)
    };
    let body = tag("tbody").each(lines.into_iter().map(row));
    tag("table.ledger[data-ledger=true]").with(tag("caption.unseen").text(caption)).with(body)
}

/// How a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Met.
    Holds,
    /// Not met.
    Fails,
    /// To be asked.
    Open,
}

/// Conditions, each with its sign in words too.
pub fn conditions(all: impl IntoIterator<Item = (Sign, &'static str, String, String)>) -> Tag {
    let one = |(sign, word, text, more): (Sign, &'static str, String, String)| {
        let (class, of) = match sign {
            Sign::Holds => ("li.holds", Icon::Check),
            Sign::Fails => ("li.fails", Icon::No),
            Sign::Open => ("li.open", Icon::Ask),
        };
        let more = (!more.is_empty()).then(|| tag("em").text(&more));
        let words = tag("span").with(tag("span.unseen").text(word)).with(tag("span").text(&text)).with_some(more);
        tag(class).with(icon(of)).with(words)
    };
    tag("ul.conds").each(all.into_iter().map(one))
}

/// Several of which one counts: name, verdict, its word, and a line.
pub fn alternatives(all: impl IntoIterator<Item = (bool, String, Word, &'static str, String)>) -> Tag {
    let one = |(counted, name, word, verdict, words): (bool, String, Word, &'static str, String)| {
        tag(if counted { "li.pick" } else { "li" })
            .with(tag("b").text(&name))
            .with(mark(word, verdict))
            .with(tag("span").text(&words))
    };
    tag("ul.alts").each(all.into_iter().map(one))
}

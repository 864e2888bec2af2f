//! 结果: the sentence that reconciles, what it is made of, cards, and everything else folded.

use super::card::card;
use super::part::{button, fold, fold_in, ledger, LedgerLine};
use super::shortlist::worth;
use super::tag::{tag, Tag};
use super::take::Take;
use super::text::{self, answers as answer_words, outcome as words, shortlist};
use super::view::{View, ViewProps};
use huiqi_visit::queries::{self, Card, Fold, Headline, Money, Outcome, Row, Sort, Sum, Why, Word};
use huiqi_visit::{Action, Place};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// 结果.
pub fn outcome(view: &View) -> Html {
    let of = queries::outcome(&view.screener, &view.state);
    let shared = view.state.is_shared();
    let cash = text::sum(&of.headline.cash);
    let title = words::title(of.mode, view.year(), &of.headline, cash.as_deref(), shared);
    let lead = {
        let (ask, ended) = (text::sum(&of.headline.ask.1), text::sum(&of.headline.ended.1));
        words::lead(of.mode, &of.headline, of.first, ask.as_deref(), ended.as_deref())
    };
    let main = tag("main[data-screen=outcome]")
        .with(tag("h1[id=screen-title][tabindex=-1]").each(title.iter().map(|part| tag("span.nb").text(part))))
        .with(tag("p.gap1").text(&lead))
        .with_some((!of.ledger.is_empty()).then(|| tag("div.card.gap2.phone").with(sums(view, &of))))
        .each(groups(view, &of))
        .with_some((!shared).then(|| tag("div.gap3.phone").with(acts(view, &of, "phone"))))
        .with_some(shared.then(|| theirs(view)))
        .with(rest(view, &of))
        .node(take(view));
    let side = tag("aside.side")
        .is("aria-label", words::HOW)
        .with_some(
            (!of.ledger.is_empty()).then(|| tag("div.card").with(tag("h2").text(words::HOW)).with(sums(view, &of))),
        )
        .with_some((!shared).then(|| tag("div.gap2").with(acts(view, &of, "side"))));
    tag("div.page.page-two").with(main).with(side).into()
}

/// Taking it along, a component of its own.
fn take(view: &View) -> Html {
    VComp::new::<Take>(Rc::new(ViewProps { view: view.clone() }), Some("take".into())).into()
}

fn acts(view: &View, of: &Outcome, _place: &'static str) -> Tag {
    let sheet = (of.pages > 0).then(|| button("btn", "next", &words::sheet(of.mode, of.pages), view.on(Action::Next)));
    let two = tag("div.acts-two")
        .with(button("btn btn-second", "to-answers", words::ANSWERS, view.on(Action::Open(Place::Answers))))
        .with(button(
            "btn btn-second",
            "to-situations",
            words::MORE_SITUATIONS,
            view.on(Action::Open(Place::Situations)),
        ));
    tag("div.acts").with_some(sheet).with(two)
}

/// The ledger: rows counted, their sum, and what stands below the line.
fn sums(view: &View, of: &Outcome) -> Tag {
    let mut lines = Vec::new();
    for (sort, sum) in sorts(&of.headline) {
        let rows = of.ledger.iter().filter(|row| row.counted && row.sort == sort);
        let counted = rows.clone().count();
        lines.extend(rows.map(|row| ledger_line(view, "counted", row.number, &row.row)));
        if let Some(total) = text::sum(sum) {
            let name = words::total(sort, sum.figured.max(counted.min(sum.figured)));
            lines.push(LedgerLine { class: "total", number: None, name, sum: total, figure: true });
        }
    }
    let below = of.ledger.iter().filter(|row| !row.counted);
    lines.extend(below.map(|row| ledger_line(view, "below", row.number, &row.row)));
    ledger(words::LEDGER, lines)
}

fn sorts(of: &Headline) -> [(Sort, &Sum); 3] {
    [(Sort::Cash, &of.cash), (Sort::Tax, &of.tax), (Sort::Deferral, &of.deferral)]
}

fn ledger_line(view: &View, class: &'static str, number: usize, row: &Row) -> LedgerLine {
    let name = view.item(row.item).map_or("", |item| item.name.as_str());
    let name = if class == "below" { [name, "，", text::word(row.word)].concat() } else { name.to_owned() };
    LedgerLine {
        class,
        number: Some(number),
        name,
        sum: worth(view, row),
        figure: matches!(row.money, Money::Figure(..)),
    }
}

/// The cards, under headings that say what to do with them; those beyond the lead folded.
fn groups(view: &View, of: &Outcome) -> Vec<Tag> {
    let mut groups: Vec<(Word, bool, Vec<&Card>)> = Vec::new();
    for (at, card) in of.cards.iter().take(of.lead).enumerate() {
        let first = at < of.first;
        match groups.last_mut() {
            Some((word, same, cards)) if *word == card.row.word && *same == first => cards.push(card),
            _ => groups.push((card.row.word, first, vec![card])),
        }
    }
    let section = |(word, first, cards): &(Word, bool, Vec<&Card>)| {
        let title = words::group(of.mode, *word, *first, cards.len());
        let key = cards.first().map(|card| card.row.item.to_string()).unwrap_or_default();
        tag("section.gap3")
            .key(&key)
            .with(tag("h2").text(&title))
            .with(tag("div.grid-two.gap1").each(cards.iter().filter_map(|of| card(view, of))))
    };
    let mut shown: Vec<Tag> = groups.iter().map(section).collect();
    let more: Vec<&Card> = of.cards.iter().skip(of.lead).collect();
    if !more.is_empty() {
        let inside = tag("div.fold-in.grid-two").each(more.iter().filter_map(|of| card(view, of)));
        shown.push(tag("div.folds.gap3").key("more").with(fold(&words::more(more.len()), "", inside)));
    }
    shown
}

/// Everything else by kind; the counts add up to all items.
fn rest(view: &View, of: &Outcome) -> Tag {
    let counts: Vec<usize> = std::iter::once(of.cards.len()).chain(of.folds.iter().map(|fold| fold.count)).collect();
    let folds = of.folds.iter().map(|fold| one_fold(view, fold));
    tag("section.gap3")
        .with(tag("h2").text(words::REST))
        .with(tag("div.folds.gap1").each(folds))
        .with(tag("p.small.soft.gap1[data-adds-up=true]").text(&words::adds_up(&counts, of.items, of.clauses)))
}

fn one_fold(view: &View, of: &Fold) -> Tag {
    let row = |row: &Row| {
        let item = view.item(row.item)?;
        let said = match of.why {
            Why::Refused | Why::Everyone | Why::Duties => String::new(),
            Why::Rights(_) | Why::Nothing | Why::Ask | Why::Unasked => {
                ["　", &text::deadline(view.dataset(), &row.deadline)].concat()
            }
        };
        let name = tag("strong").text(&item.name);
        Some(tag("li").set("data-item", item.id(view.dataset())).with(name).with(tag("span").text(&said)))
    };
    let hang = |(_, hang): &(bool, queries::Hang)| {
        let gate = hang.gate.and_then(|gate| view.gate(gate));
        let names = view.names(hang.items.iter().map(|row| row.item), 4).join("、");
        let more = if hang.items.len() > 4 { "等" } else { "" };
        let text = gate.map_or(shortlist::HANGS_ON_FIRM, |gate| gate.text.as_str());
        let title = shortlist::section(text, hang.items.len());
        Some(tag("li").with(tag("strong").text(&title)).with(tag("span").text(&["：", &names, more].concat())))
    };
    let lines: Vec<Tag> = of.items.iter().filter_map(row).chain(of.hangs.iter().filter_map(hang)).collect();
    let to = (of.why == Why::Unasked && !view.state.is_shared()).then(|| {
        tag("li").with(button(
            "link",
            "fold-situations",
            words::MORE_SITUATIONS,
            view.on(Action::Open(Place::Situations)),
        ))
    });
    fold(words::fold(of.why), &shortlist::count(of.count), fold_in(lines.into_iter().chain(to)))
}

/// What another shared: who it is, and what can be done with it.
fn theirs(view: &View) -> Tag {
    let sentences = super::answers::all(view, false);
    tag("section.gap3").with(tag("h2").text(answer_words::SHARED_FIRM)).with(sentences)
}

//! 名单: what such a firm can probably have, by name; 情况: the situations to tap.

use super::answers::firm_line;
use super::part::{button, counts, fold, fold_in, gate, line, note, Gate as GatePart};
use super::tag::{tag, Tag};
use super::text::{self, ask, card, outcome, shortlist as words};
use super::view::View;
use crate::browser;
use huiqi_visit::queries::{self, Gate, Hang, Money, Row};
use huiqi_visit::{Action, Place};
use yew::prelude::*;

/// 名单.
pub fn shortlist(view: &View) -> Html {
    let of = queries::shortlist(&view.screener, &view.state);
    let change = button("link", "change-firm", ask::EDIT, view.on(Action::Open(Place::Firm(0))));
    let go = |id: &'static str| Some(Callback::from(move |_: MouseEvent| browser::focus(id)));
    let three = counts([
        ("likely", of.counts.likely, words::LIKELY, go("likely")),
        ("maybe", of.counts.depends, words::DEPENDS, go("depends")),
        ("aside", of.counts.aside, words::ASIDE, go("aside")),
    ]);
    let acts = tag("div.acts.gap2").with(button("btn", "next", words::NEXT, view.on(Action::Next))).with(button(
        "btn btn-second",
        "to-outcome",
        words::STOP,
        view.on(Action::Open(Place::Outcome)),
    ));
    tag("main.page[data-screen=shortlist]")
        .with(
            tag("h1[id=screen-title][tabindex=-1]")
                .each(words::title(of.counts.likely).map(|part| tag("span.nb").text(&part))),
        )
        .with(tag("p.small.soft.gap1").with(tag("span").text(&[&firm_line(view), "　"].concat())).with(change))
        .with(tag("div.gap2").with(three))
        .with(tag("p.small.soft.gap1[data-adds-up=true]").text(&words::all(of.clauses, &of.counts)))
        .with(likely(view, &of.likely))
        .with(acts)
        .with(depends(view, &of.depends, of.counts.depends))
        .with(aside(view, &of.aside, of.counts.aside))
        .into()
}

fn section(id: &'static str, name: &str, count: usize) -> Tag {
    let title = tag("h2[tabindex=-1]").is("id", id).text(&words::section(name, count));
    tag("section").is("aria-labelledby", id).is("data-group", id).with(title)
}

/// What an item is worth, in a line.
pub fn worth(view: &View, row: &Row) -> String {
    match row.money {
        Money::Right => card::RIGHT.to_owned(),
        Money::Nothing(_) => card::NOTHING.to_owned(),
        Money::Words(_) => view.item(row.item).map(|item| card::equals(&item.worth)).unwrap_or_default(),
        Money::Figure(sort, worth) => [outcome::sort(sort), &text::worth(worth)].concat(),
    }
}

fn likely(view: &View, rows: &[Row]) -> Tag {
    let one = |row: &Row| {
        let item = view.item(row.item)?;
        let period = [text::when(view.dataset(), &row.deadline).as_str(), "。"].concat();
        let to = text::offices(view.dataset(), &item.agencies);
        Some(line(item.id(view.dataset()), &item.name, &to, &period, &worth(view, row)))
    };
    let section = section("likely", words::LIKELY, rows.len()).is("class", "card gap2");
    if rows.is_empty() {
        return section.with(tag("p.small").text(words::NONE_LIKELY));
    }
    section.with(tag("ul.lines.gap1").each(rows.iter().filter_map(one)))
}

fn depends(view: &View, hangs: &[Hang], count: usize) -> Tag {
    let one = |hang: &Hang| {
        let names = view.names(hang.items.iter().map(|row| row.item), 4).join("、");
        let more = if hang.items.len() > 4 { "等" } else { "" };
        let (id, title) = match hang.gate.and_then(|gate| view.gate(gate)) {
            Some(gate) => (gate.id.as_str(), words::hangs(&gate.text)),
            None => ("firm", words::HANGS_ON_FIRM.to_owned()),
        };
        line(id, &title, &words::count(hang.items.len()), &[&names, more].concat(), "")
    };
    section("depends", words::DEPENDS, count)
        .is("class", "card gap3")
        .with(tag("ul.lines.gap1").each(hangs.iter().map(one)))
}

fn aside(view: &View, of: &queries::Aside, count: usize) -> Tag {
    let names = |rows: &[Row]| {
        let one = |row: &Row| Some(tag("li").text(&view.item(row.item)?.name));
        fold_in(rows.iter().filter_map(one))
    };
    let rare_items: usize = of.rare.iter().map(|hang| hang.items.len()).sum();
    let rare = of.rare.iter().filter_map(|hang| {
        let gate = hang.gate.and_then(|gate| view.gate(gate))?;
        let names = view.names(hang.items.iter().map(|row| row.item), 3).join("、");
        let more = if hang.items.len() > 3 { "等" } else { "" };
        Some(
            tag("li")
                .with(tag("strong").text(&words::section(&gate.text, hang.items.len())))
                .with(tag("span").text(&["：", &names, more].concat())),
        )
    });
    let some =
        |title: &str, rows: &[Row]| (!rows.is_empty()).then(|| fold(title, &words::count(rows.len()), names(rows)));
    let folds = tag("div.folds.gap1")
        .with_some((rare_items > 0).then(|| fold(words::RARE, &words::count(rare_items), fold_in(rare))))
        .with_some(some(words::REFUSED, &of.refused))
        .with_some(some(words::EVERYONE, &of.everyone))
        .with_some(some(words::DUTIES, &of.duties));
    section("aside", words::ASIDE, count).is("class", "gap3").with(tag("p.small.soft").text(words::NOT_NO)).with(folds)
}

/// 情况.
pub fn situations(view: &View) -> Html {
    let of = queries::situations(&view.screener, &view.state);
    let one = |gate_of: &Gate| {
        let found = view.gate(gate_of.gate)?;
        let count = if gate_of.items == 0 { String::new() } else { words::count(gate_of.items) };
        Some(gate(GatePart {
            id: &found.id,
            text: &found.text,
            help: &found.help,
            count: &count,
            open: gate_of.open,
            does: view.on(gate_of.action.clone()),
        }))
    };
    let part = |title: &'static str, gates: &[Gate]| {
        (!gates.is_empty()).then(|| {
            let gates = tag("div.gates").each(gates.iter().filter_map(one));
            tag("fieldset.q").with(tag("legend").text(title)).with(gates)
        })
    };
    let all = of.money.iter().chain(&of.rights).chain(&of.rare);
    let open = all.filter(|gate| gate.open).count();
    let [title, count] = words::rare(of.rare.len(), of.rare_items);
    let rare = (!of.rare.is_empty()).then(|| {
        let gates = tag("div.gates").each(of.rare.iter().filter_map(one));
        tag("div.folds.gap2").with(fold(&title, &count, tag("div.fold-in").with(gates)))
    });
    let next = super::app::next(view, if of.taps == 0 { words::SEE } else { words::GO_ON });
    let left = note("note note-rest gap3", "", &[&words::taps(open, of.taps)]);
    let form = tag("form[novalidate=novalidate]")
        .on_submit(super::app::going_on(view))
        .with_some(part(words::MONEY, &of.money))
        .with_some(part(words::RIGHTS, &of.rights))
        .with_some(rare)
        .with(tag("div[role=status]").with(left))
        .with(tag("div.acts.gap2").with(next).with(button(
            "btn btn-second",
            "to-shortlist",
            words::BACK,
            view.on(Action::Open(Place::Shortlist)),
        )));
    tag("main.page[data-screen=situations]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(words::SITUATIONS))
        .with(tag("p.gap1").text(words::NOT_NO))
        .with(form)
        .into()
}

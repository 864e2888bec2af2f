//! 查政策: search first, then by topic or by document, each part drawn when it is opened.

use super::card::clause;
use super::part::{button, fold, fold_in, Lazy, LazyProps};
use super::tag::{tag, Tag};
use super::text::{self, card as labels, library as words};
use super::view::View;
use crate::browser;
use huiqi_core::dataset::{Background, Policy};
use huiqi_visit::queries::{self, Library, Section};
use huiqi_visit::{Action, Filter};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Sections of a search with at most so many clauses stand open.
const FEW: usize = 20;

/// 查政策.
pub fn library(view: &View) -> Html {
    let of = Rc::new(queries::library(&view.screener, &view.state));
    let filter = &view.state.filter;
    let found = words::found(of.clauses, of.sections.len(), filter.by_document);
    let nothing = (of.clauses == 0).then(|| {
        let reset = Action::Look(Filter { by_document: filter.by_document, ..Filter::default() });
        tag("div.note.gap2").with(tag("p").text(words::NOTHING)).with(button(
            "btn btn-second btn-slim",
            "reset",
            words::RESET,
            view.on(reset),
        ))
    });
    let open = !filter.words.is_empty() && of.clauses <= FEW;
    let sections = (0..of.sections.len()).map(|at| section(view, &of, at, open));
    let list = sections.fold(tag("div.folds.gap2"), |list, section| list.node(section));
    tag("main.page.page-library[data-screen=library]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(words::TITLE))
        .with(search(view))
        .with(common(view))
        .with(order(view))
        .with(filters(view, &of))
        .with(tag("p.small.soft.gap1[role=status][data-found=true]").with(tag("span").text(&found)))
        .with_some(nothing)
        .with_some((of.clauses > 0).then_some(list))
        .into()
}

fn look(view: &View, change: impl FnOnce(&mut Filter)) -> Action {
    let mut filter = view.state.filter.clone();
    change(&mut filter);
    Action::Look(filter)
}

fn search(view: &View) -> Tag {
    let (act, base) = (view.act.clone(), view.state.filter.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        // While pinyin is composed nothing is looked for.
        if let Some(typed) = browser::typed(&event) {
            act.emit(Action::Look(Filter { words: typed, ..base.clone() }));
        }
    });
    let input = tag("input[id=library-words][type=search][autocomplete=off]")
        .is("aria-label", words::WORDS)
        .is("placeholder", words::LIKE)
        .value(&view.state.filter.words)
        .on_input(oninput);
    let find = tag("button[type=submit][data-action=find]").text(words::FIND);
    let onsubmit = Callback::from(|event: SubmitEvent| {
        event.prevent_default();
        browser::focus("library-words");
    });
    tag("form.search.gap2[role=search]").on_submit(onsubmit).with(input).with(find)
}

fn common(view: &View) -> Tag {
    let word = |word: &'static str| {
        let here = view.state.filter.words == word;
        button("pill", "word", word, view.on(look(view, |filter| filter.words = word.to_owned())))
            .says("aria-pressed", here)
    };
    tag("div.words").each(words::COMMON.map(word))
}

fn order(view: &View) -> Tag {
    let one = |value: &'static str, name: &'static str, by_document: bool| {
        let input = tag("input[type=radio][name=by]")
            .value(value)
            .checked(view.state.filter.by_document == by_document)
            .on_change(view.on(look(view, |filter| filter.by_document = by_document)));
        tag("label").with(input).with(tag("span").text(name))
    };
    tag("div.seg.gap1[role=radiogroup]")
        .is("aria-label", words::BY)
        .with(one("topic", words::BY_TOPIC, false))
        .with(one("document", words::BY_DOCUMENT, true))
}

fn filters(view: &View, of: &Library) -> Tag {
    let filter = &view.state.filter;
    let tick = |name: &'static str, words: &'static str, on: bool, to: Filter| {
        let input = tag("input[type=checkbox]").is("name", name).checked(on).on_change(view.on(Action::Look(to)));
        tag("label").with(input).with(tag("span").text(words))
    };
    let mine = of.mine.map(|_| tick("mine", words::MINE, filter.mine, Filter { mine: !filter.mine, ..filter.clone() }));
    let option = |value: &str, name: &str, on: bool| {
        let option = tag("option").set("value", value).text(name);
        if on {
            option.is("selected", "selected")
        } else {
            option
        }
    };
    let offices = (0_u8..).zip(&view.dataset().agencies);
    let (act, base) = (view.act.clone(), filter.clone());
    let onchange = Callback::from(move |event: Event| {
        let agency = event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok();
        act.emit(Action::Look(Filter { agency, ..base.clone() }));
    });
    let select = tag("select[id=library-office]")
        .on_change(onchange)
        .with(option("", words::ANY, filter.agency.is_none()))
        .each(offices.map(|(at, office)| option(&at.to_string(), &office.name, filter.agency == Some(at))));
    let checks = tag("div.checks")
        .with(tick("money", words::MONEY, filter.money, Filter { money: !filter.money, ..filter.clone() }))
        .with(tick("undated", words::UNDATED, filter.undated, Filter { undated: !filter.undated, ..filter.clone() }))
        .with_some(mine);
    let inside =
        tag("div").with(checks).with(tag("label.small.soft[for=library-office]").text(words::OFFICE)).with(select);
    tag("div.filters").with(fold(words::FILTERS, "", inside))
}

/// A topic or a document; what it holds is drawn when it is opened.
fn section(view: &View, of: &Rc<Library>, at: usize, open: bool) -> Html {
    let Some(section) = of.sections.get(at) else { return Html::default() };
    let by_document = view.state.filter.by_document;
    let (id, title, hint) = if by_document {
        let policy = view.dataset().policies.get(usize::from(section.of));
        policy.map_or_else(Default::default, |of| {
            (of.id.clone(), of.title.clone(), [&of.id, " · ", &text::offices(view.dataset(), &of.agencies)].concat())
        })
    } else {
        let topic = view.dataset().visit.topics.get(usize::from(section.of));
        topic.map_or_else(Default::default, |of| {
            (of.id.clone(), of.name.clone(), of.words.iter().take(5).cloned().collect::<Vec<_>>().join("、"))
        })
    };
    let (view, of) = (view.clone(), Rc::clone(of));
    let key = format!("{id}-{open}");
    let props = LazyProps {
        count: words::count(section.clauses.len()).into(),
        id: id.into(),
        title: title.into(),
        hint: hint.into(),
        open,
        inside: Callback::from(move |()| of.sections.get(at).map(|of| inside(&view, of).into()).unwrap_or_default()),
    };
    VComp::new::<Lazy>(Rc::new(props), Some(key.into())).into()
}

fn inside(view: &View, of: &Section) -> Tag {
    let policy = view.dataset().policies.get(usize::from(of.of)).filter(|_| view.state.filter.by_document);
    let clauses = of.clauses.iter().filter_map(|found| {
        let entry = view.dataset().clauses.get(usize::from(found.clause))?;
        let status = words::status(view.mode(), view.dataset().status(entry, view.state.reference_date(), true));
        let meta = [entry.kind.name(), &text::offices(view.dataset(), &entry.agencies), status]
            .map(|part| tag("span").text(part));
        Some(clause(view, found.clause)?.with(tag("p.meta").each(meta)))
    });
    let rows: Vec<Tag> = of
        .background
        .iter()
        .filter_map(|row| view.dataset().background.get(usize::from(*row)))
        .map(background)
        .collect();
    let rows = (!rows.is_empty()).then(|| fold(words::BACKGROUND, &words::count(rows.len()), fold_in(rows)));
    tag("div.fold-in").with_some(policy.map(facts)).each(clauses).with_some(rows)
}

fn facts(of: &Policy) -> Tag {
    let number = if of.number.is_empty() { labels::NO_NUMBER } else { &of.number };
    let document = [&of.document, " ", number].concat();
    let pairs =
        [(words::DOCUMENT, document.as_str()), (words::AUDIENCE, &of.audience), (words::PERIOD, &of.period_text)];
    let pairs = pairs.into_iter().flat_map(|(name, words)| [tag("dt").text(name), tag("dd").text(words)]);
    tag("dl.rows.rows-bare").each(pairs)
}

/// A row that a firm cannot apply for.
fn background(row: &Background) -> Tag {
    tag("li")
        .set("data-background", &row.id)
        .with(tag("strong").text(&row.title))
        .with(tag("span").text(&["：", &row.text, "（", &row.id, "）"].concat()))
}

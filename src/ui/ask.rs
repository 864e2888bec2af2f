//! A question with everything that one tap or a few keys can say.

use super::part::{asks, button, field, tile, tiles, Field, Tile};
use super::tag::{tag, Tag};
use super::text::{self, ask as words};
use super::view::View;
use crate::browser;
use huiqi_core::dataset::{Question, Shape};
use huiqi_visit::queries::{Ask, Choice, Control, Label, Typed, Written};
use huiqi_visit::{Action, Part, Place, Scale};
use yew::prelude::*;

/// More choices than this stand close together, without their examples.
const MANY: usize = 9;

/// The id of a part in the page.
pub fn id(view: &View, part: Part) -> String {
    let dataset = view.dataset();
    let question = dataset.questions.get(usize::from(part.field.question)).map_or("", |of| of.id.as_str());
    match (part.field.row, part.field.asked(dataset)) {
        (Some((row, _)), Some(asked)) => format!("q-{question}-{row}-{}", asked.id),
        // Members of one set may be asked for in several places.
        _ if part.members != 0 => format!("q-{question}-{:x}", part.members),
        _ => ["q-", question].concat(),
    }
}

/// A question; `number` stands before it where several stand on a page.
pub fn ask(view: &View, of: &Ask, number: Option<usize>) -> Option<Tag> {
    let question = of.part.field.asked(view.dataset())?;
    let id = id(view, of.part);
    let title = match number {
        Some(number) => words::numbered(number, &question.text),
        None => question.text.clone(),
    };
    let mut fieldset = tag("fieldset.q").key(&id).set("data-question", &question.id).says("data-answered", of.answered);
    let help_id = [&id, "-help"].concat();
    let several = if of.control == Control::Several { words::SEVERAL } else { "" };
    let help = [several, question.help.as_deref().unwrap_or_default()].concat();
    let help = (!help.is_empty()).then(|| tag("p.help").set("id", &help_id).text(&help));
    if help.is_some() {
        fieldset = fieldset.set("aria-describedby", &help_id);
    }
    let legend = tag("legend[tabindex=-1]").set("id", &[&id, "-title"].concat()).text(&title);
    let clash = of.contradicts.as_ref().map(|text| {
        tag("p.note.note-bad.small[role=alert]").key("clash").text(&[words::CLASH, text.as_str()].concat())
    });
    let estimate = of.derivation.as_ref().map(|text| tag("p.help").text(&words::estimated(text)));
    Some(
        fieldset
            .with(legend)
            .with_some(help)
            .with(choices(view, of, question, &id))
            .with_some(estimate)
            .with_some(of.typed.as_ref().map(|typed| written(view, of, question, typed, &id)))
            .with_some(clash)
            .with_some((of.control == Control::Rows).then(|| rows(view, of, question)))
            .with_some(why(view, of, question)),
    )
}

fn choices(view: &View, of: &Ask, question: &Question, id: &str) -> Tag {
    let labels: Vec<String> = of.choices.iter().map(|choice| text::choice(question, of.part, &choice.label)).collect();
    let many = of.choices.len() > MANY;
    let kind = if of.control == Control::Several { "checkbox" } else { "radio" };
    let one = |(at, (choice, label)): (usize, (&Choice, &String))| {
        tile(Tile {
            kind,
            name: id,
            value: &value(question, &choice.label, at),
            label,
            help: member_help(question, &choice.label).filter(|_| !many),
            checked: choice.chosen,
            quiet: choice.label == Label::Unclear,
            does: view.on(choice.action.clone()),
        })
    };
    let any_help = !many && of.choices.iter().any(|choice| member_help(question, &choice.label).is_some());
    let shown: Vec<&str> = labels.iter().map(String::as_str).collect();
    let all = tiles(&shown, any_help).set("id", id).each(of.choices.iter().zip(&labels).enumerate().map(one));
    // Of many, examples stand beneath once one is chosen: the tiles stay small, and the line is there before it speaks.
    let chosen = of.choices.iter().find(|choice| choice.chosen).and_then(|choice| member_help(question, &choice.label));
    let line = many.then(|| tag("p.says[aria-live=polite]").with(tag("span").text(chosen.unwrap_or_default())));
    tag("div").with(all).with_some(line)
}

/// Stable, for tests and for what is pressed before the wasm is there.
pub fn value(question: &Question, label: &Label, at: usize) -> String {
    let member = |place: u8| match &question.shape {
        Shape::Choice(members) | Shape::Set(members) => members.get(usize::from(place)).map(|of| of.id.clone()),
        Shape::YesNo | Shape::Number { .. } | Shape::Date { .. } | Shape::Group { .. } => None,
    };
    match label {
        Label::Yes => "yes".to_owned(),
        Label::No => "no".to_owned(),
        Label::Value(place) | Label::Member(place) => member(*place).unwrap_or_default(),
        Label::Only(bits) => format!("only-{bits}"),
        Label::All => "all".to_owned(),
        Label::None => "none".to_owned(),
        Label::Unclear => "unknown".to_owned(),
        Label::Band(..) | Label::Estimate(..) | Label::Days(..) | Label::Reading(_) => at.to_string(),
    }
}

fn member_help<'a>(question: &'a Question, label: &Label) -> Option<&'a str> {
    match (&question.shape, label) {
        (Shape::Choice(members) | Shape::Set(members), Label::Value(at) | Label::Member(at)) => {
            members.get(usize::from(*at))?.help.as_deref()
        }
        _ => None,
    }
}

/// The field beside the bands.
fn written(view: &View, of: &Ask, question: &Question, typed: &Typed, id: &str) -> Tag {
    let (part, id) = (of.part, [id, "-typed"].concat());
    let (unit, is_day) = match &question.shape {
        Shape::Number { percent: true, .. } => ("%", false),
        Shape::Number { unit_label, .. } => (unit_label.as_str(), false),
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Date { .. } | Shape::Group { .. } => ("", true),
    };
    let said_unit = match typed.scale {
        Some(Scale::TenThousand) => words::TEN_THOUSAND,
        Some(Scale::Yuan) => words::YUAN,
        None => unit,
    };
    let after = match typed.scale {
        Some(scale) => Some(scales(view, of, scale, &id)),
        None => (!unit.is_empty()).then(|| tag("span.unit[aria-hidden=true]").text(unit)),
    };
    let says = match &typed.written {
        Written::Understood(text) => Some(words::read_as(text)),
        Written::Nothing | Written::Ask(..) | Written::Refused(_) => None,
    };
    let wrong = match &typed.written {
        Written::Refused(why) if typed.told => Some(why.as_str()),
        Written::Nothing | Written::Understood(_) | Written::Ask(..) | Written::Refused(_) => None,
    };
    let act = view.act.clone();
    let element = field(Field {
        id: &id,
        label: if is_day { words::TYPE_DAY } else { words::TYPE_NUMBER },
        name: &words::field(&question.text, said_unit),
        text: &typed.text,
        // The number pad of some phones has no minus.
        keys: match &question.shape {
            Shape::Number { min, .. } if min.is_sign_negative() => "text",
            Shape::Date { .. } => "text",
            Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Number { .. } | Shape::Group { .. } => "decimal",
        },
        unit: after,
        says: says.as_deref(),
        wrong,
        typed: Callback::from(move |event: InputEvent| {
            if let Some(text) = browser::typed(&event) {
                act.emit(Action::Type(part.field, text));
            }
        }),
        left: view.on(Action::Leave(part.field)),
    });
    let back = match &typed.written {
        Written::Ask(question, answers) => Some(asks(
            question,
            answers.iter().map(|(text, action)| {
                button("btn btn-second btn-slim", "reading", text, view.on(action.clone())).key(text)
            }),
        )),
        Written::Nothing | Written::Understood(_) | Written::Refused(_) => None,
    };
    element.with_some(back)
}

/// 元 or 万元.
fn scales(view: &View, of: &Ask, chosen: Scale, id: &str) -> Tag {
    let name = [id, "-scale"].concat();
    let one = |scale: Scale, value: &'static str, label: &'static str| {
        let input = tag("input[type=radio]")
            .set("name", &name)
            .value(value)
            .checked(chosen == scale)
            .on_change(view.on(Action::Count(of.part.field, scale)));
        tag("label").with(input).with(tag("span").text(label))
    };
    tag("span.seg[role=radiogroup]")
        .is("aria-label", words::SCALE)
        .with(one(Scale::Yuan, "yuan", words::YUAN))
        .with(one(Scale::TenThousand, "wan", words::TEN_THOUSAND))
}

/// The rows of a group. Their number is in their keys: what moves up is a new row to whoever is about to press it.
fn rows(view: &View, of: &Ask, question: &Question) -> Tag {
    let Shape::Group { row_label, .. } = &question.shape else { return Tag::bare() };
    let all = of.rows.len();
    let row = |(at, asks): (usize, &Vec<Ask>)| {
        let title = words::rows::nth(at + 1, row_label);
        let name = format!("{}-row-{at}", id(view, of.part));
        let remove = u8::try_from(at).ok().map(|row| {
            let does = view.on_then(Action::RemoveRow(of.part.field.question, row), "undo");
            button("link", "remove-row", &words::rows::remove(at + 1), does)
        });
        tag("div.row[role=group]")
            .key(&format!("{at}-{all}"))
            .set("data-row", &at.to_string())
            .set("aria-labelledby", &name)
            .with(tag("h3[tabindex=-1]").set("id", &name).text(&title))
            .each(asks.iter().filter_map(|asked| ask(view, asked, None)))
            .with_some(remove)
    };
    let add = of.add.clone().map(|action| {
        let (act, there) = (view.act.clone(), format!("{}-row-{all}", id(view, of.part)));
        let does = Callback::from(move |_: MouseEvent| {
            act.emit(action.clone());
            let there = there.clone();
            browser::after_paint(move || browser::focus(&there)).forget();
        });
        button("btn btn-second gap2", "add-row", &words::rows::add(row_label), does)
    });
    tag("div").each(of.rows.iter().enumerate().map(row)).with_some(add)
}

/// Why it is asked, and what hangs on it; fields of a row say nothing of their own.
fn why(view: &View, of: &Ask, question: &Question) -> Option<Tag> {
    // On a card it is plain: the sum above hangs on it.
    let at_card = view.state.place() == Place::Outcome;
    if at_card || of.part.field.row.is_some() || (question.why.is_none() && of.items.is_empty()) {
        return None;
    }
    let because = question.why.as_ref().map(|why| tag("p.small").text(why));
    let names = view.names(of.items.iter().copied(), 3);
    let stake = (!names.is_empty()).then(|| tag("p.small").text(&words::stake(&names, of.items.len())));
    let summary = tag("summary").with(tag("span").text(words::WHY));
    Some(tag("details.help-tap").with(summary).with_some(because).with_some(stake))
}

/// What was typed and cannot be read, once the visitor has asked to go on: the first, with the way to it.
pub fn refused(view: &View, asks: &[Ask]) -> Option<Tag> {
    if view.state.refusals == 0 {
        return None;
    }
    let wrong = asks.iter().chain(asks.iter().flat_map(|of| of.rows.iter().flatten())).find_map(|of| {
        match &of.typed.as_ref()?.written {
            Written::Refused(why) => Some((of, why.clone())),
            Written::Ask(question, _) => Some((of, question.clone())),
            Written::Nothing | Written::Understood(_) => None,
        }
    })?;
    let (of, why) = wrong;
    let there = [&id(view, of.part), "-typed"].concat();
    let label = of.part.field.asked(view.dataset()).map_or("", |asked| asked.label.as_str());
    let does = Callback::from(move |_: MouseEvent| browser::focus(&there));
    let way = button("link", "error", &[label, "：", &why].concat(), does);
    let box_ = tag("div.note.note-bad.gap2[id=errors][role=alert][tabindex=-1][data-errors=true]");
    Some(box_.with(tag("p").with(tag("strong").text(words::WRONG))).with(way))
}

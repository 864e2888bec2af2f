//! 回答: everything that was said, by chapter, each with the way to change it.

use super::part::{button, said};
use super::tag::{tag, Tag};
use super::text::{self, answers as words, ask, shortlist};
use super::view::View;
use huiqi_visit::queries::{self, Chapter, Sentence, Source};
use huiqi_visit::{Action, Place};
use yew::prelude::*;

/// 回答.
pub fn answers(view: &View) -> Html {
    let of = queries::answers(&view.screener, &view.state);
    let (common, rare) = of.untapped.0.split_at(of.untapped.1.min(of.untapped.0.len()));
    let tap = |gate: u8| {
        let name = &view.gate(gate)?.text;
        let open = view.on(Action::Situation(gate, true));
        Some(button("pill", "tap", &words::plus(name), open).key(name))
    };
    let more = (!rare.is_empty())
        .then(|| button("pill", "to-situations", &words::rare(rare.len()), view.on(Action::Open(Place::Situations))));
    let untapped = tag("section.gap3")
        .with(tag("h2").text(words::UNTAPPED))
        .with(tag("p.small.soft").text(words::UNTAPPED_HELP))
        .with(tag("div.words").each(common.iter().filter_map(|gate| tap(*gate))).with_some(more));
    let head = match of.count {
        0 => tag("p.gap1").text(words::EMPTY),
        count => tag("p.small.soft.gap1").text(&words::count(count, of.chapters.len())),
    };
    let shared = view.state.is_shared();
    tag("main.page[data-screen=answers]")
        .with(tag("h1[id=screen-title][tabindex=-1]").text(words::TITLE))
        .with(head)
        .with(all(view, true))
        .with_some((!shared && !of.untapped.0.is_empty()).then_some(untapped))
        .with(tag("div.acts.gap3").with(button(
            "btn",
            "to-outcome",
            words::OUTCOME,
            view.on(Action::Open(Place::Outcome)),
        )))
        .with(super::clear::clear_or_adopt(view))
        .into()
}

/// Every sentence by chapter, and what follows from them.
pub fn all(view: &View, headed: bool) -> Tag {
    let of = queries::answers(&view.screener, &view.state);
    let chapter = |chapter: &Chapter| {
        let name = chapter.gate.and_then(|gate| view.gate(gate)).map_or(words::FIRM, |gate| gate.chapter.as_str());
        let sentences = chapter.sentences.iter().filter_map(|of| sentence(view, of));
        let title = headed.then(|| tag("h2").text(name));
        tag("section.gap3").key(name).with_some(title).with(tag("div.card.saids.gap1").each(sentences))
    };
    let implied = if headed { queries::implied(&view.screener, &view.state) } else { Vec::new() };
    let implied = (!implied.is_empty()).then(|| {
        tag("section.gap3")
            .with(tag("h2").text(words::IMPLIED))
            .with(tag("div.card.saids.gap1").each(implied.iter().filter_map(|of| sentence(view, of))))
    });
    tag("div").each(of.chapters.iter().map(chapter)).with_some(implied)
}

fn sentence(view: &View, of: &Sentence) -> Option<Tag> {
    let question = of.part.field.asked(view.dataset())?;
    let answer = text::answer_of(question, of.part, &of.answer);
    let (from, change) = match &of.source {
        Source::Said => ("", of.part.field),
        Source::Told => (words::TOLD, of.part.field),
        Source::Implied(why, because) => (why.as_str(), because.first().copied().unwrap_or(of.part.field)),
    };
    let edit = (!view.state.is_shared()).then(|| {
        button("link", "change", ask::EDIT, view.on(Action::Open(Place::Change(change))))
            .set("aria-label", &[ask::EDIT, "：", &question.label].concat())
    });
    let id = format!("{}{:x}", question.id, of.part.members);
    Some(said(&id, &[&question.label, "："].concat(), &answer, from, edit))
}

/// Who the firm is, in one line.
pub fn firm_line(view: &View) -> String {
    let of = queries::answers(&view.screener, &view.state);
    let firm = of.chapters.iter().find(|chapter| chapter.gate.is_none());
    let said = firm.map_or(&[][..], |chapter| chapter.sentences.as_slice()).iter().filter_map(|of| {
        let question = of.part.field.asked(view.dataset())?;
        let answer = text::answer_of(question, of.part, &of.answer);
        // 是 and 否 say nothing without what was asked.
        let plain = matches!(question.shape, huiqi_core::dataset::Shape::YesNo);
        Some(if plain || answer == ask::UNKNOWN || answer == ask::NONE {
            [&question.label, " ", &answer].concat()
        } else {
            answer
        })
    });
    let line = said.collect::<Vec<_>>().join(" · ");
    if line.is_empty() {
        shortlist::NOT_NO.to_owned()
    } else {
        line
    }
}

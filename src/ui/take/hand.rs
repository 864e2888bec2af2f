//! Handing the outcome to the page that embeds the widget: only after the visitor has seen what that is.

use crate::browser;
use crate::ui::part::button;
use crate::ui::tag::{tag, Tag};
use crate::ui::text::{self, take};
use crate::ui::view::View;
use huiqi_visit::report_of;
use yew::prelude::*;

/// What would be handed over, and the button that does it; nothing where the widget stands on its own.
pub fn hand(view: &View, says: Callback<&'static str>) -> Option<Tag> {
    let host = browser::host()?;
    let dataset = view.dataset();
    let profile = view.state.profile.clone();
    let line = |(index, question): (usize, &huiqi_core::dataset::Question)| {
        let answer = text::answer(question, profile.get(index)?);
        Some(tag("li").text(&[&question.label, "：", &answer].concat()))
    };
    let answers: Vec<Tag> = dataset.questions.iter().enumerate().filter_map(line).collect();
    let given = view.clone();
    let hand = Callback::from(move |_: MouseEvent| {
        let state = &given.state;
        let report = report_of(&given.screener, state);
        let handed = browser::hand(&(report, state.profile.write(given.dataset())));
        says.emit(if handed { take::HANDED } else { take::NOT_HANDED });
    });
    let inside = tag("div.small")
        .with(tag("p").with(tag("span").text(take::HAND_TO)).with(tag("span[translate=no]").text(&host)))
        .with(tag("ul").each(answers).with(tag("li").text(take::HAND_REST)))
        .with(tag("p.soft").text(take::HAND_NOTE))
        .with(button("btn btn-second btn-slim", "hand", take::HAND_YES, hand));
    let summary = tag("summary").with(tag("span").text(take::HAND));
    Some(tag("details[data-hand=true]").with(summary).with(inside))
}

//! Handing the outcome to the page that embeds the widget: only after the visitor has seen what that is.

use crate::browser;
use crate::ui::tag::{tag, Tag};
use crate::ui::text::{self, take};
use crate::ui::view::Screened;
use yew::prelude::*;

/// What would be handed over, and the button that does it; nothing where the widget stands on its own.
pub fn hand(of: &Screened, says: Callback<&'static str>) -> Option<Tag> {
    let host = browser::host()?;
    let dataset = of.screener.dataset();
    let profile = of.state.profile.clone();
    let line = |(index, question): (usize, &huiqi_core::dataset::Question)| {
        let answer = text::answer(question, profile.get(index)?);
        Some(tag("li").text(&[&question.label, "：", &answer].concat()))
    };
    let answers: Vec<Tag> = dataset.questions.iter().enumerate().filter_map(line).collect();
    let given = of.clone();
    let hand = Callback::from(move |_: MouseEvent| {
        let state = &given.state;
        let report = given.screener.report(&state.profile, state.reference_date);
        let handed = browser::hand(&(report, state.profile.write(given.screener.dataset())));
        says.emit(if handed { take::HANDED } else { take::NOT_HANDED });
    });
    let button = tag("button[type=button][data-action=hand]").on_click(hand);
    let inside = tag("div")
        .with(tag("p").with(tag("span").text(take::HAND_TO)).with(tag("span[translate=no]").text(&host)))
        .with(tag("ul.points").each(answers).with(tag("li").text(take::HAND_REST)))
        .with(tag("p.quiet").text(take::HAND_NOTE))
        .with(tag("div.buttons").with(button.text(take::HAND_YES)));
    Some(tag("details[data-hand=true]").with(tag("summary").text(take::HAND)).with(inside))
}

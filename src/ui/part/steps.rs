//! The four steps of a visit, and the true rest.

use super::icon::{icon, Icon};
use crate::ui::tag::{tag, Tag};
use crate::ui::text::frame;
use yew::{Callback, MouseEvent};

/// How it stands with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// To come.
    Later,
}

/// A step.
pub struct Step {
    /// What it is called.
    pub name: &'static str,
    /// How it stands.
    pub stand: Stand,
    /// Goes there, where one can.
    pub go: Option<Callback<MouseEvent>>,
}

/// The steps, each a way to go there.
pub fn steps(all: impl IntoIterator<Item = Step>) -> Tag {
    let one = |(number, step): (usize, Step)| {
        let sign = match step.stand {
            Stand::Done => tag("b").with(icon(Icon::Check)),
            Stand::Now | Stand::Later => tag("b[translate=no]").text(&number.to_string()),
        };
        let name = tag("span").text(step.name);
        let done = (step.stand == Stand::Done).then(|| tag("span.unseen").text(frame::DONE));
        let inside = match step.go {
            Some(go) => tag("button[type=button]").set("data-action", &format!("step-{number}")).on_click(go),
            None => tag("span.step"),
        };
        let inside = inside.with(sign).with(name).with_some(done);
        match step.stand {
            Stand::Done => tag("li.done").with(inside),
            Stand::Now => tag("li.now[aria-current=step]").with(inside),
            Stand::Later => tag("li").with(inside),
        }
    };
    tag("nav").is("aria-label", frame::STEPS).with(tag("ol.steps").each((1..).zip(all).map(one)))
}

/// A line beneath the steps: where in this one, and what is left.
pub fn rest(here: &str, left: &str) -> Tag {
    let left = (!left.is_empty()).then(|| tag("span[role=status][data-left=true]").with(tag("span").text(left)));
    tag("section.rest").is("aria-label", frame::HERE).with(tag("span").text(here)).with_some(left)
}

//! Asked twice before it is done: forgetting every answer, and taking over another's in place of one's own.

use super::part::button;
use super::tag::{tag, Tag};
use super::text::{answers as words, frame};
use super::view::{View, ViewProps};
use huiqi_visit::Action;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Forgetting one's own answers, or adopting those that are shown.
pub fn clear_or_adopt(view: &View) -> Tag {
    let twice = VComp::new::<Twice>(Rc::new(ViewProps { view: view.clone() }), Some("twice".into()));
    tag("div.gap2").node(twice.into())
}

/// A press that is asked about before it is done.
#[component]
pub fn Twice(props: &ViewProps) -> Html {
    let view = &props.view;
    let asked = use_state(|| false);
    let set = |to: bool| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(to))
    };
    let shared = view.state.is_shared();
    let (name, sure, yes, no, action) = if shared {
        (words::ADOPT, words::ADOPT_SURE, words::ADOPT_YES, words::ADOPT_NO, Action::Adopt)
    } else {
        (frame::CLEAR, frame::CLEAR_SURE, frame::CLEAR_YES, frame::CLEAR_NO, Action::Clear)
    };
    let open = button("link", if shared { "adopt" } else { "clear" }, name, set(!*asked)).says("aria-expanded", *asked);
    let sure = (*asked).then(|| {
        let does = view.on_then(action, "screen-title");
        tag("div.note.note-ask")
            .with(tag("p.small").text(sure))
            .with(button("btn btn-second btn-slim", "sure", yes, does))
            .with(button("btn btn-second btn-slim", "not-sure", no, set(false)))
    });
    tag("div").with(open).with(tag("div[role=status]").with_some(sure)).into()
}

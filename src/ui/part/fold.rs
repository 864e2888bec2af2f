//! What is folded away: with its content on the page, or drawn when it is first opened.

use crate::ui::tag::{tag, Tag};
use yew::prelude::*;

/// Folded away by the browser itself, with how much it holds.
pub fn fold(title: &str, count: &str, inside: Tag) -> Tag {
    let count = (!count.is_empty()).then(|| tag("span.count").text(count));
    let summary = tag("summary").with(tag("span").text(title)).with_some(count);
    tag("details").key(title).with(summary).with(inside)
}

/// The inside of a fold: a list.
pub fn fold_in(lines: impl IntoIterator<Item = Tag>) -> Tag {
    tag("div.fold-in").with(tag("ul").each(lines))
}

/// What a [`Lazy`] holds.
#[derive(Clone, PartialEq, Properties)]
pub struct LazyProps {
    /// Stable, for tests and for the element's id.
    pub id: AttrValue,
    /// What it is about.
    pub title: AttrValue,
    /// A line beneath.
    pub hint: AttrValue,
    /// How much it holds.
    pub count: AttrValue,
    /// Open from the beginning.
    pub open: bool,
    /// Makes what it holds.
    pub inside: Callback<(), Html>,
}

/// A part of a long list: drawn when it is opened.
#[component]
pub fn Lazy(props: &LazyProps) -> Html {
    let open = use_state(|| props.open);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let hint = (!props.hint.is_empty()).then(|| tag("small").text(&props.hint));
    let name = tag("span").with(tag("span").text(&props.title)).with_some(hint);
    let button = tag("button.opener[type=button]")
        .set("data-opens", &props.id)
        .says("aria-expanded", *open)
        .on_click(toggle)
        .with(name)
        .with(tag("span.count").text(&props.count));
    let inside = if *open { props.inside.emit(()) } else { Html::default() };
    tag("div.lazy").with(tag("h2").with(button)).node(inside).into()
}

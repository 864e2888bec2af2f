//! Lines, notes, answers as sentences, counts, and the banner over what another shared.

use super::button;
use crate::ui::tag::{tag, Tag};
use yew::{Callback, MouseEvent};

/// A thing in a row: its name, where, and what it is.
pub fn line(id: &str, name: &str, to: &str, words: &str, strong: &str) -> Tag {
    let about = (!words.is_empty() || !strong.is_empty()).then(|| {
        let strong = (!strong.is_empty()).then(|| tag("strong").text(strong));
        tag("p").with(tag("span").text(words)).with_some(strong)
    });
    tag("li").key(id).set("data-item", id).with(tag("b").text(name)).with(tag("span.to").text(to)).with_some(about)
}

/// Words set apart; `kind` is its class.
pub fn note(kind: &'static str, title: &str, words: &[&str]) -> Tag {
    let title = (!title.is_empty()).then(|| tag("h2").text(title));
    tag("div").is("class", kind).with_some(title).each(words.iter().map(|words| tag("p.small").text(words)))
}

/// An answer as a sentence, with why it is so where it was not given, and the way to change it.
pub fn said(id: &str, before: &str, answer: &str, from: &str, change: Option<Tag>) -> Tag {
    let from = (!from.is_empty()).then(|| tag("small").text(from));
    let words = tag("p").with(tag("span").text(before)).with(tag("b").text(answer));
    tag("div.said").key(id).set("data-said", id).with(tag("div").with(words).with_some(from)).with_some(change)
}

/// Counts that add up: each with its class, words and what a tap does.
pub fn counts(all: [(&'static str, usize, &'static str, Option<Callback<MouseEvent>>); 3]) -> Tag {
    let one = |(class, count, words, go): (&'static str, usize, &'static str, Option<Callback<MouseEvent>>)| {
        let element = match go {
            Some(go) => tag("button[type=button]").on_click(go),
            None => tag("span"),
        };
        let figure = tag("strong[translate=no]").is("class", class).text(&count.to_string());
        element.is("data-count", class).with(figure).with(tag("span").text(words))
    };
    tag("div.counts").each(all.map(one))
}

/// Over what another shared.
pub struct Banner<'a> {
    /// That it is another's.
    pub title: &'a str,
    /// Whose, and that one's own answers are kept.
    pub words: &'a str,
    /// The way to one's own.
    pub own: (&'static str, Callback<MouseEvent>),
}

/// The banner.
pub fn banner(of: Banner) -> Tag {
    let (words, does) = of.own;
    let inside = tag("div.shared-in")
        .with(tag("h2").text(of.title))
        .with(tag("p").text(of.words))
        .with(button("btn", "own", words, does));
    tag("section.shared[data-shared=true]").is("aria-label", "别人分享的").with(inside)
}

//! What is tapped and typed into: tiles, situations, a field with its reading-back.

use crate::ui::tag::{tag, Tag};
use yew::prelude::*;

/// A radio or a checkbox that is all of it to be tapped.
pub struct Tile<'a> {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Name of the radios that belong together.
    pub name: &'a str,
    /// Stable, for tests.
    pub value: &'a str,
    /// What the visitor reads.
    pub label: &'a str,
    /// An example.
    pub help: Option<&'a str>,
    /// Is it chosen.
    pub checked: bool,
    /// 不清楚 and the like.
    pub quiet: bool,
    /// What the tap does.
    pub does: Callback<Event>,
}

/// A tile.
pub fn tile(of: Tile) -> Tag {
    let Tile { kind, name, value, label, help, checked, quiet, does } = of;
    let input = tag("input").is("type", kind).set("name", name).value(value).checked(checked).on_change(does);
    let words = tag("span").with(tag("span").text(label)).with_some(help.map(|help| tag("small").text(help)));
    tag(if quiet { "label.tile.tile-quiet" } else { "label.tile" }).key(value).with(input).with(words)
}

/// Tiles side by side, as many in a row as their words allow.
pub fn tiles(labels: &[&str], any_help: bool) -> Tag {
    let longest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    // Of many, a long word or two may take a second line.
    let close = if labels.len() > 9 { 22 } else { 10 };
    tag(match longest {
        _ if any_help => "div.tiles.tiles-1",
        longest if longest <= close => "div.tiles",
        ..=22 => "div.tiles.tiles-2",
        _ => "div.tiles.tiles-1",
    })
}

/// Of a label in half letters.
fn width(label: &str) -> usize {
    label.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

/// A situation.
pub struct Gate<'a> {
    /// Its id.
    pub id: &'a str,
    /// In plain words.
    pub text: &'a str,
    /// How to tell.
    pub help: &'a str,
    /// How much hangs on it.
    pub count: &'a str,
    /// Is it tapped.
    pub open: bool,
    /// What the tap does.
    pub does: Callback<Event>,
}

/// A situation to tap.
pub fn gate(of: Gate) -> Tag {
    let input = tag("input[type=checkbox]").set("data-gate", of.id).checked(of.open).on_change(of.does);
    let help = (!of.help.is_empty()).then(|| tag("small").text(of.help));
    let count = (!of.count.is_empty()).then(|| tag("span.gate-count").text(of.count));
    let words = tag("span")
        .with(tag("span.gate-box[aria-hidden=true]"))
        .with(tag("span.gate-name").text(of.text))
        .with_some(count)
        .with_some(help);
    tag("label.gate").key(of.id).with(input).with(words)
}

/// A text field with its unit and what was understood.
pub struct Field<'a> {
    /// Its id in the page.
    pub id: &'a str,
    /// The word before it.
    pub label: &'static str,
    /// Its whole name, with the unit, for who does not see it.
    pub name: &'a str,
    /// What stands in it.
    pub text: &'a str,
    /// The keys that a phone offers.
    pub keys: &'static str,
    /// After it: a unit, or a choice of units.
    pub unit: Option<Tag>,
    /// What was understood, in words.
    pub says: Option<&'a str>,
    /// What is wrong, and what to write.
    pub wrong: Option<&'a str>,
    /// Each key.
    pub typed: Callback<InputEvent>,
    /// Leaving it.
    pub left: Callback<FocusEvent>,
}

/// The field; the line that says something is there before it does, so that nothing moves.
pub fn field(of: Field) -> Tag {
    let said = [of.id, "-said"].concat();
    let input = tag("input[type=text][autocomplete=off]")
        .set("id", of.id)
        .is("inputmode", of.keys)
        .value(of.text)
        .set("aria-label", of.name)
        .set("aria-describedby", &said)
        .says("aria-invalid", of.wrong.is_some())
        .on_input(of.typed)
        .on_blur(of.left);
    let words = match (of.wrong, of.says) {
        (Some(wrong), _) => tag("span.wrong").key("wrong").text(wrong),
        (None, Some(says)) => tag("span").key("says").text(says),
        (None, None) => tag("span").key("none").text(""),
    };
    let line = tag("p[aria-live=polite]").set("id", &said).is("class", "says").with_some(Some(words));
    let label = tag("label").set("for", of.id).text(of.label);
    tag("div").with(tag("div.field").with(label).with(input).with_some(of.unit)).with(line)
}

/// A question back, with a button for each answer.
pub fn asks(words: &str, buttons: impl IntoIterator<Item = Tag>) -> Tag {
    tag("div.note.note-ask[role=alert][data-asks=true]").with(tag("p").text(words)).with(tag("div.asks").each(buttons))
}

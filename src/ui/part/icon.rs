//! Signs, and the word of a verdict with its sign.

use crate::ui::tag::{tag, Tag};
use huiqi_visit::queries::Word;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// It is so.
    Check,
    /// To be asked.
    Ask,
    /// In the past.
    Past,
    /// It is not so.
    No,
    /// Not asked yet.
    Dots,
}

/// A sign; words beside it say the same.
pub fn icon(of: Icon) -> Tag {
    let path = match of {
        Icon::Check => "M5 12.5l4.5 4.5L19 7.5",
        Icon::Ask => "M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1.1.7-1.7 1.3-1.7 2.6M12 18.8v.1",
        Icon::Past => "M4 12a8 8 0 1 0 2.6-5.9L4 8.4M4 4.2v4.3h4.3M12 8v4.5l3 1.8",
        Icon::No => "M7 7l10 10M17 7L7 17",
        Icon::Dots => "M6 12h.1M12 12h.1M18 12h.1",
    };
    tag("svg.icon[viewBox=0 0 24 24][aria-hidden=true]").with(tag("path").is("d", path))
}

/// The verdict's sign and word.
pub fn mark(word: Word, words: &str) -> Tag {
    let (class, sign) = match word {
        Word::Can => ("mark mark-can", Icon::Check),
        Word::ThatYear => ("mark mark-was", Icon::Past),
        Word::Ended => ("mark mark-late", Icon::Past),
        Word::Ask => ("mark mark-ask", Icon::Ask),
        Word::Unasked => ("mark mark-blank", Icon::Dots),
        Word::Refused => ("mark mark-no", Icon::No),
    };
    tag("span").is("class", class).with(icon(sign)).with(tag("span").text(words))
}

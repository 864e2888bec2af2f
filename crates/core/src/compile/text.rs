//! Characters that are not seen: those that steer a terminal or turn the order of a line round. What they stand in
//! belongs to `tree`.

use super::diagnostic::Log;
use super::tree::{place_in_text, Json, Span, Tree};

/// Does a character steer the screen rather than stand on it: controls, line and paragraph separators, and all that
/// Unicode has for turning the direction of text or for hiding it (`Bidi_Control`, invisible operators, tags).
pub fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// The text with unseen characters written out, `\u{202e}`, so that it may be printed.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

/// Tells every unseen character in the names and texts of a dataset: they end up on a terminal and in a page.
pub fn unseen(tree: &Tree, log: &mut Log) {
    match &tree.value {
        Json::Text(text) => look(text, tree.span, log),
        Json::List(items) => items.iter().for_each(|item| unseen(item, log)),
        Json::Object(entries) => {
            for entry in entries {
                look(&entry.key, entry.key_span, log);
                unseen(&entry.value, log);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// Tells the first of a text: what brought it in brought the others.
fn look(text: &str, span: Span, log: &mut Log) {
    let Some((offset, character)) = text.char_indices().find(|(_, character)| is_unseen(*character)) else { return };
    let place = place_in_text(log.text(), span.start, offset);
    log.add(
        Span { start: place, end: place },
        format!("the text holds `U+{:04X}`, a character that cannot be seen", u32::from(character)),
        "take it out; write a new line as another note, and type the text rather than paste it",
    );
}

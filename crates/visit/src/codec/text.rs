//! Any text in letters that need no escaping in a link: other bytes are written as `*` and two hex digits.

/// Escapes a text.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_' || byte == b'-' {
            out.push(char::from(byte));
        } else {
            out.push('*');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
    }
    out
}

/// Reads an escaped text; what is no escape stays as it is, and bytes that are no text become `\u{FFFD}`.
pub fn unescaped(text: &str) -> String {
    unmarked(text, b'*')
}

/// Undoes what a chat app did to a link: `%7E` is `~` again. What is no such escape stays.
pub fn decoded(text: &str) -> String {
    unmarked(text, b'%')
}

fn unmarked(text: &str, mark: u8) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escape = match after {
            [high, low, after @ ..] if *first == mark => {
                hex(*high).zip(hex(*low)).map(|(high, low)| (high << 4 | low, after))
            }
            _ => None,
        };
        let (byte, after) = escape.unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::{escaped, unescaped};

    #[test]
    fn there_and_back() {
        for text in ["", "2020-07.1", "３00 万", "a&b=c#d%20*2a~!", "\u{0}\u{10FFFF}"] {
            let written = escaped(text);
            assert!(written.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_*".contains(&b)), "{written}");
            assert_eq!(unescaped(&written), text);
        }
    }

    #[test]
    fn damaged_text_is_read_all_the_same() {
        for text in ["*", "*4", "*zz", "*ff", "中*e4*b8"] {
            unescaped(text);
        }
    }
}

//! Files as text: UTF-8 with or without a byte order mark; another encoding is named. What the text means belongs to the
//! commands.

use crate::failure::Failure;

/// Reads a file, or standard input for `-`.
pub fn read(path: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = open(path).and_then(|mut from| from.read_to_end(&mut bytes));
    read.map_err(|error| unread(path, &error))?;
    decode(&bytes).map_err(|why| Failure::usage(format!("`{path}` {why}"), SAVE_AS))
}

/// What to do about another encoding.
pub const SAVE_AS: &str = "save it as UTF-8";

/// A file's bytes, or those of standard input for `-`.
pub fn open(path: &str) -> std::io::Result<Box<dyn std::io::Read>> {
    Ok(if path == "-" { Box::new(std::io::stdin()) } else { Box::new(std::fs::File::open(path)?) })
}

pub fn unread(path: &str, error: &std::io::Error) -> Failure {
    Failure::usage(format!("cannot read `{path}`: {}", error.to_string().to_lowercase()), "check the path")
}

/// UTF-8 without its byte order mark; else what the bytes are, as far as can be told: `is UTF-16, not UTF-8`.
pub fn decode(bytes: &[u8]) -> Result<String, String> {
    if let Some(name) = wide(bytes) {
        return Err(format!("is {name}, not UTF-8"));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            let looks = if is_gbk(bytes) { "; it looks like GBK (GB 18030)" } else { "" };
            Err(format!("is not UTF-8 in line {line}{looks}"))
        }
    }
}

/// The name of an encoding with units of two or four bytes: by its mark, or because every other byte of ASCII is zero.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] | [0, 0, 0, _, ..] | [_, 0, 0, 0, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, b'\t'..=b'~', 0, ..] | [b'\t'..=b'~', 0, _, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}

/// Could these bytes be GBK: every byte above ASCII leads a pair or a group of four as GB 18030 allows them.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let [first, others @ ..] = rest {
        rest = match (first, others) {
            (0..=0x7F, _) => others,
            (0x81..=0xFE, [0x40..=0x7E | 0x80..=0xFE, after @ ..]) => after,
            (0x81..=0xFE, [0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, after @ ..]) => after,
            _ => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_mark_is_skipped_and_encodings_are_named() {
        assert_eq!(decode(b"\xEF\xBB\xBF{}").as_deref(), Ok("{}"));
        assert_eq!(decode("惠".as_bytes()).as_deref(), Ok("惠"));
        let utf16: Vec<u8> = "\u{feff}{\"a\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, name) in [
            (utf16.as_slice(), "UTF-16"),
            (&utf16[2..], "UTF-16"),
            (b"\xFE\xFF\0{\0}".as_slice(), "UTF-16"),
            (b"\0{\0}", "UTF-16"),
            (b"\xFF\xFE\0\0{\0\0\0", "UTF-32"),
            (b"\0\0\0{\0\0\0}", "UTF-32"),
            // 惠企 in GBK and, with a group of four, in GB 18030.
            (b"{\n\"\xBB\xDD\xC6\xF3\"}", "line 2; it looks like GBK"),
            (b"\"\x81\x30\x81\x30\"", "line 1; it looks like GBK"),
        ] {
            let why = decode(bytes).expect_err("another encoding");
            assert!(why.contains(name), "{why}");
        }
        assert_eq!(decode(b"{\n\n\"caf\xE9\"}"), Err("is not UTF-8 in line 3".to_owned()));
    }
}

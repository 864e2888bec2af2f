//! Short codes for ids. A code is made of the id alone, so that it says the same in every version of a list; where two ids of
//! a list would share one, and for a former id that is no longer known by it, the id itself stands there.

/// Letters of a code; none of them parts anything.
const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The code of an id, of so many letters (FNV-1a over its bytes).
fn code(id: &str, letters: usize) -> String {
    let mut hash = id
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mut out = String::with_capacity(letters);
    for _ in 0..letters {
        let letter = usize::try_from(hash % 62).ok().and_then(|at| LETTERS.get(at));
        out.push(char::from(letter.copied().unwrap_or(b'0')));
        hash /= 62;
    }
    out
}

/// An id among its siblings: its code, or `_id_` where a sibling has the same.
pub fn written(id: &str, siblings: &[&str], letters: usize) -> String {
    let short = code(id, letters);
    if siblings.iter().any(|other| *other != id && code(other, letters) == short) {
        ["_", id, "_"].concat()
    } else {
        short
    }
}

/// The first of these ids that the text begins with as [`written`] has it, by its place, and what follows.
pub fn read<'a>(text: &'a str, ids: &[&str], letters: usize) -> Option<(Option<usize>, &'a str)> {
    if let Some(rest) = text.strip_prefix('_') {
        // Ids have single underscores within; the end is the one behind which no id goes on.
        let known =
            ids.iter().enumerate().filter_map(|(at, id)| Some((at, id, rest.strip_prefix(id)?.strip_prefix('_')?)));
        if let Some((at, _, rest)) = known.max_by_key(|(_, id, _)| id.len()) {
            return Some((Some(at), rest));
        }
        let end = rest.rfind('_')?;
        return Some((None, rest.get(end + 1..)?));
    }
    let (short, rest) = (text.get(..letters)?, text.get(letters..)?);
    Some((ids.iter().position(|id| code(id, letters) == short), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_that_of_its_id_for_ever() {
        // Links that were sent out rest on these.
        assert_eq!((code("staff", 3), code("industry", 3)), ("jyT".into(), "pad".into()));
    }

    #[test]
    fn ids_that_share_a_code_are_written_out() {
        let ids: Vec<String> = (0..200).map(|at| format!("id_{at}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let texts: Vec<String> = ids.iter().map(|id| written(id, &ids, 1) + "-rest").collect();
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(read(text, &ids, 1), Some((Some(at), "-rest")), "{text}");
        }
    }
}

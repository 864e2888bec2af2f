//! One form for each character: full width, look-alikes, blanks. What the characters mean belongs to `words`.

/// Bytes of what is still read; a number in words, with its currency and unit, needs a third of it.
const LONGEST: usize = 300;

/// What is told of a longer text.
pub const TOO_LONG: &str = "文字太长了，请只填一个数或一个日期。";

/// Is this more than a number or a day.
pub fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST
}

/// The text in plain characters, without blanks around it. What parts the cells of a table (tabs, line ends) is one tab.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim_matches(|letter: char| is_blank(letter) || is_hidden(letter)).chars() {
        match narrow(letter) {
            letter if is_hidden(letter) => {}
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => {
                let ends = out.trim_end_matches([' ', '\t']).len();
                out.truncate(ends);
                out.push('\t');
            }
            letter if is_blank(letter) => {
                if !out.ends_with([' ', '\t']) {
                    out.push(' ');
                }
            }
            letter => out.push(letter),
        }
    }
    out
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
}

/// What is pasted along unseen: marks of direction, joiners, soft hyphens.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '。' | '·' => '.',
        '、' => ',',
        '‐'..='―' | '−' | '﹣' | '─' => '-',
        '〜' | '∼' => '~',
        '￥' => '¥',
        '﹪' => '%',
        '’' | '‘' => '\'',
        '“' | '”' | '「' | '」' => '"',
        '〔' | '【' => '(',
        '〕' | '】' => ')',
        '≧' => '≥',
        '≦' => '≤',
        '萬' => '万',
        '億' => '亿',
        '點' => '点',
        '負' => '负',
        '虧' => '亏',
        '個' => '个',
        '號' => '号',
        '約' => '约',
        '過' => '过',
        '圓' | '圆' => '元',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn one_form_for_each() {
        for (text, form) in [
            (" ３５０ 万 ", "350 万"),
            ("\u{feff}100\t\r\n200\r\n", "100\t200"),
            ("１，０００．５％", "1,000.5%"),
            ("3〜5萬圓", "3~5万元"),
            ("—50", "-50"),
            ("a\u{a0}\u{3000} b", "a b"),
        ] {
            assert_eq!(plain(text), form, "{text:?}");
        }
    }
}

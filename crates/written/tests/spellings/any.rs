//! Texts that nobody chose: each is read or refused, and what is read can be kept.

use super::support::{days, decimal, rate, unit, yuan};
use huiqi_written::{date, number, Asked, Said, Value, Written};
use rust_decimal::Decimal;

const PIECES: &[&str] = &[
    "3",
    "5",
    "0",
    "12",
    "2020",
    "350",
    ".",
    ",",
    "'",
    "-",
    "~",
    "到",
    "万",
    "亿",
    "千",
    "百",
    "十",
    "廿",
    "半",
    "多",
    "几",
    "零",
    "〇",
    "两",
    "三",
    "五",
    "点",
    "元",
    "块",
    "角",
    "分",
    "人",
    "个",
    "月",
    "年",
    "日",
    "%",
    "‰",
    "成",
    "百分之",
    "约",
    "不到",
    "以上",
    "至少",
    "负",
    "亏",
    "(",
    ")",
    "（",
    "）",
    "¥",
    "$",
    " ",
    "\t",
    "\n",
    "e",
    "E",
    "W",
    "k",
    "/",
    ":",
    "T",
    "+",
    "\"",
    "\u{202e}",
    "\u{200b}",
    "壹",
    "拾",
    "萬",
    "x",
    "99999999999999999999",
    "é",
];

/// A number from 0 up to `below`, the same in every run.
fn next(seed: &mut u64, below: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).expect("31 bits") % below
}

fn can_be_kept(said: &Said, asked: &Asked) -> bool {
    let fits = |number: Decimal| {
        asked.min <= number && number <= asked.max && number.normalize().scale() <= u32::from(asked.decimals)
    };
    !said.words.is_empty()
        && match said.value {
            Value::Number(number) => fits(number),
            Value::Range(low, high) => low <= high && fits(low) && fits(high),
            Value::Date(day) => (days().min..=days().max).contains(&day),
        }
}

fn holds(text: &str, read: &Written, asked: &Asked) {
    match read {
        Written::Nothing => {}
        Written::Understood(said) => assert!(can_be_kept(said, asked), "{text:?}: {read:?}"),
        Written::Ask { choices, question } => {
            assert!(!choices.is_empty() && !question.is_empty(), "{text:?}");
            assert!(choices.iter().all(|said| can_be_kept(said, asked)), "{text:?}: {read:?}");
        }
        Written::Refused(why) => assert!(!why.is_empty(), "{text:?}"),
    }
}

#[test]
fn any_text_is_read_or_refused() {
    let asked =
        [yuan(1), yuan(10_000), rate(), unit("人", "100000", 0), unit("元/千瓦时", "5", 6), unit("个月", "600", 0)];
    let mut seed = 7;
    let mut understood = 0;
    for _ in 0..60_000 {
        let length = 1 + next(&mut seed, 7);
        let text: String = (0..length).map(|_| PIECES[next(&mut seed, PIECES.len())]).collect();
        let asked = &asked[next(&mut seed, asked.len())];
        let read = number(&text, asked);
        understood += usize::from(matches!(read, Written::Understood(_)));
        holds(&text, &read, asked);
        holds(&text, &date(&text, &days()), asked);
    }
    assert!(understood > 3_000, "{understood}");
}

#[test]
fn a_text_without_end_is_refused_at_once() {
    for piece in ["9", "+", "-", "(", "约", "亿", "1 ", "1\t", ",", "9,", "〇", "到", "1-"] {
        let text = piece.repeat(100_000);
        for read in [number(&text, &yuan(1)), date(&text, &days())] {
            assert!(matches!(read, Written::Refused(_)), "{piece}");
        }
    }
    let just = Asked { max: decimal("1e11"), ..yuan(1) };
    assert!(matches!(number(&"9".repeat(40), &just), Written::Refused(_)));
}

//! A card, closed and opened.

use huiqi_visit::queries::Word;
use huiqi_visit::Mode;

pub const PERIOD: &str = "期限";
pub const OFFICE: &str = "去哪";
pub const WHY: &str = "为什么";
pub const OPEN: &str = "条文、条件、算法";
pub const CLOSE: &str = "收起";
pub const ASK: &str = "照着问";
pub const ASK_COPY: &str = "复制这句话";
pub const CONDITIONS: &str = "条件";
pub const HOLDS: &str = "符合：";
pub const FAILS: &str = "不符合：";
pub const TO_ASK: &str = "要问：";
pub const UNKNOWN: &str = "您答“不清楚”";
pub const NOT_YET: &str = "还没答";
pub const FORMULA: &str = "怎么算的";
pub const CLAUSE: &str = "条文";
pub const NOTES: &str = "说明";
pub const LATER: &str = "后来的变化";
pub const CONTRADICTION: &str = "清单里说法不一致的地方";
pub const DOCUMENTS: &str = "条文点名要的材料";
pub const RIGHT: &str = "不涉及钱数";
pub const NOTHING: &str = "不另省钱";
pub const MORE: &str = "还可以填得更准";
pub const NO_NUMBER: &str = "清单没写文号";
pub const MONEY: &str = "钱数（点一档，或填准确数）";

/// What is to be done, by the mode and the verdict.
pub const fn how(mode: Mode, word: Word) -> &'static str {
    match (word, mode) {
        (Word::Ask, _) => "怎么问",
        (_, Mode::LookBack) => "怎么查",
        (_, Mode::Current) => "怎么办",
    }
}

pub fn figures(count: usize) -> String {
    format!("{count} 个数")
}

/// Conditions counted.
pub fn conditions([holds, ask, open]: [usize; 3]) -> String {
    let mut told = format!("{} 个条件，符合 {holds} 个", holds + ask + open);
    if ask > 0 {
        told.push_str(&format!("，{ask} 个要问经办机关"));
    }
    if open > 0 {
        told.push_str(&format!("，{open} 个还没答"));
    }
    told
}
pub fn pick_one(count: usize) -> String {
    format!("{count} 种里只能取一种")
}
pub fn instead(title: &str) -> String {
    format!("已按“{title}”算，这一种不再算")
}
/// How far a later change was verified.
pub fn later(text: &str, verified: u8) -> String {
    match verified {
        2 => format!("{text}（有两个以上来源）"),
        1 => format!("{text}（有一个来源）"),
        _ => format!("{text}（未核到原文）"),
    }
}
pub fn quoted(words: &str) -> String {
    ["“", words, "”"].concat()
}
pub fn equals(words: &str) -> String {
    ["＝ ", words].concat()
}

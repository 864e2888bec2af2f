//! The questions.

pub const UNKNOWN: &str = "不清楚";
pub const YES: &str = "是";
pub const NO: &str = "不是";
pub const BOTH: &str = "都有";
pub const ONLY: &str = "只有";
pub const ALL: &str = "全都是";
pub const NONE: &str = "都没有";
pub const ESTIMATE: &str = "估 ";
pub const REST_UNKNOWN: &str = "其余的不清楚";
pub const SEVERAL: &str = "可以点几个。";
pub const TYPE_NUMBER: &str = "准确数";
pub const TYPE_DAY: &str = "具体日子";
pub const WHY: &str = "为什么问这个";
pub const YUAN: &str = "元";
pub const TEN_THOUSAND: &str = "万元";
pub const SCALE: &str = "金额单位";
pub const CHANGE: &str = "修改回答";
pub const SAVE: &str = "改好了，返回";
pub const BACK: &str = "上一步";
pub const NEXT_QUESTION: &str = "下一问";
pub const EDIT: &str = "修改";
pub const UNDO: &str = "撤销";
pub const REMOVED: &str = "已删去，还可以撤销。";
pub const WRONG: &str = "有一处要先改：";
pub const CLASH: &str = "前后对不上：";

/// A member of a set that does not hold.
pub fn not(member: &str) -> String {
    ["没有“", member, "”"].concat()
}
/// What a gap is to be filled with, read out.
pub fn field(question: &str, unit: &str) -> String {
    if unit.is_empty() {
        question.to_owned()
    } else {
        [question, "（单位：", unit, "）"].concat()
    }
}
/// How an estimate comes about; it is none of the visitor's figures.
pub fn estimated(text: &str) -> String {
    ["“估”是推算的，有实数请填实数。推法：", text, "。"].concat()
}
pub fn read_as(words: &str) -> String {
    ["＝ ", words].concat()
}
pub fn numbered(number: usize, question: &str) -> String {
    format!("{number}. {question}")
}
pub fn at(number: usize, all: usize) -> String {
    format!("第 {number} 问，共 {all} 问")
}
/// What hangs on a question.
pub fn stake(names: &[&str], all: usize) -> String {
    format!("关系到 {all} 件：{}{}", names.join("、"), if all > names.len() { "等。" } else { "。" })
}

/// The rows of a group.
pub mod rows {
    pub fn none(label: &str) -> String {
        format!("没有{label}")
    }
    pub fn nth(number: usize, label: &str) -> String {
        format!("第 {number} 笔{label}")
    }
    pub fn add(label: &str) -> String {
        format!("再加一笔{label}")
    }
    pub fn remove(number: usize) -> String {
        format!("删去第 {number} 笔")
    }
}

/// Rough ranges that are given as the answer.
pub fn between(low: &str, high: &str) -> String {
    let unit = high.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
    [low.strip_suffix(unit).unwrap_or(low), "～", high].concat()
}
pub fn below(high: &str) -> String {
    format!("不到 {high}")
}
pub fn up_to(high: &str) -> String {
    format!("{high}以下")
}
pub fn over(low: &str) -> String {
    format!("超过 {low}")
}
pub fn from(low: &str) -> String {
    format!("{low}以上")
}

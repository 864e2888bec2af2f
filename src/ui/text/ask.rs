//! The questions.

pub const NEXT: &str = "下一步";
pub const NEXT_WITH_NONE: &str = "没勾的都没有，下一步";
pub const SAVE: &str = "改好了，返回";
pub const BACK: &str = "上一步";
pub const SEE: &str = "看结果";
pub const BLANK: &str = "没填的按“不清楚”算，以后随时可以补。";
pub const UNKNOWN: &str = "不清楚";
pub const YES: &str = "是";
pub const NO: &str = "否";
pub const NONE: &str = "以上都没有";
pub const REST_NO: &str = "没有勾选的，按“没有”算。";
pub const REST_UNKNOWN: &str = "其余的不清楚";
pub const ROUGHLY: &str = "记不准，可以选大致范围";
pub const WHY: &str = "为什么问这个";
pub const YUAN: &str = "元";
pub const TEN_THOUSAND: &str = "万元";
pub const SCALE: &str = "金额单位";
pub const DATE_HELP: &str = "例如 2020-6-1";
pub const ERRORS: &str = "请先改好下面的填写";
pub const ERROR: &str = "填写有误：";
pub const CHANGE: &str = "修改回答";
pub const ANSWERS: &str = "已填的回答";
pub const NO_ANSWERS: &str = "还没有回答任何问题。";
pub const EDIT: &str = "修改";

/// The rows of a group.
pub mod rows {
    pub fn some(label: &str) -> String {
        format!("有，逐笔填写{label}")
    }
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

/// What hangs on a question.
pub fn stake(clauses: usize, titles: &str) -> String {
    format!("关系到 {clauses} 条：{titles}{}", if clauses > 3 { "等。" } else { "。" })
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
    format!("{high}及以下")
}
pub fn over(low: &str) -> String {
    format!("超过 {low}")
}
pub fn from(low: &str) -> String {
    format!("{low}及以上")
}

/// Instead of the progress, where nothing is screened yet.
pub const BEGINNING: &str = "最要紧的问题先问";

/// How far the visit has come.
pub fn progress(answered: usize, open: usize) -> String {
    match open {
        0 => format!("已答 {answered} 题，没有别的问题了"),
        _ => format!("已答 {answered} 题，最多还有 {open} 题"),
    }
}

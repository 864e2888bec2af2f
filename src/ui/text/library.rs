//! 查政策.

use huiqi_core::dataset::Status;
use huiqi_visit::Mode;

pub const TITLE: &str = "查政策";
pub const WORDS: &str = "找政策";
pub const LIKE: &str = "例如：房租、社保、贷款";
pub const FIND: &str = "找";
pub const BY: &str = "怎么排";
pub const BY_TOPIC: &str = "按事情";
pub const BY_DOCUMENT: &str = "按文件";
pub const FILTERS: &str = "筛选";
pub const MONEY: &str = "写了金额的";
pub const UNDATED: &str = "没写截止日的";
pub const MINE: &str = "和我有关的";
pub const OFFICE: &str = "办理机关";
pub const ANY: &str = "全部机关";
pub const NOTHING: &str = "没有找到。换个说法，或少用几个词。";
pub const RESET: &str = "看全部";
pub const BACKGROUND: &str = "背景，企业不能直接申领";
pub const DOCUMENT: &str = "文件";
pub const AUDIENCE: &str = "给谁";
pub const PERIOD: &str = "期限";
pub const COMMON: [&str; 7] = ["社保", "房租", "贷款", "电费", "过路费", "增值税", "公积金"];

pub fn found(clauses: usize, sections: usize, by_document: bool) -> String {
    format!("{clauses} 条，{sections} {}。", if by_document { "份文件" } else { "类事情" })
}
pub fn count(clauses: usize) -> String {
    format!("{clauses} 条")
}
/// Where the judged day lies, in the mode's words.
pub const fn status(mode: Mode, of: Status) -> &'static str {
    match (of, mode) {
        (Status::InForce, _) => "在期限内",
        (Status::NotStarted, _) => "还没开始",
        (Status::Ended, Mode::LookBack) => "当年可办，已结束",
        (Status::Ended, Mode::Current) => "已结束",
        (Status::OpenEvent, _) => "截止日没有定",
        (Status::Unconfirmed, _) => "现在还办不办，待核实",
    }
}

//! The outcome.

pub const TITLE: &str = "测算结果";
pub const NOW: &str = "现在可得的现金类合计";
pub const THEN: &str = "当时可得的现金类合计（已过期）";
pub const NOT_STARTED: &str = "尚未开始的现金类合计";
pub const OPEN_EVENT: &str = "期限待定的现金类合计";
pub const TAX: &str = "税前扣除少缴的税（税额影响）";
pub const TAX_NOTE: &str = "税前扣除是少算应税所得，省下的是税，不是发到手的钱，所以单列。";
pub const DEFERRAL: &str = "可以晚缴的（缓缴）";
pub const DEFERRAL_NOTE: &str = "缓缴不是不缴：到期还要补上，只是晚一些。";
pub const MORE_QUESTIONS: &str = "接着回答问题";
pub const ALL_ANSWERED: &str = "能影响结果的问题都回答过了。";
pub const CHARTS: &str = "金额构成和期限";
pub const BY_KIND: &str = "按类别";
pub const BY_POLICY: &str = "按政策";
pub const TIMELINE: &str = "政策期限";
pub const BAR_NOTE: &str = "深色是至少能得的，浅色是最多能得的。各条分开算，可能不能同时享受。";

pub fn timeline_note(first: &str, last: &str, reference: &str) -> String {
    format!("左端是 {first}，右端是 {last}；竖线是参考日期 {reference}（不在这段时间里就不画）。")
}

pub const SCALE_HINT: &str = "填报时请记得填写“企业划型”，没填的可能领不到。";
pub const TOTALS: &str = "合计";
pub const NO_BOUND: &str = "起，没有写明上限";
pub const MOST_OPEN: &str = "起，回答越多越准";

/// The most that a range can be, in yuan.
pub fn at_most(most: &str) -> String {
    format!("起，最多 {most} 元")
}

pub fn count(clauses: usize) -> String {
    format!("{clauses} 条")
}

pub fn more(open: usize, is_first: bool) -> String {
    if is_first {
        format!("还有最多 {open} 个问题能让结果更准。")
    } else {
        format!("关系到能得多少的问题都问过了。还有最多 {open} 个问题，只关系到要争取、支持和鼓励的条款。")
    }
}

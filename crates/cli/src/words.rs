//! Chinese words for what only editors read: how far something was checked, where it is from.

/// How far a figure was checked.
pub const fn verified(level: u64) -> &'static str {
    match level {
        2 => "两个以上来源",
        1 => "一个来源",
        _ => "未核到原文",
    }
}

/// What was decided about a contradiction.
pub fn decision(key: &str) -> &str {
    match key {
        "range" => "金额给区间",
        "reading" => "两种口径并列",
        "note" => "如实提示",
        "reason" => "不影响结果",
        other => other,
    }
}

/// Where something is known from: a clause, a contradiction, or facts outside the list.
pub fn source(source: &str) -> String {
    source.replace("facts ", "清单外资料 §")
}

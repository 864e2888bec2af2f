//! Chinese words for what the dataset calls by key.

use huiqi_core::dataset::{Kind, Nature, Status, Strength, Trigger};

/// A strength, and what it means for a visitor.
pub const fn strength(strength: Strength) -> (&'static str, &'static str) {
    match strength {
        Strength::Definite => ("明确", "可享受"),
        Strength::Due => ("应", "可据此要求"),
        Strength::Priority => ("优先", "同等条件下优先，不等于取得"),
        Strength::Supported => ("支持", "可争取、可询问"),
        Strength::Encouraged => ("鼓励", "可争取、可询问"),
        Strength::Obligation => ("义务", "须做到或配合"),
    }
}

pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Grant => "奖补",
        Kind::Reduction => "减免",
        Kind::Refund => "退返",
        Kind::InterestSubsidy => "贴息",
        Kind::TaxEffect => "扣除的税额影响",
        Kind::Deferral => "缓缴递延",
        Kind::Right => "非金额权利",
    }
}

pub const fn nature(nature: Nature) -> Option<&'static str> {
    match nature {
        Nature::Threshold => None,
        Nature::Discretion => Some("由经办机关认定"),
        Nature::Award => Some("须已取得"),
    }
}

pub const fn trigger(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Use => "发生",
        Trigger::Application => "申请",
        Trigger::Loan => "放款",
        Trigger::Award => "授予",
    }
}

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

pub const fn status(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "未开始",
        Status::InForce => "执行中",
        Status::Ended => "已结束",
        Status::OpenEvent => "终期未定",
    }
}

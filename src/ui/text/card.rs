//! A clause's card.

pub const REASONS: &str = "条件";
pub const REASONS_MISSED: &str = "不符合的条件";
pub const NO_CONDITION: &str = "没有另外的条件。";
pub const HOLDS: &str = "符合";
pub const FAILS: &str = "不符合";
pub const OPEN: &str = "待补充";
pub const FORMULA: &str = "怎么算的";
pub const CLAUSE: &str = "条款内容";
pub const NOTES: &str = "说明";
pub const LATER: &str = "后来的变化";
pub const SOURCE: &str = "依据";
pub const OFFICE: &str = "经办";
pub const PERIOD: &str = "期限";
pub const NUMBER: &str = "文号";
pub const NO_NUMBER: &str = "清单未写文号";
pub const MISSING: &str = "在这里补充";
pub const CONTRADICTION: &str = "清单里的说法不一致";
pub const SHOW: &str = "看详情";
pub const HIDE: &str = "收起";
pub const AMOUNT_OPEN: &str = "补充后可算";
pub const AT_LEAST: &str = "至少";
pub const RIGHT: &str = "不涉及金额";

/// Questions still missing.
pub fn needs(labels: &str, count: usize) -> String {
    if count > 4 {
        format!("还差 {labels}等 {count} 项")
    } else {
        format!("还差 {labels}")
    }
}

pub const CARRIED: &str = "金额已经算在相关的另一条里，不重复计。";

pub fn tax_together(amount: &str) -> String {
    format!("几项税前扣除要合在一起算，全部合计少缴 {amount}。")
}

pub fn reading(group: &str, reading: &str, amount: &str) -> String {
    format!("{group}有不同的说法，这一条按{reading}。几种说法只算一次，一共 {amount}。")
}

pub fn excluded(winner: &str, amount: &str) -> String {
    format!("已按更合算的“{winner}”计算；若改选这一条，值 {amount}。")
}

pub fn later(text: &str, verified: u8) -> String {
    match verified {
        2 => format!("{text}（有两个以上来源）"),
        1 => format!("{text}（有一个来源）"),
        _ => format!("{text}（未核到原文）"),
    }
}

pub fn clause(id: &str) -> String {
    format!("清单条款 {id}")
}

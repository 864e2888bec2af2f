//! What was wrong with a link or with what was kept.

pub const DAMAGED: &str = "这个链接不完整，没法读出里面的回答。您可以重新开始。";
pub const BAD_DATE: &str = "链接里的参考日期不对，已改用今天。";

pub fn other_version(version: &str) -> String {
    if version.is_empty() {
        "这些回答没有注明数据版本，已按现在的版本重新计算。".to_owned()
    } else {
        format!("这些回答是用 {version} 版数据填的，已按现在的版本重新计算。")
    }
}

pub fn prefilled(count: usize) -> String {
    format!("这个网页已替您填了 {count} 个回答，请到“回答”里核对，不对的可以改。")
}

pub fn dropped(count: usize) -> String {
    format!("有 {count} 个回答在现在的版本里不能用，已略去，其余的都保留了。")
}

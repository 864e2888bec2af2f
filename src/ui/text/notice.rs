//! What was wrong with a link or with what was kept.

pub const DAMAGED: &str = "这个链接不完整，读不出里面的回答。您可以从头开始，或请对方重发。";

pub fn other_version(version: &str) -> String {
    if version.is_empty() {
        "这些回答没有注明数据版本，已按现在的版本重新算。".to_owned()
    } else {
        format!("这些回答是用 {version} 版数据填的，已按现在的版本重新算。")
    }
}

pub fn prefilled(count: usize) -> String {
    format!("这个网页已替您填了 {count} 个回答，请到“回答”里核对，不对的可以改。")
}

/// Answers that could not be used: those of known questions by name, and how many others.
pub fn dropped(names: &[&str], others: usize) -> String {
    let named = if names.is_empty() { String::new() } else { format!("：{}", names.join("、")) };
    format!("有 {} 个回答在现在的版本里不能用，已略去{named}。其余的都保留了。", names.len() + others)
}

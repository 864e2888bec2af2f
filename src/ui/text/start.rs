//! The start.

pub const TITLE: &str = "看看您的企业能享受哪些政策";
pub const LEAD: &str = "回答几个问题，就能看到符合哪些条款、每条值多少钱、依据是什么、到哪里办。";
pub const POINTS: [&str; 3] = [
    "每次只问几个最要紧的问题，拿不准就选“不清楚”。",
    "随时可以看结果，也可以改任何一个回答。",
    "回答只留在您的设备上，不上传，也不问姓名、电话和证件号。",
];
pub const BEGIN: &str = "开始测算";
pub const GO_ON: &str = "接着回答";
pub const SEE: &str = "看结果";
pub const LIBRARY: &str = "直接看全部政策";
pub const DATE: &str = "按哪一天判断是否过期";
pub const DATE_HELP: &str = "默认是今天。也可以填别的日期，例如 2020-7-15。";
pub const DATE_WRONG: &str = "日历上没有这一天。请按 2020-7-15 的样子填写。";
pub const TODAY: &str = "今天";
pub const LIST_MONTH: &str = "清单发布时";
pub const HISTORY: &str = "这是一份历史清单";

/// Nothing dated is in force.
pub fn history(date: &str, published: &str) -> String {
    format!("清单是 {published} 发布的。到 {date}，写明了期限的政策都已经过期，现在测算只能知道当年能享受什么。要看当时的情况，请选清单发布时的日期。")
}

/// Which list this is.
pub fn list(title: &str, publisher: &str, published: &str) -> String {
    format!("依据：{publisher}《{title}》，{published} 发布。")
}

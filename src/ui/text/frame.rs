//! The header and footer.

pub const LARGE: &str = "大字版";
pub const LOOK: &str = "显示";
pub const THEME: &str = "颜色";
pub const THEMES: [&str; 4] = ["跟随设备", "浅色", "深色", "高对比"];
pub const HOME: &str = "首页";
pub const OUTCOME: &str = "结果";
pub const LIBRARY: &str = "全部政策";
pub const QUESTIONS: &str = "问题";
pub const ANSWERS: &str = "回答";
pub const NAV: &str = "页面";
pub const DISMISS: &str = "知道了";

/// In two parts, each of which stays on a line where it can.
pub fn footer(version: &str, date: &str) -> [String; 2] {
    [["数据版本 ", version, "，"].concat(), ["参考日期 ", date, "。"].concat()]
}

pub fn contact(contact: &str) -> String {
    format!("发现错误请告诉我们：{contact}")
}

pub const VERIFIED: &str = "清单以外的数字按公开资料核对，来源写在各条说明里。";

//! Taking the outcome along.

use huiqi_core::date::Date;

pub const TITLE: &str = "带走结果";
pub const PRINT: &str = "打印申报清单";
pub const COPY: &str = "复制文本";
pub const CSV: &str = "下载表格（CSV）";
pub const JSON: &str = "下载数据（JSON）";
pub const ICS: &str = "下载截止日历（ICS）";
pub const SHARE: &str = "复制分享链接";
pub const SHARE_NOTE: &str = "链接里带着您的回答。发到聊天软件里，收到的人和聊天软件都能看到。";
pub const CLEAR: &str = "清空全部回答";
pub const CLEAR_SURE: &str = "清空后不能恢复，确定吗？";
pub const CLEAR_YES: &str = "确定清空";
pub const CLEAR_NO: &str = "不清空";
pub const COPIED: &str = "已复制。";
pub const NOT_COPIED: &str = "没能自动复制，请在下面的框里长按或全选后复制。";
pub const SAVED: &str = "已交给浏览器下载。没有反应的话，请用“复制文本”。";
pub const NO_DEADLINES: &str = "参考日期之后没有写明截止日的条款。";
pub const TEXT: &str = "文本";
pub const HAND: &str = "把结果交给本页";
pub const HAND_TO: &str = "按下面的按钮以后，以下内容会交给嵌入这个测算的网页：";
pub const HAND_REST: &str = "参考日期，以及各条的结论、条件、金额和算式";
pub const HAND_NOTE: &str = "不按就什么都不交。交出以后怎么用，由那个网页的主办单位负责。";
pub const HAND_YES: &str = "确认交给本页";
pub const HANDED: &str = "已交给本页。";
pub const NOT_HANDED: &str = "没能交给本页。请用“复制文本”。";
pub const SHEET: &str = "惠企政策申报清单";
pub const COLUMNS: [&str; 10] =
    ["条款", "政策", "内容", "结论", "类别", "至少（元）", "最多（元）", "期限", "经办", "文号"];
pub const ITEM: &str = "项目";
pub const AMOUNT: &str = "金额";
pub const SOURCE: &str = "依据";

/// An end that a later document set.
pub fn later_end(until: Date) -> String {
    format!("，按后来的文件到{}止", super::day(until))
}

pub fn deadline(title: &str) -> String {
    format!("截止：{title}")
}

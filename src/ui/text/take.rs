//! Taking the outcome along.

pub const TITLE: &str = "分享、下载";
pub const COPY: &str = "复制文本";
pub const CSV: &str = "下载表格（CSV）";
pub const JSON: &str = "下载数据（JSON）";
pub const ICS: &str = "下载截止日历（ICS）";
pub const SHARE: &str = "复制分享链接";
pub const SHARE_NOTE: &str = "链接里带着您的回答。发到聊天软件里，收到的人和聊天软件都能看到。";
pub const COPIED: &str = "已复制。";
pub const NOT_COPIED: &str = "没能自动复制，请在下面的框里长按或全选后复制。";
pub const SAVED: &str = "已交给浏览器下载。没有反应的话，请用“复制文本”。";
pub const NO_DEADLINES: &str = "没有还没到的截止日，所以没有日历可下载。";
pub const TEXT: &str = "文本";
pub const HAND: &str = "把结果交给本页";
pub const HAND_TO: &str = "按下面的按钮以后，以下内容会交给嵌入这个测算的网页：";
pub const HAND_REST: &str = "判断期限的日子，以及各条的结论、条件、金额和算式";
pub const HAND_NOTE: &str = "不按就什么都不交。交出以后怎么用，由那个网页的主办单位负责。";
pub const HAND_YES: &str = "确认交给本页";
pub const HANDED: &str = "已交给本页。";
pub const NOT_HANDED: &str = "没能交给本页：按钮可能刚才被盖住了，请再按一次，或用“复制文本”。";
pub const COLUMNS: [&str; 12] =
    ["件", "名称", "结论", "类别", "至少（元）", "最多（元）", "金额说明", "期限", "去哪", "清单条款", "文件", "文号"];

pub fn deadline(title: &str) -> String {
    format!("截止：{title}")
}

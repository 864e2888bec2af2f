//! What stands around every screen.

use huiqi_visit::Mode;

pub const LARGE: &str = "大字";
pub const NORMAL: &str = "普通版";
pub const THEME: &str = "颜色";
pub const THEMES: [&str; 4] = ["跟随设备", "浅色", "深色", "高对比"];
pub const LIBRARY: &str = "查政策";
pub const ANSWERS: &str = "回答";
pub const DISMISS: &str = "知道了";
pub const STEPS: &str = "一共四步";
pub const HERE: &str = "现在这一步";
pub const STEP: [&str; 4] = ["企业", "情况", "补充", "结果"];
pub const DONE: &str = "（已完成）";
pub const LOOK: &str = "显示颜色";
pub const CLEAR: &str = "清空，从头来";
pub const CLEAR_SURE: &str =
    "清空全部回答？清空后还可以马上撤销一次。浏览器自己的历史记录、已下载的文件和发出去的链接，这里清不掉。";
pub const CLEAR_YES: &str = "确定清空";
pub const CLEAR_NO: &str = "不清空";
pub const CLEARED: &str = "已清空全部回答。";
pub const KEPT: &str = "回答只留在这台设备上，关掉本页就没有了。";
pub const VERIFIED: &str = "清单以外的数字按公开资料核对，来源写在各条说明里。";

/// Name with the mode.
pub fn name(mode: Mode, year: i32) -> [String; 2] {
    let of = match mode {
        Mode::LookBack => format!("{year} 年回查"),
        Mode::Current => "现行".to_owned(),
    };
    ["惠企政策".to_owned(), of]
}

/// Whose list, of when.
pub fn list(published: &str) -> String {
    ["清单发布于 ", published].concat()
}

pub fn source(publisher: &str, title: &str, published: &str, version: &str) -> [String; 2] {
    [format!("依据：{publisher}《{title}》，{published} 发布；"), format!("数据版本 {version}。")]
}

/// The day that is judged.
pub fn judged(mode: Mode, year: i32, day: &str) -> String {
    match mode {
        Mode::LookBack => format!("按 {year} 年全年回查，今天是 {day}。"),
        Mode::Current => format!("按 {day} 判断期限。"),
    }
}

pub fn contact(contact: &str) -> String {
    format!("发现错误请告诉我们：{contact}")
}

/// Title of the browser's tab.
pub fn title(screen: &str, mode: &[String; 2]) -> String {
    [screen, " - ", &mode[0], " · ", &mode[1]].concat()
}

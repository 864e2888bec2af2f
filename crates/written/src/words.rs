//! The table of words that are understood. In each list what is longer stands before what it begins with.

/// Digits: common, in capitals, and old forms.
pub const DIGITS: [(&str, u8); 10] = [
    ("〇零○Ｏ", 0),
    ("一壹弌", 1),
    ("二贰两貳弍兩俩", 2),
    ("三叁參弎仨", 3),
    ("四肆", 4),
    ("五伍", 5),
    ("六陆陸", 6),
    ("七柒", 7),
    ("八捌", 8),
    ("九玖", 9),
];

/// Tens, hundreds, thousands, as powers of ten.
pub const POWERS: [(&str, u32); 3] = [("十拾什", 1), ("百佰", 2), ("千仟kK", 3)];

/// What counts all that stands before it.
pub const BIG: [(&str, u32); 2] = [("万wW", 4), ("亿", 8)];

/// Several tens in one character.
pub const TENS: [(&str, i64); 3] = [("廿", 20), ("卅", 30), ("卌", 40)];

/// Before a number; takes nothing from it and adds nothing.
pub const ABOUT: &[&str] = &[
    "大约有",
    "大约为",
    "大约是",
    "大约",
    "大概有",
    "大概是",
    "大概",
    "大致",
    "差不多",
    "估计",
    "约为",
    "约有",
    "约",
    "一共",
    "总共",
    "总计",
    "共计",
    "合计",
    "共",
    "平均",
    "接近",
    "将近",
    "介于",
    "从",
    "有",
    "是",
    "为",
    "=",
    ":",
    "≈",
];

/// Behind a number, in the same sense.
pub const ABOUT_BEHIND: &[&str] = &["左右", "上下", "整", "正", "吧", "的样子", "光景", "之间", "的"];

/// Before a number: no less, more, no more, less.
pub const LIMITS: [(&[&str], Limit); 4] = [
    (&["至少有", "至少", "最少", "起码", "不少于", "不低于", "不小于", "大于等于", "≥", ">="], Limit::AtLeast),
    (&["超过了", "超过", "多于", "大于", "高于", "超", ">"], Limit::Above),
    (&["至多", "最多", "顶多", "不超过", "不多于", "不高于", "不大于", "小于等于", "≤", "<="], Limit::AtMost),
    (&["不到", "不足", "不满", "未满", "低于", "少于", "小于", "<"], Limit::Below),
];

/// The same behind a number; 以上 and 以下 hold the number itself, as in the law.
pub const LIMITS_BEHIND: [(&[&str], Limit); 4] = [
    (&["及以上", "或以上", "以上", "起", "+"], Limit::AtLeast),
    (&["开外", "出头"], Limit::Above),
    (&["及以下", "或以下", "以下", "以内", "之内", "封顶"], Limit::AtMost),
    (&["不到"], Limit::Below),
];

/// How a number bounds an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It or more.
    AtLeast,
    /// More than it.
    Above,
    /// It or less.
    AtMost,
    /// Less than it.
    Below,
}

impl Limit {
    /// Does it leave out the number itself.
    pub fn is_strict(self) -> bool {
        match self {
            Self::Above | Self::Below => true,
            Self::AtLeast | Self::AtMost => false,
        }
    }
}

/// Before a number: below 0.
pub const NEGATIVE: &[&str] = &["净亏损", "亏损了", "亏损", "净亏", "亏了", "亏", "负", "赔了", "赔", "-", "△", "▲"];

/// Before a number: above 0.
pub const POSITIVE: &[&str] = &["净赚", "盈利", "盈", "赚了", "赚", "挣了", "挣", "+"];

/// Before a sum of money.
pub const CURRENCY: &[&str] = &["人民币", "rmb", "RMB", "Rmb", "cny", "CNY", "¥"];

/// Behind a sum of money.
pub const YUAN: &[&str] = &["元人民币", "人民币", "块钱", "元钱", "块", "元", "rmb", "RMB", "cny", "CNY", "yuan"];

/// Other money: nobody knows the rate.
pub const FOREIGN: &[&str] =
    &["$", "€", "£", "美元", "美金", "欧元", "港币", "港元", "日元", "英镑", "usd", "USD", "HK"];

/// Names of the units shown, and how else they are written.
pub const UNITS: &[(&str, &[&str])] = &[
    ("人", &["名员工", "个员工", "名职工", "个职工", "口人", "个人", "人", "名", "位", "个", "员工", "职工"]),
    ("立方米", &["立方米", "立方", "方", "m3", "m³", "M3", "吨"]),
    ("千瓦时", &["千瓦时", "度电", "度", "kwh", "kWh", "KWH", "KWh"]),
    ("个月", &["个月", "月"]),
    ("天", &["天", "日"]),
    ("项", &["项", "个", "件", "次", "家", "款", "种"]),
];

/// Before a rate, and what the number behind it is a part of.
pub const PARTS: [(&str, u32); 3] = [("百分之", 2), ("千分之", 3), ("万分之", 4)];

/// Behind a rate, in the same sense.
pub const PARTS_BEHIND: [(&str, u32); 8] =
    [("个百分点", 2), ("百分点", 2), ("个点", 2), ("%", 2), ("‰", 3), ("成", 1), ("bp", 4), ("BP", 4)];

/// Takes the first of the words off the front that stands there.
pub fn before<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word)).map(str::trim_start)
}

/// Takes the first of the words off the end that stands there.
pub fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_suffix(word)).map(str::trim_end)
}

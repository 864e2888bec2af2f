//! Groups of the outcome, days and periods in words.

use huiqi_core::dataset::{Dataset, Period};
use huiqi_core::date::Date;
use huiqi_core::session::Group;

/// A group of the outcome.
pub const fn group(group: Group) -> &'static str {
    match group {
        Group::Entitled => "可享受",
        Group::Pending => "待补充",
        Group::Attainable => "可争取",
        Group::NearMiss => "差一步",
        Group::Ended => "已过期",
        Group::Ineligible => "不符合",
        Group::Duty => "义务",
        Group::Watch => "还可关注",
    }
}

/// What a group of the outcome means.
pub const fn group_hint(group: Group) -> &'static str {
    match group {
        Group::Entitled => "按您的回答，这些条款的条件都符合。",
        Group::Pending => "再补几个回答，就能知道是否符合。",
        Group::Attainable => "取得相应认定或奖项后可以享受，不计入合计。",
        Group::NearMiss => "只差一个条件，而且还来得及改变。",
        Group::Ended => "条件符合或待补充，但参考日期已在期限之后。",
        Group::Ineligible => "至少有一个条件不符合。",
        Group::Duty => "文件要求企业做到或配合的，不是优惠。",
        Group::Watch => "文件只写了支持或鼓励，没有写明能得到什么。",
    }
}

/// A day as people write it.
pub fn day(date: Date) -> String {
    let (year, month, day) = date.civil();
    format!("{year}年{month}月{day}日")
}

/// From a first to a last day, where they are known, each as `day` writes it.
pub fn days(from: Option<Date>, until: Option<Date>, day: fn(Date) -> String) -> Option<String> {
    match (from, until) {
        (Some(from), Some(until)) => Some([&day(from), " 至 ", &day(until)].concat()),
        (Some(from), None) => Some([&day(from), " 起"].concat()),
        (None, Some(until)) => Some(["至 ", &day(until)].concat()),
        (None, None) => None,
    }
}

/// When a clause runs.
pub fn period(dataset: &Dataset, period: &Period) -> String {
    let event = |event: Option<u8>| {
        event.and_then(|event| dataset.events.get(usize::from(event))).map(|event| event.name.as_str())
    };
    let mut text = match (event(period.from_event), event(period.until_event)) {
        (Some(from), _) => {
            format!("{from}后{}", period.until.map_or(String::new(), |until| format!("至 {}", day(until))))
        }
        (None, Some(until)) => {
            format!("{}到{until}", period.from.map_or(String::new(), |from| format!("{} ", day(from))))
        }
        (None, None) => days(period.from, period.until, day).unwrap_or_else(|| "清单没有写期限".to_owned()),
    };
    if period.long_term {
        text.push_str("，长期有效");
    }
    if let Some(until) = period.apply_until.filter(|until| Some(*until) != period.until) {
        text.push_str(&format!("；申请截止 {}", day(until)));
    }
    format!("{text}（按{}时间）", period.trigger.name())
}

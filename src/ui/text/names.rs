//! Groups of the outcome, days, periods and offices in words.

use huiqi_core::dataset::{Clause, Dataset, Period};
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
    let mut told = match (event(period.from_event), event(period.until_event)) {
        (Some(from), _) => match period.until {
            Some(until) => [from, "后至 ", &day(until)].concat(),
            None => [from, "后"].concat(),
        },
        (None, Some(until)) => match period.from {
            Some(from) => [&day(from), " 到", until].concat(),
            None => ["到", until].concat(),
        },
        (None, None) => days(period.from, period.until, day).unwrap_or_default(),
    };
    let mut add = |more: &str| {
        if !told.is_empty() {
            told.push('；');
        }
        told.push_str(more);
    };
    if period.long_term {
        add("长期有效");
    }
    if let Some(until) = period.apply_until.filter(|until| Some(*until) != period.until) {
        add(&["申请截止 ", &day(until)].concat());
    }
    let told = if told.is_empty() { "清单没有写期限" } else { &told };
    [told, "（按", period.trigger.name(), "时间）"].concat()
}

/// Where a clause is applied for; most documents of ministries name no office.
pub fn offices(dataset: &Dataset, clause: &Clause) -> String {
    let named = clause.agencies.iter().filter_map(|agency| dataset.agencies.get(usize::from(*agency)));
    let named: Vec<&str> = named.map(|agency| agency.name.as_str()).collect();
    if named.is_empty() {
        "清单未写经办机关".to_owned()
    } else {
        named.join("、")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    #[test]
    fn a_period_says_what_the_list_says_and_no_more() {
        let screener = data::screener();
        let dataset = screener.dataset();
        let told = |id: &str| {
            let clause = dataset.clauses.iter().find(|clause| clause.id == id).unwrap();
            period(dataset, &clause.period)
        };
        assert_eq!(told("P10"), "2020年2月1日 至 2020年6月30日（按发生时间）");
        assert_eq!(told("P12-b"), "2020年3月1日 起；申请截止 2020年6月30日（按申请时间）");
        assert_eq!(told("P17-1"), "申请截止 2020年7月31日（按取得时间）");
        assert_eq!(told("P16-1"), "长期有效（按申请时间）");
        assert_eq!(told("P13-a"), "2020年1月25日 到疫情结束（按放款时间）");
        assert_eq!(told("D3-18a"), "清单没有写期限（按申请时间）");
    }
}

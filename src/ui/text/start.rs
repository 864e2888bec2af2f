//! 开始.

use super::day;
use huiqi_visit::queries::Start;

pub const TITLE_NOW: [&str; 2] = ["这批惠企政策，", "您的企业能享受哪些？"];
pub const LEAD: &str = "先点几下，不用打字，就能看到名单；想知道多少钱，再补几个数。";
pub const BEGIN: &str = "开始";
pub const SHORT: &str = "约 1 分钟";
pub const GO_ON: &str = "接着来";
pub const PRIVATE: &str = "不问姓名、电话和证件号；回答只留在这台设备上，不上传。";
pub const NEXT: &str = "接下来是这样";
pub const LIBRARY: &str = "不想答题，直接查政策";
pub const TODAY: &str = "改按今天判断期限";
pub const POINTS: [[&str; 3]; 4] = [
    ["1. 企业", "点 6 下", "行业、执照、登记地、人数、增值税身份、参保。"],
    ["2. 名单和情况", "有就点", "马上看到多半能享受的；有哪种情况点哪种，没点的不问。"],
    ["3. 补充", "1～3 分钟", "只问点过的情况，拿不准就点“不清楚”。"],
    ["4. 结果", "带得走", "多少钱、凭哪条、到什么时候、去哪办；一个机关一页纸。"],
];

pub fn title_back(year: i32) -> [String; 2] {
    [format!("{year} 年的惠企政策，"), "您的企业当年该得哪些？".to_owned()]
}

/// What the list is today, where nothing dated is in force.
pub fn back(of: &Start, published: &str) -> [String; 3] {
    [
        format!("先说清楚：这是 {published} 发布的清单"),
        format!(
            "清单 {} 条，其中 {} 条写了期限，到今天（{}）都已结束；另外 {} 条没写截止日，现在还办不办，要先问经办机关。",
            of.clauses,
            of.dated,
            day(of.today),
            of.undated
        ),
        format!("所以这里做的是回查：{} 年该得什么、凭哪一条、大概多少、现在去问谁。以后出的新政策不在里面。", of.year),
    ]
}

/// What runs on the day.
pub fn now(of: &Start) -> [String; 2] {
    let closing = match of.closing {
        Some((count, until)) => format!("，其中 {count} 件在 {} 前后截止", day(until)),
        None => String::new(),
    };
    [
        format!("按 {} 看，清单还在执行", day(of.day)),
        format!(
            "清单 {} 条，写了期限的 {} 条里，{} 条还在期限内{closing}，{} 条已经截止；{} 条没写截止日。",
            of.clauses, of.dated, of.in_force, of.ended, of.undated
        ),
    ]
}

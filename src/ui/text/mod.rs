//! Every word that the visitor reads and that is not in the dataset. Plain Chinese; no markup, no decisions.

mod amount;
mod names;
mod said;

pub use amount::{money, rough, yuan};
pub use names::{day, days, group, group_hint, kind, nature, period, status, strength};
pub use said::{answer, problem, range};

/// Name of the widget.
pub const NAME: &str = "惠企政策匹配";
/// Stands on every screen and in every copy.
pub const DISCLAIMER: &str = "测算仅供参考，以经办机关审核为准。";

/// The start.
pub mod start {
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
}

/// The questions.
pub mod ask {
    pub const NEXT: &str = "下一步";
    pub const SAVE: &str = "改好了，返回";
    pub const BACK: &str = "上一步";
    pub const SEE: &str = "看结果";
    pub const BLANK: &str = "没填的按“不清楚”算，以后随时可以补。";
    pub const UNKNOWN: &str = "不清楚";
    pub const YES: &str = "是";
    pub const NO: &str = "否";
    pub const NONE: &str = "以上都没有";
    pub const REST_NO: &str = "没有勾选的，按“没有”算。";
    pub const REST_UNKNOWN: &str = "其余的不清楚";
    pub const ROUGHLY: &str = "记不准，可以选大致范围";
    pub const WHY: &str = "为什么问这个";
    pub const YUAN: &str = "元";
    pub const TEN_THOUSAND: &str = "万元";
    pub const SCALE: &str = "金额单位";
    pub const DATE_HELP: &str = "例如 2020-6-1";
    pub const ERRORS: &str = "请先改好下面的填写";
    pub const ERROR: &str = "填写有误：";
    pub const CHANGE: &str = "修改回答";
    pub const ANSWERS: &str = "已填的回答";
    pub const NO_ANSWERS: &str = "还没有回答任何问题。";
    pub const EDIT: &str = "修改";

    /// The rows of a group.
    pub mod rows {
        pub fn some(label: &str) -> String {
            format!("有，逐笔填写{label}")
        }
        pub fn none(label: &str) -> String {
            format!("没有{label}")
        }
        pub fn nth(number: usize, label: &str) -> String {
            format!("第 {number} 笔{label}")
        }
        pub fn add(label: &str) -> String {
            format!("再加一笔{label}")
        }
        pub fn remove(number: usize) -> String {
            format!("删去第 {number} 笔")
        }
    }

    /// What hangs on a question.
    pub fn stake(clauses: usize, titles: &str) -> String {
        format!("关系到 {clauses} 条：{titles}{}", if clauses > 3 { "等。" } else { "。" })
    }

    /// Rough ranges that are given as the answer.
    pub fn between(low: &str, high: &str) -> String {
        format!("{low}～{high}")
    }
    pub fn below(high: &str) -> String {
        format!("不到 {high}")
    }
    pub fn up_to(high: &str) -> String {
        format!("{high}及以下")
    }
    pub fn over(low: &str) -> String {
        format!("超过 {low}")
    }
    pub fn from(low: &str) -> String {
        format!("{low}及以上")
    }

    /// How far the visit has come.
    pub fn progress(answered: usize, open: usize) -> String {
        match open {
            0 => format!("已答 {answered} 题，没有别的问题了"),
            _ => format!("已答 {answered} 题，最多还有 {open} 题"),
        }
    }
}

/// The live result.
pub mod live {
    pub const TITLE: &str = "目前的结果";
    pub const FITS: &str = "符合";
    pub const OPEN: &str = "待补充";
    pub const ENDED: &str = "符合但已过期";
    pub const ENDED_OPEN: &str = "已过期，待补充";
    pub const CASH: &str = "现金类合计";
    pub const CASH_THEN: &str = "当时的现金类合计";
    pub const MORE: &str = "回答越多，金额越准。";
    pub const PIECES: &str = "条";
}

/// The header and footer.
pub mod frame {
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

    pub fn footer(version: &str, date: &str) -> String {
        format!("数据版本 {version}，参考日期 {date}。")
    }

    pub fn contact(contact: &str) -> String {
        format!("发现错误请告诉我们：{contact}")
    }

    pub const VERIFIED: &str = "清单以外的数字按公开资料核对，来源写在各条说明里。";
}

/// What was wrong with a link or with what was kept.
pub mod notice {
    pub const DAMAGED: &str = "这个链接不完整，没法读出里面的回答。您可以重新开始。";
    pub const BAD_DATE: &str = "链接里的参考日期不对，已改用今天。";

    pub fn other_version(version: &str) -> String {
        if version.is_empty() {
            "这些回答没有注明数据版本，已按现在的版本重新计算。".to_owned()
        } else {
            format!("这些回答是用 {version} 版数据填的，已按现在的版本重新计算。")
        }
    }

    pub fn dropped(count: usize) -> String {
        format!("有 {count} 个回答在现在的版本里不能用，已略去，其余的都保留了。")
    }
}

/// The outcome.
pub mod outcome {
    pub const TITLE: &str = "测算结果";
    pub const NOW: &str = "现在可得的现金类合计";
    pub const THEN: &str = "当时可得的现金类合计（已过期）";
    pub const NOT_STARTED: &str = "尚未开始的现金类合计";
    pub const OPEN_EVENT: &str = "期限待定的现金类合计";
    pub const TAX: &str = "税前扣除少缴的税（税额影响）";
    pub const TAX_NOTE: &str = "税前扣除是少算应税所得，省下的是税，不是发到手的钱，所以单列。";
    pub const DEFERRAL: &str = "可以晚缴的（缓缴）";
    pub const DEFERRAL_NOTE: &str = "缓缴不是不缴：到期还要补上，只是晚一些。";
    pub const MORE_QUESTIONS: &str = "接着回答问题";
    pub const ALL_ANSWERED: &str = "能影响结果的问题都回答过了。";
    pub const CHARTS: &str = "金额构成和期限";
    pub const BY_KIND: &str = "按类别";
    pub const BY_POLICY: &str = "按政策";
    pub const TIMELINE: &str = "政策期限";
    pub const BAR_NOTE: &str = "深色是至少能得的，浅色是最多能得的。各条分开算，可能不能同时享受。";

    pub fn timeline_note(first: &str, last: &str, reference: &str) -> String {
        format!("左端是 {first}，右端是 {last}；竖线是参考日期 {reference}（不在这段时间里就不画）。")
    }

    pub const SCALE_HINT: &str = "填报时请记得填写“企业划型”，没填的可能领不到。";
    pub const TOTALS: &str = "合计";
    pub const NO_BOUND: &str = "没有写明上限";

    /// The most that a range can be.
    pub fn at_most(most: &str) -> String {
        format!("起，最多 {most}")
    }

    pub fn count(clauses: usize) -> String {
        format!("{clauses} 条")
    }

    pub fn more(open: usize) -> String {
        format!("还有最多 {open} 个问题能让结果更准。")
    }
}

/// A clause's card.
pub mod card {
    pub const REASONS: &str = "条件";
    pub const REASONS_MISSED: &str = "不符合的条件";
    pub const NO_CONDITION: &str = "没有另外的条件。";
    pub const HOLDS: &str = "符合";
    pub const FAILS: &str = "不符合";
    pub const OPEN: &str = "待补充";
    pub const FORMULA: &str = "怎么算的";
    pub const CLAUSE: &str = "条款内容";
    pub const NOTES: &str = "说明";
    pub const LATER: &str = "后来的变化";
    pub const SOURCE: &str = "依据";
    pub const OFFICE: &str = "经办";
    pub const PERIOD: &str = "期限";
    pub const NUMBER: &str = "文号";
    pub const NO_NUMBER: &str = "清单未写文号";
    pub const MISSING: &str = "在这里补充";
    pub const CONTRADICTION: &str = "清单里的说法不一致";
    pub const SHOW: &str = "看详情";
    pub const HIDE: &str = "收起";
    pub const AMOUNT_OPEN: &str = "补充后可算";
    pub const AT_LEAST: &str = "至少";
    pub const RIGHT: &str = "不涉及金额";
    pub const DEFERRED: &str = "可缓缴";

    /// Questions still missing.
    pub fn needs(labels: &str, count: usize) -> String {
        if count > 4 {
            format!("还差 {labels}等 {count} 项")
        } else {
            format!("还差 {labels}")
        }
    }

    pub const CARRIED: &str = "金额已经算在相关的另一条里，不重复计。";

    pub fn tax_together(amount: &str) -> String {
        format!("几项税前扣除要合在一起算，全部合计少缴 {amount}。")
    }

    pub fn reading(group: &str, reading: &str, amount: &str) -> String {
        format!("{group}有不同的说法，这一条按{reading}。几种说法只算一次，一共 {amount}。")
    }

    pub fn excluded(winner: &str, amount: &str) -> String {
        format!("已按更合算的“{winner}”计算；若改选这一条，值 {amount}。")
    }

    pub fn later(text: &str, verified: u8) -> String {
        match verified {
            2 => format!("{text}（有两个以上来源）"),
            1 => format!("{text}（有一个来源）"),
            _ => format!("{text}（未核到原文）"),
        }
    }

    pub fn clause(id: &str) -> String {
        format!("清单条款 {id}")
    }
}

/// The library.
pub mod library {
    pub const TITLE: &str = "全部政策";
    pub const WORDS: &str = "找政策";
    pub const WORDS_HELP: &str = "可以填政策名、文号、条款里的词，几个词用空格隔开。";
    pub const FILTERS: &str = "筛选";
    pub const KIND: &str = "类别";
    pub const OFFICE: &str = "经办";
    pub const STATUS: &str = "期限";
    pub const SIZE: &str = "企业规模";
    pub const ANY: &str = "不限";
    pub const SIZE_BOUND: &str = "限中小微企业";
    pub const SIZE_FREE: &str = "不限规模";
    pub const NOTHING: &str = "没有找到。请少用几个词，或把筛选改回“不限”。";
    pub const RESET: &str = "全部改回不限";
    pub const BACKGROUND: &str = "背景（企业不能直接申领）";
    pub const AUDIENCE: &str = "支持对象";
    pub const PERIOD: &str = "执行时间";

    pub fn count(policies: usize, clauses: usize) -> String {
        format!("{policies} 份政策文件，{clauses} 条")
    }
}

/// Taking the outcome along.
pub mod take {
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
    pub const SHEET: &str = "惠企政策申报清单";
    pub const COLUMNS: [&str; 10] =
        ["条款", "政策", "内容", "结论", "类别", "至少（元）", "最多（元）", "期限", "经办", "文号"];
    pub const ITEM: &str = "项目";
    pub const AMOUNT: &str = "金额";
    pub const SOURCE: &str = "依据";

    pub fn deadline(title: &str) -> String {
        format!("截止：{title}")
    }
}

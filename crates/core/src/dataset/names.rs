//! What the dataset's keys are called in Chinese, wherever they are read: one word for one thing. Sentences around them
//! belong to whoever shows them.

use super::{Kind, Nature, Status, Strength, Trigger};

/// Stands on every page, in every copy and on every sheet.
pub const DISCLAIMER: &str = "测算仅供参考，以经办机关审核为准。";

impl Kind {
    /// As a word beside an amount.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grant => "奖补",
            Self::Reduction => "减免",
            Self::Refund => "退返",
            Self::InterestSubsidy => "贴息",
            Self::TaxEffect => "税前扣除",
            Self::Deferral => "缓缴",
            Self::Right => "权利和服务",
        }
    }

    /// What its formula reckons, where that is not what is had. Of a right only what is put off has an amount.
    pub const fn reckoned(self) -> Option<&'static str> {
        match self {
            Self::TaxEffect => Some("可扣除额"),
            Self::Deferral | Self::Right => Some("可缓缴"),
            Self::Grant | Self::Reduction | Self::Refund | Self::InterestSubsidy => None,
        }
    }
}

impl Strength {
    /// The list's own word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Definite => "明确",
            Self::Due => "应",
            Self::Priority => "优先",
            Self::Supported => "支持",
            Self::Encouraged => "鼓励",
            Self::Obligation => "义务",
        }
    }

    /// What it means for a firm.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Definite => "文件写明可以享受",
            Self::Due => "文件要求机关去做，可以据此要求",
            Self::Priority => "同等条件下优先，不等于一定取得",
            Self::Supported | Self::Encouraged => "可以争取和询问",
            Self::Obligation => "企业要做到或配合的",
        }
    }
}

impl Nature {
    /// Who decides, where it is not the answers.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Threshold => None,
            Self::Discretion => Some("由经办机关认定"),
            Self::Award => Some("以已取得为准"),
        }
    }
}

impl Trigger {
    /// What has to happen within the period.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Use => "发生",
            Self::Application => "申请",
            Self::Loan => "放款",
            Self::Award => "取得",
        }
    }
}

impl Status {
    /// Where a day lies.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "尚未开始",
            Self::InForce => "在期限内",
            Self::Ended => "已过期",
            Self::OpenEvent => "期限待定",
            Self::Unconfirmed => "待核实",
        }
    }
}

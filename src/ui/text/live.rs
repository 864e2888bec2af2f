//! The live result.

pub const TITLE: &str = "目前的结果";
pub const FITS: &str = "符合";
pub const OPEN: &str = "待补充";
pub const ENDED: &str = "符合但已过期";
pub const ENDED_OPEN: &str = "已过期，待补充";
pub const CASH: &str = "现金类合计";
pub const CASH_THEN: &str = "当时的现金类合计";
pub const MORE: &str = "回答越多，金额越准。";
pub const PIECES: &str = "条";

//! 企业.

use huiqi_visit::queries::Counts;

pub const TITLE: &str = "您的企业是什么样的？";
pub const SO_FAR: &str = "到目前";
pub const SO_FAR_HELP: &str = "每点一下，这里就变。";
pub const NEXT: &str = "看名单";
pub const HERE: &str = "只要点，不用打字";

pub fn done(answered: usize, all: usize) -> String {
    format!("已点 {answered}／{all}")
}

/// By the list's own classification.
pub fn classes(names: &[&str]) -> String {
    format!("按划型标准，您是{}企业。", names.join("或"))
}

pub fn so_far(counts: &Counts) -> String {
    format!("到目前：{} 件多半能享受，{} 件看情况。", counts.likely, counts.depends)
}

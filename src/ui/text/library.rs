//! The library.

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

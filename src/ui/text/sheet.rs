//! 核查单 or 申报清单.

use huiqi_visit::Mode;

pub const BACK: &str = "回到结果";
pub const HELP: &str = "一个机关一页，去哪就拿哪页。";
pub const PRINT: &str = "打印，或存成 PDF";
pub const NO_PRINT: &str = "这个网页不让打印：请用“复制文本”，或在浏览器里单独打开本工具再打印。";
pub const FIRM: &str = "企业情况";
pub const SELF: &str = "（企业自填，未经核实）";
pub const NAME: &str = "企业名称";
pub const CODE: &str = "信用代码";
pub const CHECK: &str = "请核查";
pub const CLAUSE: &str = "条文";
pub const DOCUMENT: &str = "文件";
pub const SAID: &str = "企业所答";
pub const FORMULA: &str = "算式";
pub const PERIOD: &str = "期限";
pub const NOTE: &str = "提示";
pub const OPEN: &str = "请答复";
pub const OFFICE: &str = "机关核查";
pub const OPTIONS: [&str; 4] = ["已享受", "没享受，可补：", "没享受，不能补", "要补材料"];
pub const REASON: &str = "原因或说明：";
pub const PAPERS: &str = "带来的单据";
pub const PAPERS_NAMED: &str = "（条文点名要的，带了的打勾）";
pub const PAPERS_NONE: &str = "（条文没有点名要材料；填数时看的单据可以带上）";
pub const LICENCE: &str = "营业执照";
pub const FIGURES: &str = "算式里各个数的凭据";
pub const SIGN: [&str; 3] = ["经办人", "日期", "企业联系电话"];
pub const EMPTY: &str = "现在还没有要去问、去办的。";
pub const BY_HAND: &str = "金额由企业自报的数算出。名称、代码、电话请手写，工具不收集。";
pub const NO_OFFICE: &str = "清单没写机关的";

pub const fn name(mode: Mode) -> &'static str {
    match mode {
        Mode::LookBack => "核查单",
        Mode::Current => "申报清单",
    }
}
pub fn title(mode: Mode, year: i32) -> String {
    match mode {
        Mode::LookBack => format!("{year} 年惠企政策核查单（回查）"),
        Mode::Current => "惠企政策申报清单".to_owned(),
    }
}
pub fn heading(mode: Mode, pages: usize) -> String {
    format!("{}，{pages} 页", name(mode))
}
pub fn made(day: &str) -> String {
    ["企业用“惠企政策匹配”生成，", day].concat()
}
pub fn to(office: &str) -> String {
    ["致：", office].concat()
}
pub fn items(count: usize, had: Option<&str>, ask: Option<&str>) -> String {
    let mut told = format!("{count} 件");
    if let Some(had) = had {
        told.push_str(&["，企业测算 ", had].concat());
    }
    if let Some(ask) = ask {
        told.push_str(&["，要先问的 ", ask].concat());
    }
    told
}
pub fn clause(text: &str, id: &str) -> String {
    [text, "（清单 ", id, "）"].concat()
}
pub fn page(at: usize, all: usize) -> String {
    format!("第 {at} 页，共 {all} 页")
}
pub fn jump(at: usize, office: &str) -> String {
    format!("{at}. {office}")
}

//! 回答, 补充 and what another shared.

pub const TITLE: &str = "您的回答";
pub const EMPTY: &str = "还没有回答。";
pub const FIRM: &str = "企业";
pub const IMPLIED: &str = "由回答推出来的";
pub const UNTAPPED: &str = "没点的情况（没问）";
pub const UNTAPPED_HELP: &str = "点一下就补上；不点，不影响上面的结果。";
pub const OUTCOME: &str = "看结果";
pub const TOLD: &str = "嵌入本页的网站填的，请核对";

pub const SHARED: &str = "别人分享的测算，只能看";
pub const OWN: &str = "用自己的情况再算";
pub const OWN_BACK: &str = "回到我自己的回答";
pub const ADOPT: &str = "复制成我的";
pub const ADOPT_SURE: &str = "会换掉您自己的回答，确定吗？";
pub const ADOPT_YES: &str = "换成这一份";
pub const ADOPT_NO: &str = "不换";
pub const SHARED_FIRM: &str = "是这样一家企业";

pub const LAST: &str = "看结果";
pub const NEXT_CHAPTER: &str = "下一章";
pub const BACK: &str = "上一步";
pub const MONEY_LATER: &str = "金额到结果里再填，这里不用打字。";

pub fn count(sentences: usize, chapters: usize) -> String {
    format!("{chapters} 章，{sentences} 句。改哪句，结果马上跟着变。")
}
pub fn plus(gate: &str) -> String {
    ["＋ ", gate].concat()
}
pub fn rare(gates: usize) -> String {
    format!("＋ 少见的 {gates} 样")
}
pub fn shared(firm: &str, own: bool) -> String {
    [firm, if own { "。您自己的回答还在，没有被改。" } else { "。这里只显示，不能改。" }].concat()
}
/// For what a chapter is asked.
pub fn what_for(names: &[&str], all: usize) -> String {
    match all {
        0 => MONEY_LATER.to_owned(),
        1 => format!("为了这一件：{}。{MONEY_LATER}", names.concat()),
        _ => {
            format!("为了这 {all} 件：{}{}。{MONEY_LATER}", names.join("、"), if all > names.len() { "等" } else { "" })
        }
    }
}
pub fn chapters(all: usize) -> String {
    format!("补充 {all} 章")
}
pub fn left(taps: usize) -> String {
    if taps == 0 {
        "问完了".to_owned()
    } else {
        format!("还剩 {taps} 下")
    }
}
/// How an item stands that is nearest to being settled.
pub fn nearest(name: &str, [holds, ask, open]: [usize; 3]) -> String {
    let all = holds + ask + open;
    format!("{name}：{all} 个条件，已符合 {holds} 个，要先问 {ask} 个，还看 {open} 个。")
}

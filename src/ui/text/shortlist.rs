//! 名单 and 情况.

use huiqi_visit::queries::Counts;

pub const LIKELY: &str = "多半能享受";
pub const DEPENDS: &str = "看情况";
pub const ASIDE: &str = "先放一边";
pub const NEXT: &str = "点几个情况，看还有没有";
pub const STOP: &str = "先到这里，看怎么办";
pub const RARE: &str = "您这一行少见的情况";
pub const REFUSED: &str = "写明不给您这类企业";
pub const EVERYONE: &str = "人人都有";
pub const DUTIES: &str = "要配合的义务，不是优惠";
pub const NONE_LIKELY: &str = "光凭这几样还看不出来，点几个情况就知道了。";
pub const HANGS_ON_FIRM: &str = "看企业自己，或要问经办机关";
pub const NOT_NO: &str = "没点的算“没问”，不算“不符合”，以后随时能补。";

pub const SITUATIONS: &str = "有哪些情况？有就点";
pub const MONEY: &str = "能省钱、能拿钱的";
pub const RIGHTS: &str = "只给权利或服务的";
pub const GO_ON: &str = "继续";
pub const SEE: &str = "看结果";
pub const BACK: &str = "回到名单";

pub fn title(likely: usize) -> [String; 2] {
    match likely {
        0 => ["还要看情况：".to_owned(), "先点几样".to_owned()],
        _ => [format!("有 {likely} 件，"), "您多半能享受".to_owned()],
    }
}

pub fn all(clauses: usize, counts: &Counts) -> String {
    let items = counts.likely + counts.depends + counts.aside;
    format!(
        "清单 {clauses} 条，同一件事合在一起是 {items} 件：{}＋{}＋{}。",
        counts.likely, counts.depends, counts.aside
    )
}

pub fn section(name: &str, count: usize) -> String {
    format!("{name} {count} 件")
}

pub fn count(items: usize) -> String {
    format!("{items} 件")
}

/// On what an item hangs.
pub fn hangs(gate: &str) -> String {
    ["如果", gate].concat()
}

pub fn rare(gates: usize, items: usize) -> [String; 2] {
    [format!("{RARE} {gates} 样，也能点"), count(items)]
}

/// What tapping these costs.
pub fn taps(open: usize, taps: usize) -> String {
    match (open, taps) {
        (0, _) => "一样都没有也没关系，可以直接看结果。".to_owned(),
        (_, 0) => format!("您点了 {open} 样，都问完了。"),
        _ => format!("您点了 {open} 样，再点 {taps} 下就问完，不用打字。"),
    }
}

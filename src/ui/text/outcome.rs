//! 结果.

use huiqi_visit::queries::{Headline, Sort, Why, Word};
use huiqi_visit::Mode;

pub const LEDGER: &str = "金额怎么来的";
pub const HOW: &str = "怎么合计的";
pub const REST: &str = "其余的，都在这里";
pub const ANSWERS: &str = "看、改回答";
pub const MORE_SITUATIONS: &str = "再点几个情况";

/// The sentence, in phrases; `cash` is the sum in words.
pub fn title(mode: Mode, year: i32, of: &Headline, cash: Option<&str>, other: bool) -> Vec<String> {
    let (who, year) = (if other { "这家企业" } else { "您的企业" }, format!("{year} 年，"));
    let begin = match mode {
        Mode::LookBack => [&year, who].concat(),
        Mode::Current => who.to_owned(),
    };
    let had = match mode {
        Mode::LookBack => "该得",
        Mode::Current => "能办",
    };
    match (cash, of.had) {
        (Some(cash), _) => {
            vec![begin, [if mode == Mode::LookBack { "大概该得 " } else { "大概能得 " }, cash].concat()]
        }
        (None, 0) if of.ask.0 > 0 => vec![begin, format!("有 {} 件要先问", of.ask.0)],
        (None, 0) => vec![begin, "还没有算得出钱的".to_owned()],
        (None, had_items) => {
            let ask = if of.ask.0 > 0 { format!("，{} 件要先问", of.ask.0) } else { String::new() };
            vec![begin, format!("有 {had_items} 件{had}{ask}")]
        }
    }
}

/// What to do first, and what is not in the sum.
pub fn lead(mode: Mode, of: &Headline, first: usize, ask: Option<&str>, ended: Option<&str>) -> String {
    let mut told = match (mode, first) {
        (Mode::LookBack, 0) => "期限都过了。".to_owned(),
        (Mode::LookBack, _) => format!("期限都过了，先查最要紧的 {first} 件当年拿到没有。"),
        (Mode::Current, 0) => String::new(),
        (Mode::Current, _) => format!("先办最要紧的 {first} 件。"),
    };
    if of.cash.figured > 0 && of.cash.worded > 0 {
        told.push_str(&format!("还有 {} 件点一档就能算。", of.cash.worded));
    } else if of.cash.figured == 0 && of.had > 0 {
        told.push_str("点一档就有金额，不填也能打印去问。");
    }
    let mut beside = |count: usize, sum: Option<&str>, what: &str| {
        if count > 0 {
            let sum = sum.map(|sum| ["（", sum, "）"].concat()).unwrap_or_default();
            told.push_str(&format!("另有 {count} 件{what}{sum}，没算进去。"));
        }
    };
    beside(of.ask.0, ask, "要先问");
    beside(of.ended.0, ended, "刚截止");
    told
}

/// Heading over cards of one kind; `first` where they are to be done first.
pub fn group(mode: Mode, word: Word, first: bool, count: usize) -> String {
    match (word, mode, first) {
        (Word::Can | Word::ThatYear, Mode::LookBack, true) => format!("先查这 {count} 件"),
        (Word::Can | Word::ThatYear, Mode::LookBack, false) => format!("再查这 {count} 件"),
        (Word::Can | Word::ThatYear, Mode::Current, true) => format!("先办这 {count} 件"),
        (Word::Can | Word::ThatYear, Mode::Current, false) => format!("再办这 {count} 件"),
        (Word::Ask, ..) => format!("要先问 {count} 件"),
        (Word::Ended, ..) => format!("刚截止 {count} 件"),
        (Word::Unasked, ..) => format!("还没问 {count} 件"),
        (Word::Refused, ..) => format!("写明不给 {count} 件"),
    }
}

pub fn more(count: usize) -> String {
    format!("另外 {count} 件")
}

/// What a sum of one sort is called.
pub fn total(sort: Sort, items: usize) -> String {
    match sort {
        Sort::Cash => format!("合计 {items} 件"),
        Sort::Tax => format!("少缴的税，另算 {items} 件"),
        Sort::Deferral => format!("可以晚缴，不是免缴 {items} 件"),
    }
}

/// A sort, before a figure; cash needs no word.
pub const fn sort(of: Sort) -> &'static str {
    match of {
        Sort::Cash => "",
        Sort::Tax => "少缴税 ",
        Sort::Deferral => "可缓缴 ",
    }
}

/// A fold's name.
pub const fn fold(why: Why) -> &'static str {
    match why {
        Why::Rights(Word::Can) => "能办，但不涉及钱",
        Why::Rights(Word::ThatYear) => "当年符合，但不涉及钱",
        Why::Rights(_) => "已截止，也不涉及钱",
        Why::Nothing => "符合，但不另省钱",
        Why::Ask => "要先问，或只是支持、鼓励",
        Why::Unasked => "没点的情况，没问",
        Why::Refused => "写明不给您这类企业",
        Why::Everyone => "人人都有的",
        Why::Duties => "要配合的义务，不是优惠",
    }
}

/// That the counts add up.
pub fn adds_up(counts: &[usize], items: usize, clauses: usize) -> String {
    let parts: Vec<String> = counts.iter().map(usize::to_string).collect();
    format!("{}＝{items} 件，清单 {clauses} 条全在这里。", parts.join("＋"))
}

pub fn sheet(mode: Mode, pages: usize) -> String {
    let name = match mode {
        Mode::LookBack => "核查单",
        Mode::Current => "申报清单",
    };
    format!("{name}：{pages} 个机关")
}

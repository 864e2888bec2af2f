//! Every component in every state, in one table: markup tests, axe and pictures all go by it.

use super::part::{
    act, alternatives, asks, banner, button, conditions, counts, field, fold, fold_in, gate, ledger, line, mark, note,
    rest, said, steps, tile, tiles, Act, Banner, Field, Gate, LedgerLine, Sign, Stand, Step, Tile, Worth,
};
use super::tag::{tag, Tag};
use super::text::word;
use huiqi_visit::queries::Word;
use yew::prelude::*;

const WORDS: [Word; 6] = [Word::Can, Word::ThatYear, Word::Ended, Word::Ask, Word::Unasked, Word::Refused];

/// Each example: its component, its state, and its markup.
pub fn examples() -> Vec<(&'static str, &'static str, Tag)> {
    let mut all = Vec::new();
    for (state, label, help, checked, quiet) in [
        ("empty", "餐饮", None, false, false),
        ("chosen", "零售", None, true, false),
        ("quiet", "不清楚", None, false, true),
        ("quiet-chosen", "不清楚", None, true, true),
        ("help", "主办银行的流动资金贷款", Some("看借款合同的名称"), false, false),
        ("help-chosen", "防疫专项贷款", Some("看借款合同的名称"), true, false),
    ] {
        let one = tile(Tile {
            kind: "radio",
            name: &["tile-", state].concat(),
            value: state,
            label,
            help,
            checked,
            quiet,
            does: Callback::noop(),
        });
        all.push(("tile", state, tiles(&[label], help.is_some()).each([one])));
    }
    for (state, count, open) in [("empty", "3 件", false), ("ticked", "13 件", true), ("no-count", "", false)] {
        let (text, help) = ("有货车，或常走收费公路", "过路费、铁路费用");
        all.push(("gate", state, gate(Gate { id: state, text, help, count, open, does: Callback::noop() })));
    }
    for (state, text, says, wrong) in [
        ("empty", "", None, None),
        ("understood", "35万", Some("＝ 35 万元"), None),
        ("wrong", "abc", None, Some("这里要填数，例如 3.5 万。")),
    ] {
        let unit = Some(tag("span.unit[aria-hidden=true]").text("元"));
        let id = ["field-", state].concat();
        let (typed, left) = (Callback::noop(), Callback::noop());
        let of = Field {
            id: &id,
            label: "准确数",
            name: "每月租金（单位：元）",
            text,
            keys: "decimal",
            unit,
            says,
            wrong,
            typed,
            left,
        };
        all.push(("field", state, field(of)));
    }
    let press = |name: &'static str, words: &str| button("btn btn-second btn-slim", name, words, Callback::noop());
    all.push(("asks", "two", asks("是 0.08% 还是 8%？", [press("low", "0.08%"), press("high", "8%")])));
    for of in WORDS {
        all.push(("mark", word(of), tag("p").with(mark(of, word(of)))));
    }
    all.push((
        "said",
        "answered",
        tag("div.card.saids").with(said(
            "staff",
            "员工：",
            "10～99 人",
            "",
            Some(button("link", "change", "修改", Callback::noop())),
        )),
    ));
    all.push((
        "said",
        "implied",
        tag("div.card.saids").with(said("insured", "参保职工：", "99 人以下", "因为员工 10～99 人", None)),
    ));
    for kind in ["note", "note note-ask", "note note-rest", "note note-good", "note note-bad"] {
        all.push(("note", kind, note(kind, "说清楚", &["清单是哪一年的，现在还办不办。"])));
    }
    all.push((
        "counts",
        "three",
        counts([("likely", 6, "多半能享受", None), ("maybe", 49, "看情况", None), ("aside", 120, "先放一边", None)]),
    ));
    let of_lines = [
        ("免单位三项社保费", "市人社局", "2020年2月 到 6月。", "＝ 每月单位缴费 × 5 个月"),
        ("欠费不停供", "清单没写机关", "", "不涉及钱数"),
    ];
    all.push((
        "line",
        "two",
        tag("ul.lines.card").each(of_lines.map(|(name, to, words, strong)| line(name, name, to, words, strong))),
    ));
    all.push((
        "fold",
        "closed",
        tag("div.folds").with(fold("写明不给您这类企业", "14 件", fold_in([tag("li").text("退还留抵税额")]))),
    ));
    all.extend(sums());
    all.extend(WORDS.map(|of| ("act", word(of), card(of))));
    all.push((
        "alternatives",
        "two",
        alternatives([
            (true, "纾困贷款贴息（P14-a）".to_owned(), Word::Ask, word(Word::Ask), " 13,650 元".to_owned()),
            (
                false,
                "专项贷款贴息（P13-a）".to_owned(),
                Word::Refused,
                word(Word::Refused),
                " 不是防疫专项贷款".to_owned(),
            ),
        ]),
    ));
    all.push((
        "conditions",
        "each",
        conditions([
            (Sign::Open, "要问：", "已列入名单".to_owned(), " 由经办机关认定".to_owned()),
            (Sign::Holds, "符合：", "在鄂州登记".to_owned(), String::new()),
            (Sign::Fails, "不符合：", "主办银行放的款".to_owned(), String::new()),
        ]),
    ));
    let step =
        |(name, stand): (&'static str, Stand)| Step { name, stand, go: (stand == Stand::Done).then(Callback::noop) };
    all.push((
        "steps",
        "second",
        steps([("企业", Stand::Done), ("情况", Stand::Now), ("补充", Stand::Later), ("结果", Stand::Later)].map(step)),
    ));
    all.push(("rest", "left", rest("补充 2 章", "还剩 2 下")));
    all.push((
        "banner",
        "shared",
        banner(Banner {
            title: "别人分享的测算，只能看",
            words: "餐饮 · 公司。",
            own: ("用自己的情况再算", Callback::noop()),
        }),
    ));
    all
}

fn sums() -> [(&'static str, &'static str, Tag); 1] {
    let row = |class, number, name: &str, sum: &str, figure| LedgerLine {
        class,
        number,
        name: name.to_owned(),
        sum: sum.to_owned(),
        figure,
    };
    let lines = [
        row("counted", Some(1), "免单位三项社保费", "35,700 元", true),
        row("counted", Some(2), "国有房免租、减半", "＝ 6 个月房租", false),
        row("total", None, "合计 1 件", "35,700 元", true),
        row("below", Some(3), "贷款贴息，要先问", "13,650～13,839.58 元", true),
    ];
    [("ledger", "partial", tag("div.card").with(ledger("金额怎么来的", lines)))]
}

/// A card of that verdict.
fn card(of: Word) -> Tag {
    let rows = [
        ("期限", "2020年2月1日 到 2020年6月30日".to_owned()),
        ("去哪", "市人社局".to_owned()),
        ("为什么", "参加三项保险".to_owned()),
        ("怎么查", "看缴费单".to_owned()),
    ];
    let worth = match of {
        Word::Can | Word::ThatYear | Word::Ended | Word::Ask => Worth::Sum("35,700 元"),
        Word::Unasked | Word::Refused => Worth::Words("＝ 每月单位缴费 × 5 个月"),
    };
    let opener = button("opener", "toggle", "条文、条件、算法", Callback::noop()).says("aria-expanded", false);
    act(Act {
        id: word(of),
        number: 1,
        name: "免单位三项社保费",
        word: of,
        verdict: word(of),
        worth,
        calc: "7,140 × 5 个月",
        rows: &rows,
        money: None,
        opener,
        inside: None,
    })
}

/// All of them on one page.
#[component]
pub fn Examples() -> Html {
    let mut here = "";
    let mut page = tag("main.page").with(tag("h1").text("components"));
    for (component, state, example) in examples() {
        if component != here {
            here = component;
            page = page.with(tag("h2.gap3").text(component));
        }
        let example = tag("div.gap1").set("data-component", component).set("data-state", state).with(example);
        page = page.with(example);
    }
    page.into()
}

//! One clause of the page.

use super::html::{entry, link, list, more, text};
use super::Source;
use crate::words;
use huiqi_core::dataset::{Background, Clause, Later, Period, Policy};

pub fn clause(source: &Source, index: usize, clause: &Clause, owner: &Policy) -> String {
    let dataset = source.dataset();
    let (strength, meaning) = (clause.strength.name(), clause.strength.meaning());
    let agencies = if clause.agencies == owner.agencies { String::new() } else { source.agencies(&clause.agencies) };
    let entries = [
        entry("力度", &format!("{strength}（{meaning}）")),
        entry("类别", clause.kind.name()),
        entry("条件", &criteria(clause)),
        entry("怎样算", &list(source.formulas(index).iter().map(|line| text(line)))),
        entry("不另计", &clause.not_counted.as_deref().map(text).unwrap_or_default()),
        entry("期间", &text(&period(source, &clause.period))),
        entry("办理机关", &text(&agencies)),
        entry("说明", &list(clause.notes.iter().map(|note| text(note)))),
        entry("清单以后的变化", &list(clause.later.iter().map(later))),
        entry(
            "与别条的关系",
            &list(
                source.exclusions_of(&clause.id).iter().map(|(id, words)| format!("{} {}", link(id, id), text(words))),
            ),
        ),
        entry("原文不清处的处理", &decisions(&clause.decisions)),
        entry("原文位置", &format!("清单第 {} 行", clause.line)),
    ];
    let offices = source.short_agencies(&clause.agencies);
    let last = clause.last_day(&dataset.events).map_or("没写截止日".to_owned(), |day| format!("到 {day}"));
    let meta = [strength, clause.kind.name(), offices.as_str(), last.as_str()].join(" · ");
    article(&clause.id, &clause.title, &clause.text, &meta, &entries.concat())
}

/// A row G or N: told, never counted.
pub fn background(source: &Source, row: &Background) -> String {
    let why = match row.row {
        'N' => "不适用于鄂州企业，不计入结果",
        _ => "政府目标、资金池或布局，企业不能直接申领，不计入结果",
    };
    let written = source.row(&row.id);
    let texts = |key: &str| -> Vec<String> {
        let items = written.and_then(|row| row.get(key)).and_then(|list| list.as_array());
        items.into_iter().flatten().filter_map(|item| item.as_str()).map(str::to_owned).collect()
    };
    let entries = [
        entry("性质", why),
        entry("说明", &list(texts("notes").iter().map(|note| text(note)))),
        entry("原文不清处的处理", &decisions(&texts("decisions"))),
        entry("原文位置", &format!("清单第 {} 行", row.line)),
    ];
    article(&row.id, &row.title, &row.text, "背景", &entries.concat())
}

fn article(id: &str, title: &str, says: &str, meta: &str, entries: &str) -> String {
    format!(
        "<article id=\"{0}\">\n<h3>{1} <a class=\"id\" href=\"#{0}\">{0}</a></h3>\n<p>{2}</p>\n<p class=\"meta\">{3}</p>\n{4}</article>\n",
        text(id),
        text(title),
        text(says),
        text(meta),
        more(id, "条件、算法、出处", title, &format!("<dl>\n{entries}</dl>\n"))
    )
}

fn criteria(clause: &Clause) -> String {
    if clause.criteria.is_empty() {
        return "全体适用".to_owned();
    }
    list(clause.criteria.iter().map(|criterion| {
        let nature = criterion.nature.name().map(|nature| format!("（{nature}）")).unwrap_or_default();
        format!("{}{nature}", text(&criterion.text))
    }))
}

fn decisions(ids: &[String]) -> String {
    ids.iter().map(|id| link(id, id)).collect::<Vec<_>>().join("、")
}

fn later(change: &Later) -> String {
    let until = change.until.map(|day| format!("止于 {day}；")).unwrap_or_default();
    let checked = words::verified(change.verified.into());
    format!("{}（{until}来源：{}；核对：{checked}）", text(&change.text), text(&words::source(&change.source)))
}

/// A period in words.
fn period(source: &Source, period: &Period) -> String {
    let from = match (period.from, period.from_event) {
        (Some(day), _) => format!("{day} 起"),
        (None, Some(event)) => format!("从{}起", source.event(event)),
        (None, None) => String::new(),
    };
    let until = match (period.until, period.until_event) {
        (Some(day), _) => format!("到 {day} 止"),
        (None, Some(event)) => format!("到{}为止", source.event(event)),
        (None, None) if period.long_term => "长期".to_owned(),
        (None, None) if period.apply_until.is_some() => String::new(),
        (None, None) => "清单没有写终期".to_owned(),
    };
    let apply = period.apply_until.map(|day| format!("{day} 前申请")).unwrap_or_default();
    let parts: Vec<String> = [from, until, apply].into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}（以{}时间为准；依据 {}）", parts.join("，"), period.trigger.name(), period.source)
}

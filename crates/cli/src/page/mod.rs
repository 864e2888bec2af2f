//! `policies.html`: the whole list as a page that needs no script.

mod clause;
mod closing;
mod html;
mod source;

pub use source::Source;

use html::{entry, text};
use huiqi_core::dataset::{Policy, DISCLAIMER};
use source::policy_anchor;

/// The page's style; lies beside it as `page.css`.
pub const STYLE: &str = include_str!("../../../../static/page.css");

pub fn render(source: &Source) -> String {
    let policies: String =
        (0..).zip(&source.dataset().policies).map(|(index, policy)| section(source, index, policy)).collect();
    let closing = [closing::exclusions(source), closing::contradictions(source), closing::figures(source)].concat();
    format!("{}{}<main>\n{policies}{closing}</main>\n{}", head(source), contents(source), foot(source))
}

fn head(source: &Source) -> String {
    let dataset = source.dataset();
    let title = text(&dataset.title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}：全部政策与条款</title>\n\
         <meta name=\"description\" content=\"{title}的全部政策、条款、条件、算法、期限和办理机关，不用脚本也能看，可打印。\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"page.css\">\n</head>\n<body>\n<header>\n\
         <h1>{title}</h1>\n<p>{}，{} 发布。以下是全部 {} 项政策和文件、{} 条条款，另有 {} 条背景。用浏览器的“查找”可以搜索，也可以打印。</p>\n\
         <p><a href=\"./\">回答几个问题，看看哪些适合您的企业</a></p>\n<p class=\"disclaimer\">{DISCLAIMER}数据版本 {}。</p>\n</header>\n",
        text(&dataset.publisher),
        text(&dataset.published),
        dataset.policies.len(),
        dataset.clauses.len(),
        dataset.background.len(),
        text(&dataset.version),
    )
}

fn contents(source: &Source) -> String {
    let policies = source
        .dataset()
        .policies
        .iter()
        .map(|policy| format!("{} {}", html::link(&policy_anchor(policy), &policy.id), text(&policy.title)));
    let closing = [
        ("exclusions", "互斥与叠加"),
        ("contradictions", "原文矛盾、歧义与缺口的处理"),
        ("figures", "每个数字的来源与核对程度"),
    ];
    let closing = closing.iter().map(|(id, title)| html::link(id, title));
    format!("<nav aria-label=\"目录\">\n<h2>目录</h2>\n{}\n</nav>\n", html::list(policies.chain(closing)))
}

fn section(source: &Source, index: u16, policy: &Policy) -> String {
    let number = if policy.number.is_empty() { "清单未印" } else { &policy.number };
    let entries = [
        entry("文件", &text(&policy.document)),
        entry("文号", &text(number)),
        entry("类别", &text(&policy.category)),
        entry("支持对象", &text(&policy.audience)),
        entry("执行时间", &text(&policy.period_text)),
        entry("执行机关", &text(&source.agencies(&policy.agencies))),
    ];
    let dataset = source.dataset();
    let clauses = dataset.clauses.iter().enumerate().filter(|(_, clause)| clause.policy == index);
    let clauses: String = clauses.map(|(at, clause)| clause::clause(source, at, clause, policy)).collect();
    let background = dataset.background.iter().filter(|row| row.policy == index);
    let background: String = background.map(|row| clause::background(source, row)).collect();
    format!(
        "<section id=\"{3}\">\n<h2>{0} {1}</h2>\n<dl>\n{2}</dl>\n{clauses}{background}</section>\n",
        text(&policy.id),
        text(&policy.title),
        entries.concat(),
        policy_anchor(policy)
    )
}

fn foot(source: &Source) -> String {
    let dataset = source.dataset();
    let contact = match &dataset.contact {
        Some(contact) => format!("发现错误请告诉：{}。", text(contact)),
        None => "发现错误，请向发布单位或该条的办理机关反映。".to_owned(),
    };
    format!(
        "<footer>\n<p>{DISCLAIMER}</p>\n<p>依据{}（{}）整理，措辞是整理者的，以文件原文为准；数据版本 {}。{contact}</p>\n</footer>\n</body>\n</html>\n",
        text(&dataset.title),
        text(&dataset.published),
        text(&dataset.version),
    )
}

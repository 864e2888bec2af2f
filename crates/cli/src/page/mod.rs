//! `policies.html`: the whole list as a page that needs no script.

mod clause;
mod closing;
mod html;
mod source;
mod topics;

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
    let topics = topics::topics(source);
    let head = [head(source), contents(source)].concat();
    format!("{head}<main>\n{OPEN_ALL}{topics}{policies}{closing}</main>\n{}", foot(source))
}

/// Opens everything that is folded, without a script: a sibling of what holds it.
const OPEN_ALL: &str =
    "<input class=\"opens\" type=\"checkbox\" id=\"all\"><label for=\"all\">全部展开，再用浏览器的“查找”</label>\n";

fn head(source: &Source) -> String {
    let dataset = source.dataset();
    let title = text(&dataset.title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}：全部政策与条款</title>\n\
         <meta name=\"description\" content=\"{title}的全部政策、条款、条件、算法、期限和办理机关，不用脚本也能看，可打印。\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"page.css\">\n</head>\n<body>\n<header>\n\
         <h1>{title}</h1>\n<p>{}，{} 发布。以下是全部 {} 项政策和文件、{} 条条款，另有 {} 条背景，可以打印。</p>\n\
         <p class=\"mode\">{}</p>\n<p><a class=\"way\" href=\"./\">点几下，看和您的企业有关的</a></p>\n\
         <p class=\"disclaimer\">{DISCLAIMER}数据版本 {}。</p>\n</header>\n",
        text(&dataset.publisher),
        text(&dataset.published),
        dataset.policies.len(),
        dataset.clauses.len(),
        dataset.background.len(),
        text(&mode(source)),
        text(&dataset.version),
    )
}

/// Until when the list is more than history; the page has no clock, so it names the day.
fn mode(source: &Source) -> String {
    let dataset = source.dataset();
    let days = || dataset.clauses.iter().filter_map(|clause| clause.last_day(&dataset.events));
    let (dated, all) = (days().count(), dataset.clauses.len());
    match days().max() {
        Some(last) => format!(
            "{dated} 条写了期限，最晚的（连同后来延长的）到 {last}：过了这一天，这份清单只能用来回查当年该得什么。另外 {} 条没写截止日，现在还办不办，要先问经办机关。",
            all - dated
        ),
        None => "清单没有写期限，现在还办不办，要先问经办机关。".to_owned(),
    }
}

fn contents(source: &Source) -> String {
    let topics = (!source.dataset().visit.topics.is_empty()).then(|| html::link("topics", "按事情"));
    let policies = source.dataset().policies.iter();
    let policies =
        policies.map(|policy| html::link(&policy_anchor(policy), &format!("{} {}", policy.id, policy.title)));
    let closing = [
        ("exclusions", "互斥与叠加"),
        ("contradictions", "原文矛盾、歧义与缺口的处理"),
        ("figures", "每个数字的来源与核对程度"),
    ];
    let closing = closing.iter().map(|(id, title)| html::link(id, title));
    format!(
        "<nav aria-label=\"目录\">\n<h2>目录</h2>\n{}\n</nav>\n",
        html::list(topics.into_iter().chain(policies).chain(closing))
    )
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
    let rows = background.clone().count();
    let background: String = background.map(|row| clause::background(source, row)).collect();
    let id = format!("background-{}", policy.id);
    let background = html::more(&id, &format!("背景 {rows} 条，企业不能直接申领"), &policy.title, &background);
    format!(
        "<section id=\"{3}\">\n<h2>{0} {1}</h2>\n{2}{clauses}{background}</section>\n",
        text(&policy.id),
        text(&policy.title),
        html::more(
            &policy_anchor(policy),
            "文件、文号、给谁、机关",
            &policy.title,
            &format!("<dl>\n{}</dl>\n", entries.concat())
        ),
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

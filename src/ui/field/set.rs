//! Any of several: checkboxes. What is not ticked is taken not to hold, and the visitor is told so.

use super::super::question::Asked;
use super::super::tag::{tag, Tag};
use super::super::text::ask;
use super::{option, ticked, Choice};
use huiqi_core::dataset::Member;
use huiqi_core::profile::Answer;
use huiqi_core::session::Action;
use yew::prelude::*;

/// Checkboxes for each member, for none of them, and for 不清楚.
pub fn set(asked: &Asked, members: &[Member]) -> Html {
    let field = asked.field;
    let given = asked.answer();
    let yes = match given {
        Some(Answer::Set { yes, .. }) => *yes,
        _ => 0,
    };
    let none = Answer::members(0, members.len());
    let rest_no = yes != 0 && given == Some(&Answer::members(yes, members.len()));
    let rest_unknown = given == Some(&Answer::Unknown) || (yes != 0 && !rest_no);
    let name = asked.id();
    let act = &asked.view.act;
    let checkbox = |value: &str, label: &str, checked: bool, onchange: Callback<Event>| {
        let member = members.iter().find(|member| member.id == value);
        let help = member.and_then(|member| member.help.as_deref());
        option(Choice { kind: "checkbox", name: &name, value, label, help, checked, quiet: member.is_none(), onchange })
    };
    let mut boxes: Vec<Tag> = (0_u8..)
        .zip(members)
        .map(|(index, member)| {
            let onchange = act.reform(move |event| Action::Tick(field, index, ticked(&event)));
            checkbox(&member.id, &member.label, yes & (1 << index) != 0, onchange)
        })
        .collect();
    if yes == 0 {
        let checked = given == Some(&none);
        let onchange = act.reform(move |event| Action::Give(field, ticked(&event).then(|| none.clone())));
        boxes.push(checkbox("none", ask::NONE, checked, onchange));
    }
    let rest = if yes == 0 { ask::UNKNOWN } else { ask::REST_UNKNOWN };
    let onchange = act.reform(move |event| Action::RestUnknown(field, ticked(&event)));
    boxes.push(checkbox("unknown", rest, rest_unknown, onchange));
    Tag::bare()
        .with(tag("div.options[tabindex=-1]").set("id", &name).each(boxes))
        .with_some(rest_no.then(|| tag("p.quiet").text(ask::REST_NO)))
        .loose()
}

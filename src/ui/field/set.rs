//! Any of several: checkboxes. What is not ticked is taken not to hold, and the visitor is told so.

use super::super::question::QuestionProps;
use super::super::text::ask;
use super::OneOption;
use huiqi_core::dataset::Shape;
use huiqi_core::profile::Answer;
use huiqi_core::session::Action;
use yew::prelude::*;

/// Checkboxes for each member, for none of them, and for 不清楚.
#[component]
pub fn SetField(props: &QuestionProps) -> Html {
    let QuestionProps { view, field, .. } = props;
    let field = *field;
    let Some(Shape::Set(members)) = props.asked().map(|asked| &asked.shape) else { return Html::default() };
    let given = field.answer(&view.state.profile);
    let yes = match given {
        Some(Answer::Set { yes, .. }) => *yes,
        _ => 0,
    };
    let none = Answer::members(0, members.len());
    let is_none = given == Some(&none);
    let rest_unknown = given == Some(&Answer::Unknown)
        || matches!(given, Some(Answer::Set { yes, no: 0 }) if *yes != 0 && *yes != all(members.len()));
    let name = props.id();
    let act = &view.act;
    html! {
        <div class="options" id={name.clone()} tabindex="-1">
            { for (0_u8..).zip(members).map(|(index, member)| html! {
                <OneOption key={member.id.clone()} kind="checkbox" name={name.clone()} value={member.id.clone()}
                    label={member.label.clone()} help={member.help.clone()} checked={yes & (1 << index) != 0}
                    onchange={act.reform(move |ticked| Action::Tick(field, index, ticked))} />
            }) }
            if yes == 0 {
                <OneOption kind="checkbox" name={name.clone()} value="none" label={ask::NONE} quiet=true checked={is_none}
                    onchange={act.reform(move |ticked: bool| Action::Give(field, ticked.then(|| none.clone())))} />
            }
            <OneOption kind="checkbox" name={name.clone()} value="unknown" quiet=true checked={rest_unknown}
                label={if yes == 0 { ask::UNKNOWN } else { ask::REST_UNKNOWN }}
                onchange={act.reform(move |ticked| Action::RestUnknown(field, ticked))} />
            if yes != 0 && !rest_unknown {
                <p class="quiet">{ ask::REST_NO }</p>
            }
        </div>
    }
}

fn all(members: usize) -> u32 {
    match Answer::members(u32::MAX, members) {
        Answer::Set { yes, .. } => yes,
        _ => 0,
    }
}

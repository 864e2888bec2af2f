//! A page of questions, what is wrong with it, and the way on; the live result beside it.

use super::live::live;
use super::question::{question, Asked};
use super::text::{self, ask};
use super::view::View;
use crate::browser;
use huiqi_core::profile::Problem;
use huiqi_core::session::{progress, visible, Action, Field, Place};
use yew::prelude::*;

/// A page of questions.
pub fn questions(view: &View) -> Html {
    let (shown, changing) = match view.state.place() {
        Place::Questions(page) => (visible(&view.screener, &view.state, page), false),
        Place::Change(question) => (vec![*question], true),
        Place::Start | Place::Answers | Place::Outcome | Place::Library => (Vec::new(), false),
    };
    let title = if changing { ask::CHANGE } else { section(view, &shown) };
    // Going on by Enter in a field must neither reload the page nor need a button of type submit to be reached first.
    let onsubmit = view.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    html! {
        <div class="columns">
            <main data-screen={if changing { "change" } else { "questions" }}>
                { way(view) }
                <h1 id="screen-title" tabindex="-1" key={title}>{ title }</h1>
                { error_summary(view, &shown) }
                <form novalidate=true {onsubmit}>
                    <div class="questions">
                        { for shown.iter().map(|index| question(&Asked { view, field: Field::of(*index), within: "q" })) }
                    </div>
                    if !changing {
                        <p class="quiet">{ ask::BLANK }</p>
                    }
                    <div class="buttons">
                        <button type="submit" class="primary" data-action="next">{ if changing { ask::SAVE } else { ask::NEXT } }</button>
                        <button type="button" data-action="back" onclick={view.on(Action::Back)}>{ ask::BACK }</button>
                    </div>
                </form>
            </main>
            { live(view) }
        </div>
    }
}

fn section<'a>(view: &'a View, shown: &[u16]) -> &'a str {
    let dataset = view.dataset();
    let first = shown.first().and_then(|first| dataset.questions.get(usize::from(*first)));
    let section = first.and_then(|question| dataset.sections.get(usize::from(question.section)));
    section.map_or(text::NAME, |section| section.name.as_str())
}

/// How far the visit has come.
fn way(view: &View) -> Html {
    let Some(screening) = &view.state.screening else { return Html::default() };
    let come = progress(&view.screener, &view.state.profile, screening);
    let all = (come.answered + come.open).max(1);
    html! {
        <div class="way" data-progress="true">
            <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="1000" height="10" />
                <rect class="fill" width={(come.answered * 1000 / all).to_string()} height="10" />
            </svg>
            <p class="quiet" key={come.answered}>{ ask::progress(come.answered, come.open) }</p>
        </div>
    }
}

/// What has to be mended before going on, once the visitor has asked to.
fn error_summary(view: &View, shown: &[u16]) -> Html {
    let dataset = view.dataset();
    let problems = view.state.drafts.problems(dataset, shown);
    if view.state.refusals == 0 || problems.is_empty() {
        return Html::default();
    }
    let line = |(field, problem): &(Field, Problem)| {
        let id = super::field::id("q", view, *field);
        let label = field.asked(dataset).map(|asked| asked.label.as_str()).unwrap_or_default();
        html! {
            <li>
                <button type="button" class="link" onclick={move |_| browser::focus(&id)}>
                    { format!("{label}：{}", text::problem(problem)) }
                </button>
            </li>
        }
    };
    html! {
        <div id="errors" class="errors" role="alert" tabindex="-1" data-errors="true">
            <h2>{ ask::ERRORS }</h2>
            <ul>{ for problems.iter().map(line) }</ul>
        </div>
    }
}

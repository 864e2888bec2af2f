//! Every answer given, each with the way to change it.

use super::live::live;
use super::text::{self, ask, frame, outcome, start};
use super::view::View;
use huiqi_core::session::{Action, Place};
use yew::prelude::*;

/// Every answer given.
pub fn answers(view: &View) -> Html {
    let given: Vec<_> = (0_u16..)
        .zip(&view.dataset().questions)
        .filter_map(|(index, question)| Some((index, question, view.state.profile.get(usize::from(index))?)))
        .collect();
    html! {
        <div class="columns">
            <main data-screen="answers">
                <h1 id="screen-title" tabindex="-1">{ ask::ANSWERS }</h1>
                if given.is_empty() {
                    <p>{ ask::NO_ANSWERS }</p>
                    <div class="buttons">
                        <button type="button" class="primary" data-action="ask" onclick={view.on(Action::Ask)}>{ start::BEGIN }</button>
                    </div>
                } else {
                    <dl class="answers">
                        { for given.into_iter().map(|(index, question, answer)| html! {
                            <div class="answer" key={question.id.clone()} data-answer={question.id.clone()}>
                                <dt>{ &question.label }</dt>
                                <dd>{ text::answer(question, answer) }</dd>
                                <dd class="answer-edit">
                                    <button type="button" class="link" data-action="change"
                                        aria-label={format!("{}{}", ask::EDIT, question.label)}
                                        onclick={view.on(Action::Open(Place::Change(index)))}>
                                        { ask::EDIT }
                                    </button>
                                </dd>
                            </div>
                        }) }
                    </dl>
                    <div class="buttons">
                        <button type="button" class="primary" data-action="ask" onclick={view.on(Action::Ask)}>{ outcome::MORE_QUESTIONS }</button>
                        <button type="button" data-action="outcome" onclick={view.on(Action::Open(Place::Outcome))}>{ frame::OUTCOME }</button>
                    </div>
                }
            </main>
            { live(view) }
        </div>
    }
}

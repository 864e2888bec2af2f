//! The nearest change that would bring a clause which is not had. It is worked out once the card is painted, and again
//! after each answer; until then the former one stands there, marked.

use super::tag::tag;
use super::text::near;
use super::view::Screened;
use crate::browser;
use huiqi_core::screening::Nearest;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Which clause, for which screening.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NearProps {
    /// What was screened.
    pub of: Screened,
    /// Index of the clause.
    pub clause: u16,
}

/// The nearest change, where the clause may have one.
pub fn near(of: &Screened, clause: u16) -> Option<Html> {
    let result = of.screening.clauses.get(usize::from(clause))?;
    let may = of.screener.may_come_near(usize::from(clause), result);
    may.then(|| VComp::new::<Near>(Rc::new(NearProps { of: of.clone(), clause }), None).into())
}

/// The nearest change of one clause.
#[component]
pub fn Near(props: &NearProps) -> Html {
    let known = use_state(|| None::<(NearProps, Option<Nearest>)>);
    let tell = known.setter();
    use_effect_with(props.clone(), move |props| {
        let props = props.clone();
        let timer = browser::after_paint(move || {
            let state = &props.of.state;
            let found = props.of.screener.nearest(&state.profile, state.reference_date, usize::from(props.clause));
            tell.set(Some((props, found)));
        });
        move || drop(timer)
    });
    let Some((of, Some(nearest))) = known.as_ref() else { return Html::default() };
    tag("p.near[data-near=true]")
        .says("aria-busy", of != props)
        .with(tag("span").text(&near::nearest(&props.of.screener, nearest)))
        .into()
}

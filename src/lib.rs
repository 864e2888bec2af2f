//! The widget.
use yew::prelude::*;

/// The whole widget.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "惠企政策匹配" }</h1></main> }
}

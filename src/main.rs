//! Mounts the widget; run natively, prints the screens that stand there before it does, or with `components` every
//! component in every state.

#[cfg(target_arch = "wasm32")]
fn main() {
    mount();
}

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let html = match std::env::args().nth(1).as_deref() {
        Some("components") => huiqi_widget::components().await,
        _ => huiqi_widget::early().await,
    };
    print!("{html}");
}

/// Mounts the widget where the page has a place for it; Node has no page at all.
#[cfg(target_arch = "wasm32")]
fn mount() {
    let page = web_sys::window().and_then(|window| window.document());
    let root = page.and_then(|page| page.get_element_by_id("huiqi-root"));
    if let Some(root) = root {
        root.set_inner_html("");
        yew::Renderer::<huiqi_widget::App>::with_root(root).render();
    }
}

//! Mounts the widget; run natively, prints the screens that stand there before it does.

#[cfg(target_arch = "wasm32")]
fn main() {
    mount();
}

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    print!("{}", huiqi_widget::early().await);
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

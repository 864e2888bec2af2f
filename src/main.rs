//! Mounts the widget.

fn main() {
    #[cfg(target_arch = "wasm32")]
    mount();
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

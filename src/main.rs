//! Mounts the widget.
fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<huiqi_widget::App>::new().render();
}

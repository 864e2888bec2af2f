//! Real Chromium 69, 78 and 86, driven by `scripts/old-chromium.cjs`: no WebDriver of today speaks to them.

use super::record;
use super::server::Server;
use serde_json::{json, Value};
use std::process::Command;

/// One thing that the visitor does or sees.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// Waits until a visible element that the selector finds holds the text.
    Sees(&'a str, &'a str),
    /// Clicks the first element that the selector finds.
    Click(&'a str),
    /// Replaces what stands in the field that the selector finds.
    Fill(&'a str, &'a str),
    /// Only as the first: the widget is in the frame that the selector finds.
    Frame(&'a str),
    /// Waits until the service worker keeps the release.
    Kept,
    /// Ends the process of that number, the server.
    End(u32),
    /// Loads the page anew.
    Reload,
}

impl Step<'_> {
    fn to_json(self) -> Value {
        match self {
            Self::Sees(css, text) => json!({ "sees": [css, text] }),
            Self::Click(css) => json!({ "click": [css] }),
            Self::Fill(css, text) => json!({ "fill": [css, text] }),
            Self::Frame(css) => json!({ "frame": [css] }),
            Self::Kept => json!({ "kept": [] }),
            Self::End(process) => json!({ "end": [process] }),
            Self::Reload => json!({ "reload": [] }),
        }
    }
}

/// Does the steps in a fresh browser of that version on the served `dist/`; fails with what the browser said.
pub fn run(version: u32, path: &str, steps: &[Step]) {
    let server = Server::start(&[]);
    run_at(version, &format!("{}{path}", server.address()), steps);
}

/// As `run`, at any address.
pub fn run_at(version: u32, address: &str, steps: &[Step]) {
    let list: Value = steps.iter().map(|step| step.to_json()).collect();
    let run = Command::new("node")
        .args(["scripts/old-chromium.cjs", &version.to_string(), address, &list.to_string()])
        .output()
        .expect("node runs");
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    record(&format!("Chromium {version}"), run.status.success());
    assert!(run.status.success(), "Chromium {version}: {said}");
    println!("{}", said.trim());
}

//! The same build on the kernels that old phones and 360 or QQ browsers still carry. The main job there is in `main_job`.

use crate::harness::old_chromium::{run, run_at, Step};
use crate::harness::{Host, Server};

const VERSIONS: [u32; 3] = [69, 78, 86];

const STARTS: Step<'static> = Step::Sees("[data-screen='start'] h1", "");

#[test]
fn opens_in_chromium_69_78_and_86() {
    for version in VERSIONS {
        run(version, "", &[STARTS]);
    }
}

/// In a frame of another site: it starts and asks.
fn embedded(page: &str) {
    let widget = Server::start(&[]);
    let host = Host::embedding(widget.address());
    let steps = [
        Step::Frame("iframe"),
        STARTS,
        Step::Click("main [data-action='next']"),
        Step::Sees("[data-screen='firm'] h1", ""),
        Step::Click("[data-question] input"),
    ];
    for version in VERSIONS {
        run_at(version, &host.page(page), &steps);
    }
}

#[test]
fn one_line_embeds_it_in_chromium_69_78_and_86() {
    embedded("index.html");
}

#[test]
fn a_sandbox_keeps_it_working_in_chromium_69_78_and_86() {
    embedded("sandbox.html");
}

#[test]
fn opens_without_its_server_in_chromium_69_78_and_86() {
    for version in VERSIONS {
        let server = Server::start(&[]);
        run_at(version, server.address(), &[STARTS, Step::Kept, Step::End(server.process()), Step::Reload, STARTS]);
    }
}

//! The built widget in real browsers, used as a visitor uses it. One file per feature; how a browser is started and
//! driven is in `harness`. What can be tested without a browser does not belong here.
//!
//! `scripts/build` first, then `cargo test --test browser` (`-- smoke` for one file).
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where something is not as expected")]

mod axe;
mod bad_input;
mod compiled;
mod damaged;
mod early;
mod embed;
mod examples;
mod framed;
mod harness;
mod healing;
mod hostile;
mod hosts;
mod keyboard;
mod lasting;
mod library;
mod loading;
mod main_job;
mod nothing_out;
mod offline;
mod old_kernels;
mod presses;
mod screens;
mod servers;
mod smoke;
mod table;
mod taken;
mod taps;
mod titles;
mod translated;
mod visitor;

//! `scripts/serve.mjs` over the finished `dist/`, or another script that serves, on a free port.

use super::process::{free_port, Running};
use super::test_name;
use std::path::Path;
use std::process::Command;

/// A running server; it ends when dropped.
pub struct Server {
    address: String,
    running: Running,
}

impl Server {
    /// Serves `dist/` with these options of the script.
    pub fn start(options: &[&str]) -> Self {
        Self::start_on(free_port(), options)
    }

    /// As `start`, on that port.
    pub fn start_on(port: u16, options: &[&str]) -> Self {
        Self::of_script("scripts/serve.mjs", port, options)
    }

    /// A server of another kind: a script that takes a port and prints its address.
    pub fn of_script(script: &str, port: u16, options: &[&str]) -> Self {
        assert!(Path::new("dist/index.html").exists(), "no dist/index.html: run `scripts/build` first");
        let mut command = Command::new("node");
        command.args([script, "--port", &port.to_string()]).args(options);
        let (running, address) = Running::announcing(command, &format!("{}-server", test_name()));
        Self { address, running }
    }

    /// `http://127.0.0.1:PORT/`
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Number of its process.
    pub fn process(&self) -> u32 {
        self.running.process()
    }
}

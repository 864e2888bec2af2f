//! Child processes that end with the value that holds them, and the ports they listen on.

use super::log_path;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

const START_LIMIT: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(20);

/// A child process, killed when this is dropped.
pub struct Running {
    child: Child,
    program: String,
}

impl Running {
    /// Starts `command`; its errors, and what it prints unless that is read, go to a file under `target/`.
    fn start(mut command: Command, name: &str, stdout: Option<Stdio>) -> Self {
        let program = command.get_program().to_string_lossy().into_owned();
        let log = File::create(log_path(name)).expect("target/ can be written");
        let copy = log.try_clone().expect("a file handle can be copied");
        let started = command.stdin(Stdio::null()).stderr(log).stdout(stdout.unwrap_or_else(|| copy.into())).spawn();
        let child = started.unwrap_or_else(|error| {
            panic!("`{program}` does not start ({error}): `scripts/setup --tests` installs it")
        });
        Self { child, program }
    }

    /// Starts `command`, which listens on `port`, and waits until it does.
    pub fn listening(command: Command, name: &str, port: u16) -> Self {
        let mut running = Self::start(command, name, None);
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = running.child.try_wait().expect("a child can be asked for its status");
            if ended.is_some() || began.elapsed() > START_LIMIT {
                panic!("`{}` does not listen on port {port}; see {}", running.program, log_path(name).display());
            }
            std::thread::sleep(POLL);
        }
        running
    }

    /// Starts `command` and waits for the first line that it prints.
    pub fn announcing(command: Command, name: &str) -> (Self, String) {
        let mut running = Self::start(command, name, Some(Stdio::piped()));
        let stdout: ChildStdout = running.child.stdout.take().expect("stdout is piped");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("text");
        if line.is_empty() {
            panic!("`{}` ended at once; see {}", running.program, log_path(name).display());
        }
        (running, line.trim().to_owned())
    }

    /// Its number.
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// A port that nothing listens on now, and never the same twice: a browser that is still ending may ask the server that was
/// there before for more.
pub fn free_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        if GIVEN.lock().expect("nothing fails while it is held").insert(port) {
            return port;
        }
    }
}

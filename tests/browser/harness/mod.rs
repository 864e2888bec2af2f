//! Starts the server, a driver and a browser for one visit, and ends them whatever happens.
//!
//! What the widget shows or is called does not belong here.

pub mod engine;
pub mod host;
pub mod old_chromium;
pub mod page;
pub mod process;
pub mod release;
pub mod server;

pub use engine::{Engine, Screen};
pub use host::Host;
pub use page::{letters, Page};
pub use release::{Site, HABITS};
pub use server::Server;

use std::future::Future;
use std::io::Write;
use std::path::PathBuf;
use thirtyfour::{Capabilities, WebDriver};
use tokio::task::LocalSet;

/// Logs of the drivers and other files that a run leaves.
pub fn log_path(name: &str) -> PathBuf {
    let folder = PathBuf::from("target/browser-logs");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder.join(format!("{name}.log"))
}

/// The running test, as `smoke-opens_in_firefox`.
pub fn test_name() -> String {
    let thread = std::thread::current();
    thread.name().unwrap_or("browser").replace("::", "-")
}

/// Writes down how a visit in that browser went, for the table of `scripts/prove browsers`, which names the file.
fn record(browser: &str, passed: bool) {
    let Some(file) = std::env::var_os("HUIQI_RESULTS") else { return };
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    let line = format!("{}\n", serde_json::json!({ "test": test, "browser": browser, "passed": passed }));
    let mut results = std::fs::OpenOptions::new().create(true).append(true).open(file).expect("results can be written");
    results.write_all(line.as_bytes()).expect("results can be written");
}

/// Opens a fresh browser on the served `dist/`, does `job` in it, and ends the browser also where `job` panics: a
/// driver that is merely killed leaves its browser behind. A failed job keeps a screenshot.
pub async fn visit<Job, Doing>(engine: Engine, screen: Screen, job: Job)
where
    Job: FnOnce(Page) -> Doing + 'static,
    Doing: Future<Output = ()> + 'static,
{
    visit_served(&[], engine, screen, job).await;
}

/// As `visit`, from a server with these options of `scripts/serve.mjs`.
pub async fn visit_served<Job, Doing>(options: &[&str], engine: Engine, screen: Screen, job: Job)
where
    Job: FnOnce(Page) -> Doing + 'static,
    Doing: Future<Output = ()> + 'static,
{
    let server = server::Server::start(options);
    browse(server.address(), engine, screen, job).await;
}

/// As `visit`, with no server of its own: the browser's addresses begin at `address`.
pub async fn browse<Job, Doing>(address: &str, engine: Engine, screen: Screen, job: Job)
where
    Job: FnOnce(Page) -> Doing + 'static,
    Doing: Future<Output = ()> + 'static,
{
    let profile = own_folder("profiles");
    let driver = engine.start_driver(&profile);
    let capabilities: Capabilities = engine.capabilities(screen, &profile).into();
    let session = WebDriver::new(driver.address(), capabilities).await;
    let browser = session.unwrap_or_else(|error| panic!("{engine:?} gave no session: {error}"));

    let page = Page::new(browser.clone(), address.to_owned(), engine, screen, engine::downloads(&profile));
    let shared = page.clone();
    let doing = async move {
        shared.size_window().await;
        job(shared).await;
    };
    let outcome = LocalSet::new().run_until(async { tokio::task::spawn_local(doing).await }).await;
    record(&format!("{engine:?}"), outcome.is_ok());
    if outcome.is_err() {
        page.keep("failed").await;
    }
    // Ended, a browser may still be writing its profile for a moment.
    let ended = browser.quit().await;
    drop(driver);
    page.until("the profile to be removed", || async { std::fs::remove_dir_all(&profile).ok() }).await;

    if let Err(error) = outcome {
        std::panic::resume_unwind(error.into_panic());
    }
    ended.expect("the browser ends when asked to");
}

/// A new folder of this visit alone, for files of that kind; what a run that was killed left under its name is gone.
pub fn own_folder(kind: &str) -> PathBuf {
    let name = format!("{}-{}", test_name(), process::free_port());
    let folder =
        std::env::current_dir().expect("a working directory").join(format!("target/browser-{kind}")).join(name);
    let _nothing_there = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

//! Which browsers there are, how each is started and which window it gets.

use super::process::{free_port, Running};
use super::test_name;
use serde_json::{json, Map, Value};
use std::env;
use std::fs::{create_dir_all, write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium.
    Chromium,
    /// Firefox ESR.
    Firefox,
    /// WebKitGTK's MiniBrowser.
    WebKit,
}

/// The size of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 390 × 844.
    Phone,
    /// 1280 × 900.
    Desktop,
}

impl Screen {
    /// Width and height in CSS pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Desktop => (1280, 900),
        }
    }
}

/// A running WebDriver server, with the display it draws on where it needs one.
pub struct Driver {
    port: u16,
    _driver: Running,
    _display: Option<Running>,
}

impl Driver {
    /// Where WebDriver commands go.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Engine {
    /// Starts this engine's driver on a free port, for a visit whose own folder is `profile`.
    pub fn start_driver(self, profile: &Path) -> Driver {
        let name = format!("{}-{self:?}", test_name());
        let port = free_port();
        let (program, display) = match self {
            Self::Chromium => ("chromedriver", None),
            Self::Firefox => ("geckodriver", None),
            // MiniBrowser has no headless mode.
            Self::WebKit => ("WebKitWebDriver", Some(virtual_display(&name))),
        };
        let mut command = Command::new(installed(program));
        command.arg(format!("--port={port}"));
        if self != Self::Chromium {
            command.arg("--host=127.0.0.1");
        }
        if self == Self::WebKit {
            save_below(profile, &mut command);
        }
        let display = display.map(|(running, number)| {
            command.env("DISPLAY", format!(":{number}"));
            running
        });
        Driver { port, _driver: Running::listening(command, &name, port), _display: display }
    }

    /// What a new session of this engine asks for.
    pub fn capabilities(self, screen: Screen, profile: &Path) -> Map<String, Value> {
        let asked = match self {
            Self::Chromium => chromium(screen, profile),
            Self::Firefox => firefox(profile),
            Self::WebKit => webkit(),
        };
        let Value::Object(asked) = asked else { panic!("capabilities are an object, not {asked}") };
        asked
    }
}

/// Where a visit whose own folder is `profile` finds the files that it saved.
pub fn downloads(profile: &Path) -> PathBuf {
    let folder = profile.join("downloads");
    create_dir_all(&folder).expect("target/ can be written");
    folder
}

/// MiniBrowser asks nobody where to save: it takes the desktop's folder for downloads.
fn save_below(profile: &Path, command: &mut Command) {
    let text = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads(profile).display());
    write(profile.join("user-dirs.dirs"), text).expect("target/ can be written");
    command.env("XDG_CONFIG_HOME", profile);
}

/// The program that `scripts/setup` has put into its own folder, else the one on PATH.
fn installed(program: &str) -> PathBuf {
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cache"));
    let caches = || env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home).map(|path| path.join("huiqi"));
    let tools = env::var_os("HUIQI_TOOLS").map(PathBuf::from).or_else(caches);
    let own = tools.map(|folder| folder.join("bin").join(program));
    own.filter(|path| path.exists()).unwrap_or_else(|| program.into())
}

/// An X server of its own for one visit, so that two visits never share a window, and its display number.
fn virtual_display(name: &str) -> (Running, String) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
    Running::announcing(command, &format!("{name}-display"))
}

fn chromium(screen: Screen, profile: &Path) -> Value {
    let (width, height) = screen.size();
    let phone = screen == Screen::Phone;
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": "/usr/bin/chromium",
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                format!("--window-size={width},{height}"), format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": { "download.default_directory": downloads(profile), "download.prompt_for_download": false },
            // A window cannot be as narrow as a phone; the emulated screen can, and has no frame.
            "mobileEmulation": { "deviceMetrics": {
                "width": width, "height": height, "pixelRatio": if phone { 2 } else { 1 },
                "mobile": phone, "touch": phone,
            } },
        },
    })
}

fn firefox(profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless"],
            "prefs": {
                "app.normandy.enabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "browser.download.folderList": 2,
                "browser.download.dir": downloads(profile),
            },
        },
    })
}

fn webkit() -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "args": ["--automation"],
        },
    })
}

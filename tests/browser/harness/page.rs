//! What a visitor does on a page and sees there. Every wait ends when its condition holds, or fails naming it.

use super::engine::{Engine, Screen};
use super::test_name;
use serde_json::Value;
use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::{By, Key, WebDriver, WebElement};

const LIMIT: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(25);

/// An open browser on the served widget; copies are the same browser.
#[derive(Clone)]
pub struct Page {
    browser: WebDriver,
    server: String,
    engine: Engine,
    screen: Screen,
    downloads: PathBuf,
}

impl Page {
    pub(super) fn new(browser: WebDriver, server: String, engine: Engine, screen: Screen, downloads: PathBuf) -> Self {
        Self { browser, server, engine, screen, downloads }
    }

    /// The browser itself, for what this type has no word for.
    pub fn browser(&self) -> &WebDriver {
        &self.browser
    }

    /// Gives the window its size where the session could not ask for it.
    pub(super) async fn size_window(&self) {
        if self.engine != Engine::Chromium {
            let (width, height) = self.screen.size();
            let sized = self.browser.set_window_rect(0, 0, width, height).await;
            sized.expect("a window can be sized");
        }
    }

    /// Opens an address below the server and waits until the widget says that it is ready.
    pub async fn open(&self, path: &str) {
        self.go(path).await;
        self.started().await;
    }

    /// Opens an address below the server.
    pub async fn go(&self, path: &str) {
        self.go_to(&format!("{}{path}", self.server)).await;
    }

    /// Opens any address.
    pub async fn go_to(&self, address: &str) {
        self.browser.goto(address).await.unwrap_or_else(|error| panic!("`{address}` does not open: {error}"));
    }

    /// Waits until the widget has started; fails at once if it could not.
    pub async fn started(&self) {
        self.until("the widget to start", || async {
            let state =
                self.run("const page = document.documentElement; return page ? page.dataset.huiqi || '' : ''").await;
            assert_ne!(state, "failed", "the widget says that it could not start");
            (state == "ready").then_some(())
        })
        .await;
    }

    /// Waits until everything that is shown follows from what was answered.
    pub async fn is_settled(&self) {
        self.holds("all to follow from the answers", "return !document.querySelector('[aria-busy=true]')").await;
    }

    /// Waits until an element that `css` finds is visible and its text holds `text`.
    pub async fn sees(&self, css: &str, text: &str) -> WebElement {
        self.until(&format!("`{css}` with the text `{text}`"), || async {
            for element in self.browser.find_all(By::Css(css)).await.ok()? {
                let shown = element.is_displayed().await.unwrap_or(false);
                if shown && element.text().await.is_ok_and(|found| found.contains(text)) {
                    return Some(element);
                }
            }
            None
        })
        .await
    }

    /// Clicks the first visible element that `css` finds.
    pub async fn click(&self, css: &str) {
        self.click_found(By::Css(css), css).await;
    }

    /// Clicks the button, link, disclosure or label that reads `text`.
    pub async fn press(&self, text: &str) {
        let named = format!("normalize-space() = '{text}'");
        let path = format!("//button[{named}] | //a[{named}] | //summary[{named}] | //label[{named}]");
        self.click_found(By::XPath(&path), text).await;
    }

    async fn click_found(&self, by: By, named: &str) {
        // A render may replace an element between the search and the click, so both are tried again.
        self.until(&format!("`{named}` to be clicked"), || async {
            let query = self.browser.query(by.clone()).and_displayed().nowait();
            let found = query.first().await.ok()?;
            found.scroll_into_view().await.ok()?;
            self.is_still().await?;
            found.click().await.ok()
        })
        .await;
    }

    /// Has everything that is pressed stood where it stands long enough to be aimed at, as a visitor takes care of.
    pub async fn is_still(&self) -> Option<()> {
        // What was just drawn has been looked at by then.
        let script = "const done = arguments[arguments.length - 1];
            setTimeout(() => done(!document.querySelector('[aria-busy=true]')
                && performance.now() - Number(document.documentElement.dataset.moved || -1000) > 420), 80)";
        let still = self.browser.execute_async(script, Vec::new()).await.ok()?;
        (*still.json() == true).then_some(())
    }

    /// Replaces what stands in the field that `css` finds, key by key.
    pub async fn fill_in(&self, css: &str, text: &str) {
        self.until(&format!("the field `{css}` to be filled"), || async {
            let query = self.browser.query(By::Css(css)).and_displayed().nowait();
            let field = query.first().await.ok()?;
            // Not the driver's own clearing, of which a page hears only that the field was left.
            let all = format!("{}a{}{}", char::from(Key::Control), char::from(Key::Null), char::from(Key::Backspace));
            field.send_keys(all).await.ok()?;
            field.send_keys(text).await.ok()
        })
        .await;
    }

    /// As `fill_in`, and leaves the field: what is in it is read at once.
    pub async fn fill_in_and_leave(&self, css: &str, text: &str) {
        self.fill_in(css, &format!("{text}{}", char::from(Key::Tab))).await;
    }

    /// The text of the first element that `css` finds, once there is one.
    pub async fn text(&self, css: &str) -> String {
        self.until(&format!("`{css}`"), || async { self.browser.find(By::Css(css)).await.ok()?.text().await.ok() })
            .await
    }

    /// Runs script in the page and gives what it returns.
    pub async fn run(&self, script: &str) -> Value {
        let ran = self.browser.execute(script, Vec::new()).await;
        ran.unwrap_or_else(|error| panic!("`{script}` failed: {error}")).json().clone()
    }

    /// Runs script that ends by calling `done` with what it found, in time and in what was asked of the browser.
    pub async fn run_until_done(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        let ran = self.browser.execute_async(&script, Vec::new()).await;
        ran.unwrap_or_else(|error| panic!("`{script}` failed: {error}")).json().clone()
    }

    /// Waits until script gives something else than nothing, `false` or 0, and gives it. A page that is being left answers
    /// no script, as WebKit says in an error; the next one does.
    pub async fn holds(&self, what: &str, script: &str) -> Value {
        self.until(what, || async {
            let found = self.browser.execute(script, Vec::new()).await.ok()?.json().clone();
            (!matches!(found, Value::Null | Value::Bool(false)) && found != 0).then_some(found)
        })
        .await
    }

    /// The file of that name that the browser has saved, once it is whole; it is taken away.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let file = self.downloads.join(name);
        let part = [".part", ".crdownload", ".wkdownload"].map(|end| self.downloads.join(format!("{name}{end}")));
        let bytes = self
            .until(&format!("`{name}` to be saved"), || async {
                let whole = !part.iter().any(|file| file.exists());
                std::fs::read(&file).ok().filter(|bytes| whole && !bytes.is_empty())
            })
            .await;
        std::fs::remove_file(&file).expect("target/ can be written");
        bytes
    }

    /// From the page into the frame that `css` finds.
    pub async fn enter(&self, css: &str) {
        let frame = self.until(css, || async { self.browser.find(By::Css(css)).await.ok() }).await;
        frame.enter_frame().await.expect("a frame can be entered");
    }

    /// Back to the page itself.
    pub async fn leave(&self) {
        self.browser.enter_default_frame().await.expect("a page can be gone back to");
    }

    /// Which browser this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Sends a command of Chromium's DevTools protocol: slower CPU or line, blocked addresses, other screens.
    pub async fn tell_chromium(&self, command: &str, parameters: Value) -> Value {
        let answered = self.browser.cdp().send_raw(command, parameters).await;
        answered.unwrap_or_else(|error| panic!("`{command}` failed: {error}"))
    }

    /// Asks again and again until there is an answer.
    pub async fn until<Ask, Asking, Answer>(&self, what: &str, ask: Ask) -> Answer
    where
        Ask: Fn() -> Asking,
        Asking: Future<Output = Option<Answer>>,
    {
        let began = Instant::now();
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            if began.elapsed() > LIMIT {
                panic!("waited {} s for {what}; the widget says {:?}", LIMIT.as_secs(), self.failure().await);
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Why the widget gave up, where it did; asked in a page that may be any.
    async fn failure(&self) -> Option<String> {
        let why = "return document.querySelector('#huiqi-failed[data-error]')?.dataset.error ?? null";
        let said = self.browser.execute(why, Vec::new()).await.ok()?;
        said.json().as_str().map(str::to_owned)
    }

    /// Errors that the browser wrote to its console since they were last asked for; only Chromium tells.
    pub async fn console_errors(&self) -> Vec<String> {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium tells what is in its console");
        let log = self.browser.get_log("browser").await.expect("chromedriver gives its log");
        log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    /// Keeps a screenshot under `target/screenshots/`, named for the test, `moment`, browser and screen.
    pub async fn keep(&self, moment: &str) {
        let folder = PathBuf::from("target/screenshots");
        std::fs::create_dir_all(&folder).expect("target/ can be written");
        let name = format!("{}-{moment}-{:?}-{:?}.png", test_name(), self.engine, self.screen).to_lowercase();
        // A browser that no longer answers has no screenshot; the test's own failure says more.
        if let Ok(picture) = self.browser.screenshot_as_png().await {
            std::fs::write(folder.join(name), picture).expect("target/ can be written");
        }
    }
}

/// Letters alone, for texts that may be broken into lines and set apart anywhere.
pub fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

//! Releases of the widget that a test may publish, spoil and take off the network, on one address throughout.

use super::process::free_port;
use super::{own_folder, Server};
use std::fs::{copy, read_dir, read_to_string, remove_dir_all, remove_file, write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A copy of `dist/` on a server that can be stopped and started again.
pub struct Site {
    folder: PathBuf,
    port: u16,
    habit: Option<String>,
    server: Option<Server>,
}

/// Servers as they are found.
pub const HABITS: &str = "tests/servers/habits.mjs";

impl Site {
    /// The release as it was built, served.
    pub fn of_dist() -> Self {
        Self::of_habit(None)
    }

    /// As `of_dist`, by a server with that habit.
    pub fn of_habit(habit: Option<&str>) -> Self {
        let folder = own_folder("releases");
        copy_release(Path::new("dist"), &folder);
        let mut site = Self { folder, port: free_port(), habit: habit.map(str::to_owned), server: None };
        site.start();
        site
    }

    /// `http://127.0.0.1:PORT/`, also while nobody answers there.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The server answers.
    pub fn start(&mut self) {
        self.start_with(&[]);
    }

    /// As `start`, with more options of `scripts/serve.mjs`.
    pub fn start_with(&mut self, options: &[&str]) {
        self.server = None;
        let folder = self.folder.to_string_lossy().into_owned();
        self.server = Some(match &self.habit {
            Some(habit) => Server::of_script(HABITS, self.port, &["--dir", &folder, "--habit", habit]),
            None => Server::start_on(self.port, &[&["--dir", &folder], options].concat()),
        });
    }

    /// The server is gone.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// A file of the release.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The next release: another mark on the page, another list in the worker.
    pub fn publish(&self) {
        self.publish_spoilt(|_| {});
    }

    /// The next release, of which something goes wrong. The worker's file arrives last: a browser that comes to look in the
    /// meantime finds no new release, and none that is whole.
    pub fn publish_spoilt(&self, spoil: fn(&Self)) {
        let next = own_folder("releases");
        copy_release(&self.folder, &next);
        let page = next.join("index.html");
        let text = read_to_string(&page).expect("a page");
        let next_page = text.replacen("<html ", "<html data-next ", 1);
        assert_ne!(next_page, text);
        write(&page, next_page).expect("target/ can be written");
        write_worker(&next);
        copy(&page, self.file("index.html")).expect("target/ can be written");
        spoil(self);
        copy(next.join("worker.js"), self.file("worker.js")).expect("target/ can be written");
        let _removed = remove_dir_all(next);
    }

    /// As on a server where not every file has arrived yet.
    pub fn lose(&self, name: &str) {
        remove_file(self.file(name)).expect("the file was there");
    }

    /// The one file whose name begins and ends so.
    pub fn named(&self, start: &str, end: &str) -> String {
        let names =
            read_dir(&self.folder).expect("it can be read").map(|entry| entry.expect("it can be read").file_name());
        let mut found = names
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name.starts_with(start) && name.ends_with(end));
        found.next().expect("a file of that name")
    }

    /// As on a server where somebody has put a script in front of another.
    pub fn alter(&self, name: &str) {
        let path = self.file(name);
        let text = read_to_string(&path).expect("a text file");
        write(&path, format!("window.altered = true;{text}")).expect("target/ can be written");
    }

    /// As on a server where a file of another release is still there.
    pub fn damage(&self, name: &str) {
        let path = self.file(name);
        let text = read_to_string(&path).expect("a text file");
        write(&path, format!("{text}<!-- of another release -->")).expect("target/ can be written");
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server = None;
        // A folder that stays is only a little space.
        let _removed = remove_dir_all(Path::new(&self.folder));
    }
}

/// The tests write into some of the files, and no compressed form is to contradict them.
fn copy_release(from: &Path, to: &Path) {
    for entry in read_dir(from).expect("dist/ is there: run `scripts/build` first") {
        let file = entry.expect("it can be read").path();
        if !file.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            copy(&file, to.join(file.file_name().expect("a name"))).expect("target/ can be written");
        }
    }
}

/// The build's own last step, for the files as they are now.
fn write_worker(folder: &Path) {
    let script = "import('./scripts/finish/worker.mjs').then((step) => step.writeServiceWorker(process.argv[1]))";
    let run = Command::new("node").args(["-e", script]).arg(folder).status().expect("node runs");
    assert!(run.success(), "the worker's list cannot be written");
}

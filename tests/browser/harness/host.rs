//! A bureau's site that embeds the widget: the pages of `tests/hosts/` on a server of their own, of another site than the
//! widget's.

use super::own_folder;
use super::server::Server;
use std::fs::{read, read_dir, read_to_string, remove_dir_all, write};
use std::path::{Path, PathBuf};

/// What stands in those pages where a real one has the widget's address.
const WIDGET: &str = "https://widget.example";

/// A running site; it ends when dropped.
pub struct Host {
    server: Server,
    folder: PathBuf,
}

impl Host {
    /// Serves the pages with the widget of that server in them.
    pub fn embedding(widget: &str) -> Self {
        let folder = own_folder("hosts");
        for entry in read_dir("tests/hosts").expect("tests/hosts is there") {
            let file = entry.expect("tests/hosts can be read").path();
            copy(&file, &folder, widget.trim_end_matches('/'));
        }
        let server = Server::start(&["--plain", "--dir", &folder.to_string_lossy()]);
        Self { server, folder }
    }

    /// The page's address, by the name of the loopback rather than its number: to a browser that is another site.
    pub fn page(&self, name: &str) -> String {
        format!("{}{name}", self.server.address().replace("127.0.0.1", "localhost"))
    }
}

fn copy(file: &Path, folder: &Path, widget: &str) {
    let target = folder.join(file.file_name().expect("a file has a name"));
    let bytes = match read_to_string(file) {
        Ok(text) => text.replace(WIDGET, widget).into_bytes(),
        Err(_) => read(file).expect("tests/hosts can be read"),
    };
    write(target, bytes).expect("target/ can be written");
}

impl Drop for Host {
    fn drop(&mut self) {
        // A folder that stays is only a little space.
        let _removed = remove_dir_all(&self.folder);
    }
}

//! Standard output. A reader that has heard enough (`huiqi questions | head`) is no failure; a full disk is one.

use crate::failure::Failure;
use std::io::{ErrorKind, Write};

/// Writes `text` as it is.
pub fn say(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    said(out.write_all(text.as_bytes()).and_then(|()| out.flush())).map(|_| ())
}

/// Writes `text` and ends the line.
pub fn say_line(text: &str) -> Result<(), Failure> {
    say(&format!("{text}\n"))
}

/// What became of writing to standard output: is anybody still reading.
pub fn said(written: std::io::Result<()>) -> Result<bool, Failure> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::unwritten("standard output", &error)),
    }
}

/// Writes a file.
pub fn write_file(path: &std::path::Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::unwritten(&format!("`{}`", path.display()), &error))
}

//! Standard output. A reader that has heard enough (`huiqi questions | head`) is no failure; `println!` would panic.

use std::io::Write;

/// Writes `text` as it is.
pub fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    // Nothing is left to tell, and nobody to tell it to.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes `text` and ends the line.
pub fn say_line(text: &str) {
    say(&format!("{text}\n"));
}

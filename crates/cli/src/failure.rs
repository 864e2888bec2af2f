//! What is told when a command fails.

/// Lines for standard error, and the exit status.
#[derive(Debug)]
pub struct Failure {
    pub lines: Vec<String>,
    pub status: u8,
}

impl Failure {
    /// The command, its arguments or the answers are wrong.
    pub fn usage(line: impl Into<String>) -> Self {
        Self { lines: vec![line.into()], status: 2 }
    }

    /// The dataset is wrong.
    pub fn dataset(lines: Vec<String>) -> Self {
        Self { lines, status: 1 }
    }
}

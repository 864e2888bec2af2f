//! What a dataset asks and holds, in the shapes of the public contract: the same for the command and for JavaScript.
//! What a profile gets belongs to `screening::report`.

mod contents;
mod questions;

pub use contents::{contents, Contents};
pub use questions::{questions, QuestionRow};

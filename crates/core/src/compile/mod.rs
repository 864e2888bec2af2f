//! From `policies.json` to a compiled dataset, with every mistake told by file, line and column. It runs when the widget
//! is built and in the `huiqi` command; the wasm never holds it.

mod diagnostic;
mod exact;
mod expression;
mod lower;
mod names;
mod read;
mod text;
mod tree;
mod unit;

pub use diagnostic::Diagnostic;
pub use text::{is_unseen, visible};

use crate::dataset::Dataset;

/// Compiles the text of a dataset, or tells everything that is wrong with it. A byte order mark before it is skipped, as
/// Windows writes one.
pub fn compile(text: &str) -> Result<Dataset, Vec<Diagnostic>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut log = diagnostic::Log::new(text);
    let dataset = match tree::parse(text) {
        Ok(tree) => {
            text::unseen(&tree, &mut log);
            read::dataset(&tree, &mut log)
        }
        Err((span, problem)) => {
            log.add(
                span,
                problem,
                "mend the JSON here; every text in double quotes, commas between values, none after the last",
            );
            None
        }
    };
    match (dataset, log.finish()) {
        (Some(dataset), diagnostics) if diagnostics.is_empty() => Ok(dataset),
        (_, diagnostics) => Err(diagnostics),
    }
}

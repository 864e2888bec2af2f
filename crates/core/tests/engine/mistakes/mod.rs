//! One mistake at a time in a sound dataset: what is told, where, and with which advice.

mod calls;
mod choices;
mod estimates;
mod figures;
mod implications;
mod limits;
mod links;
mod listed;
mod names;
mod periods;
mod questions;
mod reach;
mod several;
mod text;
mod types;
mod unseen;
mod visit;
mod worths;

use huiqi_core::compile::compile;

pub const SOUND: &str = include_str!("sound.json");

/// The sound dataset with these texts replaced, each of which stands there once.
pub fn changed(changes: &[(&str, &str)]) -> String {
    let mut text = SOUND.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "`{from}` does not stand there once");
        text = text.replace(from, to);
    }
    text
}

/// Everything told of the dataset with these texts replaced.
pub fn told(changes: &[(&str, &str)]) -> Vec<String> {
    compile(&changed(changes)).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// A test of one mistake: the sound text, the mistaken one, and all that is told.
macro_rules! mistake {
    ($name:ident, $from:expr => $to:expr, [$($line:expr),+ $(,)?]) => {
        #[test]
        fn $name() {
            assert_eq!(super::told(&[($from, $to)]), [$($line),+]);
        }
    };
}
pub(crate) use mistake;

#[test]
fn the_sound_dataset_is_sound() {
    assert_eq!(told(&[]), Vec::<String>::new());
}

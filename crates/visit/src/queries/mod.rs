//! What a screen needs to know: plain values, read only, made once a state. They hold indices into the dataset, amounts
//! and keys; the words around them belong to the widget, and screens hold no rules of their own.

mod answers;
mod ask;
mod branch;
mod card;
mod firm;
mod library;
mod outcome;
mod sheet;
mod shortlist;
mod situations;
mod start;

pub use crate::reckon::Explained;
pub use crate::row::{Counts, Deadline, Money, Row, Sort, Sum, Word, Worth};
pub use crate::typed::Written;
pub use answers::{answers, implied, Answers, Chapter, Sentence, Source};
pub use ask::{ask, Ask, Choice, Control, Label, Typed};
pub use branch::{branch, Branch, Step};
pub use card::{opened, Alternative, Card, Opened, Reading};
pub use firm::{firm, Firm};
pub use library::{library, Found, Library, Section};
pub use outcome::{headline_of, outcome, Fold, Headline, LedgerRow, Outcome, Why};
pub use sheet::{sheet, Page, Sheet};
pub use shortlist::{shortlist, Aside, Hang, Shortlist};
pub use situations::{situations, Gate, Situations};
pub use start::{start, Start};

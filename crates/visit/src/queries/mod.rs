//! What a screen needs to know: plain values, read only, made once a state. They hold indices into the dataset, amounts
//! and keys; the words around them belong to the widget, and screens hold no rules of their own.

mod answers;
mod ask;
mod branch;
mod card;
mod firm;
mod library;
mod outcome;
mod row;
mod sheet;
mod shortlist;
mod situations;
mod start;

pub use answers::{Answers, Chapter, Sentence, Source};
pub use ask::{Ask, Choice, Control, Label, Typed, Written};
pub use branch::{Branch, Step};
pub use card::{Alternative, Card, Condition, Opened, Reading};
pub use firm::Firm;
pub use library::{Found, Library, Section};
pub use outcome::{Fold, Headline, LedgerRow, Outcome, Why};
pub use row::{Counts, Deadline, Money, Row, Sort, Sum, Word, Worth};
pub use sheet::{Page, Sheet};
pub use shortlist::{Aside, Hang, Shortlist};
pub use situations::{Gate, Situations};
pub use start::Start;

//! What a visitor may do.

use super::{Field, Filter, Place, Scale, Settings};
use crate::profile::{Answer, Input};

/// One thing that a visitor does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Begins, or goes on with, the questions.
    Ask,
    /// Is done with the questions shown; blanks count as 不清楚.
    Next,
    /// Is done with the questions shown, and of the sets not ticked at all nothing holds.
    NextWithNone,
    /// Goes to a place.
    Open(Place),
    /// Goes one place back.
    Back,
    /// Goes to a place by its number in the trail (the browser's Back and Forward).
    Go(usize),
    /// Gives, changes or takes back an answer.
    Give(Field, Option<Answer>),
    /// Says whether a member of a set holds; the others are taken not to.
    Tick(Field, u8, bool),
    /// Says that the members not ticked are unknown, or that they do not hold.
    RestUnknown(Field, bool),
    /// Types into a field; what it means is read on [`Action::Settle`].
    Type(Field, String),
    /// Counts a field's number in another scale; its digits stay.
    Count(Field, Scale),
    /// Has stopped typing.
    Settle,
    /// Sees the first page, which is shown before anything is screened; now it is.
    Screen,
    /// Leaves a field; from now on it says what is wrong.
    Leave(Field),
    /// Adds a row.
    AddRow(u16),
    /// Takes a row away.
    RemoveRow(u16, u8),
    /// Types a reference date.
    ReferenceDate(String),
    /// Opens or closes a card.
    Toggle(u16),
    /// Looks for something in the library.
    Look(Filter),
    /// Changes how the widget looks.
    Set(Settings),
    /// Did nothing: the page around the widget said something.
    Hear(Input),
    /// Has read the notices.
    Dismiss,
    /// Forgets every answer.
    Clear,
}

//! What a visitor may do.

use crate::draft::Scale;
use crate::part::{Field, Part};
use crate::place::Place;
use crate::state::{Filter, Settings};
use huiqi_core::profile::{Answer, Input};

/// One thing that a visitor does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Goes on from where the visitor is: the one primary button of every screen. Stays where something typed cannot be
    /// read.
    Next,
    /// Goes to a place: the library, the answers, the sheet, the situations, the outcome from anywhere.
    Open(Place),
    /// Goes one place back.
    Back,
    /// Goes to a place by its number in the trail (the browser's Back and Forward).
    Go(usize),
    /// Gives, changes or (with `None`) takes back an answer; of a set only of the part's members.
    Give(Part, Option<Answer>),
    /// Says whether a member of a set holds; the part's others are taken not to.
    Tick(Part, u8, bool),
    /// 不清楚: of a set, the part's members that are not ticked.
    Unclear(Part),
    /// Taps a situation, or takes the tap back, with what was answered behind it.
    Situation(u8, bool),
    /// Types into a field; what it means is read on [`Action::Settle`].
    Type(Field, String),
    /// Counts a field's number in another scale; its digits stay.
    Count(Field, Scale),
    /// Has stopped typing.
    Settle,
    /// Leaves a field; from now on it says what is wrong.
    Leave(Field),
    /// Adds a row.
    AddRow(u16),
    /// Takes a row away.
    RemoveRow(u16, u8),
    /// Takes back the last removal of a row, of a situation, or of everything.
    Undo,
    /// What was shown before anything was screened is screened.
    Screen,
    /// Judges another day: today, or (with `None`) the list's own year.
    Today(Option<huiqi_core::date::Date>),
    /// Opens or closes the card of an item.
    Toggle(u16),
    /// Looks for something in the library.
    Look(Filter),
    /// Changes how the widget looks.
    Set(Settings),
    /// Did nothing: the page around the widget said something.
    Hear(Input),
    /// Follows a link that was pasted into the open page: shown read-only.
    Follow(String),
    /// Leaves what another shared and goes back to one's own answers.
    Own,
    /// Takes over what another shared in place of one's own answers, after being asked.
    Adopt,
    /// Has read the notices.
    Dismiss,
    /// Forgets every answer.
    Clear,
}

//! What a browser's history keeps of a visit: one entry a place, numbered as in the trail. Writing it belongs to `browser`.

use std::fmt;
use std::str::FromStr;

/// What stands in an entry, as text: `at.first`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry's place.
    pub at: usize,
    /// The earliest place that has an entry. A visit that is taken up again in a new tab has none for the places before
    /// it: to go back there in the browser's history would be to leave the page.
    pub first: usize,
}

/// What has to be done so that the browser's entry is that of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Write a new entry after this one.
    Push(Entry),
    /// Write over this one.
    Replace(Entry),
    /// Go so many entries back.
    Back(usize),
    /// Nothing.
    Stay,
}

/// From the entry where the browser is, if it has one of this visit, to place number `at`.
pub fn follow(here: Option<Entry>, at: usize) -> Move {
    match here {
        Some(here) if at > here.at => Move::Push(Entry { at, ..here }),
        Some(here) if at == here.at => Move::Stay,
        Some(here) if at >= here.first => Move::Back(here.at - at),
        Some(_) | None => Move::Replace(Entry { at, first: at }),
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}.{}", self.at, self.first)
    }
}

/// Not one of ours.
#[derive(Debug, PartialEq, Eq)]
pub struct Strange;

impl FromStr for Entry {
    type Err = Strange;

    fn from_str(text: &str) -> Result<Self, Strange> {
        let (at, first) = text.split_once('.').ok_or(Strange)?;
        Ok(Self { at: at.parse().map_err(|_| Strange)?, first: first.parse().map_err(|_| Strange)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_follows_the_visit() {
        let here = Entry { at: 5, first: 3 };
        for (from, at, does) in [
            (None, 0, Move::Replace(Entry { at: 0, first: 0 })),
            (None, 4, Move::Replace(Entry { at: 4, first: 4 })),
            (Some(here), 6, Move::Push(Entry { at: 6, first: 3 })),
            (Some(here), 5, Move::Stay),
            (Some(here), 4, Move::Back(1)),
            (Some(here), 3, Move::Back(2)),
            // Taken up again at place 3: what lies before has no entry.
            (Some(here), 2, Move::Replace(Entry { at: 2, first: 2 })),
            (Some(here), 0, Move::Replace(Entry { at: 0, first: 0 })),
        ] {
            assert_eq!(follow(from, at), does, "{from:?} to {at}");
        }
    }

    #[test]
    fn an_entry_is_read_as_it_was_written_and_nothing_else_is() {
        let entry = Entry { at: 12, first: 3 };
        assert_eq!(entry.to_string().parse(), Ok(entry));
        for strange in ["", "3", "3.", ".3", "a.b", "3.-1"] {
            assert_eq!(strange.parse::<Entry>(), Err(Strange), "{strange}");
        }
    }
}

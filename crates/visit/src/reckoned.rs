//! What a visit comes to, as it is kept beside the answers. Working it out belongs to `reckon`.

use crate::layout::Layout;
use crate::mode::Mode;
use crate::row::{Row, Word, Worth};
use huiqi_core::rules::VarSet;
use huiqi_core::screening::Screening;

/// What a clause waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waits {
    /// Nothing: it is settled, or only an office can settle it.
    Nothing,
    /// A figure that is asked for at the card.
    Figure,
    /// Who the firm is.
    Who,
    /// The questions behind a situation.
    Gate(u8),
}

/// A clause as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its verdict word.
    pub word: Word,
    /// What it waits for.
    pub waits: Waits,
}

/// Where an item stands in the list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bin {
    /// 多半能享受
    Likely,
    /// 看情况: on a situation that is common for the trade, or (without one) on who the firm is or what the office says.
    Depends(Option<u8>),
    /// On a situation that is rare for the trade.
    Rare(u8),
    /// 写明不给
    Refused,
    /// Whoever the firm is.
    Everyone,
    /// To be complied with.
    Duty,
}

/// An item as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Its line.
    pub row: Row,
    /// What it waits for.
    pub waits: Waits,
    /// Where it stands in the list of names.
    pub bin: Bin,
}

/// What a visit comes to.
#[derive(Clone, Debug)]
pub struct Reckoned {
    /// What the profile gets.
    pub screening: Screening,
    /// Where what is asked, for the firm's trade.
    pub layout: Layout,
    /// Situations that are open.
    pub gates: Vec<u8>,
    /// 回查 or 现行.
    pub mode: Mode,
    /// Every item, in the list's order.
    pub items: Vec<Item>,
    /// What only criteria read that the office decides.
    pub discretion: VarSet,
    /// The joint effect on taxes of what is had, as far as it is a figure.
    pub tax: Option<Worth>,
    /// What may still change whether something is had that hangs on no closed situation.
    pub wanted: VarSet,
    /// The same of what hangs on no rare situation that is closed: who the firm is is asked with an eye on these.
    pub wanted_who: VarSet,
}

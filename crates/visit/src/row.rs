//! An item in one line: its verdict word, what it is worth, until when. The vocabulary that all screens share.

use huiqi_core::dataset::Status;
use huiqi_core::date::Date;
use rust_decimal::Decimal;

/// The verdict word of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// 能办: had, and in force or about to be.
    Can,
    /// 当年可办: had in the list's own year, looked back on.
    ThatYear,
    /// 刚截止: had, and over on the day.
    Ended,
    /// 要先问: what is still open only the office can tell, or the visitor does not know it.
    Ask,
    /// 未问: what decides it has not been asked yet.
    Unasked,
    /// 写明不给.
    Refused,
}

/// What an amount is; sorts are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Grants, reductions, refunds and interest subsidies.
    Cash,
    /// 扣除的税额影响
    Tax,
    /// 缓缴递延
    Deferral,
}

/// A range in yuan; an end that rests on the limit of an answer, or that nothing bounds, is no figure and is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// At least.
    pub min: Option<Decimal>,
    /// At most.
    pub max: Option<Decimal>,
}

/// What an item is worth as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// No money at all: a right or a service.
    Right,
    /// Nothing more than the firm has anyway: exactly 0.
    Nothing(Sort),
    /// No figure yet: the item's own words tell what it depends on.
    Words(Sort),
    /// This much; at least one end is a figure.
    Figure(Sort, Worth),
}

impl Money {
    /// Its sort; none of a right.
    pub fn sort(self) -> Option<Sort> {
        match self {
            Self::Right => None,
            Self::Nothing(sort) | Self::Words(sort) | Self::Figure(sort, _) => Some(sort),
        }
    }
}

/// A sum of rows; `open` where one of them has no greatest figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many rows have a figure and are in the sum.
    pub figured: usize,
    /// How many more have words only.
    pub worded: usize,
    /// Sum of the least figures; a row without one adds nothing.
    pub min: Decimal,
    /// Sum of the greatest figures; `None` where one of the figured rows has none.
    pub max: Option<Decimal>,
}

/// When an item can be had, for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// First day, where known.
    pub from: Option<Date>,
    /// The list's own last day, for what has to happen or for applying.
    pub until: Option<Date>,
    /// The last day for applying, where it is another.
    pub apply_until: Option<Date>,
    /// A later end known from elsewhere.
    pub later: Option<Date>,
    /// It ends with an event that has no day; an index into `Dataset::events`.
    pub event: Option<u8>,
    /// Where the judged day lies.
    pub status: Status,
    /// Days from the judged day to the last one, negative once it is over; `None` without a last day.
    pub days_left: Option<i32>,
}

/// An item in one line; its name, offices and words stand in `Dataset::visit.items`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of the item.
    pub item: u16,
    /// Its verdict word.
    pub word: Word,
    /// What it is worth.
    pub money: Money,
    /// Until when.
    pub deadline: Deadline,
    /// The clause that leads it: the one counted, else the first that may still be had. An index into `Dataset::clauses`.
    pub clause: u16,
}

/// 多半能享受 / 看情况 / 先放一边. INVARIANT: they add up to all items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Had by all that is known, or open only by what every firm or an opened chapter is asked.
    pub likely: usize,
    /// Hang on a situation that is common for the trade.
    pub depends: usize,
    /// Rare, refused, for everyone, or a duty.
    pub aside: usize,
}

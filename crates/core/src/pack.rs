//! The compact form of the compiled dataset. Its reader is a quarter of the size of a derived serde reader: fields follow
//! each other without names, and a mistake is remembered instead of returned from every step. What is read may still
//! make no sense; that is judged by `Rules::is_sound`.

mod packed;
mod plain;

pub(crate) use packed::packed;

use rust_decimal::Decimal;

/// Ends a text; a length before it would compress less well.
const END: u8 = 0;
/// Stands among the ASCII texts for one that has other characters.
const WIDE: u8 = 1;

/// Says that bytes are not what [`Packer`] wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl std::fmt::Display for Damaged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the compiled dataset is damaged: build it again")
    }
}

impl std::error::Error for Damaged {}

/// What can be written to bytes and read back.
pub trait Packed: Sized {
    /// Writes the value.
    fn pack(&self, to: &mut Packer);
    /// Reads a value; any value once `from` has failed.
    fn unpack(from: &mut Unpacker) -> Self;
}

/// The index last written or read, by what it is the index of: either is near to the last of its own sort only.
#[derive(Debug, Default)]
struct Near {
    condition: u32,
    figure: u32,
}

/// What an index that [`Packer::near`] writes is the index of.
#[derive(Clone, Copy, Debug)]
pub enum Sort {
    /// A condition.
    Condition,
    /// A figure.
    Figure,
}

impl Near {
    fn of(&mut self, sort: Sort) -> &mut u32 {
        match sort {
            Sort::Condition => &mut self.condition,
            Sort::Figure => &mut self.figure,
        }
    }
}

/// Collects values. Numbers, ASCII texts and Chinese texts (in UTF-16, most significant byte first) are kept apart: each
/// compresses better among its like, and UTF-16 by a twelfth better than UTF-8.
#[derive(Debug, Default)]
pub struct Packer {
    numbers: Vec<u8>,
    ascii: Vec<u8>,
    wide: Vec<u8>,
    /// The numbers that [`Packer::near`] last wrote, by sort.
    near: Near,
}

/// Gives values back.
#[derive(Debug)]
pub struct Unpacker<'a> {
    numbers: &'a [u8],
    ascii: &'a [u8],
    wide: &'a [u8],
    near: Near,
    failed: bool,
}

/// The bytes of a value.
pub fn to_bytes(value: &impl Packed) -> Vec<u8> {
    let mut packer = Packer::default();
    value.pack(&mut packer);
    let mut bytes = Packer::default();
    bytes.number(packer.ascii.len() as u64);
    bytes.number(packer.wide.len() as u64);
    [bytes.numbers, packer.ascii, packer.wide, packer.numbers].concat()
}

/// Reads what [`to_bytes`] wrote, to the last byte.
pub fn from_bytes<T: Packed>(bytes: &[u8]) -> Result<T, Damaged> {
    let mut from = Unpacker { numbers: bytes, ascii: &[], wide: &[], near: Near::default(), failed: false };
    let (ascii, wide) = (from.length(), from.length());
    (from.ascii, from.numbers) = from.numbers.split_at_checked(ascii).ok_or(Damaged)?;
    (from.wide, from.numbers) = from.numbers.split_at_checked(wide).ok_or(Damaged)?;
    let value = T::unpack(&mut from);
    let rest = from.numbers.len() + from.ascii.len() + from.wide.len();
    if from.failed || rest > 0 {
        Err(Damaged)
    } else {
        Ok(value)
    }
}

#[inline(never)]
fn next(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

impl Packer {
    /// Seven bits a byte, the least first.
    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.numbers.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.numbers.push(number as u8);
    }

    /// A tag of an enum.
    pub fn tag(&mut self, tag: u8) {
        self.numbers.push(tag);
    }

    /// An index that is mostly a little below or above the last one of its sort: 0, 1, -1 … become 0, 2, 1 …
    pub fn near(&mut self, sort: Sort, index: u32) {
        let last = std::mem::replace(self.near.of(sort), index);
        self.signed(i64::from(index) - i64::from(last));
    }

    fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)) as u64);
    }
}

impl Unpacker<'_> {
    /// Remembers that the bytes are damaged.
    pub fn fail(&mut self) {
        self.failed = true;
        self.numbers = &[];
    }

    /// A tag of an enum.
    #[inline(never)]
    pub fn tag(&mut self) -> u8 {
        next(&mut self.numbers).unwrap_or_else(|| {
            self.failed = true;
            0
        })
    }

    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.tag();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    #[inline(never)]
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    /// What [`Packer::near`] wrote.
    pub fn near(&mut self, sort: Sort) -> u32 {
        let step = self.signed() as u32;
        let near = self.near.of(sort);
        *near = near.wrapping_add(step);
        *near
    }

    /// A length, which no honest bytes make greater than what is left.
    fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(usize::MAX)
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        let mut text = String::new();
        loop {
            match next(&mut self.ascii) {
                Some(END) => return text,
                Some(WIDE) => return self.wide(),
                Some(byte) => text.push(char::from(byte)),
                None => break,
            }
        }
        self.fail();
        text
    }

    #[inline(never)]
    fn wide(&mut self) -> String {
        let mut text = String::new();
        while let (Some(high), Some(low)) = (next(&mut self.wide), next(&mut self.wide)) {
            match char::from_u32(u32::from(high) << 8 | u32::from(low)) {
                Some('\0') => return text,
                Some(character) => text.push(character),
                None => break,
            }
        }
        self.fail();
        text
    }

    #[inline(never)]
    fn decimal(&mut self) -> Decimal {
        let scale = u32::from(self.tag());
        let mantissa = self.signed();
        if scale > Decimal::MAX_SCALE {
            self.fail();
            return Decimal::ZERO;
        }
        Decimal::new(mantissa, scale)
    }
}

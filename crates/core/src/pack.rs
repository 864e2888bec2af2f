//! The compact form of the compiled dataset. Its reader is a quarter of the size of a derived serde reader: fields follow
//! each other without names, and a mistake is remembered instead of returned from every step. What is read may still
//! make no sense; that is judged by `Rules::is_sound`.

mod packed;

pub(crate) use packed::packed;

use rust_decimal::Decimal;

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

/// Collects values. Text is kept apart from numbers, which compresses better.
#[derive(Debug, Default)]
pub struct Packer {
    numbers: Vec<u8>,
    text: String,
    /// The number that [`Packer::near`] last wrote.
    near: u32,
}

/// Gives values back.
#[derive(Debug)]
pub struct Unpacker<'a> {
    numbers: &'a [u8],
    text: &'a str,
    near: u32,
    failed: bool,
}

/// The bytes of a value.
pub fn to_bytes(value: &impl Packed) -> Vec<u8> {
    let mut packer = Packer::default();
    value.pack(&mut packer);
    let mut bytes = Packer::default();
    bytes.number(packer.text.len() as u64);
    bytes.numbers.extend_from_slice(packer.text.as_bytes());
    bytes.numbers.extend_from_slice(&packer.numbers);
    bytes.numbers
}

/// Reads what [`to_bytes`] wrote, to the last byte.
pub fn from_bytes<T: Packed>(bytes: &[u8]) -> Result<T, Damaged> {
    let mut from = Unpacker { numbers: bytes, text: "", near: 0, failed: false };
    let text = from.length();
    let (text, numbers) = from.numbers.split_at_checked(text).ok_or(Damaged)?;
    from.text = std::str::from_utf8(text).map_err(|_| Damaged)?;
    from.numbers = numbers;
    let value = T::unpack(&mut from);
    if from.failed || !from.numbers.is_empty() || !from.text.is_empty() {
        Err(Damaged)
    } else {
        Ok(value)
    }
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

    /// An index that is mostly a little below or above the last one: 0, 1, -1 … become 0, 2, 1 …
    pub fn near(&mut self, index: u32) {
        self.signed(i64::from(index) - i64::from(self.near));
        self.near = index;
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
        match self.numbers.split_first() {
            Some((first, rest)) => {
                self.numbers = rest;
                *first
            }
            None => {
                self.failed = true;
                0
            }
        }
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
    pub fn near(&mut self) -> u32 {
        self.near = self.near.wrapping_add(self.signed() as u32);
        self.near
    }

    /// A length, which no honest bytes make greater than what is left.
    fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(usize::MAX)
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        let length = self.length();
        match self.text.split_at_checked(length) {
            Some((string, rest)) => {
                self.text = rest;
                string.to_owned()
            }
            None => {
                self.fail();
                String::new()
            }
        }
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

macro_rules! packed_integers {
    ($($integer:ty),*) => { $(
        impl Packed for $integer {
            fn pack(&self, to: &mut Packer) {
                to.number(u64::from(*self));
            }
            fn unpack(from: &mut Unpacker) -> Self {
                from.number() as Self
            }
        }
    )* };
}
packed_integers!(u8, u16, u32);

impl Packed for i32 {
    fn pack(&self, to: &mut Packer) {
        to.signed(i64::from(*self));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        from.signed() as Self
    }
}

impl Packed for bool {
    fn pack(&self, to: &mut Packer) {
        to.tag(u8::from(*self));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        from.tag() != 0
    }
}

impl Packed for char {
    // INVARIANT: the letters of rows, all ASCII.
    fn pack(&self, to: &mut Packer) {
        to.tag(u8::try_from(*self).unwrap_or(b'?'));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        char::from(from.tag())
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len() as u64);
        to.text.push_str(self);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        from.string()
    }
}

impl Packed for Decimal {
    // INVARIANT: the compiler bounds every figure far below 2^63 units of its last digit.
    fn pack(&self, to: &mut Packer) {
        let number = self.normalize();
        to.tag(number.scale() as u8);
        to.signed(i64::try_from(number.mantissa()).unwrap_or(i64::MAX));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        from.decimal()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        to.tag(u8::from(self.is_some()));
        if let Some(value) = self {
            value.pack(to);
        }
    }
    fn unpack(from: &mut Unpacker) -> Self {
        (from.tag() != 0).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len() as u64);
        self.iter().for_each(|item| item.pack(to));
    }
    #[inline(never)]
    fn unpack(from: &mut Unpacker) -> Self {
        let mut items = Self::new();
        // Every item takes at least a byte, so damaged lengths end where the bytes do.
        for _ in 0..from.length() {
            if from.failed {
                break;
            }
            items.push(T::unpack(from));
        }
        items
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

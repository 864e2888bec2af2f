//! How numbers, texts, options and lists are packed.

use super::{Packed, Packer, Unpacker, END, WIDE};
use rust_decimal::Decimal;

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
    // INVARIANT: texts hold no control characters, and nothing beyond the first 65,536 characters.
    fn pack(&self, to: &mut Packer) {
        if self.is_ascii() {
            to.ascii.extend_from_slice(self.as_bytes());
            to.ascii.push(END);
        } else {
            to.ascii.push(WIDE);
            self.encode_utf16().chain([0]).for_each(|unit| to.wide.extend_from_slice(&unit.to_be_bytes()));
        }
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

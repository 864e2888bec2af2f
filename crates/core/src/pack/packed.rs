//! `packed!` says how a type is packed, next to the type.

/// `packed!(Name { field, … })` for a struct; `packed!(Name: Word, Some(a, b), Named { c }; else fallback)` for an enum,
/// where `fallback` is what is read from damaged bytes.
macro_rules! packed {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl crate::pack::Packed for $name {
            fn pack(&self, to: &mut crate::pack::Packer) {
                $( self.$field.pack(to); )*
            }
            fn unpack(from: &mut crate::pack::Unpacker) -> Self {
                Self { $( $field: crate::pack::Packed::unpack(from) ),* }
            }
        }
    };
    ($name:ident: $( $variant:ident $(( $($place:ident),* ))? $({ $($field:ident),* })? ),* ; else $fallback:expr) => {
        impl crate::pack::Packed for $name {
            fn pack(&self, to: &mut crate::pack::Packer) {
                enum Tag { $($variant),* }
                match self { $(
                    Self::$variant $(( $($place),* ))? $({ $($field),* })? => {
                        to.tag(Tag::$variant as u8);
                        $( $( $place.pack(to); )* )? $( $( $field.pack(to); )* )?
                    }
                )* }
            }
            fn unpack(from: &mut crate::pack::Unpacker) -> Self {
                enum Tag { $($variant),* }
                let tag = from.tag();
                $(
                    if tag == Tag::$variant as u8 {
                        $( $( let $place = crate::pack::Packed::unpack(from); )* )?
                        return Self::$variant $(( $($place),* ))? $({ $($field: crate::pack::Packed::unpack(from)),* })?;
                    }
                )*
                from.fail();
                $fallback
            }
        }
    };
}
pub(crate) use packed;

//! Kleene's three-valued truth. What a value means for a visitor does not belong here.

/// True, false, or both still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// Holds for every completion.
    True,
    /// Holds for no completion.
    False,
    /// Not decided by what is known.
    Unknown,
}

impl Truth {
    /// A decided truth.
    pub const fn known(holds: bool) -> Self {
        if holds {
            Self::True
        } else {
            Self::False
        }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

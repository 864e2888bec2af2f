//! Sets of variables. What variables hold belongs to `space`.

use super::node::VarId;

/// A set of variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VarSet(Vec<u64>);

impl VarSet {
    /// Adds a variable.
    pub fn insert(&mut self, variable: VarId) {
        self.put(variable, true);
    }

    /// Adds a variable or takes it out.
    pub fn put(&mut self, variable: VarId, is_in: bool) {
        let (word, bit) = (usize::from(variable / 64), 1 << (variable % 64));
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word = if is_in { *word | bit } else { *word & !bit };
        }
    }

    /// Adds all variables of another set.
    pub fn extend(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own |= other;
        }
    }

    /// The set of variables in both sets.
    pub fn both(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, other)| own & other).collect())
    }

    /// Is no variable in both sets.
    pub fn is_apart(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| own & other == 0)
    }

    /// All variables of the set, ascending.
    pub fn iter(&self) -> Members<'_> {
        Members { words: &self.0, word: 0, at: 0, next: 0 }
    }

    /// Number of variables in the set.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Is the variable in the set.
    pub fn contains(&self, variable: VarId) -> bool {
        self.0.get(usize::from(variable / 64)).is_some_and(|word| word & (1 << (variable % 64)) != 0)
    }
}

/// The variables of a set, ascending.
#[derive(Clone, Debug)]
pub struct Members<'a> {
    /// Words not begun yet.
    words: &'a [u64],
    /// What is left of the word at hand.
    word: u64,
    /// The variable of its first bit.
    at: VarId,
    /// The first bit of the next.
    next: VarId,
}

impl Iterator for Members<'_> {
    type Item = VarId;

    /// In one place: written out wherever it stands it would take a kilobyte of the download.
    #[inline(never)]
    fn next(&mut self) -> Option<VarId> {
        while self.word == 0 {
            let (first, rest) = self.words.split_first()?;
            (self.word, self.words, self.at) = (*first, rest, self.next);
            self.next += 64;
        }
        let bit = VarId::try_from(self.word.trailing_zeros()).unwrap_or(0);
        self.word &= self.word - 1;
        Some(self.at + bit)
    }
}

//! A small map, kept as a sorted list: a tree's code would be ten times as large to download, for a dozen entries.

/// Values by key, ascending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy, V> Sorted<K, V> {
    fn place(&self, key: K) -> Result<usize, usize> {
        self.0.binary_search_by_key(&key, |(kept, _)| *kept)
    }

    /// The value of a key.
    pub fn get(&self, key: K) -> Option<&V> {
        self.0.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: K) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(key) {
            Ok(place) => self.0.splice(place..=place, [(key, value)]).for_each(drop),
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Takes a key out; says whether it was there.
    pub fn remove(&mut self, key: K) -> bool {
        self.place(key).map(|place| self.0.remove(place)).is_ok()
    }

    /// Entries, ascending.
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// Keeps the entries for which `change` gives a key, under that key, which must keep their order.
    pub fn rekey(&mut self, mut change: impl FnMut(K) -> Option<K>) {
        self.0.retain_mut(|(key, _)| match change(*key) {
            Some(changed) => {
                *key = changed;
                true
            }
            None => false,
        });
    }

    /// Is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

//! How much work a search may still do, and how much one did: what is kept of a search may be used again only where the
//! work would be the same. What the work is belongs to `search`.

/// Work left.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Cuts of shared variables.
    pub cuts: Allowance,
    /// Of these, cuts in the middle of numbers that rivals share: past them it stays open which of the rivals wins.
    pub fine: Allowance,
}

/// A number of cuts.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    left: u32,
    /// One more was asked for than there was.
    short: bool,
}

/// What a search took of a budget.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    cuts: Took,
    fine: Took,
}

#[derive(Clone, Copy, Debug)]
struct Took {
    /// What was left before.
    of: u32,
    took: u32,
    short: bool,
}

impl Budget {
    pub const fn new(cuts: u32, fine: u32) -> Self {
        Self { cuts: Allowance { left: cuts, short: false }, fine: Allowance { left: fine, short: false } }
    }

    /// Runs `search` and tells what it took.
    pub fn watched<T>(&mut self, search: impl FnOnce(&mut Self) -> T) -> (T, Work) {
        let before = *self;
        (self.cuts.short, self.fine.short) = (false, false);
        let found = search(self);
        let work = Work { cuts: Took::between(before.cuts, self.cuts), fine: Took::between(before.fine, self.fine) };
        self.cuts.short |= before.cuts.short;
        self.fine.short |= before.fine.short;
        (found, work)
    }

    /// Takes the work of a search that was done before; `None` where it would not be the same now.
    pub fn again(&mut self, work: Work) -> Option<()> {
        let (cuts, fine) = (self.cuts.again(work.cuts)?, self.fine.again(work.fine)?);
        *self = Self { cuts, fine };
        Some(())
    }
}

impl Allowance {
    /// Takes one cut; `None` where there is none.
    pub fn take(&mut self) -> Option<()> {
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => {
                self.short = true;
                return None;
            }
        }
        Some(())
    }

    /// A search that came short would have gone on with more, and come short elsewhere with less.
    fn again(self, work: Took) -> Option<Self> {
        let same = if work.short { self.left == work.of } else { self.left >= work.took };
        let left = self.left.checked_sub(work.took).filter(|_| same)?;
        Some(Self { left, short: self.short || work.short })
    }
}

impl Took {
    fn between(before: Allowance, after: Allowance) -> Self {
        Self { of: before.left, took: before.left.saturating_sub(after.left), short: after.short }
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;

    /// Asks for so many cuts.
    fn ask(budget: &mut Budget, cuts: u32) {
        (0..cuts).for_each(|_| {
            budget.cuts.take();
        });
    }

    #[test]
    fn a_search_that_had_enough_is_the_same_with_more_and_with_less_that_is_enough() {
        let (_, work) = Budget::new(10, 0).watched(|budget| ask(budget, 4));
        for (left, same) in [(3, false), (4, true), (10, true), (11, true)] {
            assert_eq!(Budget::new(left, 0).again(work).is_some(), same, "{left}");
        }
    }

    #[test]
    fn a_search_that_came_short_is_the_same_only_from_the_same_start() {
        let mut budget = Budget::new(4, 0);
        let (_, work) = budget.watched(|budget| ask(budget, 5));
        for (left, same) in [(3, false), (4, true), (5, false)] {
            assert_eq!(Budget::new(left, 0).again(work).is_some(), same, "{left}");
        }
        assert_eq!(budget.cuts.take(), None);
    }

    #[test]
    fn a_search_within_a_search_that_came_short_makes_that_one_short_too() {
        let mut budget = Budget::new(4, 0);
        let (_, outer) = budget.watched(|budget| {
            ask(budget, 1);
            budget.watched(|budget| ask(budget, 9));
            budget.watched(|_| ());
        });
        assert!(Budget::new(5, 0).again(outer).is_none());
        assert!(Budget::new(4, 0).again(outer).is_some());
    }
}

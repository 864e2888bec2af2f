//! How much work a search may still do, and how much one did: what is kept of a search may be used again only where the
//! work would be the same. What the work is belongs to `search`.

/// Twice the 28 levels that the own rules of the dataset were seen to ask for.
const LEVELS: u32 = 56;

/// Work left.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Cuts of shared variables.
    pub cuts: Allowance,
    /// Of these, cuts in the middle of numbers that rivals share: past them it stays open which of the rivals wins.
    pub fine: Allowance,
    /// Cuts within cuts: a stack holds only so many, and rules that no one would write could ask for any number.
    levels: u32,
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
    /// Levels there were.
    levels: u32,
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
        let (cuts, fine) = (Allowance { left: cuts, short: false }, Allowance { left: fine, short: false });
        Self { cuts, fine, levels: LEVELS }
    }

    /// Takes a cut of a shared variable, one level down from here; `None` where there is none.
    pub fn cut(&mut self) -> Option<()> {
        if self.levels == 0 {
            self.cuts.short = true;
            return None;
        }
        self.cuts.take()
    }

    /// Runs `search` one level down.
    pub fn below<T>(&mut self, search: impl FnOnce(&mut Self) -> T) -> T {
        self.levels = self.levels.saturating_sub(1);
        let found = search(self);
        self.levels += 1;
        found
    }

    /// Runs `search` and tells what it took.
    pub fn watched<T>(&mut self, search: impl FnOnce(&mut Self) -> T) -> (T, Work) {
        let before = *self;
        (self.cuts.short, self.fine.short) = (false, false);
        let found = search(self);
        let (cuts, fine) = (Took::between(before.cuts, self.cuts), Took::between(before.fine, self.fine));
        let work = Work { cuts, fine, levels: self.levels };
        self.cuts.short |= before.cuts.short;
        self.fine.short |= before.fine.short;
        (found, work)
    }

    /// Takes the work of a search that was done before; `None` where it would not be the same now.
    pub fn again(&mut self, work: Work) -> Option<()> {
        if work.cuts.short && work.levels != self.levels {
            return None;
        }
        let (cuts, fine) = (self.cuts.again(work.cuts)?, self.fine.again(work.fine)?);
        *self = Self { cuts, fine, ..*self };
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
    use super::{Budget, LEVELS};

    /// Asks for so many cuts.
    fn ask(budget: &mut Budget, cuts: u32) {
        (0..cuts).for_each(|_| {
            budget.cuts.take();
        });
    }

    /// Asks for so many cuts, and for as many fine ones.
    fn ask_both(budget: &mut Budget, cuts: u32) {
        ask(budget, cuts);
        (0..cuts).for_each(|_| {
            budget.fine.take();
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
        let mut budget = Budget::new(4, 4);
        let (_, outer) = budget.watched(|budget| {
            ask_both(budget, 1);
            budget.watched(|budget| ask_both(budget, 9));
            budget.watched(|_| ());
        });
        for (cuts, fine, same) in [(4, 4, true), (5, 4, false), (4, 5, false)] {
            assert_eq!(Budget::new(cuts, fine).again(outer).is_some(), same, "{cuts} {fine}");
        }
        let (_, again) = Budget::new(4, 4).watched(|budget| budget.again(outer));
        assert!(Budget::new(5, 4).again(again).is_none() && Budget::new(4, 5).again(again).is_none());
    }

    #[test]
    fn work_that_was_done_before_is_taken_from_what_is_left() {
        let (_, work) = Budget::new(9, 9).watched(|budget| ask_both(budget, 4));
        let mut budget = Budget::new(5, 6);
        assert_eq!(budget.again(work), Some(()));
        assert_eq!([budget.cuts.take(), budget.cuts.take()], [Some(()), None]);
        assert_eq!([budget.fine.take(), budget.fine.take(), budget.fine.take()], [Some(()), Some(()), None]);
    }

    #[test]
    fn cuts_within_cuts_end() {
        fn levels(budget: &mut Budget) -> u32 {
            budget.cut().map_or(0, |()| 1 + budget.below(levels))
        }
        let mut budget = Budget::new(600, 0);
        let (came_to, work) = budget.watched(levels);
        assert_eq!(came_to, LEVELS);
        assert!(Budget::new(600, 0).again(work).is_some());
        assert!(Budget::new(600, 0).below(|deeper| deeper.again(work)).is_none(), "deeper down it would end sooner");
    }
}

//! One clause as it stands in a visit: had, refused, to be asked at the office, or open by what was not asked yet.

use super::{Known, Said};
use crate::layout::Slot;
use crate::mode::Mode;
use crate::reckoned::{Standing, Waits};
use crate::row::Word;
use huiqi_core::dataset::{Status, Strength};
use huiqi_core::rules::{Engine, VarId, VarSet};
use huiqi_core::screening::{ClauseResult, Verdict, CLAUSE_BUDGET};

impl Known<'_> {
    /// How a clause stands.
    pub fn standing(&self, clause: u16) -> Standing {
        let settled = |word| Standing { word, waits: Waits::Nothing };
        let dataset = self.screener.dataset();
        let at = usize::from(clause);
        let (Some(of), Some(result)) = (dataset.clauses.get(at), self.screening.clauses.get(at)) else {
            return settled(Word::Refused);
        };
        let only_asked = match of.strength {
            Strength::Supported | Strength::Encouraged | Strength::Priority => true,
            Strength::Definite | Strength::Due | Strength::Obligation => false,
        };
        match result.verdict {
            Verdict::Ineligible => settled(Word::Refused),
            // An encouragement never reads as an entitlement.
            Verdict::Eligible if only_asked => settled(Word::Ask),
            Verdict::Eligible => settled(self.had(result)),
            Verdict::Undetermined => match self.waits(&self.open(at, result)) {
                Waits::Nothing => settled(Word::Ask),
                waits @ (Waits::Figure | Waits::Who | Waits::Gate(_)) => Standing { word: Word::Unasked, waits },
            },
        }
    }

    /// The word of what is had, by when it runs.
    fn had(&self, result: &ClauseResult) -> Word {
        match (self.mode, result.status) {
            (Mode::LookBack, _) => Word::ThatYear,
            (Mode::Current, Status::InForce | Status::NotStarted) => Word::Can,
            (Mode::Current, Status::Ended) => Word::Ended,
            // It hangs on an event, or nobody wrote until when: never money to be had now.
            (Mode::Current, Status::OpenEvent | Status::Unconfirmed) => Word::Ask,
        }
    }

    /// What an open clause waits for most: of a criterion that one of several answers may settle, the easiest; of several
    /// criteria the hardest.
    fn waits(&self, open: &[Vec<VarId>]) -> Waits {
        let mut most = (0, Waits::Nothing);
        for read in open {
            // What the office or nobody knows counts only where nothing else of the criterion can be asked.
            let asked = read.iter().map(|variable| self.wait(*variable)).filter(|(rank, _)| *rank > 0);
            if let Some(least) = asked.min_by_key(|(rank, _)| *rank).filter(|least| least.0 > most.0) {
                most = least;
            }
        }
        most.1
    }

    /// By criterion that does not hold yet, what may still decide it. What holds waits for nothing, even where a figure that
    /// it reads is not known exactly.
    fn open(&self, clause: usize, result: &ClauseResult) -> Vec<Vec<VarId>> {
        let Some(needs) = self.screener.needs(clause) else { return Vec::new() };
        let dataset = self.screener.dataset();
        let criteria = dataset.clauses.get(clause).map(|of| of.criteria.as_slice()).unwrap_or_default();
        let mut engine = Engine::over(&dataset.rules, &self.space, CLAUSE_BUDGET);
        let mut open = Vec::with_capacity(criteria.len());
        for (criterion, read) in criteria.iter().zip(&needs.criteria) {
            if !matches!(engine.truth(criterion.when), Ok(true)) {
                open.push(read.iter().filter(|variable| self.is_open(*variable, result)).collect());
            }
        }
        open
    }

    /// What may still change whether something is had that is no duty: of what hangs on no situation that is closed, and
    /// (for who the firm is) of what hangs on common ones at most.
    pub fn wanted(&self) -> (VarSet, VarSet) {
        let (mut wanted, mut of_who) = (VarSet::default(), VarSet::default());
        for (clause, (of, result)) in self.screener.dataset().clauses.iter().zip(&self.screening.clauses).enumerate() {
            if result.verdict != Verdict::Undetermined || of.strength == Strength::Obligation {
                continue;
            }
            let open = self.open(clause, result);
            let is_open = match self.waits(&open) {
                Waits::Gate(gate) => self.gates.contains(&gate),
                Waits::Nothing | Waits::Figure | Waits::Who => true,
            };
            let is_near = open.iter().flatten().all(|variable| match self.layout.slot(*variable) {
                Slot::Gate(gate) => self.layout.is_common(gate) || self.gates.contains(&gate),
                Slot::Who | Slot::Figure(_) | Slot::Office => true,
            });
            for variable in open.into_iter().flatten() {
                if is_open {
                    wanted.insert(variable);
                }
                if is_near {
                    of_who.insert(variable);
                }
            }
        }
        (wanted, of_who)
    }

    /// May the variable still decide the clause.
    pub fn is_open(&self, variable: VarId, result: &ClauseResult) -> bool {
        let question = self.screener.dataset().rules.variables.get(usize::from(variable)).map(|of| of.question);
        self.space.get(variable).is_open() && question.is_some_and(|question| result.open.contains(&question))
    }

    /// What a variable waits for, with how hard that is to come by.
    fn wait(&self, variable: VarId) -> (usize, Waits) {
        match (self.said(variable), self.layout.slot(variable)) {
            (Said::Unclear, _) | (_, Slot::Office) => (0, Waits::Nothing),
            (Said::Roughly, _) | (Said::Nothing, Slot::Figure(None)) => (1, Waits::Figure),
            (Said::Nothing, Slot::Who) => (2, Waits::Who),
            (Said::Nothing, Slot::Figure(Some(gate))) if self.gates.contains(&gate) => (1, Waits::Figure),
            (Said::Nothing, Slot::Figure(Some(gate)) | Slot::Gate(gate)) => {
                let (rare, place) = self.layout.rank(gate);
                let closed = !self.gates.contains(&gate);
                (3 + (usize::from(closed) + usize::from(closed && rare)) * 256 + place, Waits::Gate(gate))
            }
        }
    }
}

//! What some clauses come to together, as if no others were there.

use super::judge::stand;
use super::standing::Standing;
use super::{combine, period, Screener, Totals, CLAUSE_BUDGET};
use crate::date::Date;
use crate::rules::{Engine, Space};

impl Screener {
    /// The totals of these clauses alone: of readings and of what excludes each other what counts.
    pub fn total_of(&self, space: &Space, clauses: &[usize], reference_date: Date) -> Totals {
        let dataset = self.dataset();
        let mut engine = Engine::over(&dataset.rules, space, CLAUSE_BUDGET);
        let mut statuses = period::statuses(self, &mut engine, reference_date);
        // In one row while it is open which: both would be added.
        statuses.iter_mut().for_each(|running| running.or = None);
        let mut standings: Vec<Standing> = dataset.clauses.iter().map(Standing::new).collect();
        for clause in clauses {
            let judged = stand(self, &mut engine, *clause);
            if let (Some(place), Some(judged)) = (standings.get_mut(*clause), judged) {
                *place = judged;
            }
        }
        combine::combine(self, &mut engine, &standings, &statuses).totals
    }
}

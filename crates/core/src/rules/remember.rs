//! What searches of rows found, kept while the search around them cuts other variables. How a row is searched belongs to
//! `rows`.

use super::explore::{Engine, Stop};
use super::node::{End, FigureId, VarId};
use super::space::{Domain, RowTest};
use rust_decimal::Decimal;

/// What a search of one row found: for which expressions, over which domains.
pub(super) struct KnownRow {
    key: (u8, (FigureId, Option<FigureId>, End), bool),
    domains: Vec<Domain>,
    supposed: Vec<(RowTest, bool)>,
    found: (Decimal, Decimal),
    /// Variables on which that depends.
    touched: Vec<VarId>,
}

/// Searches of rows that are kept.
const KEPT: usize = 256;

impl Engine<'_> {
    /// Searches a row once for as long as its variables stay what they are: the search around it cuts other variables.
    pub(super) fn remembered(
        &mut self,
        group: u8,
        row: u8,
        of: (FigureId, Option<FigureId>, End),
        search: impl FnOnce(&mut Self) -> Result<(Decimal, Decimal), Stop>,
    ) -> Result<(Decimal, Decimal), Stop> {
        let Some(fields) = self.fields(group, row) else { return search(self) };
        let domains: Vec<Domain> = fields.map(|field| self.space.get(field)).collect();
        if !domains.iter().any(Domain::is_open) {
            return search(self);
        }
        let key = (row, of, self.noting);
        let supposed = self.supposed_of(group, row);
        let same = |known: &&KnownRow| known.key == key && known.domains == domains && known.supposed == supposed;
        if let Some(known) = self.known_rows.iter().find(same) {
            let (found, touched) = (known.found, known.touched.clone());
            self.spread |= !touched.is_empty();
            touched.into_iter().for_each(|variable| self.touch(variable));
            return Ok(found);
        }
        // Only now, since it walks the expressions: what is kept has passed.
        if !self.only_row(of.0.into()) || !of.1.is_none_or(|weight| self.only_row(weight.into())) {
            return search(self);
        }
        let outer = std::mem::take(&mut self.touched);
        let found = search(self);
        let touched = std::mem::replace(&mut self.touched, outer);
        for variable in &touched {
            self.touch(*variable);
        }
        if self.known_rows.len() >= KEPT {
            self.known_rows.clear();
        }
        self.known_rows.push(KnownRow { key, domains, supposed, found: found?, touched });
        found
    }
}

//! Who the firm is, the situations, and which of them come first for a trade.

use super::super::super::diagnostic::Log;
use super::super::super::tree::Tree;
use super::super::fields::{self, Fields};
use super::places::{self, Ids, Taken};
use crate::dataset::visit::{Asked, Gate};
use crate::dataset::{Member, Shape, Visit};

/// The visit but for its items and topics.
pub fn situations(visit: &Fields, ids: &Ids, log: &mut Log) -> Visit {
    let mut taken = Taken::default();
    let (who, who_figures) = who(visit, ids, &mut taken, log).unwrap_or_default();
    let gates = gates(visit, ids, &mut taken, log);
    if !ids.names.unread {
        places::nowhere(ids, &taken, visit.place("gates"), log);
    }
    let (trade, common_for) = common_for(visit, ids, &gates, log).unwrap_or_default();
    Visit { who, who_figures, gates, trade, common_for, ..Visit::default() }
}

type Both = (Vec<Asked>, Vec<Asked>);

fn who(visit: &Fields, ids: &Ids, taken: &mut Taken, log: &mut Log) -> Option<Both> {
    let fields = Fields::new(visit.need("who", log)?, "`who`", log)?;
    let both = both(&fields, "in `who`", ids, taken, log);
    fields.done(log);
    Some(both)
}

fn both(fields: &Fields, place: &str, ids: &Ids, taken: &mut Taken, log: &mut Log) -> Both {
    let asks = places::asked(fields.list("asks", log), place, ids, taken, log);
    let figures = places::asked(fields.list("figures", log), place, ids, taken, log);
    (asks, figures)
}

fn gates(visit: &Fields, ids: &Ids, taken: &mut Taken, log: &mut Log) -> Vec<Gate> {
    let mut gates: Vec<Gate> = Vec::new();
    for tree in visit.list("gates", log) {
        let Some(gate) = gate(tree, ids, taken, log) else { continue };
        if gates.iter().any(|other| other.id == gate.id) {
            log.add(tree.span, format!("gate `{}` is given twice", gate.id), "keep one of them");
        }
        gates.push(gate);
    }
    gates
}

fn gate(tree: &Tree, ids: &Ids, taken: &mut Taken, log: &mut Log) -> Option<Gate> {
    let fields = Fields::new(tree, "a gate", log)?;
    let [id, text, help, chapter] = ["id", "text", "help", "chapter"].map(|key| fields.text(key, log));
    let place = format!("behind gate `{}`", id.as_deref().unwrap_or_default());
    let (asks, figures) = both(&fields, &place, ids, taken, log);
    if asks.is_empty() {
        log.add(tree.span, "nothing is asked behind this gate", "name questions in `asks`, or take the gate out");
    }
    let says = places::said(fields.list("says", log), &asks, ids, log);
    fields.done(log);
    Some(Gate { id: id?, text: text?, help: help?, chapter: chapter?, asks, figures, says })
}

fn common_for(visit: &Fields, ids: &Ids, gates: &[Gate], log: &mut Log) -> Option<(Option<u16>, Vec<Vec<u8>>)> {
    let (name, rows) = (visit.text("trade", log)?, visit.list("common_for", log));
    let (trade, question) = match ids.question(&name) {
        Some((trade, question)) => (trade, question),
        None if ids.names.is_spoilt(&name) => return None,
        None => {
            log.add(visit.place("trade"), format!("`{name}` is no question"), "name the choice of trades");
            return None;
        }
    };
    let Shape::Choice(trades) = &question.shape else {
        log.add(visit.place("trade"), format!("`{name}` is no choice question"), "name the choice of trades");
        return None;
    };
    let mut found: Vec<Option<Vec<u8>>> = vec![None; trades.len()];
    for tree in rows {
        row(tree, trades, gates, &mut found, log);
    }
    for (trade, _) in trades.iter().zip(&found).filter(|(_, row)| row.is_none()) {
        let problem = format!("`common_for` does not name `{}`", trade.id);
        log.add(visit.place("common_for"), problem, "add it to the row of trades like it");
    }
    Some((Some(trade), found.into_iter().map(Option::unwrap_or_default).collect()))
}

/// One row of `common_for`: trades that see the same gates first.
fn row(tree: &Tree, trades: &[Member], gates: &[Gate], found: &mut [Option<Vec<u8>>], log: &mut Log) -> Option<()> {
    let fields = Fields::new(tree, "a row of `common_for`", log)?;
    let mut shown: Vec<u8> = Vec::new();
    for tree in fields.list("gates", log) {
        let Some(id) = fields::text(tree, "gates", log) else { continue };
        match gates.iter().position(|gate| gate.id == id).and_then(|at| u8::try_from(at).ok()) {
            Some(at) if shown.contains(&at) => {
                log.add(tree.span, format!("gate `{id}` stands here twice"), "keep one of them");
            }
            Some(at) => shown.push(at),
            None => log.add(tree.span, format!("unknown gate `{id}`"), "name one of `gates`"),
        }
    }
    for tree in fields.list("trades", log) {
        let Some(id) = fields::text(tree, "trades", log) else { continue };
        let place = trades.iter().zip(found.iter_mut()).find(|(trade, _)| trade.id == id);
        match place.map(|(_, place)| place.replace(shown.clone())) {
            None => log.add(tree.span, format!("`{id}` is no trade"), "name a value of the question in `trade`"),
            Some(Some(_)) => log.add(tree.span, format!("trade `{id}` is named twice"), "keep one of them"),
            Some(None) => {}
        }
    }
    fields.done(log);
    Some(())
}

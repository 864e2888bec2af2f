//! Former ids of questions and members.

use super::super::diagnostic::Log;
use super::fields::{self, Fields};
use super::visit::Ids;
use crate::dataset::Renamed;

pub fn renamed(dataset: &Fields, ids: &Ids, log: &mut Log) -> Vec<Renamed> {
    let mut all = Vec::new();
    for entry in dataset.named("renamed", log) {
        let Some(now) = fields::text(&entry.value, &entry.key, log) else { continue };
        if ids.part(&entry.key).is_some() {
            let problem = format!("`{}` is an id of today", entry.key);
            log.add(entry.key_span, problem, "list only ids that nothing has any more");
        }
        match ids.part(&now) {
            Some((question, _, part)) => all.push(Renamed { from: entry.key.clone(), question, part }),
            None if ids.names.is_spoilt(now.split('.').next().unwrap_or_default()) => {}
            None => log.add(
                entry.value.span,
                format!("`{now}` is no question, and no part of one"),
                "write the id of today: `question`, or `question.part`",
            ),
        }
    }
    all
}

//! Offices: by name alone, or with what the visit shows of them.

use super::super::diagnostic::Log;
use super::super::tree::{Entry, Json};
use super::fields::{self, Fields};
use crate::dataset::{Agency, Level};

pub fn agencies(dataset: &Fields, log: &mut Log) -> Vec<Agency> {
    let named = dataset.named("agencies", log);
    named.iter().filter_map(|entry| agency(entry, log)).collect()
}

fn agency(entry: &Entry, log: &mut Log) -> Option<Agency> {
    if !matches!(entry.value.value, Json::Object(_)) {
        let name = fields::text(&entry.value, &entry.key, log)?;
        return Some(Agency {
            id: entry.key.clone(),
            short: name.clone(),
            name,
            level: None,
            address: None,
            telephone: None,
            page: None,
            hours: None,
        });
    }
    let fields = Fields::new(&entry.value, "an office", log)?;
    let (name, level) = (fields.text("name", log), level(&fields, log));
    let [short, address, telephone, page, hours] =
        ["short", "address", "telephone", "page", "hours"].map(|key| fields.optional_text(key, log));
    fields.done(log);
    let name = name?;
    Some(Agency {
        id: entry.key.clone(),
        short: short.unwrap_or_else(|| name.clone()),
        name,
        level,
        address,
        telephone,
        page,
        hours,
    })
}

fn level(fields: &Fields, log: &mut Log) -> Option<Level> {
    let word = fields.optional_text("level", log)?;
    let found = Level::ALL.into_iter().find(|(name, _)| *name == word);
    if found.is_none() {
        let problem = format!("unknown level `{word}`");
        log.add(fields.place("level"), problem, "use nation, province, city, county or local");
    }
    found.map(|(_, level)| level)
}

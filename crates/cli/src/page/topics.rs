//! The list by what it is about: topics, each with its items, which lead to their first clause.

use super::html::{link, list, more, text};
use super::Source;
use huiqi_core::dataset::visit::Topic;

/// Every topic; nothing where the list has none.
pub fn topics(source: &Source) -> String {
    let topics = &source.dataset().visit.topics;
    if topics.is_empty() {
        return String::new();
    }
    let topics: String = (0..).zip(topics).map(|(at, of)| topic(source, at, of)).collect();
    format!("<section id=\"topics\">\n<h2>按事情</h2>\n{topics}</section>\n")
}

fn topic(source: &Source, at: u8, of: &Topic) -> String {
    let dataset = source.dataset();
    let items: Vec<_> = dataset.visit.items.iter().filter(|item| item.topic == at).collect();
    let lines = items.iter().map(|item| {
        let offices = source.short_agencies(&item.agencies);
        format!("{}（{}）", link(item.id(dataset), &item.name), text(&offices))
    });
    let words = format!("{} {} 件", of.name, items.len());
    format!("<div class=\"topic\">\n{}</div>\n", more(&format!("topic-{}", of.id), &words, &of.name, &list(lines)))
}

//! The questions that every visitor is asked first. Which come after them belongs to the planner.

use super::super::diagnostic::Log;
use super::super::names::Names;
use super::super::tree::Json;
use super::fields::Fields;
use crate::dataset::Question;

/// The page's questions, in the order of the dataset.
pub fn first_page(dataset: &Fields, questions: &[Question], names: &Names, log: &mut Log) -> Vec<u16> {
    let mut page = Vec::new();
    for tree in dataset.list("first_page", log) {
        let Json::Text(id) = &tree.value else {
            log.add(tree.span, "a question of the first page is no text", "write its id in double quotes");
            continue;
        };
        match (0..).zip(questions).find(|(_, question)| question.id == *id) {
            None if names.is_spoilt(id) => {}
            None => log.add(tree.span, format!("`{id}` is no question"), "name one of `questions`"),
            Some((index, _)) if page.contains(&index) => {
                log.add(tree.span, format!("`{id}` stands on the first page twice"), "keep one of them");
            }
            // A figure is asked for once the choices before it show that it is needed.
            Some((_, question)) if !question.shape.is_tapped() => log.add(
                tree.span,
                format!("`{id}` is not answered by a tap"),
                "the first page has only questions of type yes_no, choice or set",
            ),
            Some((index, _)) => page.push(index),
        }
    }
    page.sort_unstable();
    page
}

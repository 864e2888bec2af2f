//! Several mistakes in one run.

use super::told;

#[test]
fn all_are_told_in_the_order_of_the_text() {
    let found = told(&[
        ("\"amount\": \"water_m3 * cut\"", "\"amount\": \"watr_m3 * cut\""),
        ("\"until\": \"2020-06-30\"", "\"until\": \"2019-06-30\""),
        ("\"source\": \"facts 4\"", "\"source\": \"facts\""),
        ("\"decision\": \"note\"", "\"decision\": \"ignore\""),
        ("\"amount\": \"award\"", "\"amount\": \"staff\""),
    ]);
    let places: Vec<&str> = found.iter().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(places, ["36:93", "40:22", "46:21", "51:48", "62:54"], "{found:#?}");
}

#[test]
fn what_uses_a_thing_that_cannot_be_read_is_not_told_again() {
    let found = told(&[("\"type\": \"number\", \"label\": \"人数\"", "\"type\": \"count\", \"label\": \"人数\"")]);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn escapes_and_chinese_before_it_do_not_move_the_place() {
    let found = told(&[("\"\\\"plant\\\" in kinds\"", "\"\\\"plant\\\" in kinds && 水量 > 0\"")]);
    assert_eq!(found, ["39:54: `\"plant\" in kinds && 水量 > 0` is no expression; check brackets, quotes and operators; docs/format.md lists what is allowed"]);
}

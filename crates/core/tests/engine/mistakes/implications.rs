//! Implications that say nothing, cannot be so, or may not imply.

use super::told;

/// What is told of these implications, which begin on line 33.
fn said(implications: &[&str]) -> Vec<String> {
    let all = implications.join(",\n");
    told(&[("  \"policies\": [", &format!("  \"implications\": [\n{all}\n  ],\n  \"policies\": ["))])
}

fn implication(id: &str, when: &str, then: &str) -> String {
    let quoted = |text: &str| text.replace('"', "\\\"");
    format!(
        "{{ \"id\": \"{id}\", \"when\": \"{}\", \"then\": \"{}\", \"text\": \"可知\", \"source\": \"P01-a\", \"verified\": 2 }}",
        quoted(when),
        quoted(then)
    )
}

const PLANT: &str = "\"plant\" in kinds";
const HELD: &str = "\"held\" in kinds";
const TRADE: &str = "industry == \"trade\"";

/// Each with the next.
fn of(all: &[(&str, &str, &str)]) -> Vec<String> {
    let written: Vec<String> = all.iter().map(|(id, when, then)| implication(id, when, then)).collect();
    said(&written.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn sound_ones_are_taken() {
    // Each other's converse: what is answered of one settles the other.
    assert_eq!(of(&[("a", PLANT, HELD), ("b", HELD, PLANT), ("c", PLANT, "water_m3 <= staff * 1")]).len(), 1);
    assert_eq!(of(&[("a", PLANT, HELD), ("b", HELD, PLANT), ("c", TRADE, "staff <= limit")]), Vec::<String>::new());
}

#[test]
fn one_whose_condition_never_holds() {
    let told = of(&[("a", "staff < 0", PLANT)]);
    assert_eq!(told, ["33:1: `when` of implication `a` never holds; check it, or take it out"]);
}

#[test]
fn one_that_contradicts_itself() {
    let told = of(&[("a", PLANT, "!(\"plant\" in kinds)")]);
    assert_eq!(told, ["33:1: implication `a` contradicts itself; `then` never holds beside `when`"]);
}

#[test]
fn one_whose_consequence_always_holds() {
    let told = of(&[("a", "staff <= limit", "staff <= limit || \"plant\" in kinds")]);
    assert_eq!(told, ["33:1: `then` of implication `a` always holds; it says nothing; take it out"]);
}

#[test]
fn two_that_contradict_each_other() {
    let told = of(&[("a", PLANT, HELD), ("b", PLANT, "!(\"held\" in kinds)")]);
    let advice = "no answers could be so where its `when` holds; correct one of them";
    assert_eq!(
        told,
        [
            format!("33:1: implication `a` contradicts `b`; {advice}"),
            format!("34:1: implication `b` contradicts `a`; {advice}")
        ]
    );
}

#[test]
fn three_of_which_no_two_contradict_each_other() {
    let told = of(&[("a", PLANT, HELD), ("b", HELD, TRADE), ("c", PLANT, "industry == \"farm\"")]);
    assert!(told.iter().any(|line| line.starts_with("35:1: implication `c` contradicts `a`, `b`; ")), "{told:#?}");
}

#[test]
fn one_that_leads_back_to_what_is_known() {
    let told = of(&[("a", PLANT, TRADE), ("b", TRADE, HELD), ("c", PLANT, HELD)]);
    assert_eq!(
        told,
        ["35:1: implication `c` settles nothing beyond `a`, `b`; take it out; what it says follows already"]
    );
    let told = of(&[("a", PLANT, HELD), ("b", "!(\"held\" in kinds)", "!(\"plant\" in kinds)")]);
    assert_eq!(told, ["34:1: implication `b` settles nothing beyond `a`; take it out; what it says follows already"]);
}

#[test]
fn one_that_is_merely_likely() {
    let likely = implication("a", PLANT, HELD).replace("\"verified\": 2", "\"verified\": 1");
    let told = said(&[&likely]);
    assert_eq!(told.len(), 1);
    assert!(told[0].ends_with(
        "only the list itself, or a fact of two sources, may imply; take it out; what is merely likely may order questions, and nothing else"
    ));
}

#[test]
fn one_that_reads_rows() {
    let told = of(&[("a", "any(loans, sum_lent > 0)", PLANT)]);
    assert_eq!(told, ["33:1: an implication reads the rows of a group; name answers outside rows only"]);
}

#[test]
fn one_without_a_source_one_given_twice_and_one_that_is_none() {
    let nowhere = implication("a", PLANT, HELD).replace("P01-a", "somewhere");
    assert!(said(&[&nowhere])[0].contains("`somewhere` is no source"));
    let twice = [implication("a", PLANT, HELD), implication("a", HELD, PLANT)];
    let told = said(&[&twice[0], &twice[1]]);
    assert_eq!(told, ["34:1: implication `a` is given twice; ids are never used again"]);
    assert_eq!(said(&["1"]), ["33:1: an implication is no object; write it in braces"]);
}

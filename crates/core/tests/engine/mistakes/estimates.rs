//! Estimates that are none, guess, or rest on themselves.

use super::told;

/// What is told where the water used has this estimate, on line 24.
fn said(estimate: &str) -> Vec<String> {
    with(&[], estimate)
}

fn with(more: &[(&str, &str)], estimate: &str) -> Vec<String> {
    let place = "\"unit\": \"m3\", \"min\": \"0\", \"max\": \"1000\", \"decimals\": 0 }";
    let given = format!("{},\n\"estimate\": {estimate} }}", place.trim_end_matches(" }"));
    told(&[&[(place, given.as_str())], more].concat())
}

fn of(low: &str, high: &str) -> String {
    format!("{{ \"low\": \"{low}\", \"high\": \"{high}\",\n\"text\": \"按人数\", \"source\": \"facts 7\", \"verified\": 1 }}")
}

const LOW: &str = "staff <= limit ? 1 : 2";
const HIGH: &str = "staff <= limit ? 3 : 4";

#[test]
fn sound_ones_are_taken() {
    assert_eq!(said(&of(LOW, HIGH)), Vec::<String>::new());
    assert_eq!(said(&format!("[{}, {}]", of(LOW, HIGH), of("1", "1"))), Vec::<String>::new());
}

#[test]
fn one_without_an_end() {
    let told = said("{ \"low\": \"1\", \"text\": \"按人数\", \"source\": \"facts 7\", \"verified\": 1 }");
    assert_eq!(told, ["24:13: `high` is missing; add it; docs/format.md shows where"]);
}

#[test]
fn one_of_another_unit_or_type() {
    assert_eq!(
        said(&of("1", "staff")),
        ["24:35: `staff` is in `person`, not in `m3`; check which figures are multiplied"]
    );
    assert_eq!(
        said(&of("staff <= limit", HIGH)),
        ["24:22: `staff <= limit` is a condition, not a number; write `condition ? number : 0`"]
    );
}

#[test]
fn one_that_names_what_is_not_there() {
    let told = said(&of("stuff <= limit ? 1 : 2", HIGH));
    assert_eq!(told, ["24:23: unknown name `stuff`; did you mean `staff`?"]);
}

#[test]
fn one_that_pulls_both_ways() {
    let told = said(&of("1", "staff - staff"));
    let problem = "24:35: in `staff - staff` a variable pulls both up and down; ";
    assert!(told.iter().any(|line| line.starts_with(problem)), "{told:#?}");
}

#[test]
fn one_of_the_question_itself() {
    let told = said(&of(LOW, "water_m3 + 1"));
    assert_eq!(told, ["24:13: the estimate of `water_m3` reads `water_m3` itself; work it out from other answers"]);
}

#[test]
fn two_that_rest_on_each_other() {
    let place = "\"unit\": \"person\", \"min\": \"0\", \"max\": \"1000\", \"decimals\": 0 }";
    let given = format!("{},\n\"estimate\": {} }}", place.trim_end_matches(" }"), of("1", "water_m3 > 5 ? 2 : 3"));
    let told = with(&[(place, &given)], &of(LOW, HIGH));
    assert_eq!(
        told,
        ["23:13: the estimates of `staff`, `water_m3` rest on each other; let one of them rest on other answers"]
    );
}

#[test]
fn one_the_wrong_way_round() {
    let told = said(&of(HIGH, LOW));
    assert_eq!(
        told,
        ["24:13: `low` is above `high` where every answer is at its greatest; write what it comes to at least as `low`, and at most as `high`"]
    );
}

#[test]
fn one_that_reads_rows() {
    let told = said(&of("1", "count(loans) > 1 ? 2 : 3"));
    assert_eq!(told, ["24:13: an estimate reads the rows of a group; name answers outside rows only"]);
}

#[test]
fn one_that_nobody_checked_and_one_from_nowhere() {
    let guess = of(LOW, HIGH).replace("\"verified\": 1", "\"verified\": 0");
    assert_eq!(
        said(&guess),
        ["25:49: `verified` of an estimate is 1 or 2; 1: one source, 2: two or more; what nobody checked is a guess, and no estimate"]
    );
    let nowhere = of(LOW, HIGH).replace("facts 7", "somewhere");
    assert!(said(&nowhere)[0].starts_with("25:26: `somewhere` is no source; "));
}

#[test]
fn one_that_is_no_object() {
    assert_eq!(said("1"), ["24:13: an estimate is no object; write it in braces"]);
}

#[test]
fn one_of_what_is_no_number_or_stands_in_a_row() {
    let choice = "\"type\": \"choice\", \"label\": \"行业\",";
    let told_of = told(&[(choice, &format!("{choice} \"estimate\": {},", of("1", "1")))]);
    assert!(told_of.iter().any(|line| line.contains("`estimate`")), "{told_of:#?}");
    let field = "\"text\": \"本金？\",";
    let told_of = told(&[(field, &format!("{field} \"estimate\": {},", of("1", "1")))]);
    assert!(
        told_of
            .iter()
            .any(|line| line
                .contains("a field of a row has no estimate; take it out; a question outside rows may have one")),
        "{told_of:#?}"
    );
}

#[test]
fn a_question_that_only_an_estimate_reads_is_not_used() {
    let place = "    { \"id\": \"kinds\",";
    let more = format!(
        "    {{ \"id\": \"seats\", \"section\": \"basics\", \"type\": \"number\", \"label\": \"座位\", \"text\": \"座位？\", \"unit\": \"item\", \"min\": \"0\", \"max\": \"9\", \"decimals\": 0 }},\n{place}"
    );
    let told = with(&[(place, &more)], &of("1", "seats > 5 ? 2 : 3"));
    assert!(told.iter().any(|line| line.contains("no clause uses question `seats`")), "{told:#?}");
}

//! Characters that steer a screen, marks before the text, and very many mistakes at once.

use super::{mistake, told, SOUND};
use huiqi_core::compile::{compile, is_unseen};

mistake!(
    an_escape_in_a_name,
    r#""title": "用水""# => r#""title": "用\u001b[31m水""#,
    ["33:31: the text holds `U+001B`, a character that cannot be seen; take it out; write a new line as another note, and type the text rather than paste it"]
);

mistake!(
    an_override_of_direction_in_a_key,
    r#""cut": { "name": "降价""# => "\"cut\": { \"name\": \"降\u{202e}价\"",
    ["12:24: the text holds `U+202E`, a character that cannot be seen; take it out; write a new line as another note, and type the text rather than paste it"]
);

#[test]
fn every_place_of_a_text_is_looked_at() {
    for hidden in [
        "\\u0000",
        "\\u0007",
        "\\n",
        "\\t",
        "\\u009b",
        "\\u200b",
        "\\u200f",
        "\\u2028",
        "\\u2066",
        "\\udb40\\udc41",
        "\u{7f}",
    ] {
        for (from, to) in [
            ("\"title\": \"清单\"", format!("\"title\": \"清{hidden}单\"")),
            ("\"publisher\": \"发布单位\"", format!("\"publisher\": \"{hidden}\"")),
            ("\"text\": \"人数？\"", format!("\"text\": \"人数？{hidden}\"")),
            ("\"basis\": \"文义\"", format!("\"basis\": \"文义\", \"bas{hidden}is\": 1")),
            ("\"by\": \"industry\"", format!("\"by\": \"industry{hidden}\"")),
        ] {
            let told = told(&[(from, &to)]);
            assert!(told.iter().any(|line| line.contains("cannot be seen")), "{to}: {told:?}");
            assert!(!told.concat().chars().any(is_unseen), "{to}: printed raw in {told:?}");
        }
    }
}

#[test]
fn what_is_no_json_is_not_printed_raw_either() {
    for hidden in ["\u{1b}[2J", "\u{202e}", "\u{0}"] {
        let found = compile(&format!("{{ \"format\": 1, {hidden} \"b\" }}")).expect_err("no JSON");
        for mistake in &found {
            assert!(!format!("{mistake}{}", mistake.text).chars().any(is_unseen), "{mistake:?}");
        }
    }
}

#[test]
fn a_mark_of_byte_order_is_skipped() {
    let marked = format!("\u{feff}{SOUND}");
    assert_eq!(compile(&marked), compile(SOUND));
    let found = compile(&marked.replacen("\"format\"", "\"fromat\"", 1)).expect_err("a mistake");
    assert_eq!(found.first().map(|mistake| (mistake.line, mistake.column)), Some((1, 1)));
    assert_eq!(
        compile("\u{feff}{,}").expect_err("a mistake")[0].column,
        compile("{,}").expect_err("a mistake")[0].column
    );
}

/// Each of them, in its order; were each looked up among the others, this would take minutes instead of a second.
#[test]
fn very_many_mistakes_are_told_as_fast_as_few() {
    const MANY: usize = 200_000;
    let began = std::time::Instant::now();
    let unknown: Vec<String> = (0..MANY).map(|at| format!("\"unknown_{at}\": 1")).collect();
    let twice: Vec<String> = (0..MANY / 10).map(|_| "\"again\": 1".to_owned()).collect();
    let options: Vec<String> = (0..MANY / 10).map(|_| "{ \"id\": \"held\", \"label\": \"有\" }".to_owned()).collect();
    for (from, to, least) in [
        ("\"format\": 1,", format!("\"format\": 1, {},", unknown.join(", ")), MANY),
        ("\"format\": 1,", format!("\"format\": 1,\n{},", unknown.join(",\n")), MANY),
        ("\"format\": 1,", format!("\"format\": 1, {},", twice.join(", ")), MANY / 10),
        ("{ \"id\": \"held\", \"label\": \"已获奖\" }", options.join(", "), MANY / 10 - 1),
    ] {
        let found = told(&[(from, &to)]);
        assert!(found.len() >= least, "{}", found.len());
    }
    assert!(began.elapsed().as_secs() < 240, "{:?}", began.elapsed());
}

mistake!(
    an_exclusion_with_the_id_of_a_clause,
    r#"{ "id": "X1""# => r#"{ "id": "P01-b""#,
    ["59:5: exclusion `P01-b` has the id of a clause or a policy; give it one of its own"]
);

mistake!(
    an_exclusion_with_the_id_of_a_background_row,
    r#"{ "id": "X1""# => r#"{ "id": "P01-e""#,
    ["59:5: exclusion `P01-e` has the id of a clause or a policy; give it one of its own"]
);

mistake!(
    an_exclusion_with_the_id_of_a_contradiction,
    r#"{ "id": "X1""# => r#"{ "id": "C01""#,
    ["62:5: contradiction `C01` is given twice; keep one of them"]
);

#[test]
fn a_contradiction_with_the_id_of_a_policy() {
    let found = told(&[(r#"{ "id": "C01""#, r#"{ "id": "P01""#), (r#""decisions": ["C01"], "#, "")]);
    assert_eq!(found, ["62:5: contradiction `P01` has the id of a clause or a policy; give it one of its own"]);
}

mistake!(
    a_reading_group_with_the_id_of_a_clause,
    r#""reading_groups": {}"# => r#""reading_groups": { "P01-b": { "name": "返还", "readings": { "one": { "name": "一", "preferred": true } } } }"#,
    [
        "57:23: no clause is a reading of `P01-b`; take it out",
        "57:23: reading group `P01-b` has the id of a clause; name it after the policy"
    ]
);

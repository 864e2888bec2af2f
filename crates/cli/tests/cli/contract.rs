//! Errors as other programs read them: every one an object a line, all of them at once.

use super::support::{errors, given, huiqi, refused, root, File};

const DAY: [&str; 2] = ["--reference-date", "2020-07-15"];

#[test]
fn every_error_is_an_object_and_the_status_says_whose() {
    let dataset = File::new("broken.json", "{ \"format\": 1,, }");
    let answers = File::new("answers.json", "{}");
    // Away from its cases and sample firms, which would be run first.
    let sound = std::fs::read(root().join("policies.json")).expect("policies.json");
    let sound = File::new("sound.json", sound);
    let folder = std::env::temp_dir();
    let folder = folder.to_str().expect("UTF-8");
    for (arguments, status) in [
        (vec!["screen"], 2),
        (vec!["screen", "nowhere.json"], 2),
        (vec!["screen", folder], 2),
        (vec!["screen", "-", "more"], 2),
        (vec!["screen", "-", "--colour", "red"], 2),
        (vec!["screen", "-", "--dataset"], 2),
        (vec!["screen", "-", "--dataset", "nowhere.json"], 2),
        (vec!["screen", "-", "--dataset", dataset.path()], 1),
        (vec!["screen", answers.path(), "--reference-date", "soon"], 2),
        (vec!["screen", answers.path(), "--reference-date", "2021-02-29"], 2),
        (vec!["screen", answers.path(), "--reference-date", "1850-01-01"], 2),
        (vec!["screen", answers.path(), "--reference-date", "2020-07-15", "--reference-date", "2020-07-16"], 2),
        (vec!["screen", "nowhere.json", "--lines"], 2),
        (vec!["screen", folder, "--lines"], 2),
        (vec!["questions", "more"], 2),
        (vec!["questions", "--dataset", "nowhere.json"], 2),
        (vec!["questions", "--dataset", dataset.path()], 1),
        (vec!["schema", "more"], 2),
        (vec!["page", "--dataset", "nowhere.json"], 2),
        (vec!["page", "--out", "/nowhere/policies.html"], 1),
        (vec!["diff", "policies.json"], 2),
        (vec!["diff", "policies.json", "nowhere.json"], 2),
        (vec!["check", "nowhere.json"], 2),
        (vec!["check", sound.path(), "--personas", "nowhere"], 2),
        (vec!["check", sound.path(), "--cases", "nowhere"], 2),
        (vec!["chekc"], 2),
    ] {
        let output = given(&arguments, b"{}");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert!(!errors(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_day_of_another_age_is_told_with_the_first_and_the_last() {
    for (day, problem, advice) in [
        ("1850-01-01", "`1850-01-01` is out of range", "give a day from 1900-01-01 to 2200-12-31"),
        ("2201-01-01", "`2201-01-01` is out of range", "give a day from 1900-01-01 to 2200-12-31"),
        ("2021-02-29", "`2021-02-29` is no day of the calendar", "write it like 2020-07-15"),
    ] {
        let found = errors(&given(&["screen", "-", "--reference-date", day], b"{}"));
        assert_eq!((found[0]["problem"].as_str(), found[0]["advice"].as_str()), (Some(problem), Some(advice)));
    }
}

#[test]
fn answers_that_are_no_json_are_told_with_their_place() {
    for (answers, problem) in [
        ("{\"staff\": }", ": `-` is no JSON: expected value at line 1 column 11"),
        ("{\"staff\": 5\n\"revenue\": 6}", ": `-` is no JSON: expected `,` or `}` at line 2 column 1"),
        ("{} {}", ": `-` is no JSON: trailing characters at line 1 column 4"),
        ("", ": `-` is empty"),
        (" \n", ": `-` is empty"),
    ] {
        assert_eq!(refused(answers), [problem], "{answers}");
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    let found = refused(
        r#"{ "staff": "many", "colour": "red", "utilities": ["tap", 3, "industrial_water", "oil"],
             "revenue": {"min": "x", "max": -1, "about": 7}, "legal_form": "guild",
             "loans": [{"loan_principal": "much", "rate": 1}, 7, {"loan_start": "1850-01-01", "loan_rate": 9}] }"#,
    );
    assert_eq!(
        found,
        [
            "staff: `many` 不是数。",
            "colour: 没有编号为 `colour` 的问题。",
            "utilities: 没有 `tap` 这个选项。",
            "utilities: `3` 不是选项的编号。",
            "utilities: 没有 `oil` 这个选项。",
            "revenue: 范围里没有 `about`。",
            "revenue: `x` 不是数。",
            "revenue: -1 元 超出了范围。",
            "legal_form: 没有 `guild` 这个选项。",
            "loans[0].loan_principal: `much` 不是数。",
            "loans[0].rate: 没有 `rate` 这一栏。",
            "loans[1]: `7` 不是一笔贷款。",
            "loans[2].loan_start: 1850-01-01 超出了范围。",
            "loans[2].loan_rate: 900% 超出了范围。",
        ]
    );
}

#[test]
fn a_bad_day_and_bad_answers_are_told_together() {
    let found = errors(&given(&["screen", "-", "--reference-date", "soon"], b"{\"staff\": \"many\"}"));
    let names: Vec<_> = found.iter().map(|error| error["question"].as_str().unwrap()).collect();
    assert_eq!(names, ["staff", "reference_date"]);
}

#[test]
fn what_is_given_twice_is_refused() {
    for (answers, problem) in [
        (r#"{"staff": 5, "staff": 9000}"#, "staff: `staff` 写了两次。"),
        (r#"{"staff": 5, "staff": 5}"#, "staff: `staff` 写了两次。"),
        (r#"{"staff": null, "st\u0061ff": 5}"#, "staff: `staff` 写了两次。"),
        (r#"{"staff": {"min": 5, "max": 5, "max": 9000}}"#, "staff: `max` 写了两次。"),
        (r#"{"staff": {"min": null, "min": 7}}"#, "staff: `min` 写了两次。"),
        (
            r#"{"utilities": {"industrial_water": true, "industrial_water": false}}"#,
            "utilities: `industrial_water` 写了两次。",
        ),
        (r#"{"loans": [{"loan_rate": 0.04, "loan_rate": 0.05}]}"#, "loans[0].loan_rate: `loan_rate` 写了两次。"),
        (r#"{"loans": [{"loan_principal": {"max": 1, "max": 2}}]}"#, "loans[0].loan_principal: `max` 写了两次。"),
    ] {
        assert_eq!(refused(answers), [problem], "{answers}");
    }
}

#[test]
fn a_number_out_of_range_is_told_with_the_range() {
    for number in
        ["1e30", "\"1e30\"", "1e400", "-1e400", "\"1e99999999999\"", "10000000000000000000000000000000", "5000000"]
    {
        let answers = format!("{{\"staff\": {number}, \"colour\": 1}}");
        let output = given(&["screen", "-"], answers.as_bytes());
        let found = errors(&output);
        let staff = &found[0];
        assert_eq!((found.len(), output.status.code()), (2, Some(2)), "{answers}");
        assert!(staff["problem"].as_str().unwrap().ends_with("超出了范围。"), "{staff}");
        assert_eq!(staff["advice"], "请填 0 人 到 100,000 人 之间的数。");
    }
    assert_eq!(refused(r#"{"staff": 1e-30}"#).len(), 1);
    assert_eq!(refused(r#"{"staff": {"min": 9, "max": 5}}"#), ["staff: 范围的下限大于上限。"]);
    let first = refused(r#"{"loans": [{"loan_start": "2300-01-01"}, {"loan_start": "2020-02-30"}]}"#);
    assert_eq!(first, ["loans[0].loan_start: 2300-01-01 超出了范围。", "loans[1].loan_start: `2020-02-30` 不是日期。"]);
}

#[test]
fn a_text_that_holds_a_huge_number_is_left_alone() {
    assert_eq!(
        refused(r#"{"staff": 1e400, "a\"1e400": "x 1e400"}"#),
        ["staff: 1e400 超出了范围。", "a\"1e400: 没有编号为 `a\"1e400` 的问题。",]
    );
}

#[test]
fn unknown_ids_are_told_where_ids_are_listed() {
    for answers in [r#"{"colour": 1}"#, r#"{"loans": [{"colour": 1}]}"#] {
        let found = errors(&given(&["screen", "-", DAY[0], DAY[1]], answers.as_bytes()));
        assert_eq!(found[0]["advice"], "用 huiqi questions 查看全部编号。");
    }
}

/// Were each looked up among the others, this would take minutes.
#[test]
fn very_many_mistakes_are_told_as_fast_as_few() {
    const MANY: usize = 200_000;
    let began = std::time::Instant::now();
    let unknown: Vec<String> = (0..MANY).map(|at| format!("\"unknown_{at}\":1")).collect();
    let edges = vec!["\"min\":1"; MANY];
    for answers in [
        format!("{{{}}}", unknown.join(",")),
        format!("{{\"staff\":{{{}}}}}", edges.join(",")),
        format!("{{\"loans\":[{{{}}}]}}", unknown.join(",")),
    ] {
        let output = given(&["screen", "-", DAY[0], DAY[1]], answers.as_bytes());
        assert_eq!(output.status.code(), Some(2));
        let lines = output.stderr.iter().filter(|byte| **byte == b'\n').count();
        assert!((MANY - 1..=MANY).contains(&lines), "{lines}");
    }
    assert!(began.elapsed().as_secs() < 240, "{:?}", began.elapsed());
}

#[test]
fn editors_read_mistakes_of_the_dataset_and_programs_do_too() {
    let dataset = File::new("mistaken.json", "{ \"format\": 1,, }");
    let told = String::from_utf8(huiqi(&["check", dataset.path()]).stderr).expect("UTF-8");
    assert!(told.starts_with(&format!("{}:1:15: unexpected token", dataset.path())), "{told}");
    let found = errors(&given(&["screen", "-", "--dataset", dataset.path()], b"{}"));
    let problem = found[0]["problem"].as_str().expect("text");
    assert!(problem.starts_with(&format!("{}:1:15: unexpected token", dataset.path())), "{problem}");
}

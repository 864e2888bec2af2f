//! Periods and later changes.

use super::mistake;

mistake!(
    an_empty_period,
    r#""until": "2020-06-30""# => r#""until": "2019-06-30""#,
    ["36:93: the period is empty; `from` is not after `until`"]
);

mistake!(
    no_end,
    r#""from": "2020-01-01", "open": true"# => r#""from": "2020-01-01""#,
    [r#"42:38: the period has no end; give `until` or `event`, or say "open": true or "long_term": true"#]
);

mistake!(
    two_ends,
    r#""from": "2020-01-01", "open": true"# => r#""from": "2020-01-01", "until": "2020-12-31", "open": true"#,
    ["42:38: two ends overlap; keep one of `until`, `event`, `open` and `long_term`"]
);

mistake!(
    two_beginnings,
    r#""from": "2020-01-01", "event": "end""# => r#""from": "2020-01-01", "from_event": "end", "until": "2020-12-31""#,
    ["48:49: two beginnings overlap; keep one of `from`, `from_event` and `after`"]
);

mistake!(
    applications_that_end_before_they_begin,
    r#""from": "2020-01-01", "open": true"# => r#""from": "2020-01-01", "apply_until": "2019-12-31", "open": true"#,
    ["42:97: nobody could apply in time; `from` is not after `apply_until`"]
);

mistake!(
    a_day_that_is_none,
    r#""until": "2020-06-30""# => r#""until": "2020-06-31""#,
    [r#"36:93: `until` is no day of the calendar; write it like "2020-06-30""#]
);

mistake!(
    an_unknown_event,
    r#""event": "end""# => r#""event": "ende""#,
    ["48:101: unknown event `ende`; add it to `events`"]
);

mistake!(
    an_unknown_trigger,
    r#""trigger": "loan""# => r#""trigger": "lend""#,
    ["48:62: unknown trigger `lend`; use use, application, loan or award"]
);

mistake!(
    dates_of_another_policy,
    r#""trigger": "award", "from""# => r#""trigger": "award", "source": "P02", "from""#,
    ["42:70: `P02` has no period here; name the clause or its policy"]
);

mistake!(
    a_later_end_that_is_earlier,
    r#""amount": "water_m3 * cut", "decisions""# => r#""later": [{ "text": "延期。", "until": "2020-05-31", "source": "facts 4", "verified": 1 }], "amount": "water_m3 * cut", "decisions""#,
    ["40:20: the later end is not later; a change of the end lies after `until`"]
);

mistake!(
    a_later_change_never_checked,
    r#""source": "facts 4", "verified": 1"# => r#""source": "facts 4""#,
    ["51:21: `verified` is missing; add it; docs/format.md shows where"]
);

mistake!(
    an_end_that_is_told_twice,
    r#""trigger": "use", "long_term": true"# => r#""trigger": "use", "open": true, "long_term": true"#,
    ["53:68: `long_term` says `open` too; keep one of them"]
);

mistake!(
    applications_that_outlast_the_period,
    r#""until": "2020-06-30""# => r#""until": "2020-06-30", "apply_until": "2020-07-31""#,
    ["36:122: applications run on after the end; `apply_until` is not after `until`"]
);

mistake!(
    after_a_clause_that_comes_later,
    r#""trigger": "award", "from": "2020-01-01""# => r#""trigger": "award", "after": "P01-c""#,
    ["42:69: no clause `P01-c` comes before; name a clause that stands before this one"]
);

mistake!(
    after_a_clause_without_an_end,
    r#""trigger": "loan", "from": "2020-01-01""# => r#""trigger": "loan", "after": "P01-b""#,
    ["48:79: `P01-b` has no end; write the first day as `from`"]
);

/// P01-a with a later end under a condition.
fn put_off(when: &str) -> String {
    format!(
        r#""later": [{{ "text": "延期。", "until": "2020-12-31", "when": "{when}", "source": "facts 4", "verified": 1 }}], "amount": "water_m3 * cut""#
    )
}

const AMOUNT: &str = r#""amount": "water_m3 * cut""#;

#[test]
fn after_a_clause_whose_end_depends_on_the_firm() {
    let later = put_off("staff <= limit");
    let after = (r#""trigger": "award", "from": "2020-01-01""#, r#""trigger": "award", "after": "P01-a""#);
    assert_eq!(
        super::told(&[(AMOUNT, &later), after]),
        ["42:69: `P01-a` does not end on one day for everyone; write the day as `from`"]
    );
}

#[test]
fn a_later_end_for_everyone_or_for_nobody() {
    assert_eq!(
        super::told(&[(AMOUNT, &put_off("staff >= 0 && limit > 0"))]),
        ["40:20: the condition of the later end always holds; take `when` out; then the later end is everyone's"]
    );
    assert_eq!(
        super::told(&[(AMOUNT, &put_off("staff > limit + limit + limit"))]),
        ["40:20: no profile meets the condition of the later end; check its figures and the questions' bounds"]
    );
    assert_eq!(super::told(&[(AMOUNT, &put_off("staff <= limit"))]), Vec::<String>::new());
}

#[test]
fn a_later_end_under_a_condition_of_what_is_totalled_with_others() {
    let later = put_off("staff <= limit");
    let grant = r#""amount": "award", "line": 2"#;
    let later = later.replace(AMOUNT, grant);
    assert_eq!(
        super::told(&[(grant, &later)]),
        ["59:30: `P01-b` does not end on one day for everyone; what excludes others does; take `when` out of its later end, or split the clause in two"]
    );
}

#[test]
fn a_later_end_under_a_condition_within_a_group() {
    let later =
        put_off("staff <= limit").replace(AMOUNT, r#""group": "G", "reading": "one", "amount": "water_m3 * cut""#);
    let group =
        r#""reading_groups": { "G": { "name": "组", "readings": { "one": { "name": "一", "preferred": true } } } }"#;
    assert_eq!(
        super::told(&[(AMOUNT, &later), (r#""reading_groups": {}"#, group)]),
        ["40:20: what is totalled with others ends on one day for everyone; take `when` out, or split the clause in two"]
    );
}

mistake!(
    two_later_ends,
    r#""later": [{ "text": "延期。", "source": "facts 4", "verified": 1 }]"# => r#""later": [{ "text": "延期。", "until": "2021-01-31", "source": "facts 4", "verified": 1 }, { "text": "延期。", "until": "2021-02-28", "source": "facts 4", "verified": 1 }]"#,
    ["51:20: two later ends overlap; keep `until` at the change that holds in the end"]
);

mistake!(
    a_condition_of_no_later_end,
    r#"{ "text": "延期。", "source""# => r#"{ "text": "延期。", "when": "staff <= limit", "source""#,
    ["51:46: `when` has no end to decide on; give `until`, or take `when` out"]
);

mistake!(
    an_empty_horizon,
    r#""contact": null"# => r#""contact": null, "horizon": { "from": "2020-12-31", "until": "2020-01-01" }"#,
    ["7:64: the horizon is empty; `from` is not after `until`"]
);

mistake!(
    a_horizon_without_a_day,
    r#""contact": null"# => r#""contact": null, "horizon": {}"#,
    ["7:31: the horizon has no day; give `until`, the last day of which the list tells"]
);

mistake!(
    a_horizon_that_is_no_day,
    r#""contact": null"# => r#""contact": null, "horizon": { "until": "2020-13-01" }"#,
    [r#"7:42: `until` is no day of the calendar; write it like "2020-06-30""#]
);

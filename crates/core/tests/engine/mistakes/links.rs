//! Clauses, exclusions and contradictions.

use super::super::naive::{One, Small, When, Worth};
use super::mistake;

mistake!(
    an_unknown_row_type,
    r#""id": "P01-d", "type": "Q""# => r#""id": "P01-d", "type": "R""#,
    ["52:34: unknown row type `R`; use E, F, Q, G or N"]
);

mistake!(
    an_unknown_strength,
    r#""strength": "鼓励""# => r#""strength": "必须""#,
    ["52:51: unknown strength `必须`; use 明确, 应, 优先, 支持, 鼓励 or 义务"]
);

mistake!(
    an_unknown_kind,
    r#""kind": "grant""# => r#""kind": "gift""#,
    ["42:19: unknown kind `gift`; use grant, reduction, refund, interest_subsidy, tax_effect or deferral"]
);

mistake!(
    a_right_with_a_kind,
    r#""strength": "鼓励""# => r#""strength": "鼓励", "kind": "grant""#,
    ["52:65: a Q clause has no `kind`; it is a right; take `kind` out"]
);

mistake!(
    an_unknown_nature,
    r#""nature": "award""# => r#""nature": "awarded""#,
    [r#"43:23: an F clause counts only where the award is held; add a criterion with "nature": "award""#, "44:54: unknown nature `awarded`; use threshold, discretion or award"]
);

mistake!(
    an_award_that_need_not_be_held,
    r#""nature": "award", "# => "",
    [r#"43:23: an F clause counts only where the award is held; add a criterion with "nature": "award""#]
);

mistake!(
    a_reading_of_no_group,
    r#""amount": "award""# => r#""group": "P01", "reading": "main", "amount": "award""#,
    ["46:38: `P01` has no reading `main`; name a group of `reading_groups` and one of its readings"]
);

mistake!(
    an_exclusion_of_an_unknown_clause,
    r#"["P01-b", "P01-c"]"# => r#"["P01-b", "P01-x"]"#,
    ["59:40: unknown clause `P01-x`; name a clause or a reading group"]
);

mistake!(
    an_exclusion_of_a_right,
    r#"["P01-b", "P01-c"]"# => r#"["P01-b", "P01-c", "P01-d"]"#,
    [r#"59:49: `P01-d` has no amount of its own; only amounts exclude each other; write "effect": "note""#]
);

mistake!(
    an_exclusion_of_one,
    r#"["P01-b", "P01-c"]"# => r#"["P01-b"]"#,
    [r#"59:30: one clause excludes nothing; name another, or write "effect": "note""#]
);

mistake!(
    an_exclusion_between_kinds,
    r#""kind": "grant""# => r#""kind": "deferral""#,
    ["59:30: `P01-b` and `P01-c` are of different kinds; cash excludes only cash"]
);

mistake!(
    an_exclusion_between_clauses_that_never_meet,
    r#""trigger": "award", "from": "2020-01-01", "open": true"# => r#""trigger": "award", "from": "2019-01-01", "until": "2019-12-31""#,
    [r#"59:30: `P01-b` and `P01-c` never run at the same time; nothing is left to exclude; write "effect": "note""#]
);

mistake!(
    an_unknown_effect,
    r#""basis": "文义""# => r#""effect": "told", "basis": "文义""#,
    [r#"59:60: unknown effect `told`; leave it out, or write "note" or "open""#]
);

mistake!(
    a_decision_that_is_not_listed,
    r#""decisions": ["C01"]"# => r#""decisions": ["C01", "C02"]"#,
    ["40:60: `C02` is no contradiction of this file; add it to `contradictions`"]
);

mistake!(
    an_unknown_decision,
    r#""decision": "note""# => r#""decision": "ignore""#,
    ["62:54: unknown decision `ignore`; use range, note, reading or reason"]
);

mistake!(
    a_contradiction_in_an_unknown_clause,
    r#""id": "C01", "clauses": ["P01-a"]"# => r#""id": "C01", "clauses": ["P01-z"]"#,
    ["62:32: unknown clause `P01-z`; name a clause or a policy"]
);

mistake!(
    a_contradiction_given_twice,
    r#""text": "没有写。" }"# => r#""text": "没有写。" }, { "id": "C01", "clauses": [], "decision": "note", "text": "也没有写。" }"#,
    ["62:80: contradiction `C01` is given twice; keep one of them"]
);

mistake!(
    an_exclusion_given_twice,
    r#""text": "只取一样。" }"# => r#""text": "只取一样。" }, { "id": "X1", "clauses": ["P01-a"], "effect": "note", "basis": "文义", "text": "提示。" }"#,
    ["59:84: exclusion `X1` is given twice; add a suffix such as -1"]
);

#[test]
fn exclusions_that_a_contest_could_not_hold() {
    let grant = One { tests: Vec::new(), worth: Worth::Fixed(10, 10), when: When::InForce };
    let refused = |clauses: usize, exclusions: Vec<Vec<usize>>| {
        let told = Small { clauses: vec![grant.clone(); clauses], exclusions }.screener().err()?;
        let expected = "with this one exclusions chain clauses in more than 256 ways, or more than 64; \
                        name fewer clauses that others exclude as well";
        assert!(told.contains(expected), "{told}");
        Some(told.lines().count())
    };
    // One of three, and the last of three beside the first of the next: at most 3 to the power of so many.
    let threes = |many: usize| {
        let three = |at: usize| vec![3 * at, 3 * at + 1, 3 * at + 2];
        (0..many).map(three).chain((1..many).map(|at| vec![3 * at - 1, 3 * at])).collect()
    };
    assert_eq!([4, 7].map(|many| refused(3 * many, threes(many))), [None, Some(1)]);
    assert_eq!([64, 65].map(|many| refused(many, vec![(0..many).collect()])), [None, Some(1)]);
    // Exactly 256: one of each of eight pairs, and where that is no first one, clause 0 as well, which every first one excludes.
    let pairs = (0..8).flat_map(|at| [vec![2 * at + 1, 2 * at + 2], vec![0, 2 * at + 1]]).collect();
    assert_eq!(refused(17, pairs), None);
}

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
    ["48:106: two beginnings overlap; keep `from` or `from_event`"]
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

//! Parameters.

use super::mistake;

mistake!(
    no_source,
    r#""unit": "yuan/m3", "source": "P01-a", "verified": 2"# => r#""unit": "yuan/m3", "verified": 2"#,
    ["12:12: `source` is missing; add it; docs/format.md shows where"]
);

mistake!(
    an_unknown_source,
    r#""unit": "yuan/m3", "source": "P01-a""# => r#""unit": "yuan/m3", "source": "网上""#,
    [r#"12:74: `网上` is no source; name a clause, a policy, a contradiction, or write like "facts 2.1""#]
);

mistake!(
    a_later_change_with_an_unknown_source,
    r#""source": "facts 4""# => r#""source": "facts""#,
    [r#"51:48: `facts` is no source; name a clause, a policy, a contradiction, or write like "facts 2.1""#]
);

mistake!(
    never_checked,
    r#""unit": "yuan/m3", "source": "P01-a", "verified": 2"# => r#""unit": "yuan/m3", "source": "P01-a""#,
    ["12:12: `verified` is missing; add it; docs/format.md shows where"]
);

mistake!(
    checked_too_often,
    r#""unit": "yuan/m3", "source": "P01-a", "verified": 2"# => r#""unit": "yuan/m3", "source": "P01-a", "verified": 3"#,
    ["12:95: `verified` is 0, 1 or 2; 2: two independent sources, 1: one, 0: not checked"]
);

mistake!(
    a_value_that_is_no_number,
    r#""value": "0.23""# => r#""value": "两毛三""#,
    [r#"12:37: `value` is no number; write digits, such as "0.23""#]
);

mistake!(
    a_range_that_falls,
    r#""value": "0.23""# => r#""range": ["0.25", "0.248"]"#,
    ["12:37: the range falls; write the lesser number first"]
);

mistake!(
    a_range_of_three,
    r#""value": "0.23""# => r#""range": ["0.1", "0.2", "0.3"]"#,
    [r#"12:37: a range has two numbers; write ["0.248", "0.25"]"#]
);

mistake!(
    two_values,
    r#""value": "0.23""# => r#""value": "0.23", "range": ["0.1", "0.2"]"#,
    ["12:5: `cut` has two values; keep one of `value`, `range` and `series`"]
);

mistake!(
    an_unknown_unit,
    r#""unit": "yuan/m3""# => r#""unit": "yuan/litre""#,
    ["12:53: unknown unit `yuan/litre`; use yuan, person, m3, kwh, month, day, item, one, date or a quotient"]
);

mistake!(
    a_series_that_falls,
    r#""2020-02-20": "0.0405""# => r#""2019-02-20": "0.0405""#,
    ["17:39: the days of the series do not rise; write them in the order of time"]
);

mistake!(
    a_series_without_a_day,
    r#""2020-02-20": "0.0405""# => r#""二月": "0.0405""#,
    [r#"17:65: `二月` is no day; write it like "2020-02-20""#]
);

mistake!(
    bounds_of_classes_that_are_too_many,
    r#"{ "staff": [100] }"# => r#"{ "staff": [100, 200] }"#,
    ["16:37: the bounds of `staff` do not fall, or are too few; give one for each class but the last, falling"]
);

mistake!(
    an_unknown_measure,
    r#"{ "staff": [100] }"# => r#"{ "staf": [100] }"#,
    ["16:28: unknown measure `staf`; name it in `measures`"]
);

mistake!(
    a_classification_that_does_not_fit,
    r#""classify(scale, industry, staff)""# => r#""classify(scale, industry)""#,
    ["30:35: `classify(scale, industry)` does not fit its table; write classify(table, choice question, number questions of the table's measures)"]
);

mistake!(
    an_unknown_figure,
    r#""line": 4"# => r#""figures": ["cuts"], "line": 4"#,
    ["53:74: unknown parameter `cuts`; `figures` lists parameters"]
);

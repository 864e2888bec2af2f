//! Amounts of several readings, and the tax on an income.

use super::mistake;

mistake!(
    two_readings_preferred,
    r#""amount": "award""# => r#""amount": { "readings": [{ "id": "a", "name": "甲", "preferred": true, "amount": "award" }, { "id": "b", "name": "乙", "preferred": true, "amount": "award" }] }"#,
    [r#"46:21: not exactly one reading is preferred; write "preferred": true at the one to tell first"#]
);

mistake!(
    no_reading_of_a_group_preferred,
    r#""reading_groups": {}"# => r#""reading_groups": { "P01": { "name": "返还", "readings": { "main": { "name": "主列" } } } }"#,
    ["57:23: no clause is a reading of `P01`; take it out", r#"57:30: not exactly one reading is preferred; write "preferred": true at the one to tell first"#]
);

mistake!(
    an_amount_without_an_upper_end,
    r#""amount": "award""# => r#""amount": { "min": "award" }"#,
    ["46:21: `max` is missing; write an expression, or null where the source gives no bound"]
);

mistake!(
    a_factor_that_may_be_negative,
    r#""water_m3 * cut""# => r#""max(0, (limit / limit - staff / limit) * (water_m3 * cut))""#,
    ["40:21: in `max(0, (limit / limit - staff / limit) * (water_m3 * cut))` a factor may be negative; write max(0, …) around the difference"]
);

mistake!(
    a_tax_on_an_unknown_question,
    r#""reading_groups": {}"# => r#""tax": { "class": "payer", "year": "industry", "income": "staff", "brackets": {} }, "reading_groups": {}"#,
    ["57:21: unknown question `payer`; name a question"]
);

mistake!(
    a_tax_by_no_choice,
    r#""reading_groups": {}"# => r#""tax": { "class": "industry", "year": "staff", "income": "staff", "brackets": {} }, "reading_groups": {}"#,
    ["57:10: `class` or `year` is no choice; name choice questions"]
);

mistake!(
    a_tax_without_a_class,
    r#""reading_groups": {}"# => r#""tax": { "class": "industry", "year": "industry", "income": "staff", "brackets": { "trade": { "trade": { "steps": [], "flat": "0.25" }, "farm": { "steps": [], "flat": "0.25" } } } }, "reading_groups": {}"#,
    ["57:84: no brackets for `farm`; give every class its brackets"]
);

mistake!(
    a_tax_without_a_year,
    r#""reading_groups": {}"# => r#""tax": { "class": "industry", "year": "industry", "income": "staff", "brackets": { "trade": { "trade": { "steps": [], "flat": "0.25" } }, "farm": { "trade": { "steps": [], "flat": "0.25" }, "farm": { "steps": [], "flat": "0.25" } } } }, "reading_groups": {}"#,
    ["57:95: no brackets for `farm`; give every year its brackets"]
);

mistake!(
    rows_added_up_in_two_ways,
    r#""sum(loans, sum_lent * at(rate, lent_on))""# => r#""sum(loans, sum_lent * at(rate, lent_on)) + sum(loans, at(rate, lent_on) * sum_lent)""#,
    ["50:21: `sum(loans, sum_lent * at(rate, lent_on)) + sum(loans, at(rate, lent_on) * sum_lent)` adds up the same rows in two ways; put both into one sum, or split the clause"]
);

mistake!(
    more_rows_both_more_and_less,
    r#""amount": "award""# => r#""amount": "max(0, award * 2 - award * count(loans)) + award * count(loans)""#,
    ["46:21: in `max(0, award * 2 - award * count(loans)) + award * count(loans)` a variable pulls both up and down; use each figure in one direction only, or split the clause by a condition"]
);

//! Types and units of expressions.

use super::mistake;

mistake!(
    yuan_times_yuan,
    r#""amount": "award""# => r#""amount": "award * award""#,
    ["46:21: `award * award` is in `yuan^2`, not in `yuan`; check which figures are multiplied"]
);

mistake!(
    cubic_metres_plus_persons,
    r#""amount": "water_m3 * cut""# => r#""amount": "(water_m3 + staff) * cut""#,
    ["40:32: `m3` and `person` are put together; only figures of one unit can be added or compared"]
);

mistake!(
    an_amount_that_is_no_yuan,
    r#""amount": "water_m3 * cut""# => r#""amount": "cut""#,
    ["23:5: no clause uses question `water_m3`; take it out, or use it in a clause", "40:21: `cut` is in `m3^-1·yuan`, not in `yuan`; check which figures are multiplied"]
);

mistake!(
    an_amount_that_is_a_condition,
    r#""amount": "award""# => r#""amount": "staff <= limit""#,
    ["14:5: no clause uses parameter `award`; take it out, or use it in a clause", "46:21: `staff <= limit` is a condition, not a number; write `condition ? number : 0`"]
);

mistake!(
    a_condition_that_is_a_number,
    r#""staff <= limit""# => r#""staff + limit""#,
    ["45:55: `staff + limit` is a number, not a condition; compare it with something"]
);

mistake!(
    a_choice_that_stands_alone,
    r#""size == \"small\"""# => r#""size""#,
    [r#"38:54: `size` is a choice; compare it: `== "value"` or `in ["a", "b"]`"#]
);

mistake!(
    a_set_that_stands_alone,
    r#""\"plant\" in kinds""# => r#""kinds""#,
    [r#"39:55: `kinds` is a set; ask for a member: `"member" in set`"#]
);

mistake!(
    a_series_without_a_date,
    "at(rate, lent_on)" => "rate",
    ["50:44: `rate` changes with time; use at(series, date)"]
);

mistake!(
    a_group_without_a_sum,
    r#""when": "industry == \"trade\"""# => r#""when": "loans""#,
    ["49:64: `loans` is a group of rows; use sum, any or count"]
);

mistake!(
    a_figure_without_a_name,
    r#""staff <= limit""# => r#""staff <= limit && staff <= 500""#,
    ["45:83: the figure `500` has no name; make it a parameter with its unit and source"]
);

mistake!(
    a_decimal_without_a_name,
    r#""water_m3 * cut""# => r#""water_m3 * cut * 0.5""#,
    ["40:39: the figure `0.5` has no name; make it a parameter with its unit and source"]
);

mistake!(
    a_divisor_that_may_be_zero,
    r#""water_m3 * cut""# => r#""water_m3 * cut / staff""#,
    ["40:39: the divisor may be zero; divide by a parameter or a literal"]
);

mistake!(
    a_difference_that_may_be_negative,
    r#""water_m3 * cut""# => r#""award - water_m3 * cut - award""#,
    ["40:21: `award - water_m3 * cut - award` may be negative; write max(0, …)"]
);

mistake!(
    a_question_that_pulls_both_ways,
    r#""water_m3 * cut""# => r#""max(0, award - water_m3 * cut) + water_m3 * cut""#,
    ["40:21: in `max(0, award - water_m3 * cut) + water_m3 * cut` a variable pulls both up and down; use each figure in one direction only, or split the clause by a condition"]
);

mistake!(
    what_is_no_expression,
    r#""staff <= limit""# => r#""staff <= ""#,
    ["45:55: `staff <= ` is no expression; check brackets, quotes and operators; docs/format.md lists what is allowed"]
);

mistake!(
    a_method,
    r#""staff <= limit""# => r#""staff.size() <= limit""#,
    ["45:66: the method `size` is not part of the language; docs/format.md lists the functions"]
);

mistake!(
    a_number_that_may_overflow,
    r#""water_m3 * cut""# => r#""water_m3 * cut * (award / award) * (award * award * award * award / award / award / award / award)""#,
    ["40:21: `water_m3 * cut * (award / award) * (award * award * award * award / award / award / award / award)` may pass 1000000000000000000; narrow `min` and `max` of its questions, so that no number overflows"]
);

mistake!(
    a_text_beside_a_number,
    r#""staff <= limit""# => r#""staff == \"500\"""#,
    ["45:56: `staff` is no choice; only choices and classes are compared with texts"]
);

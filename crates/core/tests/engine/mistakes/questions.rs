//! Questions.

use super::mistake;

mistake!(
    an_unknown_type,
    r#""id": "staff", "section": "basics", "type": "number""# => r#""id": "staff", "section": "basics", "type": "slider""#,
    ["22:51: unknown type `slider`; use yes_no, choice, set, number, date or group"]
);

mistake!(
    bounds_that_do_not_rise,
    r#""unit": "person", "min": "0""# => r#""unit": "person", "min": "1000""#,
    ["22:116: the bounds do not rise; `min` is less than `max`"]
);

mistake!(
    an_unknown_unit,
    r#""unit": "person", "min""# => r#""unit": "furlong", "min""#,
    ["22:99: unknown unit `furlong`; use yuan, person, m3, kwh, month, day, item, one or a quotient", "45:62: `one` and `person` are put together; only figures of one unit can be added or compared"]
);

mistake!(
    no_value_to_choose,
    r#""values": [{ "id": "trade", "label": "商贸" }, { "id": "farm", "label": "农业" }]"# => r#""values": []"#,
    ["16:17: `trade` is no value of `industry`; take the row out, or add the value", "16:46: `farm` is no value of `industry`; take the row out, or add the value", "21:104: `values` has 0 entries; give 1 to 32", "49:76: `trade` is no value of `industry`; one of "]
);

mistake!(
    a_value_given_twice,
    r#"{ "id": "farm", "label": "农业" }"# => r#"{ "id": "trade", "label": "农业" }"#,
    ["16:46: `farm` is no value of `industry`; take the row out, or add the value", "21:139: `trade` is given twice; ids are never used again"]
);

mistake!(
    a_group_in_a_group,
    r#"{ "id": "sum_lent", "type": "number", "label": "本金", "text": "本金？", "unit": "yuan", "min": "0", "max": "1000", "decimals": 2 }"# => r#"{ "id": "sum_lent", "type": "group", "label": "本金", "text": "本金？", "max_rows": 2, "row_label": "笔", "fields": [{ "id": "part", "type": "yes_no", "label": "是", "text": "是？" }] }"#,
    ["26:7: field `sum_lent` is a group or a set; a row holds single answers; ask for it outside the row"]
);

mistake!(
    a_set_in_a_group,
    r#"{ "id": "lent_on", "type": "date", "label": "放款日", "text": "放款日？", "min": "2020-01-01", "max": "2020-12-31" }"# => r#"{ "id": "lent_on", "type": "set", "label": "放款日", "text": "放款日？", "members": [{ "id": "a", "label": "甲" }] }"#,
    ["27:7: field `lent_on` is a group or a set; a row holds single answers; ask for it outside the row"]
);

mistake!(
    too_many_rows,
    r#""max_rows": 2"# => r#""max_rows": 20"#,
    ["25:102: `max_rows` is out of bounds; use 1 to 10"]
);

mistake!(
    a_typical_answer_out_of_bounds,
    r#""unit": "m3", "min": "0""# => r#""unit": "m3", "typical": "2000", "min": "0""#,
    ["23:119: `typical` lies outside the bounds; keep it between `min` and `max`"]
);

mistake!(
    a_step_of_nothing,
    r#""unit": "m3", "min": "0""# => r#""unit": "m3", "step": "0", "min": "0""#,
    ["23:116: the step is not above 0; write the smallest sensible change"]
);

mistake!(
    a_quick_range_out_of_bounds,
    r#""unit": "m3", "min": "0""# => r#""unit": "m3", "quick": [["0", "2000"]], "min": "0""#,
    ["23:117: a quick range lies outside the bounds; keep it between `min` and `max`"]
);

mistake!(
    a_label_too_long,
    r#""label": "水量""# => r#""label": "上个月一共用的自来水数量""#,
    ["23:73: label `上个月一共用的自来水数量` has more than 10 characters; write a short noun; it stands in formulas"]
);

mistake!(
    dates_that_fall,
    r#""min": "2020-01-01", "max": "2020-12-31""# => r#""min": "2020-12-31", "max": "2020-01-01""#,
    ["27:81: the dates fall; write the earlier day as `min`"]
);

mistake!(
    an_unknown_question_on_the_first_page,
    r#""sections": ["# => r#""first_page": ["turnover"], "sections": ["#,
    ["19:18: `turnover` is no question; name one of `questions`"]
);

mistake!(
    a_figure_on_the_first_page,
    r#""sections": ["# => r#""first_page": ["industry", "staff"], "sections": ["#,
    ["19:30: `staff` is not answered by a tap; the first page has only questions of type yes_no, choice or set"]
);

mistake!(
    a_question_twice_on_the_first_page,
    r#""sections": ["# => r#""first_page": ["industry", "industry"], "sections": ["#,
    ["19:30: `industry` stands on the first page twice; keep one of them"]
);

mistake!(
    a_first_page_of_something_else,
    r#""sections": ["# => r#""first_page": [1], "sections": ["#,
    ["19:18: a question of the first page is no text; write its id in double quotes"]
);

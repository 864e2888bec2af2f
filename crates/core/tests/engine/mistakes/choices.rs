//! Choices, sets, classifications and lists.

use super::mistake;

mistake!(
    a_member_of_no_set,
    r#""\"plant\" in kinds""# => r#""\"plant\" in kinds && \"plant\" in industry""#,
    [r#"39:90: `industry` is no set; write `"member" in set_question`"#]
);

mistake!(
    a_list_of_names,
    r#""when": "industry == \"trade\"""# => r#""when": "industry in [\"trade\", farm]""#,
    [r#"49:88: only texts stand in a list; write `in ["a", "b"]`"#]
);

mistake!(
    in_without_a_set,
    r#""staff <= limit""# => r#""staff in limit""#,
    [r#"45:62: `in` needs a set question or a list; write `"member" in set` or `choice in ["a", "b"]`"#]
);

mistake!(
    an_expression_beside_a_text,
    r#""staff <= limit""# => r#""staff <= limit && (staff + staff) == \"500\"""#,
    ["45:81: only a choice can be compared with a text; name a choice question or a class"]
);

mistake!(
    a_classification_without_arguments,
    r#""classify(scale, industry, staff)""# => r#""classify()""#,
    ["30:35: `classify()` classifies nothing; write classify(table, choice question, number questions of the table's measures)"]
);

mistake!(
    a_classification_by_no_table,
    r#""classify(scale, industry, staff)""# => r#""classify(cut, industry, staff)""#,
    ["30:35: `cut` is no classification; write classify(table, choice question, number questions of the table's measures)"]
);

mistake!(
    a_class_without_a_row,
    r#"{ "staff": [100] }, "farm": {} }"# => r#"{ "staff": [100] } }"#,
    ["15:39: no row for `farm`; give every value of the choice a row"]
);

mistake!(
    an_id_of_no_small_number,
    r#""decimals": 0 },
    { "id": "kinds""# => r#""decimals": 70000 },
    { "id": "kinds""#,
    ["23:147: `decimals` is no small whole number; write a number from 0 to 65535"]
);

mistake!(
    a_list_that_is_a_text,
    r#""agencies": ["water"],"# => r#""agencies": "water","#,
    ["9:17: no clause names office `water`; take it out", "33:103: `agencies` is no list; write it in square brackets"]
);

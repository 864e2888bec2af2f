//! Questions, situations and trades.

use super::{mistake, VISIT};

mistake!(
    a_visit_of_something_else,
    VISIT.trim_end() => "  \"visit\": []";
    [(r#"[]
}"#, "the visit is no object; write it in braces")]
);

mistake!(
    a_question_behind_no_gate,
    r#""figures": ["water_m3"]"# => r#""figures": []"#;
    [("[\n      { \"id\": \"plant\"", "`water_m3` stands behind no gate; put it behind the gate that opens it, or into `who`")]
);

mistake!(
    a_member_behind_no_gate,
    r#", "kinds.held"]"# => "]";
    [("[\n      { \"id\": \"plant\"", "`kinds.held` stands behind no gate; put it behind the gate that opens it, or into `who`")]
);

mistake!(
    a_field_behind_no_gate,
    r#""figures": ["loans.sum_lent"]"# => r#""figures": []"#;
    [("[\n      { \"id\": \"plant\"", "`loans.sum_lent` stands behind no gate; put it behind the gate that opens it, or into `who`")]
);

mistake!(
    a_question_behind_two_gates,
    r#", "kinds.held"]"# => r#", "kinds.held", "kinds.plant"]"#;
    [(r#""kinds.plant"], "figures": ["loans"#, "`kinds.plant` stands behind gate `loan`, and behind gate `plant` as well; each question and each part stands in one place; take one of them out")]
);

mistake!(
    a_question_behind_a_gate_and_in_who,
    r#""figures": ["water_m3"]"# => r#""figures": ["water_m3", "staff"]"#;
    [(r#""staff"], "says""#, "`staff` stands behind gate `plant`, and in `who` as well; each question and each part stands in one place; take one of them out")]
);

mistake!(
    an_unknown_question_behind_a_gate,
    r#""figures": ["water_m3"]"# => r#""figures": ["water_m3", "steam"]"#;
    [(r#""steam""#, "`steam` is no question, and no part of one; write the id of a question, `set.member` or `group.field`")]
);

mistake!(
    a_value_of_a_choice_behind_a_gate,
    r#""figures": ["water_m3"]"# => r#""figures": ["water_m3", "industry.farm"]"#;
    [(r#""industry.farm""#, "`industry.farm` is a value of a choice; name the question; a choice is one answer")]
);

mistake!(
    a_number_for_a_question,
    r#""figures": ["staff"]"# => r#""figures": ["staff", 1]"#;
    [(r#"1] },"#, "`a question of the visit` is no text; write it in double quotes")]
);

mistake!(
    a_gate_with_nothing_behind,
    r#""asks": ["loans.lent_on", "kinds.held"], "figures": ["loans.sum_lent"]"# => r#""figures": ["loans", "kinds.held"]"#;
    [(r#"{ "id": "loan", "text""#, "nothing is asked behind this gate; name questions in `asks`, or take the gate out")]
);

mistake!(
    a_gate_given_twice,
    r#"{ "id": "loan", "text""# => r#"{ "id": "plant", "text""#;
    [(r#"{ "id": "plant", "text": "有贷款""#, "gate `plant` is given twice; keep one of them"), (r#""loan"] }, {"#, "unknown gate `loan`; name one of `gates`"), (r#""loan"] }],"#, "unknown gate `loan`; name one of `gates`")]
);

mistake!(
    a_gate_that_says_what_is_not_asked_behind_it,
    r#""says": ["kinds.plant"]"# => r#""says": ["kinds.held"]"#;
    [(r#""kinds.held"] },"#, "the gate cannot say `kinds.held`; name a yes/no question, a member of a set or a group that stands in its `asks`")]
);

mistake!(
    a_gate_that_says_a_figure,
    r#""says": ["kinds.plant"]"# => r#""says": ["water_m3"]"#;
    [(r#""water_m3"] },"#, "the gate cannot say `water_m3`; name a yes/no question, a member of a set or a group that stands in its `asks`")]
);

mistake!(
    a_gate_that_says_a_number,
    r#""says": ["kinds.plant"]"# => r#""says": [1]"#;
    [(r#"1] },"#, "`what a gate says` is no text; write it in double quotes")]
);

mistake!(
    an_unknown_trade_question,
    r#""trade": "industry","# => r#""trade": "branch","#;
    [(r#""branch""#, "`branch` is no question; name the choice of trades")]
);

mistake!(
    a_trade_that_is_no_choice,
    r#""trade": "industry","# => r#""trade": "staff","#;
    [("\"staff\",\n    \"common_for\"", "`staff` is no choice question; name the choice of trades")]
);

mistake!(
    a_trade_that_common_for_leaves_out,
    r#"{ "trades": ["farm"], "gates": ["plant", "loan"] }"# => r#"{ "trades": [], "gates": ["plant", "loan"] }"#;
    [(r#"[{ "trades""#, "`common_for` does not name `farm`; add it to the row of trades like it")]
);

mistake!(
    a_trade_named_twice,
    r#"{ "trades": ["farm"]"# => r#"{ "trades": ["farm", "trade"]"#;
    [(r#""trade"], "gates": ["plant""#, "trade `trade` is named twice; keep one of them")]
);

mistake!(
    an_unknown_trade,
    r#"{ "trades": ["farm"]"# => r#"{ "trades": ["farm", "mill"]"#;
    [(r#""mill""#, "`mill` is no trade; name a value of the question in `trade`")]
);

mistake!(
    a_gate_twice_in_a_row,
    r#""gates": ["plant", "loan"]"# => r#""gates": ["plant", "loan", "loan"]"#;
    [(r#""loan"] }],"#, "gate `loan` stands here twice; keep one of them")]
);

mistake!(
    a_row_of_common_for_of_something_else,
    r#"{ "trades": ["farm"], "gates": ["plant", "loan"] }"# => "7";
    [(r#"[{ "trades""#, "`common_for` does not name `farm`; add it to the row of trades like it"), (r#"7],"#, "a row of `common_for` is no object; write it in braces")]
);

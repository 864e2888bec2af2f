//! Names of questions, facts, parameters and clauses.

use super::mistake;

mistake!(
    an_unknown_name_and_the_nearest,
    r#""amount": "water_m3 * cut""# => r#""amount": "watr_m3 * cut""#,
    ["40:22: unknown name `watr_m3`; did you mean `water_m3`?"]
);

mistake!(
    an_unknown_name_unlike_any,
    r#""amount": "water_m3 * cut""# => r#""amount": "electricity_bill * cut""#,
    ["40:22: unknown name `electricity_bill`; name a question, a fact or a parameter of this file"]
);

mistake!(
    an_unknown_member,
    r#""\"plant\" in kinds""# => r#""\"plants\" in kinds""#,
    ["39:55: `plants` is no member of `kinds`; one of plant, held"]
);

mistake!(
    an_unknown_class,
    r#""size == \"small\"""# => r#""size == \"tiny\"""#,
    ["38:62: `tiny` is no value of `size`; one of big, small"]
);

mistake!(
    an_unknown_function,
    "sum(loans, sum_lent" => "total(loans, sum_lent",
    ["50:27: no function `total` takes 2 arguments; docs/format.md lists the functions"]
);

mistake!(
    a_clause_given_twice,
    r#""id": "P01-b", "type""# => r#""id": "P01-a", "type""#,
    [r#"13:74: `P01-b` is no source; name a clause, a policy, a contradiction, or write like "facts 2.1""#, r#"14:75: `P01-b` is no source; name a clause, a policy, a contradiction, or write like "facts 2.1""#, "41:17: clause `P01-a` is given twice; ids are never used again", "59:31: unknown clause `P01-b`; name a clause or a reading group"]
);

mistake!(
    a_clause_that_differs_by_case_only,
    r#""id": "P01-b", "type""# => r#""id": "P01-A", "type""#,
    [r#"13:74: `P01-b` is no source; name a clause, a policy, a contradiction, or write like "facts 2.1""#, r#"14:75: `P01-b` is no source; name a clause, a policy, a contradiction, or write like "facts 2.1""#, "41:17: clause `P01-A` is given twice; ids are never used again", "59:31: unknown clause `P01-b`; name a clause or a reading group"]
);

mistake!(
    a_background_row_with_the_id_of_a_clause,
    r#""id": "P01-e""# => r#""id": "P01-d""#,
    ["54:17: clause `P01-d` is given twice; ids are never used again"]
);

mistake!(
    a_clause_of_another_policy,
    r#""id": "P01-e""# => r#""id": "P02-e""#,
    ["54:17: clause `P02-e` is not of policy `P01`; begin its id with `P01-`"]
);

mistake!(
    a_question_with_the_name_of_a_parameter,
    r#""id": "industry", "section""# => r#""id": "cut", "section""#,
    ["12:5: `cut` is the name of two things; give one of them another name", "15:39: `industry` is no choice question; classify by a choice", "30:35: `classify(scale, industry, staff)` does not fit its table; write classify(table, choice question, number questions of the table's measures)", "49:64: unknown name `industry`; name a question, a fact or a parameter of this file"]
);

mistake!(
    a_field_with_the_name_of_a_question,
    r#""id": "sum_lent", "type""# => r#""id": "staff", "type""#,
    ["26:7: `staff` is the name of two things; ids are never used again", "50:33: unknown name `sum_lent`; name a question, a fact or a parameter of this file"]
);

mistake!(
    a_field_given_twice,
    r#""id": "sum_lent", "type""# => r#""id": "lent_on", "type""#,
    ["27:7: `lent_on` is the name of two things; ids are never used again", "50:33: unknown name `sum_lent`; name a question, a fact or a parameter of this file"]
);

mistake!(
    a_criterion_given_twice,
    r#""id": "plant", "text""# => r#""id": "small", "text""#,
    ["39:13: criterion `small` is given twice; ids are unique in a clause"]
);

mistake!(
    an_id_that_is_none,
    r#""id": "staff", "section""# => r#""id": "Staff-1", "section""#,
    ["22:13: `Staff-1` is no id; use a-z, 0-9 and _", "30:35: `classify(scale, industry, staff)` does not fit its table; write classify(table, choice question, number questions of the table's measures)", "45:56: unknown name `staff`; did you mean `Staff-1`?"]
);

mistake!(
    an_unknown_office,
    r#""agencies": ["water"],"# => r#""agencies": ["water", "gas"],"#,
    ["33:113: unknown office `gas`; add it to `agencies`"]
);

mistake!(
    an_unknown_section,
    r#""staff", "section": "basics""# => r#""staff", "section": "base""#,
    ["22:33: unknown section `base`; add it to `sections`"]
);

mistake!(
    an_unused_member,
    r#"[{ "id": "plant", "label": "工业" }"# => r#"[{ "id": "rest", "label": "其他" }, { "id": "plant", "label": "工业" }"#,
    ["24:100: no clause uses member `kinds.rest`; take it out, or use it in a clause"]
);

mistake!(
    an_unused_field,
    "sum_lent * at(rate, lent_on)" => "sum_lent",
    ["17:5: no clause uses parameter `rate`; take it out, or use it in a clause", "27:7: no clause uses field `loans.lent_on`; take it out, or use it in a clause"]
);

mistake!(
    an_unused_parameter,
    r#""amount": "award""# => r#""amount": "max(0, 0)""#,
    ["14:5: no clause uses parameter `award`; take it out, or use it in a clause"]
);

mistake!(
    an_unused_fact,
    r#""size == \"small\"""# => r#""industry == \"farm\"""#,
    ["30:5: no clause uses fact `size`; take it out, or use it in a clause"]
);

mistake!(
    an_unused_office,
    r#""agencies": ["water"],"# => r#""agencies": [],"#,
    ["9:17: no clause names office `water`; take it out"]
);

mistake!(
    an_unused_section,
    r#"[{ "id": "basics", "title": "基本" }]"# => r#"[{ "id": "basics", "title": "基本" }, { "id": "more", "title": "更多" }]"#,
    ["19:51: no question belongs to this section; take it out"]
);

mistake!(
    an_unused_reading_group,
    r#""reading_groups": {}"# => r#""reading_groups": { "P01": { "name": "x", "readings": { "a": { "name": "x", "preferred": true } } } }"#,
    ["57:23: no clause is a reading of `P01`; take it out"]
);

mistake!(
    an_unused_question,
    r#"{ "id": "kinds", "section""# => r#"{ "id": "idle", "section": "basics", "type": "yes_no", "label": "停产", "text": "停产？" },
    { "id": "kinds", "section""#,
    ["24:5: no clause uses question `idle`; take it out, or use it in a clause"]
);

//! Items, topics, offices, former ids and bands.

use super::mistake;

mistake!(
    a_topic_given_twice,
    r#"{ "id": "rest", "name""# => r#"{ "id": "money", "name""#;
    [(r#"{ "id": "money", "name": "别的""#, "topic `money` is given twice; keep one of them"), (r#""rest", "how""#, "unknown topic `rest`; name one of `topics`")]
);

mistake!(
    a_topic_of_nothing,
    r#""topic": "rest""# => r#""topic": "money""#;
    [(r#"{ "id": "rest""#, "no item is about topic `rest`; take it out")]
);

mistake!(
    an_unknown_topic,
    r#""topic": "rest""# => r#""topic": "other""#;
    [(r#""other", "how""#, "unknown topic `other`; name one of `topics`")]
);

mistake!(
    a_clause_in_no_item,
    r#"["P01-b", "P01-c"], "offices""# => r#"["P01-b"], "offices""#;
    [("[\n      { \"name\": \"水费\"", "clause `P01-c` stands in no item; add it to one, or write an item for it"), ("[\n      { \"name\": \"水费\"", "clauses of exclusion `X1` stand in different items; put them into one item")]
);

mistake!(
    a_clause_in_two_items,
    r#""clauses": ["P01-d"]"# => r#""clauses": ["P01-d", "P01-a"]"#;
    [(r#"{ "name": "服务""#, r#"`worth_words` is missing; say what the amount depends on, such as 每月租金 × 3"#), (r#""P01-a"], "topic": "rest""#, "clause `P01-a` stands in two items; each clause stands in one; take one out")]
);

mistake!(
    an_unknown_clause_in_an_item,
    r#""clauses": ["P01-d"]"# => r#""clauses": ["P01-d", "P01-z"]"#;
    [(r#""P01-z""#, "unknown clause `P01-z`; name a clause of type E, F or Q")]
);

mistake!(
    background_in_an_item,
    r#""clauses": ["P01-d"]"# => r#""clauses": ["P01-d", "P01-e"]"#;
    [(r#""P01-e"], "topic""#, "`P01-e` is background; name a clause of type E, F or Q")]
);

mistake!(
    an_item_without_a_clause,
    r#""clauses": ["P01-d"]"# => r#""clauses": []"#;
    [(r#"{ "name": "服务""#, "this item has no clause; name its clauses in `clauses`")]
);

mistake!(
    exclusions_across_items,
    r#"["P01-b", "P01-c"], "offices""# => r#"["P01-b"], "offices""#,
    r#"{ "name": "服务", "clauses": ["P01-d"]"# => r#"{ "name": "贴息", "clauses": ["P01-c"], "topic": "rest", "how": "apply", "check": "看。", "ask": "有吗？", "worth_words": "利息" },
      { "name": "服务", "clauses": ["P01-d"]"#;
    [("[\n      { \"name\": \"水费\"", "clauses of exclusion `X1` stand in different items; put them into one item")]
);

mistake!(
    readings_across_items,
    r#""kind": "reduction""# => r#""group": "R", "reading": "one", "kind": "reduction""#,
    r#""kind": "grant""# => r#""group": "R", "reading": "two", "kind": "grant""#,
    r#""reading_groups": {}"# => r#""reading_groups": { "R": { "name": "两说", "readings": { "one": { "name": "一", "preferred": true }, "two": { "name": "二" } } } }"#,
    r#"["P01-b", "P01-c"], "basis""# => r#"["R", "P01-c"], "basis""#;
    [("[\n      { \"name\": \"水费\"", "clauses of exclusion `X1` stand in different items; put them into one item"), ("[\n      { \"name\": \"水费\"", "readings of `R` stand in different items; put them into one item")]
);

mistake!(
    a_name_too_long,
    r#""name": "服务""# => r#""name": "一项谁也说不清楚到底是什么的服务""#;
    [(r#""一项谁"#, "the name has more than 14 characters; write it as an owner says it")]
);

mistake!(
    two_items_of_one_name,
    r#""name": "服务""# => r#""name": "水费""#;
    [("\"水费\", \"clauses\": [\"P01-d\"]", "two items are called `水费`; say what tells them apart")]
);

mistake!(
    an_unknown_way,
    r#""how": "automatic""# => r#""how": "luck""#;
    [(r#""luck""#, "unknown way `luck`; use automatic, apply, filing or comply")]
);

mistake!(
    a_duty_that_is_none,
    r#""how": "automatic""# => r#""how": "comply""#;
    [(r#""comply""#, "`comply` does not fit the strength of the clauses; duties, and only they, have it")]
);

mistake!(
    a_right_with_worth_words,
    r#""ask": "有吗？" }"# => r#""ask": "有吗？", "worth_words": "很多" }"#;
    [(r#""很多""#, "a right has no `worth_words`; take them out")]
);

mistake!(
    an_item_without_office,
    r#""agencies": ["water"],
      "clauses""# => r#""agencies": [],
      "clauses""#,
    r#""type": "E", "strength": "明确", "title": "水价""# => r#""type": "E", "agencies": ["water"], "strength": "明确", "title": "水价""#,
    r#""type": "F","# => r#""type": "F", "agencies": ["water"],"#;
    [(r#"{ "name": "服务""#, r#"no clause of this item names an office; write "offices": [] to say so"#)]
);

mistake!(
    an_office_that_the_clauses_do_not_name,
    r#""water": "水务" }"# => r#""water": "水务", "tax": "税务" }"#,
    r#""type": "Q","# => r#""type": "Q", "agencies": ["tax"],"#,
    r#""offices": ["water"]"# => r#""offices": ["tax"]"#;
    [(r#""tax"], "topic""#, "no clause of this item names office `tax`; send people only where the list does")]
);

mistake!(
    an_unknown_office_of_an_item,
    r#""offices": ["water"]"# => r#""offices": ["moon"]"#;
    [(r#""moon""#, "unknown office `moon`; add it to `agencies`")]
);

mistake!(
    no_office_where_there_is_one,
    r#""offices": ["water"]"# => r#""offices": []"#;
    [(r#"[], "topic""#, "the clauses of this item do name an office; name the one to ask first")]
);

mistake!(
    an_unknown_level,
    r#""water": "水务""# => r#""water": { "name": "市水务集团", "short": "水务", "level": "planet" }"#;
    [(r#""planet""#, "unknown level `planet`; use nation, province, city, county or local")]
);

mistake!(
    a_former_id_that_is_in_use,
    r#""turnover": "staff""# => r#""water_m3": "staff""#;
    [(r#""water_m3": "staff""#, "`water_m3` is an id of today; list only ids that nothing has any more")]
);

mistake!(
    a_former_id_that_leads_nowhere,
    r#""turnover": "staff""# => r#""turnover": "sales""#;
    [(r#""sales""#, "`sales` is no question, and no part of one; write the id of today: `question`, or `question.part`")]
);

mistake!(
    a_band_that_begins_inside_another,
    r#""unit": "m3", "min""# => r#""unit": "m3", "quick": [["0", "10"], ["9", "1000"]], "min""#;
    [(r#"[["0", "10"]"#, "the quick ranges overlap or fall; let each begin above the one before")]
);

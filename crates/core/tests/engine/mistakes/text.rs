//! The JSON itself.

use super::mistake;

mistake!(
    a_comma_too_many,
    r#""format": 1,"# => r#""format": 1,,"#,
    ["2:15: unexpected token in object; mend the JSON here; every text in double quotes, commas between values, none after the last"]
);

mistake!(
    a_text_without_end,
    r#""title": "清单","# => r#""title": "清单,"#,
    ["6:4: unexpected token; mend the JSON here; every text in double quotes, commas between values, none after the last"]
);

mistake!(
    a_property_given_twice,
    r#""version": "1","# => r#""version": "1", "version": "2","#,
    ["3:19: `version` is given twice; keep one of them"]
);

mistake!(
    an_office_given_twice,
    r#"{ "water": "水务" }"# => r#"{ "water": "水务", "water": "水" }"#,
    ["9:32: `water` is given twice; keep one of them", "9:32: no clause names office `water`; take it out"]
);

mistake!(
    a_property_that_means_nothing,
    r#""publisher":"# => r#""publischer":"#,
    ["1:1: `publisher` is missing; add it; docs/format.md shows where", "6:3: `publischer` means nothing here; check its spelling, or take it out"]
);

mistake!(
    a_text_that_is_a_number,
    r#""title": "清单""# => r#""title": 5"#,
    ["5:12: `title` is no text; write it in double quotes"]
);

mistake!(
    an_empty_text,
    r#""text": "水价下调。""# => r#""text": " ""#,
    ["35:80: `text` is empty; write it out"]
);

mistake!(
    an_unknown_format,
    r#""format": 1"# => r#""format": 2"#,
    [r#"2:13: this format is not known; write "format": 1"#]
);

mistake!(
    an_object_that_is_a_text,
    r#""events": { "end": { "name": "结束", "date": null } }"# => r#""events": "疫情""#,
    ["10:13: `events` is no object; write it in braces, each thing under its id", "48:101: unknown event `end`; add it to `events`"]
);

mistake!(
    a_flag_that_is_a_text,
    r#""open": true"# => r#""open": "yes""#,
    [r#"42:38: the period has no end; give `until` or `event`, or say "open": true or "long_term": true"#, "42:90: `open` is neither true nor false; write true or false without quotes"]
);

mistake!(
    brackets_without_end,
    r#""contact": null"# => r#""contact": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[""#,
    ["7:45: brackets nest deeper than 32; mend the JSON here; every text in double quotes, commas between values, none after the last"]
);

#[test]
fn an_empty_file() {
    let found = huiqi_core::compile::compile("").expect_err("a mistake");
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(matches!(told.as_slice(), [one] if one.starts_with("1:1: the file is empty; ")), "{told:?}");
}

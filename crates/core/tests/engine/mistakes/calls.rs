//! Functions, and what stands where in an expression.

use super::mistake;

mistake!(
    figures_of_two_units_compared,
    r#""amount": "award""# => r#""amount": "min(award, staff)""#,
    ["46:33: `yuan` and `person` are put together; only figures of one unit can be compared"]
);

mistake!(
    days_of_a_number,
    r#""staff <= limit""# => r#""days(staff, staff) <= 1""#,
    ["45:61: this is no date; name a date question or a parameter of unit `date`", "45:68: this is no date; name a date question or a parameter of unit `date`"]
);

mistake!(
    a_series_that_is_an_expression,
    r#"at(rate, lent_on)"# => r#"at(1, lent_on)"#,
    ["50:47: this is no series; name a parameter with a series"]
);

mistake!(
    a_series_that_is_none,
    r#"at(rate, lent_on)"# => r#"at(cut, lent_on)"#,
    ["50:47: `cut` is no series; name a parameter with a series"]
);

mistake!(
    a_series_read_at_a_number,
    r#"at(rate, lent_on)"# => r#"at(rate, staff)"#,
    ["50:53: this is no date; name a date question or a parameter of unit `date`"]
);

mistake!(
    a_group_that_is_an_expression,
    r#"sum(loans, sum_lent"# => r#"sum(1, sum_lent"#,
    ["50:26: this is no group; name a question of type `group`"]
);

mistake!(
    a_group_that_is_none,
    r#"sum(loans, sum_lent"# => r#"sum(kinds, sum_lent"#,
    ["50:26: `kinds` is no group; name a question of type `group`"]
);

mistake!(
    a_share_that_may_be_negative,
    r#"sum_lent * at(rate, lent_on))"# => r#"(sum_lent - 1 * sum_lent) * at(rate, lent_on))"#,
    ["50:59: a row's share may be negative; write max(0, …)"]
);

mistake!(
    a_cap_of_another_unit,
    r#""sum(loans, sum_lent * at(rate, lent_on))""# => r#""sum_capped(loans, limit, sum_lent, at(rate, lent_on))""#,
    ["50:40: the cap and the principal are in different units; give both in one unit"]
);

mistake!(
    a_weight_that_may_be_negative,
    r#""sum(loans, sum_lent * at(rate, lent_on))""# => r#""sum_capped(loans, award, sum_lent, at(rate, lent_on) - 1)""#,
    ["50:75: a row's principal or weight may be negative; write max(0, …)"]
);

mistake!(
    a_number_tested,
    r#""when": "industry == \"trade\"""# => r#""when": "industry == \"trade\" && any(loans, sum_lent)""#,
    ["49:100: a number stands where a condition should; compare it with something"]
);

mistake!(
    a_condition_added,
    r#""water_m3 * cut""# => r#""water_m3 * cut * (staff <= limit)""#,
    ["40:46: a condition stands where a number should; write `condition ? number : 0`"]
);

mistake!(
    a_classification_alone,
    r#""staff <= limit""# => r#""staff <= scale""#,
    ["45:65: `scale` is a classification; use classify(table, …)"]
);

mistake!(
    a_list,
    r#""staff <= limit""# => r#""[staff]""#,
    ["45:56: this form is not part of the language; docs/format.md lists what is allowed"]
);

mistake!(
    a_text_alone,
    r#""staff <= limit""# => r#""\"staff\"""#,
    ["45:56: this literal is not part of the language; texts stand only beside ==, != and in"]
);

mistake!(
    an_expression_too_long,
    r#""staff <= limit""# => r#""staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit || staff <= limit""#,
    ["45:55: the expression has 2894 bytes; split it with a named fact"]
);

/// With a parameter that is a day.
fn told_with_a_day(amount: &str) -> Vec<String> {
    let day =
        r#""day": { "name": "某日", "value": "2020-03-01", "unit": "date", "source": "P01-a", "verified": 2 }, "rate""#;
    super::told(&[(r#""rate""#, day), ("sum(loans, sum_lent * at(rate, lent_on))", amount)])
}

#[test]
fn a_series_read_at_a_fixed_day() {
    let told = told_with_a_day("sum(loans, sum_lent * at(rate, day))");
    assert!(
        told.contains(&"50:53: a series is read at a date question; name the question itself".to_owned()),
        "{told:#?}"
    );
}

#[test]
fn a_year_from_a_fixed_day() {
    let told = told_with_a_day("sum(loans, sum_lent * year_days(day))");
    assert!(told.contains(&"50:54: year_days needs a date question; name the question itself".to_owned()), "{told:#?}");
}

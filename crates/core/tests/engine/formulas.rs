//! Formulas say the visitor's own numbers (design §3.9): lines worked out by hand, and every number on which an amount
//! depends is in its formula.

use super::mistakes::changed;
use super::support::{date, partial, profile, profile_of, screener, sound_firm, Random};
use huiqi_core::compile::compile;
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::profile::{Answer, Profile};
use huiqi_core::screening::{Amount, Screener, Verdict};
use rust_decimal::Decimal;
use serde_json::{json, Value};

fn formula(answers: &Value, clause: &str) -> String {
    let clause = screener().dataset().clauses.iter().position(|one| one.id == clause).expect("a clause");
    screener().explain(&profile(answers), clause).formula.join("\n")
}

#[test]
fn lines_worked_out_by_hand() {
    let loan = json!([{ "loan_kind": "central_special", "loan_principal": 12_500_000, "loan_rate": "0.0315",
        "loan_start": "2020-03-01", "loan_repaid": "2020-03-31", "loan_term_year": true }]);
    for (answers, clause, line) in [
        // 1,234,567 × 0.23 = 283,950.41
        (json!({ "water_m3": 1_234_567 }), "P01-a", "用水量 1,234,567 立方米 × 水价下调额 0.23 元/立方米 ＝ 283,950.41 元"),
        // 100,000 × 3 %, put off and not spared
        (
            json!({ "vat_payer": "small_scale", "prepay_base": 100_000 }),
            "P07-b",
            "可缓缴：预缴销售额 100,000 元 × 增值税预征率 3% ＝ 3,000.00 元",
        ),
        // Nothing to refund: the credit went down by 100.
        (
            json!({ "vat_payer": "general", "epidemic_roles": ["key_supplier"], "vat_credit": 100, "vat_credit_2019": 200 }),
            "P05-2",
            "［期末留抵税额 100 元 − 19年底留抵额 200 元，不足 0 按 0 算］ ＝ 0.00 元",
        ),
        // 70,000 − 500,000 × 12 %, carried forward and no payment put off; a loss counts as no profit
        (
            json!({ "tax_items": ["gift_other"], "gift_other": 70_000, "profit": 500_000 }),
            "P08-1b",
            "可结转以后扣除：其他公益捐赠 70,000 元 − 年度利润总额 500,000 元 × 捐赠扣除占利润的比例 12% ＝ 10,000.00 元",
        ),
        (
            json!({ "tax_items": ["gift_other"], "gift_other": 70_000, "profit": -5 }),
            "P08-1b",
            "可结转以后扣除：其他公益捐赠 70,000 元 − ［年度利润总额 -5 元，不足 0 按 0 算］ × 捐赠扣除占利润的比例 12% ＝ \
             70,000.00 元",
        ),
        // 10,000 × 0.6 × 30 %
        (
            json!({ "power_bands": [{ "band_kwh": 10_000, "band_price": "0.6" }] }),
            "P02-a",
            "（电量 10,000 千瓦时 × 目录电度电价 0.6 元/千瓦时） × 电费补贴比例 30% ＝ 1,800.00 元",
        ),
        // Between 999 and 1,000,000 cubic metres: 229.77 to 230,000.
        (
            json!({ "water_m3": { "min": 999, "max": 1_000_000 } }),
            "P01-a",
            "用水量 999～1,000,000 立方米 × 水价下调额 0.23 元/立方米 ＝ 229.77～230,000.00 元",
        ),
        // 200,000 × (12 % − 5 %) × 6
        (
            json!({ "fund_base": 200_000, "fund_rate_old": "0.12", "fund_rate_new": "0.05", "fund_months": 6 }),
            "P12-a",
            "公积金基数 200,000 元 × （原缴存比例 12% − 新缴存比例 5%） × ［调整月数 6 个月、自主调整的月数（1–6 月） 6 个月］的较小者 ＝ 84,000.00 元",
        ),
        // 12,500,000 × 3.15 % × 50 % × 30 ÷ 365 = 16,181.506…, ÷ 360 = 16,406.25
        (
            json!({ "loans": loan }),
            "P13-a",
            "（贷款本金 12,500,000 元 × 年利率 3.15% × 贴息占利率的比例 50% × ［从放款日 2020-03-01到还款日 2020-03-31的天数、\
             满一年的天数 365］的较小者） ÷ 计息基数 365 天 至 （贷款本金 12,500,000 元 × 年利率 3.15% × 贴息占利率的比例 50% × \
             ［从放款日 2020-03-01到还款日 2020-03-31的天数、满一年的天数 365］的较小者） ÷ 计息基数 360 天 ＝ \
             16,181.51～16,406.25 元",
        ),
    ] {
        assert_eq!(formula(&answers, clause), line, "{clause} {answers}");
    }
    // Not answered yet: the name alone, and no figure made up.
    let open = formula(&json!({}), "P01-a");
    assert!(open.starts_with("用水量（未填） × 水价下调额 0.23 元/立方米"), "{open}");
}

/// The formula of a clause of the sound dataset with these texts replaced.
fn formula_with(changes: &[(&str, &str)], loans: &Value, clause: usize) -> String {
    let screener = Screener::new(compile(&changed(changes)).expect("a dataset"));
    let profile = profile_of(&screener, &sound_firm(loans));
    screener.explain(&profile, clause).formula.join("\n")
}

fn one_loan() -> Value {
    json!([{ "sum_lent": 1000, "lent_on": "2020-02-01" }])
}

#[test]
fn amounts_that_the_list_does_not_have() {
    let loan = one_loan();
    let spared = "水量 1,000 立方米 × 降价 0.23 元/立方米";
    for (amount, line) in [
        ("max(0, water_m3 * cut)", format!("{spared} ＝ 230.00 元")),
        ("max(water_m3 * cut, 0)", format!("{spared} ＝ 230.00 元")),
        ("max(water_m3 * cut, award)", format!("［{spared}、奖补 500,000 元］的较大者 ＝ 500,000.00 元")),
        (
            "award + (award + water_m3 * cut)",
            format!("奖补 500,000 元 ＋ 奖补 500,000 元 ＋ {spared} ＝ 1,000,230.00 元"),
        ),
        ("award - (award - water_m3 * cut)", format!("奖补 500,000 元 − （奖补 500,000 元 − {spared}） ＝ 230.00 元")),
    ] {
        assert_eq!(formula_with(&[("\"water_m3 * cut\"", &format!("\"{amount}\""))], &loan, 0), line);
    }
}

#[test]
fn rates_and_days_that_the_list_does_not_have() {
    let loan = one_loan();
    for (rate, line) in [
        ("0.0415", "本金 1,000 元 × 利率 4.15% ＝ 41.50 元"),
        ("1", "本金 1,000 元 × 利率 1 ＝ 1,000.00 元"),
        ("1.5", "本金 1,000 元 × 利率 1.5 ＝ 1,500.00 元"),
    ] {
        assert_eq!(formula_with(&[("\"0.0415\"", &format!("\"{rate}\""))], &loan, 2), line);
    }
    let figure = |id: &str, name: &str, value: &str, unit: &str| {
        format!(
            r#""{id}": {{ "name": "{name}", "value": "{value}", "unit": "{unit}", "source": "P01-c", "verified": 2 }}, "#
        )
    };
    let figures = [
        figure("until", "截止日", "2020-03-02", "date"),
        figure("last", "末日", "2020-12-31", "date"),
        figure("basis", "基数", "30", "day"),
    ];
    let changes = [
        ("\"one\": \"\" }", "\"one\": \"\", \"day\": \"天\", \"date\": \"\" }"),
        ("\"rate\": {", &format!("{}\"rate\": {{", figures.concat())),
        ("at(rate, lent_on))", "at(rate, lent_on) * max(0, days(lent_on, min(until, last)))) / basis"),
    ];
    let days = "从放款日 2020-02-01到［截止日 2020-03-02、末日 2020-12-31］的较小者的天数";
    let line = format!("（本金 1,000 元 × 利率 4.15% × {days}） ÷ 基数 30 天 ＝ 41.50 元");
    assert_eq!(formula_with(&changes, &loan, 2), line);
}

#[test]
fn rows_one_by_one_as_far_as_they_are_known() {
    // 1,000 × 4.15 % + 600 × 4.05 %
    let loans = json!([{ "sum_lent": 1000, "lent_on": "2020-02-01" }, { "sum_lent": 600, "lent_on": "2020-03-01" }]);
    let line = "［本金 1,000 元 × 利率 4.15% ＋ 本金 600 元 × 利率 4.05%］ ＝ 65.80 元";
    assert_eq!(formula_with(&[], &loans, 2), line);
    let sum = "sum(loans, sum_lent * at(rate, lent_on))";
    let counted = [(sum, &*format!("max({sum}, award * count(loans))"))];
    let line = "［［本金 1,000 元 × 利率 4.15% ＋ 本金 600 元 × 利率 4.05%］、奖补 500,000 元 × 2 笔］的较大者 ＝ 1,000,000.00 元";
    assert_eq!(formula_with(&counted, &loans, 2), line);
    let line = "［各笔合计（尚未填写）、奖补 500,000 元 × 笔数］的较大者 ＝ 0.00～1,000,000.00 元";
    assert_eq!(formula_with(&counted, &Value::Null, 2), line);
    assert_eq!(formula_with(&[], &json!([]), 2), "0 ＝ 0.00 元");
    // 1,000 at the least and at the greatest rate, on a day that is not known.
    let line = "本金 1,000 元 × 利率（按放款日） ＝ 40.50～41.50 元";
    assert_eq!(formula_with(&[], &json!([{ "sum_lent": 1000 }]), 2), line);
}

/// Digits in threes, by the test's own hand.
fn in_threes(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits: Vec<char> = whole.chars().collect();
    let threes: Vec<String> = digits.rchunks(3).rev().map(|three| three.iter().collect()).collect();
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{}{point}{fraction}", threes.join(","))
}

/// The number of an answer as its formula has to write it.
fn written(question: &Question, number: Decimal) -> String {
    let Shape::Number { percent, unit_label, .. } = &question.shape else { unreachable!() };
    match (percent, unit_label.as_str()) {
        (true, _) => format!("{} {}%", question.label, in_threes(number * Decimal::ONE_HUNDRED)),
        (_, "") => format!("{} {}", question.label, in_threes(number)),
        (_, unit) => format!("{} {} {unit}", question.label, in_threes(number)),
    }
}

/// Numbers as the reader gives them, without zeros at the end.
fn plain(mut profile: Profile) -> Profile {
    for question in 0..screener().dataset().questions.len() {
        if let Some(Answer::Number(number)) = profile.get(question).cloned() {
            profile.set(question, Some(Answer::Number(number.normalize())));
        }
    }
    profile
}

#[test]
fn every_number_on_which_an_amount_depends_is_in_its_formula() {
    let dataset = screener().dataset();
    let mut random = Random(53);
    let mut seen = 0;
    for _ in 0..60 {
        let whole = plain(partial(dataset, &mut random, 0));
        for (clause, of) in dataset.clauses.iter().enumerate().filter(|(_, of)| !of.worth.is_empty()) {
            let Some(amount) = worth(&whole, clause) else { continue };
            let text = screener().explain(&whole, clause).formula.join("\n");
            for (index, question) in dataset.questions.iter().enumerate() {
                let (Some(Answer::Number(number)), Shape::Number { decimals, .. }) =
                    (whole.get(index), &question.shape)
                else {
                    continue;
                };
                // A step to either side changes the amount and nothing else.
                let grain = Decimal::new(1, u32::from(*decimals));
                let moved = |to: Decimal| {
                    let mut other = whole.clone();
                    other.set(index, Some(Answer::Number(to)));
                    worth(&other, clause).is_some_and(|worth| worth != amount)
                };
                if *number > Decimal::ZERO && moved(*number + grain) && moved(*number - grain) {
                    seen += 1;
                    assert!(
                        text.contains(&written(question, *number)),
                        "{}: {} in {text}",
                        of.id,
                        written(question, *number)
                    );
                }
            }
        }
    }
    println!("{seen} numbers");
    assert!(seen > 300);
}

/// What a clause that is had is worth.
fn worth(profile: &Profile, clause: usize) -> Option<Amount> {
    let space = profile.space(screener().dataset());
    let result = screener().judge(space, clause, date("2020-05-15")).expect("a clause");
    (result.verdict == Verdict::Eligible).then_some(result.amount.or(result.deferred.as_deref().copied())).flatten()
}

//! The nearest change in words.

use super::{answer, ask, yuan};
use huiqi_core::dataset::Shape;
use huiqi_core::profile::Answer;
use huiqi_core::screening::{Amount, Change, Nearest, Screener};

/// What would have to change, and what that brings.
pub fn nearest(screener: &Screener, of: &Nearest) -> String {
    let changes: Vec<String> = of.changes.iter().filter_map(|change| told(screener, change)).collect();
    ["再走一步：", &changes.join("，"), "，", &brings(of.worth), "。"].concat()
}

fn told(screener: &Screener, change: &Change) -> Option<String> {
    let spot = screener.spot(change.variable)?;
    let (asked, to) = (spot.asked(), spot.answer(change.to)?);
    let label = &asked.label;
    let said = match (spot.member, &to, spot.answer(change.from)?) {
        (Some(member), Answer::YesNo(true), _) => format!("{label}里加上“{}”", member.label),
        (Some(member), ..) => format!("{label}里去掉“{}”", member.label),
        (None, Answer::Number(to), Answer::Number(from)) => {
            let way = if *to > from { "增到" } else { "减到" };
            let [from, to] = [from, *to].map(|number| answer(asked, &Answer::Number(number)));
            format!("{label}从 {from}{way} {to}")
        }
        (None, to, from) => format!("{label}从“{}”改为“{}”", answer(asked, &from), answer(asked, to)),
    };
    Some(match (spot.row, &spot.question.shape) {
        (Some((row, _)), Shape::Group { row_label, .. }) => [&ask::rows::nth(row + 1, row_label), "的", &said].concat(),
        _ => said,
    })
}

fn brings(worth: Amount) -> String {
    if worth.is_exact() {
        format!("可得 {} 元", yuan(worth.min))
    } else if worth.min.is_zero() {
        "就符合条件，金额补充后可算".to_owned()
    } else {
        format!("至少可得 {} 元", yuan(worth.min))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;
    use huiqi_core::profile::Profile;

    /// The nearest change of a clause for these answers, in May 2020.
    fn said(answers: &str, clause: &str) -> String {
        let screener = data::screener();
        let (profile, problems) = Profile::read(screener.dataset(), &serde_json::from_str(answers).unwrap());
        assert_eq!(problems, []);
        let index = screener.dataset().clauses.iter().position(|of| of.id == clause).unwrap();
        let found = screener.nearest(&profile, "2020-05-01".parse().unwrap(), index).unwrap();
        nearest(&screener, &found)
    }

    #[test]
    fn each_kind_of_answer() {
        // 7,000 + 3,000, and 200,000 × (12 % − 5 %) × 6 months.
        let firm = r#"{ "legal_form": "company", "insurances": ["social", "fund"], "insured_staff": 501, "layoff_rate": "0.06",
            "unemployment_paid_firm": 7000, "unemployment_paid_staff": 3000, "hardship": [], "vat_payer": "general",
            "fund_base": 200000, "fund_rate_old": "0.12", "fund_rate_new": "0.05", "fund_months": 6 }"#;
        for (clause, words) in [
            ("P11-f", "再走一步：参保职工从 501 人减到 500 人，可得 10,000 元。"),
            ("P07-a", "再走一步：增值税身份从“一般纳税人”改为“小规模纳税人”，就符合条件，金额补充后可算。"),
            ("P12-a", "再走一步：经营困难情况里加上“受疫情影响”，可得 84,000 元。"),
        ] {
            assert_eq!(said(firm, clause), words);
        }
    }

    #[test]
    fn a_field_of_a_row() {
        let loan = r#"{ "registered_city": true, "legal_form": "company", "industry": "retail", "staff": 40, "revenue": 8000000,
            "relief_state": ["on_list", "good_credit", "tax_normal", "bankable", "prospects"], "central_subsidy_taken": false,
            "epidemic_roles": [], "key_enterprise": "none",
            "loans": [{ "loan_kind": "other", "loan_principal": 1000000, "loan_rate": "0.03", "loan_start": "2020-03-01",
                "loan_repaid": "2021-03-01", "loan_term_year": true }] }"#;
        let said = said(loan, "P14-a");
        assert!(
            said.starts_with("再走一步：第 1 笔贷款的贷款种类从“其他贷款”改为“主办银行的流动资金贷款”，"),
            "{said}"
        );
    }
}

//! What answers of real firms make certain of others, by the list's wording and by facts of two sources.

use super::support::{date, screener};
use huiqi_core::dataset::Shape;
use huiqi_core::profile::{Implied, Input, Problem, Profile};
use huiqi_core::rules::Domain;
use huiqi_core::screening::{Screening, Verdict};
use serde_json::{json, Value};

fn read(answers: &Value) -> (Profile, Vec<Problem>) {
    let input: Input = serde_json::from_value(answers.clone()).expect("answers");
    Profile::read(screener().dataset(), &input)
}

fn screened(answers: &Value) -> (Profile, Screening) {
    let (profile, problems) = read(answers);
    assert!(problems.is_empty(), "{problems:?}");
    let screening = screener().screen(&profile, date("2020-07-15"));
    (profile, screening)
}

fn clause(id: &str) -> usize {
    screener().dataset().clauses.iter().position(|clause| clause.id == id).expect("a clause")
}

/// Least and greatest amount of a clause.
fn amount(screening: &Screening, id: &str) -> (String, Option<String>) {
    let amount = screening.clauses[clause(id)].amount.expect("an amount");
    (amount.min.to_string(), amount.max.map(|max| max.to_string()))
}

fn settled(min: &str) -> (String, Option<String>) {
    (min.to_owned(), Some(min.to_owned()))
}

/// What is implied: question or question.member, what it is or may be, and what says so.
fn implied(answers: &Value) -> Vec<(String, String, Vec<String>)> {
    let (profile, _) = read(answers);
    let dataset = screener().dataset();
    let row = |implied: &Implied| {
        let spot = screener().spot(implied.variable).expect("a spot");
        let member = spot.member.map(|member| format!(".{}", member.id)).unwrap_or_default();
        let is = match (implied.domain, &spot.question.shape) {
            (Domain::Choices(mask), Shape::Choice(values)) => {
                let left = values.iter().enumerate().filter(|(value, _)| mask & (1 << value) != 0);
                left.map(|(_, value)| value.id.clone()).collect::<Vec<_>>().join(" ")
            }
            (Domain::Choices(mask), _) => if mask == 2 { "yes" } else { "no" }.to_owned(),
            (Domain::Range(low, high), _) => format!("{}–{}", low.normalize(), high.normalize()),
        };
        let because = implied.because.iter().map(|question| dataset.questions[usize::from(*question)].id.clone());
        (format!("{}{member}", spot.question.id), is, because.collect())
    };
    profile.implied(dataset).iter().map(row).collect()
}

fn says(answers: &Value, what: &str, value: &str, because: &[&str]) {
    let all = implied(answers);
    let found = all.iter().find(|(name, ..)| name == what).unwrap_or_else(|| panic!("{what} in {all:#?}"));
    assert_eq!(
        (found.1.as_str(), &found.2[..]),
        (value, &because.iter().map(ToString::to_string).collect::<Vec<_>>()[..])
    );
}

/// A question that answers settle is open for no clause.
fn not_asked(answers: &Value, question: &str) {
    let (profile, screening) = screened(answers);
    let index = u16::try_from(screener().dataset().question(question).expect("a question")).unwrap();
    for at in 0..screening.clauses.len() {
        assert!(!screening.clauses[at].open.contains(&index), "{question} for {}", screener().dataset().clauses[at].id);
        assert!(!screener().open_questions(&profile, at, date("2020-07-15")).contains(&index));
    }
    assert_ne!(screening.next_question, Some(usize::from(index)));
}

#[test]
fn who_pays_no_enterprise_income_tax_deducts_nothing() {
    for form in ["individual", "partnership"] {
        let firm = json!({ "legal_form": form, "tax_items": ["gift_agency"], "gift_agency": 1000 });
        says(&firm, "income_tax_class", "no_income_tax", &["legal_form"]);
        not_asked(&firm, "income_tax_class");
        let (_, screening) = screened(&firm);
        for id in ["P05-1", "P06-1", "P08-2a"] {
            let result = &screening.clauses[clause(id)];
            assert!(result.amount.is_none_or(|amount| amount.max == Some(0.into())), "{id} {result:?}");
        }
    }
    let company = json!({ "legal_form": "company" });
    assert!(implied(&company).iter().all(|(name, ..)| name != "income_tax_class"));
}

#[test]
fn what_is_taxed_at_three_per_cent_is_part_of_all_sales() {
    // L109: at 300,000 a quarter nothing is paid anyway; past it 3 % of what is taxed, at most of all sales.
    let firm = |sales: u32| {
        json!({ "legal_form": "company", "registered_city": true, "vat_payer": "small_scale", "vat_period": "quarterly",
            "sales_q1": sales, "taxed_q2": 0, "sales_q2": 0 })
    };
    assert_eq!(amount(&screened(&firm(300_000)).1, "P07-a"), settled("0.00"));
    let (low, high) = amount(&screened(&firm(400_000)).1, "P07-a");
    assert_eq!((low.as_str(), high.as_deref()), ("0.00", Some("12000.00")));
    says(&firm(400_000), "taxed_q1", "0–400000", &["sales_q1"]);
    let monthly = json!({ "legal_form": "company", "registered_city": true, "vat_payer": "small_scale",
        "vat_period": "monthly", "sales_march": 200_000, "sales_april": 100_000, "sales_may": 0 });
    assert_eq!(amount(&screened(&monthly).1, "P07-a").1.as_deref(), Some("6000.00"));
}

#[test]
fn a_narrower_title_is_the_wider_one_too() {
    let firm = json!({ "firm_identity": { "tech_small_micro": true } });
    for wider in ["firm_identity.tech_msme", "firm_identity.tech_firm"] {
        says(&firm, wider, "yes", &["firm_identity"]);
    }
    let none = json!({ "firm_identity": { "tech_firm": false } });
    for narrower in ["firm_identity.tech_msme", "firm_identity.tech_small_micro"] {
        says(&none, narrower, "no", &["firm_identity"]);
    }
    // Nothing is concluded the other way round, and nothing from another title (facts 1.3).
    let tech = json!({ "firm_identity": { "tech_firm": true, "high_tech_cert": true } });
    assert!(implied(&tech).iter().all(|(name, ..)| !name.contains("tech_msme")), "{:?}", implied(&tech));
    let rights = ["D6-6a", "D6-7a"];
    let all = json!({ "firm_identity": { "tech_small_micro": true }, "plans_ahead": ["procurement"], "legal_form": "company",
        "registered_city": true, "innovation_owned": ["research", "tackle", "own_ip", "first_use", "major_product", "research_project"] });
    let (_, screening) = screened(&all);
    for id in rights {
        assert_ne!(screening.clauses[clause(id)].verdict, Verdict::Ineligible, "{id}");
    }
}

#[test]
fn what_the_trade_settles_is_not_asked() {
    let caterer = json!({ "industry": "catering", "legal_form": "individual", "staff": 8 });
    says(&caterer, "manufacturing", "no", &["industry"]);
    says(&caterer, "super_deduction_barred", "yes", &["industry"]);
    says(&caterer, "d2_products.class1_drug", "no", &["industry"]);
    says(&caterer, "firm_identity.above_scale_industrial", "no", &["industry"]);
    for question in ["manufacturing", "super_deduction_barred"] {
        not_asked(&caterer, question);
    }
    let software = json!({ "industry": "software" });
    says(&software, "super_deduction_barred", "no", &["industry"]);
    // Of a factory the trade leaves open whether it makes tobacco.
    let factory = json!({ "industry": "industry", "manufacturing": true });
    assert!(implied(&factory).iter().all(|(name, ..)| name != "super_deduction_barred"));
    says(&json!({ "manufacturing": true }), "industry", "industry", &["manufacturing"]);
}

#[test]
fn answers_that_cannot_both_be_are_refused_with_both_names() {
    for (answers, names) in [
        (json!({ "revenue": 12_000_000, "d1_awards": ["revenue_5bn"] }), ["revenue", "d1_awards"]),
        (json!({ "industry": "catering", "manufacturing": true, "staff": 3 }), ["industry", "manufacturing"]),
        (
            json!({ "legal_form": "individual", "income_tax_class": "general", "staff": 3 }),
            ["legal_form", "income_tax_class"],
        ),
        (json!({ "taxed_q1": 5, "sales_q1": { "min": 0, "max": 4 } }), ["taxed_q1", "sales_q1"]),
    ] {
        let (profile, problems) = read(&answers);
        let [problem] = &problems[..] else { panic!("{problems:?}") };
        let told = format!("{} {}", problem.question, problem.problem);
        assert!(names.iter().all(|name| told.contains(name)) && !told.contains("staff"), "{told}");
        // Nothing is lost.
        assert!(names.iter().all(|name| profile.get(screener().dataset().question(name).unwrap()).is_some()));
    }
    let inside = read(&json!({ "firm_identity": { "tech_small_micro": true, "tech_firm": false } })).1;
    assert!(inside.len() == 1 && inside[0].question == "firm_identity", "{inside:?}");
}

#[test]
fn what_was_not_ticked_beside_a_narrower_title_is_no_contradiction() {
    let firm = json!({ "firm_identity": ["tech_small_micro"] });
    assert!(read(&firm).1.is_empty());
    for wider in ["firm_identity.tech_msme", "firm_identity.tech_firm"] {
        says(&firm, wider, "yes", &["firm_identity"]);
    }
    let (profile, _) = read(&firm);
    let space = profile.space(screener().dataset());
    let first = screener().dataset().questions[screener().dataset().question("firm_identity").unwrap()].variable;
    let held = (first..first + 14).filter(|member| space.get(*member) == Domain::Choices(2)).count();
    assert_eq!(held, 3, "and nothing else");
}

#[test]
fn the_report_tells_what_is_implied() {
    let (profile, _) = read(&json!({ "legal_form": "individual" }));
    let report = serde_json::to_value(screener().report(&profile, date("2020-07-15"))).expect("JSON");
    let told = json!({ "question": "income_tax_class", "value": "no_income_tax", "because": ["legal_form"],
        "implication": "no_enterprise_tax", "text": "个体工商户、合伙企业和个人独资企业不交企业所得税" });
    assert!(report["implied"].as_array().expect("a list").contains(&told), "{}", report["implied"]);
}

//! Taps from the start to the list of names and to the result.

use crate::support::{profile, screener, Visitor};
use huiqi_visit::queries;
use serde_json::json;

/// A firm and its situations.
pub struct Firm {
    name: &'static str,
    pub answers: serde_json::Value,
    pub gates: &'static [&'static str],
    /// Taps to the list of names, and to the result, at most.
    names: usize,
    most: usize,
}

pub fn restaurant() -> Firm {
    firms().swap_remove(0)
}

fn firms() -> Vec<Firm> {
    vec![
        Firm {
            name: "restaurant",
            answers: json!({
                "industry": "catering", "legal_form": "company", "registered_city": true, "staff": 14, "vat_payer": "small_scale",
                "insurances": ["social", "medical"], "state_lease": true, "monthly_rent": 4800, "lease_months": 10,
                "loans": [{ "loan_kind": "working_capital", "loan_start": "2020-03-16", "loan_principal": 300000, "loan_rate": "0.0455", "loan_term_year": true, "loan_repaid": "2021-03-16" }],
                "relief_state": { "good_credit": true, "tax_normal": true, "bankable": true },
                "central_subsidy_taken": false, "key_enterprise": "none"
            }),
            gates: &["rent", "loan"],
            names: 8,
            most: 21,
        },
        Firm {
            name: "three trucks",
            answers: json!({
                "industry": "transport", "legal_form": "individual", "registered_city": true, "staff": 3, "vat_payer": "small_scale",
                "insurances": [], "logistics": ["toll_roads", "etc2"]
            }),
            gates: &["truck"],
            names: 8,
            most: 16,
        },
        Firm {
            name: "factory",
            answers: json!({
                "industry": "industry", "legal_form": "company", "registered_city": true, "staff": 260, "vat_payer": "general",
                "insurances": ["social", "medical", "fund"], "manufacturing": true, "revenue": 180000000, "above_scale": true,
                "utilities": ["industrial_water", "basic_charge"], "stoppage": [],
                "loans": [{ "loan_kind": "working_capital", "loan_start": "2020-05-20", "loan_principal": 5000000,
                    "loan_rate": "0.0435", "loan_term_year": true, "loan_repaid": "2021-05-20" }],
                "relief_state": { "good_credit": true, "tax_normal": true, "bankable": true },
                "central_subsidy_taken": false, "key_enterprise": "none", "epidemic_roles": [],
                "hardship": ["recoverable", "few_layoffs", "affected"], "fund_vote": true,
                "tax_items": ["equipment", "research"], "super_deduction_barred": false,
                "research_state": ["own_body"], "innovation_owned": ["research", "own_ip", "ip_fees"],
                "innovation_state": [], "d1_awards": [], "d3_assets": [], "logistics": ["toll_roads"],
                "financing_state": ["has_loan", "renewal"], "small_loan": false, "plans_ahead": [], "development_plans": []
            }),
            gates: &["util", "loan", "fund", "stop", "rd", "hard", "fin"],
            names: 10,
            most: 49,
        },
        Firm {
            name: "software house",
            answers: json!({
                "industry": "software", "legal_form": "company", "registered_city": true, "staff": 45, "vat_payer": "general",
                "insurances": ["social", "medical", "fund"], "manufacturing": false, "revenue": 12000000,
                "tax_items": ["research"], "super_deduction_barred": false, "above_scale": false,
                "research_state": ["tech_contract"], "innovation_owned": ["research", "own_ip"], "d3_assets": [],
                "firm_identity": ["tech_firm", "tech_msme", "high_tech_cert"], "troubles_met": [],
                "d1_business": ["digital_firm", "digital_tech"], "development_plans": [], "internet_status": [],
                "plans_ahead": ["tech_filing"], "services_needed": [], "business_lines": [],
                "hardship": ["affected"], "fund_vote": true, "innovation_state": [], "d1_awards": [],
                "talent_state": ["recruit"]
            }),
            gates: &["rd", "tech", "digital", "fund", "people"],
            names: 8,
            most: 41,
        },
    ]
}

#[test]
fn taps_to_the_list_of_names_and_to_the_result() {
    for firm in firms() {
        let mut visitor = Visitor::new(profile(&firm.answers));
        visitor.reach_shortlist();
        let names = visitor.taps;
        let counts = queries::shortlist(screener(), &visitor.state).counts;
        visitor.reach_outcome(firm.gates);
        println!("{}: {names} taps to the names, {} to the result; {counts:?}", firm.name, visitor.taps);
        println!("  asked {:?}", visitor.asked);
        assert!(names <= firm.names, "{}: {names} taps to the names", firm.name);
        assert!(visitor.taps <= firm.most, "{}: {} taps to the result", firm.name, visitor.taps);
        assert!(visitor.state.drafts.iter().next().is_none(), "nothing is typed before the cards");
        assert!(!queries::outcome(screener(), &visitor.state).cards.is_empty());
    }
}

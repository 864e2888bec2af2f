//! What no profile can bring about, or every one does.

use super::mistake;

mistake!(
    a_condition_that_no_profile_meets,
    r#""staff <= limit""# => r#""staff > limit + limit + limit""#,
    ["45:55: no profile meets criterion `few`; check its figures and the questions' bounds"]
);

mistake!(
    a_condition_that_always_holds,
    r#""staff <= limit""# => r#""staff >= 0 && limit > 0""#,
    ["45:55: criterion `few` always holds; take it out; no criteria means that all have it"]
);

mistake!(
    criteria_that_contradict_each_other,
    r#""staff <= limit""# => r#""staff <= limit && !(\"held\" in kinds)""#,
    ["41:9: no profile meets all criteria of `P01-b`; two of them contradict each other; check both"]
);

mistake!(
    an_amount_that_no_question_leads_to,
    r#""criteria": [{ "id": "lent", "text": "有贷款", "when": "industry == \"trade\"" }],"# => r#""criteria": [],"#,
    ["47:9: no question leads to this clause; give it criteria; only a Q clause may apply to all"]
);

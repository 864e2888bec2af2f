// json-logic-engine, compiled: two-valued, floats. The size is worked out first and put into the answers.
import { LogicEngine } from 'json-logic-engine';
import { INDUSTRIES, steps } from '../lib/rules.mjs';

export const name = 'json-logic-engine, compiled';

const of = (field) => ({ var: field });
// `==` would convert texts to numbers at every comparison.
const is = (field, value) => ({ '===': [of(field), value] });
const all = (...tests) => (tests.length === 1 ? tests[0] : { and: tests });
const not = (test) => ({ '!': [test] });
const among = (field, ...values) => ({ in: [of(field), values] });
const times = (...factors) => ({ '*': factors });
const plus = (...terms) => ({ '+': terms });

const classes = (industry) => ({
  if: [
    ...steps(industry).flatMap(([name, bounds]) => [all(...bounds.map(([field, bound]) => ({ '>=': [of(field), bound] }))), name]),
    'micro',
  ],
});
const size = { if: [...INDUSTRIES.flatMap((industry) => [is('industry', industry), classes(industry)]), null] };
const sme = among('size', 'medium', 'small', 'micro');
const months = { min: [of('loan_months'), 12] };

const rules = {
  a: [sme, plus(times(of('water_m3'), 0.23), times(of('gas_m3'), 0.25))],
  b: [all(sme, among('sector', 'supply', 'epidemic_production')), times(of('electricity_fee'), 0.3)],
  c: [all(sme, of('rents_state_owned')), plus(times(of('monthly_rent'), 3), times(of('monthly_rent'), 6, 0.5))],
  d: [all(is('province', 'hubei'), is('vat', 'small_scale')), times(of('sales_mar_may'), 0.03)],
  e: [all(of('insured'), not(of('public_institution'))), times(plus(of('pension_m'), of('unemployment_m'), of('injury_m')), 5)],
  f: [of('insured'), times(of('medical_m'), 5, 0.5)],
  g: [{ or: [{ '<=': [of('layoff_rate'), 0.055] }, { '<=': [of('insured_staff'), 500] }] },
    times({ if: [{ '<=': [of('layoff_rate'), 0.055] }, 0.7, 0.5] }, of('unemployment_paid'))],
  h: [all(sme, of('has_fund_account')), times({ max: [0, { '-': [of('fund_rate'), 0.03] }] }, of('fund_base'), 6)],
  i: [all(of('key_enterprise'), of('has_central_loan')), { '/': [times(of('loan_amount'), of('loan_rate'), months, 0.5), 12] }],
  // Its compiler gives a wrong answer to a comparison inside the right side of a comparison, so the cap is two tests.
  j: [all(sme, of('registered_in_city'),
    { or: [all(is('industry', 'industry'), { '<=': [of('loan_amount'), 5000000] }), { '<=': [of('loan_amount'), 3000000] }] },
    not(of('central_subsidy'))), { '/': [times(of('loan_amount'), 0.0435, months), 12] }],
  k: [of('innovation_center_certified'), 5000000],
  l: [among('first_ai_task', 'provincial', 'national'), { if: [is('first_ai_task', 'provincial'), 500000, 1000000] }],
};

// The size goes into the answers in place: copying 34 of them would cost as much as the rules.
export const prepare = (profile) => ({ ...profile, size: null });

export async function setup() {
  const engine = new LogicEngine();
  const sizeOf = engine.build(size);
  const built = Object.entries(rules).map(([id, [test, amount]]) => {
    return [id, engine.build(test), typeof amount === 'number' ? () => amount : engine.build(amount)];
  });
  return (answers) => {
    answers.size = sizeOf(answers);
    const result = { total: 0 };
    for (const [id, test, amount] of built) {
      const eligible = test(answers);
      const worth = eligible ? amount(answers) : 0;
      result[id] = { eligible, amount: worth };
      result.total += worth;
    }
    return result;
  };
}

export const read = (result) => Object.keys(rules).map((id) => ({ eligible: result[id].eligible ?? null, amount: result[id].amount }));

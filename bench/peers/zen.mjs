// GoRules zen, native: a decision table for the size, then expressions.
import zen from '@gorules/zen-engine';
import { IDS, INDUSTRIES, steps } from '../lib/rules.mjs';

export const name = 'zen (native)';

const policies = {
  a: ['$.sme', 'water_m3 * 0.23 + gas_m3 * 0.25'],
  b: ['$.sme and sector in ["supply", "epidemic_production"]', 'electricity_fee * 0.3'],
  c: ['$.sme and rents_state_owned', 'monthly_rent * 3 + monthly_rent * 6 * 0.5'],
  d: ['province == "hubei" and vat == "small_scale"', 'sales_mar_may * 0.03'],
  e: ['insured and not(public_institution)', '(pension_m + unemployment_m + injury_m) * 5'],
  f: ['insured', 'medical_m * 5 * 0.5'],
  g: ['layoff_rate <= 0.055 or insured_staff <= 500', '(layoff_rate <= 0.055 ? unemployment_paid * 0.7 : unemployment_paid * 0.5)'],
  h: ['$.sme and has_fund_account', 'max([0, fund_rate - 0.03]) * fund_base * 6'],
  i: ['key_enterprise and has_central_loan', 'loan_amount * loan_rate * min([loan_months, 12]) * 0.5 / 12'],
  j: ['$.sme and registered_in_city and loan_amount <= (industry == "industry" ? 5000000 : 3000000) and not(central_subsidy)',
    'loan_amount * 0.0435 * min([loan_months, 12]) / 12'],
  k: ['innovation_center_certified', '5000000'],
  l: ['first_ai_task in ["provincial", "national"]', '(first_ai_task == "provincial" ? 500000 : 1000000)'],
};

const COLUMNS = { industry: 'c0', staff: 'c1', revenue: 'c2', assets: 'c3' };
const row = (industry, name, bounds) => ({
  _id: `${industry} ${name}`, c0: `"${industry}"`, c1: '', c2: '', c3: '',
  ...Object.fromEntries(bounds.map(([field, bound]) => [COLUMNS[field], `>= ${bound}`])),
  out: `"${name}"`,
});
const table = INDUSTRIES.flatMap((industry) => [
  ...steps(industry).map(([name, bounds]) => row(industry, name, bounds)),
  row(industry, 'micro', []),
]);

const line = (key, value) => ({ id: key, key, value });
const at = { x: 0, y: 0 };
const graph = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: at },
    { id: 'size', name: 'size', type: 'decisionTableNode', position: at, content: {
      hitPolicy: 'first', passThrough: true, inputField: null, outputPath: null, executionMode: 'single',
      inputs: Object.entries(COLUMNS).map(([field, id]) => ({ id, name: field, field })),
      outputs: [{ id: 'out', name: 'size', field: 'size' }], rules: table } },
    { id: 'policies', name: 'policies', type: 'expressionNode', position: at, content: {
      passThrough: false, inputField: null, outputPath: null, executionMode: 'single',
      expressions: [
        line('size', 'size'), line('sme', 'size in ["medium", "small", "micro"]'),
        ...IDS.flatMap((id) => [line(`${id}.eligible`, policies[id][0]), line(`${id}.amount`, `$.${id}.eligible ? ${policies[id][1]} : 0`)]),
        line('total', IDS.map((id) => `$.${id}.amount`).join(' + ')),
      ] } },
    { id: 'out', name: 'out', type: 'outputNode', position: at },
  ],
  edges: [['in', 'size'], ['size', 'policies'], ['policies', 'out']].map(([sourceId, targetId]) => ({ id: `${sourceId} ${targetId}`, type: 'edge', sourceId, targetId })),
};

export const prepare = (profile) => profile;

export async function setup() {
  const decision = new zen.ZenEngine().createDecision(new zen.ZenDecisionContent(graph));
  return async (answers) => (await decision.evaluate(answers)).result;
}

export const read = (result) => IDS.map((id) => ({ eligible: result[id].eligible, amount: result[id].amount }));

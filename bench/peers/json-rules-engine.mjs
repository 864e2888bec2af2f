// json-rules-engine knows conditions only: the size and the amounts are facts written in JavaScript.
import engineModule from 'json-rules-engine';
import { IDS, classOf } from '../lib/rules.mjs';

export const name = 'json-rules-engine';

const is = (fact, value) => ({ fact, operator: 'equal', value });
const yes = (fact) => is(fact, true);
const no = (fact) => is(fact, false);
const among = (fact, ...value) => ({ fact, operator: 'in', value });
const atMost = (fact, value) => ({ fact, operator: 'lessThanInclusive', value });
const sme = among('size', 'medium', 'small', 'micro');

const conditions = {
  a: [sme],
  b: [sme, among('sector', 'supply', 'epidemic_production')],
  c: [sme, yes('rents_state_owned')],
  d: [is('province', 'hubei'), is('vat', 'small_scale')],
  e: [yes('insured'), no('public_institution')],
  f: [yes('insured')],
  g: [{ any: [atMost('layoff_rate', 0.055), atMost('insured_staff', 500)] }],
  h: [sme, yes('has_fund_account')],
  i: [yes('key_enterprise'), yes('has_central_loan')],
  j: [sme, yes('registered_in_city'), atMost('loan_amount', { fact: 'loan_cap' }), no('central_subsidy')],
  k: [yes('innovation_center_certified')],
  l: [among('first_ai_task', 'provincial', 'national')],
};

const amounts = {
  a: (p) => p.water_m3 * 0.23 + p.gas_m3 * 0.25,
  b: (p) => p.electricity_fee * 0.3,
  c: (p) => p.monthly_rent * 3 + p.monthly_rent * 6 * 0.5,
  d: (p) => p.sales_mar_may * 0.03,
  e: (p) => (p.pension_m + p.unemployment_m + p.injury_m) * 5,
  f: (p) => p.medical_m * 5 * 0.5,
  g: (p) => (p.layoff_rate <= 0.055 ? 0.7 : 0.5) * p.unemployment_paid,
  h: (p) => Math.max(0, p.fund_rate - 0.03) * p.fund_base * 6,
  i: (p) => (p.loan_amount * p.loan_rate * Math.min(p.loan_months, 12) * 0.5) / 12,
  j: (p) => (p.loan_amount * 0.0435 * Math.min(p.loan_months, 12)) / 12,
  k: () => 5000000,
  l: (p) => (p.first_ai_task === 'provincial' ? 500000 : 1000000),
};

export const prepare = (profile) => ({ ...profile, profile });

export async function setup() {
  const engine = new engineModule.Engine([], { allowUndefinedFacts: true, replaceFactsInEventParams: true });
  const computed = (fact, work) => engine.addFact(fact, async (_, almanac) => work(await almanac.factValue('profile')));
  computed('size', (profile) => (profile.industry === undefined ? undefined : classOf(profile)));
  computed('loan_cap', (profile) => (profile.industry === 'industry' ? 5000000 : 3000000));
  for (const id of IDS) {
    computed(`amount_${id}`, amounts[id]);
    engine.addRule({ name: id, conditions: { all: conditions[id] }, event: { type: id, params: { amount: { fact: `amount_${id}` } } } });
  }
  return async (answers) => {
    const { events } = await engine.run(answers);
    return { events, total: events.reduce((sum, event) => sum + event.params.amount, 0) };
  };
}

export function read({ events }) {
  return IDS.map((id) => {
    const event = events.find(({ type }) => type === id);
    return { eligible: event !== undefined, amount: event ? event.params.amount : 0 };
  });
}

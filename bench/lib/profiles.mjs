// 1,000 seeded profiles, and the same with each answer missing with probability 0.2. Figures on which a rule turns
// (an industry's bounds, 0.055, 500 people, a loan of exactly the cap) come up often.
import { source } from './random.mjs';
import { FIELDS, INDUSTRIES } from './rules.mjs';

export function profiles(count = 1000, seed = 20200715) {
  const random = source(seed);
  const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
  const one = (...values) => values[whole(0, values.length - 1)];
  const often = (share) => random() < share;
  const decimal = (high, digits, low = 0) => Number((whole(low * 10 ** digits, high * 10 ** digits) / 10 ** digits).toFixed(digits));
  /** Small numbers as often as great ones. */
  const scale = (low, high) => Math.round(low * (high / low) ** random());
  const make = () => ({
    industry: one(...INDUSTRIES),
    staff: scale(1, 3000), revenue: scale(10, 300000), assets: scale(10, 300000),
    registered_in_city: often(0.8), sector: one('supply', 'epidemic_production', 'other', 'other'),
    rents_state_owned: often(0.4), monthly_rent: decimal(80000, 2),
    water_m3: decimal(5000, 1), gas_m3: decimal(8000, 1), electricity_fee: decimal(300000, 2),
    province: one('hubei', 'hubei', 'guangdong', 'zhejiang'), vat: one('small_scale', 'general'),
    sales_mar_may: decimal(1500000, 2),
    insured: often(0.85), public_institution: often(0.1),
    pension_m: decimal(200000, 2), unemployment_m: decimal(10000, 2), injury_m: decimal(8000, 2), medical_m: decimal(90000, 2),
    layoff_rate: often(0.1) ? 0.055 : decimal(0.12, 4), insured_staff: often(0.1) ? 500 : scale(1, 3000),
    unemployment_paid: decimal(120000, 2),
    has_fund_account: often(0.7), fund_rate: decimal(0.12, 3, 0.02), fund_base: decimal(3000000, 2),
    key_enterprise: often(0.4), has_central_loan: often(0.4), loan_months: whole(0, 24),
    loan_amount: often(0.1) ? one(3000000, 5000000) : decimal(8000000, 2), loan_rate: decimal(0.06, 4, 0.02),
    central_subsidy: often(0.3), innovation_center_certified: often(0.1), first_ai_task: one('none', 'none', 'provincial', 'national'),
  });
  const all = Array.from({ length: count }, make);
  const missing = all.map((profile) => Object.fromEntries(FIELDS.filter(() => !often(0.2)).map((id) => [id, profile[id]])));
  return { whole: all, missing };
}

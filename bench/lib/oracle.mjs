// What is right, to the fen: whole numbers only, and for missing answers every completion that can matter. Slow, short,
// and written from the rules alone, so that it shares no mistake with an engine.
import { INDUSTRIES, bounds, steps } from './rules.mjs';

// An amount is a whole number of 1 / UNIT yuan: eight decimals, and a twelfth for months of a year.
const DECIMALS = 10n ** 8n;
const UNIT = DECIMALS * 12n;

/** A decimal as a whole number of 10⁻⁸. */
function exact(number) {
  const [whole, fraction = ''] = String(number).split('.');
  return BigInt(whole) * DECIMALS + BigInt(fraction.padEnd(8, '0').slice(0, 8));
}

/** Yuan and fen as text, half a fen away from zero. */
export function fen(amount) {
  const rounded = (amount * 200n + UNIT) / (UNIT * 2n);
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
}

const yuan = (number) => BigInt(number) * UNIT;
const min = (a, b) => (a < b ? a : b);
/** a × b × factor / divisor, where a and b are exact decimals. */
const product = (a, b, factor = 1n, divisor = 1n) => (a * b * factor * 12n) / (DECIMALS * divisor);

// Per policy: the answers that it reads (beside the size), its condition and its amount, of exact answers.
const RULES = {
  a: [['water_m3', 'gas_m3'], (p) => p.sme, (p) => product(p.water_m3, exact('0.23')) + product(p.gas_m3, exact('0.25'))],
  b: [['sector', 'electricity_fee'], (p) => p.sme && p.sector !== 'other', (p) => product(p.electricity_fee, exact('0.3'))],
  c: [['rents_state_owned', 'monthly_rent'], (p) => p.sme && p.rents_state_owned, (p) => p.monthly_rent * 12n * 6n],
  d: [['province', 'vat', 'sales_mar_may'], (p) => p.province === 'hubei' && p.vat === 'small_scale', (p) => product(p.sales_mar_may, exact('0.03'))],
  e: [['insured', 'public_institution', 'pension_m', 'unemployment_m', 'injury_m'], (p) => p.insured && !p.public_institution,
    (p) => (p.pension_m + p.unemployment_m + p.injury_m) * 12n * 5n],
  f: [['insured', 'medical_m'], (p) => p.insured, (p) => p.medical_m * 30n],
  g: [['layoff_rate', 'insured_staff', 'unemployment_paid'], (p) => p.layoff_rate <= exact('0.055') || p.insured_staff <= exact(500),
    (p) => product(p.unemployment_paid, exact(p.layoff_rate <= exact('0.055') ? '0.7' : '0.5'))],
  h: [['has_fund_account', 'fund_rate', 'fund_base'], (p) => p.sme && p.has_fund_account,
    (p) => (p.fund_rate > exact('0.03') ? product(p.fund_rate - exact('0.03'), p.fund_base, 6n) : 0n)],
  i: [['key_enterprise', 'has_central_loan', 'loan_amount', 'loan_rate', 'loan_months'], (p) => p.key_enterprise && p.has_central_loan,
    (p) => product(p.loan_amount, p.loan_rate, min(p.loan_months, exact(12)) / DECIMALS, 24n)],
  j: [['registered_in_city', 'loan_amount', 'central_subsidy', 'loan_months'],
    (p) => p.sme && p.registered_in_city && p.loan_amount <= exact(p.industry === 'industry' ? 5000000 : 3000000) && !p.central_subsidy,
    (p) => product(p.loan_amount, exact('0.0435'), min(p.loan_months, exact(12)) / DECIMALS, 12n)],
  k: [['innovation_center_certified'], (p) => p.innovation_center_certified, () => yuan(5000000)],
  l: [['first_ai_task'], (p) => p.first_ai_task !== 'none', (p) => yuan(p.first_ai_task === 'provincial' ? 500000 : 1000000)],
};

const CHOICES = {
  sector: ['supply', 'epidemic_production', 'other'], province: ['hubei', 'guangdong', 'zhejiang'], vat: ['small_scale', 'general'],
  first_ai_task: ['none', 'provincial', 'national'],
};
// Where a rule turns between the bounds of a number: the figure and the next above it.
const TURNS = {
  layoff_rate: ['0.055', '0.0551'], insured_staff: ['500', '501'], fund_rate: ['0.03'], loan_months: ['12'],
  loan_amount: ['3000000', '3000000.01', '5000000', '5000000.01'],
};
const isNumber = (field) => bounds(field)[0] !== undefined;

/** The values that an answer can take and that can matter. */
function values(profile, field) {
  const known = profile[field];
  if (isNumber(field)) return (known === undefined ? [...bounds(field), ...(TURNS[field] ?? [])] : [known]).map(exact);
  return known === undefined ? CHOICES[field] ?? [false, true] : [known];
}

/** Every industry with every size that some completion gives it: { industry, sme }. */
function sizes(profile) {
  const industries = profile.industry === undefined ? INDUSTRIES : [profile.industry];
  return industries.flatMap((industry) => {
    const [, large] = steps(industry)[0];
    const below = ([field, bound]) => profile[field] < bound;
    const canBeLarge = !large.some(below);
    const canBeSmaller = large.some(([field, bound]) => profile[field] === undefined || below([field, bound]));
    return [canBeLarge && { industry, sme: false }, canBeSmaller && { industry, sme: true }].filter(Boolean);
  });
}

function* completions(profile, fields) {
  const [field, ...rest] = fields;
  if (field === undefined) yield profile.start;
  else {
    for (const value of values(profile.known, field)) {
      yield* completions({ known: profile.known, start: { ...profile.start, [field]: value } }, rest);
    }
  }
}

/** One policy: true, false or null (both possible), and the amount's ends over the completions that have it. */
function judge([fields, has, amount], known) {
  let [had, missed, low, high] = [false, false, null, null];
  for (const size of sizes(known)) {
    for (const whole of completions({ known, start: size }, fields)) {
      if (!has(whole)) missed = true;
      else {
        had = true;
        const worth = amount(whole);
        if (low === null || worth < low) low = worth;
        if (high === null || worth > high) high = worth;
      }
    }
  }
  return { eligible: had && missed ? null : had, min: low === null ? null : fen(low), max: high === null ? null : fen(high) };
}

/** All twelve, in their order. */
export const truth = (profile) => Object.values(RULES).map((rule) => judge(rule, profile));

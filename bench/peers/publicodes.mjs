// publicodes: the one peer that knows what is missing. Its rules are French words; names have spaces.
import Engine from 'publicodes';
import { FIELDS, IDS, INDUSTRIES, steps } from '../lib/rules.mjs';

export const name = 'publicodes';

const spaced = (field) => field.replaceAll('_', ' ');
const all = (...tests) => (tests.length === 1 ? tests[0] : { 'toutes ces conditions': tests });
const any = (...tests) => ({ 'une de ces conditions': tests });
const is = (field, value) => `${spaced(field)} = '${value}'`;
const choose = (...cases) => ({ variations: cases.map(([si, alors]) => (si === null ? { sinon: alors } : { si, alors })) });
const product = (...factors) => ({ produit: factors });

const classes = (industry) =>
  choose(...steps(industry).map(([name, bounds]) => [all(...bounds.map(([field, bound]) => `${spaced(field)} >= ${bound}`)), `'${name}'`]), [null, "'micro'"]);

const months = { valeur: 'loan months', plafond: 12 };
const policies = {
  a: ['sme', 'water m3 * 0.23 + gas m3 * 0.25'],
  b: [all('sme', any(is('sector', 'supply'), is('sector', 'epidemic_production'))), 'electricity fee * 0.3'],
  c: [all('sme', 'rents state owned'), 'monthly rent * 3 + monthly rent * 6 * 0.5'],
  d: [all(is('province', 'hubei'), is('vat', 'small_scale')), 'sales mar may * 0.03'],
  e: [all('insured', 'public institution = non'), '(pension m + unemployment m + injury m) * 5'],
  f: ['insured', 'medical m * 5 * 0.5'],
  g: [any('layoff rate <= 0.055', 'insured staff <= 500'), choose(['layoff rate <= 0.055', 'unemployment paid * 0.7'], [null, 'unemployment paid * 0.5'])],
  h: [all('sme', 'has fund account'), product({ valeur: 'fund rate - 0.03', plancher: 0 }, 'fund base', 6)],
  i: [all('key enterprise', 'has central loan'), product('loan amount', 'loan rate', months, 0.5, '1 / 12')],
  j: [all('sme', 'registered in city', 'loan amount <= loan cap', 'central subsidy = non'), product('loan amount', 0.0435, months, '1 / 12')],
  k: ['innovation center certified', '5000000'],
  l: [any(is('first_ai_task', 'provincial'), is('first_ai_task', 'national')), choose([is('first_ai_task', 'provincial'), 500000], [null, 1000000])],
};

const asRule = (value) => (typeof value === 'string' ? { valeur: value } : value);
const rules = {
  ...Object.fromEntries(FIELDS.map((field) => [spaced(field), { question: field }])),
  size: choose(...INDUSTRIES.map((industry) => [is('industry', industry), classes(industry)])),
  sme: any(is('size', 'medium'), is('size', 'small'), is('size', 'micro')),
  'loan cap': choose([is('industry', 'industry'), 5000000], [null, 3000000]),
  ...Object.fromEntries(Object.entries(policies).flatMap(([id, [test, amount]]) => [
    [`eligible ${id}`, asRule(test)],
    [`amount ${id}`, { 'applicable si': `eligible ${id}`, ...asRule(amount) }],
  ])),
  total: { somme: IDS.map((id) => `amount ${id}`) },
};

const answer = (value) => (typeof value === 'boolean' ? (value ? 'oui' : 'non') : typeof value === 'string' ? `'${value}'` : value);
export const prepare = (profile) => Object.fromEntries(Object.entries(profile).map(([field, value]) => [spaced(field), answer(value)]));

export async function setup() {
  const quiet = { log() {}, warn() {}, error() {} };
  const engine = new Engine(rules, { logger: quiet });
  return (situation) => {
    engine.setSituation(situation);
    const clauses = IDS.map((id) => [engine.evaluate(`eligible ${id}`), engine.evaluate(`amount ${id}`)]);
    return { clauses, total: engine.evaluate('total').nodeValue };
  };
}

// `undefined` is its word for not known, `null` for not applicable.
const value = (node, none) => (node.nodeValue === undefined ? null : node.nodeValue ?? none);
export const read = ({ clauses }) => clauses.map(([test, amount]) => ({ eligible: value(test, false), amount: value(amount, 0) }));

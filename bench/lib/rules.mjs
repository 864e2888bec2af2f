// What all peers share: the fields, the industries' bounds, and how a class follows from them. The bounds are those of
// policies.json, in 万元 where that file's table has them in 万元.
import { readFileSync } from 'node:fs';

export const DATASET = JSON.parse(readFileSync(new URL('../policies.json', import.meta.url), 'utf8'));

export const IDS = 'abcdefghijkl'.split('');
export const FIELDS = DATASET.questions.map((question) => question.id);
/** Asked in yuan by our dataset, in 万元 by the peers' tables. */
export const IN_WAN_YUAN = ['revenue', 'assets'];

const TABLE = DATASET.parameters.enterprise_scale.table;
export const INDUSTRIES = Object.keys(TABLE.rows);
export const CLASSES = Object.keys(TABLE.classes);

/** For each class but the last: which fields have to reach which bounds. */
export function steps(industry) {
  const measures = Object.entries(TABLE.rows[industry]);
  return CLASSES.slice(0, -1).map((name, at) => [name, measures.map(([field, bounds]) => [field, bounds[at]])]);
}

export function classOf(profile) {
  const step = steps(profile.industry).find(([, bounds]) => bounds.every(([field, bound]) => profile[field] >= bound));
  return step ? step[0] : 'micro';
}

/** Bounds of a numeric question, as texts. */
export function bounds(field) {
  const { min, max } = DATASET.questions.find((question) => question.id === field);
  return [min, max];
}

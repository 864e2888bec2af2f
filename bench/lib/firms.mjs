// The firms of tests/personas, whole and in four ways half answered, as the engine over the list reads them.
import { readFileSync, readdirSync } from 'node:fs';
import { source } from './random.mjs';

const FOLDER = new URL('../../tests/personas/', import.meta.url);
const HALVES = 4;

export function firms(seed = 20200715) {
  const random = source(seed);
  const half = (whole) => Object.fromEntries(Object.entries(whole).filter(() => random() < 0.5));
  return readdirSync(FOLDER).sort().filter((name) => name !== 'expected.json').map((name) => {
    const { reference_date, profile } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    return { reference_date, whole: profile, halves: Array.from({ length: HALVES }, () => half(profile)) };
  });
}

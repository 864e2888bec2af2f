// The JavaScript API of the built widget, in Node. Needs dist/; HUIQI_DIST names another folder.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url).pathname;
const dist = resolve(process.env.HUIQI_DIST ?? join(root, 'dist'));
const huiqi = await (await import(pathToFileURL(join(dist, 'api.js')).href)).load();
const day = { referenceDate: '2020-05-01' };

const problems = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message.split('\n').map((line) => JSON.parse(line));
  }
  return assert.fail('nothing was thrown');
};
const clause = (report, id) => report.clauses.find((one) => one.id === id);

test('the example of the documentation runs', () => {
  const [, block] = readFileSync(join(root, 'docs/javascript-api.md'), 'utf8').match(/```js\n([\s\S]*?)```/);
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-js-'));
  const file = join(folder, 'example.mjs');
  writeFileSync(file, block.replace("'./api.js'", JSON.stringify(pathToFileURL(join(dist, 'api.js')).href)));
  const run = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /^2020-07/);
  assert.match(run.stdout, /P01-a 2300\.00 2300\.00/);
  assert.match(run.stdout, /^staff /m);
  assert.match(run.stdout, /^colour /m);
});

test('numbers cross as numbers and as text', () => {
  const water = (water_m3) => huiqi.screen({ industry: 'industry', staff: 60, utilities: ['industrial_water'], water_m3 }, day);
  for (const same of [10000, '10000', '1e4', 10000n, { min: 10000, max: '10000' }]) {
    assert.deepEqual(clause(water(same), 'P01-a').amount, { min: '2300.00', max: '2300.00' });
  }
  assert.deepEqual(clause(water({ min: 0.1, max: 10000 }), 'P01-a').amount, { min: '0.02', max: '2300.00' });
  assert.equal(clause(water(null), 'P01-a').open_questions.includes('water_m3'), true);
});

test('a report is plain JSON with the shapes of the contract', () => {
  const report = huiqi.screen({}, day);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  assert.equal(report.reference_date, '2020-05-01');
  assert.deepEqual(report.clauses.map(({ id }) => id), huiqi.dataset().clauses.map(({ id }) => id));
  assert.equal(report.next_question, huiqi.nextQuestion({}, day));
  assert.ok(huiqi.questions().some(({ id }) => id === report.next_question));
});

test('an end that a later document set stands beside the list\'s own', () => {
  const { period } = clause(huiqi.screen({}, { referenceDate: '2020-07-15' }), 'P09-a');
  assert.equal(period.status, 'in_force');
  assert.equal(period.until, '2020-06-30');
  assert.deepEqual(period.later, { until: '2020-12-31', source: 'facts 4' });
  assert.equal(clause(huiqi.screen({}, day), 'P01-a').period.later, undefined);
});

test('a question asked in vain is not asked again', () => {
  const first = huiqi.nextQuestion({}, day);
  assert.notEqual(huiqi.nextQuestion({ [first]: null }, day), first);
});

test('what cannot be used is told, and the engine goes on', () => {
  assert.deepEqual(problems(() => huiqi.screen({ staff: 'many', colour: 1 }, day)).map(({ question }) => question), ['staff', 'colour']);
  assert.deepEqual(problems(() => huiqi.screen({}, { date: '2020-05-01' })).map(({ question }) => question), ['date']);
  const round = {};
  round.round = round;
  const odd = [null, undefined, 3, 'x', [], NaN, Symbol('x'), () => 1];
  for (const answers of odd.filter((value) => !Array.isArray(value))) problems(() => huiqi.screen(answers, day));
  for (const value of [...odd.slice(2), Infinity, -1, 1.5, round, new Date(), /x/, new Map([['min', 1]]), 10n ** 40n]) {
    for (const { problem, advice } of problems(() => huiqi.screen({ staff: value, loans: value }, day))) assert.ok(problem && advice);
  }
  for (const referenceDate of ['2020-02-30', 20200501, '', {}]) problems(() => huiqi.screen({}, { referenceDate }));
  assert.equal(huiqi.screen({}, day).report, 1);
});

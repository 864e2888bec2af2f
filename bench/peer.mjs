// node peer.mjs NAME: one peer beside our wasm, in one process. Prints a line of JSON.
import { readFileSync } from 'node:fs';
import * as fast from './out/fast/huiqi_bench.js';
import * as small from './out/huiqi_bench.js';
import { truth } from './lib/oracle.mjs';
import { profiles } from './lib/profiles.mjs';
import { pace, rounds } from './lib/pace.mjs';
import { tally } from './lib/check.mjs';
import * as ours from './lib/ours.mjs';

const [which] = process.argv.slice(2);
const SLOW = ['publicodes', 'zen', 'json-rules-engine'];
small.initSync({ module: readFileSync(new URL('out/huiqi_bench_bg.wasm', import.meta.url)) });
fast.initSync({ module: readFileSync(new URL('out/fast/huiqi_bench_bg.wasm', import.meta.url)) });
const { whole, missing } = profiles();

async function caught(work) {
  try {
    return await work();
  } catch (error) {
    return null;
  }
}

/** Whole profiles whose total is not the sum of their amounts. */
function wrongTotals() {
  const fen = (text) => BigInt(text.replace('.', ''));
  return ours.inside(fast.Bench, whole).results().filter(({ total, tight }, at) => {
    const sum = truth(whole[at]).reduce((all, { eligible, min }) => (eligible ? all + fen(min) : all), 0n);
    // A total of nothing is told as none.
    const { min, max } = total ?? { min: '0.00', max: '0.00' };
    return !tight || fen(min) !== sum || fen(max) !== sum;
  }).length;
}

async function own() {
  const told = (all) => ours.inside(fast.Bench, all).results();
  const counts = (all) => tally(told(all).map((result, at) => [ours.read(result), truth(all[at])]));
  const paces = {};
  for (const [what, all] of Object.entries({ whole, missing })) {
    const inside = ours.inside(small.Bench, all);
    const api = await pace(inside.round, rounds(inside.screen, all.map(ours.prepare), 50));
    paces[what] = { ...(await pace(ours.inside(fast.Bench, all).round, inside.round)), api };
  }
  return { name: 'huiqi', ...paces, totals: wrongTotals(), checks: { whole: counts(whole), missing: counts(missing) } };
}

async function peer() {
  const { name, prepare, setup, read } = await import(`./peers/${which}.mjs`);
  const run = await setup();
  const result = { name, checks: {} };
  for (const [what, all] of Object.entries({ whole, missing })) {
    const inputs = all.map(prepare);
    const got = [];
    for (const [at, input] of inputs.entries()) got.push([await caught(async () => read(await run(input))), truth(all[at])]);
    result.checks[what] = tally(got);
    const fitting = inputs.filter((_, at) => got[at][0] !== null);
    if (fitting.length < 100) continue;
    result[what] = await pace(ours.inside(fast.Bench, all).round, rounds(run, fitting, SLOW.includes(which) ? 1 : 200));
  }
  return result;
}

console.log(JSON.stringify(await (which === 'huiqi' ? own() : peer())));
process.exit(0);

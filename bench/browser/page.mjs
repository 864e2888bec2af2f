// In the browser: our wasm beside json-logic-engine, and over the list. What it finds goes back to the server that sent it.
import * as fast from '../out/fast/huiqi_bench.js';
import * as small from '../out/huiqi_bench.js';
import { overList } from '../lib/list.mjs';
import { pace, rounds } from '../lib/pace.mjs';
import * as ours from '../lib/ours.mjs';
import * as peer from '../peers/json-logic-engine.mjs';

function throws(run, input) {
  try {
    run(input);
    return false;
  } catch (error) {
    return true;
  }
}

async function measure() {
  const { whole, missing } = await (await fetch('profiles.json')).json();
  const began = performance.now();
  await small.default({ module_or_path: 'small.wasm' });
  new small.Bench('[]').screen(ours.prepare(whole[0]));
  const found = { cold: performance.now() - began };
  await fast.default({ module_or_path: 'fast.wasm' });
  const run = await peer.setup();
  for (const [what, all] of Object.entries({ whole, missing })) {
    const inside = ours.inside(small.Bench, all);
    const round = ours.inside(fast.Bench, all).round;
    const fitting = all.map(peer.prepare).filter((input) => !throws(run, input));
    const logic = await pace(round, rounds(run, fitting, 200));
    const api = await pace(inside.round, rounds(inside.screen, all.map(ours.prepare), 50), { pairs: 5 });
    found[what] = { ...(await pace(round, inside.round)), api, logic };
  }
  found.list = await overList(fast, small, await (await fetch('firms.json')).text());
  return found;
}

const answer = await measure().catch((error) => ({ error: error instanceof Error ? error.message : JSON.stringify(error) }));
await fetch('found', { method: 'POST', body: JSON.stringify(answer) });

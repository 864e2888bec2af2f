// In the browser: our wasm beside json-logic-engine. What it finds goes back to the server that sent it.
import init, { Bench } from '../out/huiqi_bench.js';
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
  await init({ module_or_path: 'huiqi_bench_bg.wasm' });
  new Bench('[]').screen(ours.prepare(whole[0]));
  const found = { cold: performance.now() - began, api: {} };
  const run = await peer.setup();
  for (const [what, all] of Object.entries({ whole, missing })) {
    const inside = ours.inside(Bench, all);
    const fitting = all.map(peer.prepare).filter((input) => !throws(run, input));
    found[what] = await pace(inside.round, rounds(run, fitting, 200));
    found.api[what] = await pace(inside.round, rounds(inside.screen, all.map(ours.prepare), 50), { pairs: 5 });
  }
  return found;
}

const answer = await measure().catch((error) => ({ error: error instanceof Error ? error.message : JSON.stringify(error) }));
await fetch('found', { method: 'POST', body: JSON.stringify(answer) });

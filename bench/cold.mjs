// node cold.mjs NAME: milliseconds from a process with nothing loaded to the first result; `list` is ours over the list
// itself, with nothing answered. Prints a number.
import { readFileSync } from 'node:fs';
import { profiles } from './lib/profiles.mjs';
import * as ours from './lib/ours.mjs';

const [which] = process.argv.slice(2);
const [profile] = profiles(1).whole;
const NEW_FIRM = JSON.stringify([{ reference_date: '2020-07-15', whole: {}, halves: [] }]);
const began = performance.now();
if (which === 'huiqi' || which === 'list') {
  const { initSync, Bench, List } = await import('./out/huiqi_bench.js');
  initSync({ module: readFileSync(new URL('out/huiqi_bench_bg.wasm', import.meta.url)) });
  if (which === 'huiqi') new Bench('[]').screen(ours.prepare(profile));
  else new List(NEW_FIRM).run('screening, nothing answered');
} else {
  const { prepare, setup } = await import(`./peers/${which}.mjs`);
  await (await setup())(prepare(profile));
}
console.log(performance.now() - began);
process.exit(0);

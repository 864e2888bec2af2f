// node cold.mjs NAME: milliseconds from a process with nothing loaded to the first result. Prints a number.
import { readFileSync } from 'node:fs';
import { profiles } from './lib/profiles.mjs';
import * as ours from './lib/ours.mjs';

const [which] = process.argv.slice(2);
const [profile] = profiles(1).whole;
const began = performance.now();
if (which === 'huiqi') {
  const { initSync, Bench } = await import('./out/huiqi_bench.js');
  initSync({ module: readFileSync(new URL('out/huiqi_bench_bg.wasm', import.meta.url)) });
  new Bench('[]').screen(ours.prepare(profile));
} else {
  const { prepare, setup } = await import(`./peers/${which}.mjs`);
  await (await setup())(prepare(profile));
}
console.log(performance.now() - began);
process.exit(0);

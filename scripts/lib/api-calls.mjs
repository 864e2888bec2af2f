// Calls the JavaScript API of dist/ over and over, a third of the calls with answers that throw or are refused, and prints
// what a call takes and what memory is held. Fails where either grows.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const calls = Number(process.argv[2] ?? 100000);
const dist = resolve(process.env.HUIQI_DIST ?? 'dist');

const instantiate = WebAssembly.instantiate;
let memory;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  const { exports } = made.instance ?? made;
  // Node itself has some wasm too.
  if (exports.screen) memory = exports.memory;
  return made;
};
const huiqi = await (await import(pathToFileURL(join(dist, 'api.js')).href)).load();
const day = { referenceDate: '2020-05-01' };

// Everything answered, so that it is calls that are measured and not searches.
const { profile: whole } = JSON.parse(readFileSync('tests/personas/restaurant.json'));

const boom = () => {
  throw new Error('boom');
};
const hostile = [
  () => ({ get staff() { return boom(); } }),
  () => new Proxy({}, { ownKeys: boom }),
  () => ({ staff: new Proxy({}, { getPrototypeOf: boom }) }),
  () => ({ staff: 'many', colour: 1 }),
  () => ({ staff: new Date() }),
];
const refused = (answers) => {
  try {
    huiqi.nextQuestion(answers, day);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return;
  }
  throw new Error('nothing was thrown');
};

const part = Math.max(1, Math.floor(calls / 10));
const rows = [];
for (let at = 0; at < calls; at += 1) {
  if (at % part === 0) rows.push({ began: process.hrtime.bigint() });
  if (at % 3 === 2) refused(hostile[at % hostile.length]());
  else huiqi.nextQuestion({ ...whole, staff: at % 100 }, day);
  if (at % part === part - 1) {
    const row = rows[rows.length - 1];
    row.each = Number(process.hrtime.bigint() - row.began) / part / 1e6;
    row.wasm = memory.buffer.byteLength;
    if (global.gc) global.gc();
    row.heap = process.memoryUsage().heapUsed;
    console.log(`${String(at + 1).padStart(8)} calls: ${row.each.toFixed(3)} ms each, wasm ${(row.wasm / 1024).toFixed(0)} KB, heap ${(row.heap / 1048576).toFixed(1)} MB`);
  }
}
const [first, last] = [rows[0], rows[rows.length - 1]];
const grown = last.wasm > first.wasm || last.heap > first.heap * 1.5 + 4e6 || last.each > first.each * 2;
console.log(grown ? 'it grows' : 'as flat as one call');
process.exitCode = grown ? 1 : 0;

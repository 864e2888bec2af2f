// Runs every measurement one after the other and prints them side by side.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { inChromium } from './browser/run.mjs';
import { median } from './lib/pace.mjs';
import { prepare } from './lib/ours.mjs';
import { profiles } from './lib/profiles.mjs';

const PEERS = ['json-logic-engine', 'zen', 'json-rules-engine', 'publicodes'];
const here = (name) => new URL(name, import.meta.url).pathname;

function output(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8', cwd: here('.'), maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.stderr || run.error}`);
  return run.stdout.trim();
}

const node = (...args) => output(process.execPath, args);
const beside = (name) => JSON.parse(node('peer.mjs', name));
const cold = (name) => median(Array.from({ length: 7 }, () => Number(node('cold.mjs', name))));

/** Screenings a second natively, whole and missing. */
function natively() {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
  const rates = Object.entries(profiles()).map(([what, all]) => {
    const file = join(folder, `${what}.json`);
    writeFileSync(file, JSON.stringify(all.map(prepare)));
    return [what, Number(output(process.env.HUIQI_BENCH, [file]))];
  });
  rmSync(folder, { recursive: true });
  return Object.fromEntries(rates);
}

const times = (ratio) => (ratio === undefined ? '' : `${ratio >= 100 ? Math.round(ratio) : ratio.toPrecision(3)}×`);
const rate = (number) => (number === undefined ? '' : Math.round(number).toLocaleString('en'));
const share = (counts, ...keys) => keys.map((key) => counts[key]).join(' / ');

function print(rows) {
  const width = (text) => [...String(text)].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => width(row[at]))));
  for (const row of rows) console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : String(cell).padStart(widths[at]))).join('  '));
  console.log();
}

const own = beside('huiqi');
const peers = PEERS.map(beside);
const native = natively();
const chromium = await inChromium();
if (chromium.error) throw new Error(chromium.error);

console.log('\nScreening all 12 policies, evaluations a second; ratios are paired: how often ours is done in the time of one of theirs.\n');
const against = (what) => peers.map((peer) => [peer.name, rate(peer[what]?.theirs), times(peer[what]?.ratio)]);
const table = [['', 'whole/s', 'ours to it', 'missing/s', 'ours to it']];
const missing = against('missing');
const inside = (where, { whole, missing: partial }) => [
  [`huiqi, inside wasm for speed, ${where}`, rate(whole.ours), times(1), rate(partial.ours), times(1)],
  [`huiqi, inside wasm with the widget's flags, ${where}`, rate(whole.theirs), times(whole.ratio), rate(partial.theirs), times(partial.ratio)],
];
table.push(...inside('Node', own), ...inside('Chromium', chromium));
table.push(['huiqi, native', rate(native.whole), '', rate(native.missing), '']);
const api = (where, { whole, missing: partial }) => [
  `huiqi, screen() with the whole report, widget's flags, ${where}`, rate(whole.api.theirs), '', rate(partial.api.theirs), '',
];
table.push(api('Node', own), api('Chromium', chromium));
against('whole').forEach((row, at) => table.push([`${row[0]}, Node`, row[1], row[2], ...missing[at].slice(1)]));
const logics = [chromium.whole.logic, chromium.missing.logic];
table.push(['json-logic-engine, compiled, Chromium', ...logics.flatMap(({ theirs, ratio }) => [rate(theirs), times(ratio)])]);
print(table);

console.log('Right and wrong, of 12,000 verdicts each. Wrong: a definite answer that is not so. Over-cautious: “unknown” where it is known.\n');
print([
  ['', 'whole: wrong / over-cautious', 'missing: wrong / over-cautious', 'threw, of 2,000 profiles', 'amounts off by a cent', 'of'],
  ...[own, ...peers].map(({ name, checks: { whole, missing: partial } }) => [
    name, share(whole, 'wrong', 'cautious'), share(partial, 'wrong', 'cautious'), whole.threw + partial.threw, whole.cents, whole.amounts,
  ]),
]);
console.log(`Ranges of unknown amounts that differ from the exact ones (no peer tells any): huiqi ${own.checks.missing.ranges}, of ${own.checks.missing.verdicts}. Totals that differ, whole: ${own.totals}, of 1000.\n`);

console.log('Cold start: milliseconds from nothing loaded to the first result, median of 7.\n');
print([['', 'ms'], ...[['huiqi, with the report', 'huiqi'], ...PEERS.map((peer, at) => [peers[at].name, peer])].map(([name, id]) => [`${name}, Node`, cold(id).toFixed(0)]),
  ['huiqi, with the report, Chromium, once', chromium.cold.toFixed(0)]]);

const wasm = readFileSync(here('out/huiqi_bench_bg.wasm'));
console.log(`The bench's wasm with the widget's flags: ${wasm.length} bytes, ${brotliCompressSync(wasm).length} with brotli (it also holds a JSON reader).`);

const right = own.checks.whole.wrong + own.checks.whole.cautious + own.checks.missing.wrong + own.checks.missing.cautious + own.checks.whole.cents + own.checks.missing.ranges + own.totals === 0;
const [logic] = peers;
const publicodes = peers.at(-1);
const goals = [
  ['results agree with the oracle to the fen', right],
  ['at least 2× json-logic-engine compiled, whole', logic.whole.ratio >= 2],
  ['at least 2× json-logic-engine compiled, missing', logic.missing.ratio >= 2],
  ['at least 1,000× publicodes, whole', publicodes.whole.ratio >= 1000],
  ['at least 1,000× publicodes, missing', publicodes.missing.ratio >= 1000],
];
console.log();
for (const [goal, met] of goals) console.log(`${met ? 'met    ' : 'NOT met'} ${goal}`);
process.exit(goals.every(([, met]) => met) ? 0 : 1);

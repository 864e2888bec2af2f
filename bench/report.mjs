// Runs every measurement one after the other and prints them side by side.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { inChromium } from './browser/run.mjs';
import { median } from './lib/pace.mjs';
import { firms } from './lib/firms.mjs';
import { prepare } from './lib/ours.mjs';
import { profiles } from './lib/profiles.mjs';
import { print, rate, times } from './lib/table.mjs';

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

/** What the native command prints of a value put in a file. */
function natively(what, value, ...rest) {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
  try {
    const file = join(folder, 'in.json');
    writeFileSync(file, JSON.stringify(value));
    return output(process.env.HUIQI_BENCH, [what, file, ...rest]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const share = (counts, ...keys) => keys.map((key) => counts[key]).join(' / ');

const own = beside('huiqi');
const peers = PEERS.map(beside);
const native = Object.fromEntries(Object.entries(profiles()).map(([what, all]) => [what, 1e9 / Number(natively('twelve', all.map(prepare)))]));
const list = { node: JSON.parse(node('list.mjs')), native: JSON.parse(natively('list', firms())), reports: natively('list', firms(), 'results') };
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
table.push(['huiqi, native for speed', rate(native.whole), '', rate(native.missing), '']);
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

console.log('The list itself, for the firms of tests/personas: milliseconds for one.\n');
const milliseconds = (number) => number.toPrecision(3);
print([
  ['', 'native for speed', 'Node, for speed', "Node, widget's flags", 'for speed to it', 'Chromium, for speed', "Chromium, widget's flags", 'for speed to it'],
  ...Object.keys(list.node.works).map((work) => {
    const inWasm = [list.node, chromium.list].flatMap(({ works }) => {
      const { ours, theirs, ratio } = works[work];
      return [milliseconds(1000 / ours), milliseconds(1000 / theirs), times(ratio)];
    });
    return [work, milliseconds(list.native[work] / 1e6), ...inWasm];
  }),
]);
const reports = { native: list.reports };
for (const [where, { reports: [fast, small] }] of [['Node', list.node], ['Chromium', chromium.list]]) {
  Object.assign(reports, { [`${where}, for speed`]: fast, [`${where}, widget's flags`]: small });
}
const others = Object.keys(reports).filter((place) => reports[place] !== reports.native);
for (const place of others) {
  const lines = reports[place].split('\n');
  const [at, line] = [...reports.native.split('\n').entries()].find(([at, line]) => line !== lines[at]) ?? ['past the last', ''];
  console.log(`Report ${at} is another in ${place}:\n${line}\n${lines[at]}\n`);
}
console.log(`Reports of the list, in ${Object.keys(reports).length} places: ${list.reports.split('\n').length}, ${others.length === 0 ? 'the same' : 'NOT the same'} to the letter.\n`);

console.log('Cold start: milliseconds from nothing loaded to the first result, median of 7.\n');
print([['', 'ms'], ...[['huiqi, with the report', 'huiqi'], ['huiqi, the list itself, nothing answered', 'list'], ...PEERS.map((peer, at) => [peers[at].name, peer])].map(([name, id]) => [`${name}, Node`, cold(id).toFixed(0)]),
  ['huiqi, with the report, Chromium, once', chromium.cold.toFixed(0)]]);

const wasm = readFileSync(here('out/huiqi_bench_bg.wasm'));
console.log(`The bench's wasm with the widget's flags: ${wasm.length} bytes, ${brotliCompressSync(wasm).length} with brotli (it also holds the list and a JSON reader).`);

const right = own.checks.whole.wrong + own.checks.whole.cautious + own.checks.missing.wrong + own.checks.missing.cautious + own.checks.whole.cents + own.checks.missing.ranges + own.totals === 0;
const [logic] = peers;
const publicodes = peers.at(-1);
const goals = [
  ['results agree with the oracle to the fen', right],
  ['reports of the list agree natively and in wasm', others.length === 0],
  ['at least 2× json-logic-engine compiled, whole', logic.whole.ratio >= 2],
  ['at least 2× json-logic-engine compiled, missing', logic.missing.ratio >= 2],
  ['at least 1,000× publicodes, whole', publicodes.whole.ratio >= 1000],
  ['at least 1,000× publicodes, missing', publicodes.missing.ratio >= 1000],
];
console.log();
for (const [goal, met] of goals) console.log(`${met ? 'met    ' : 'NOT met'} ${goal}`);
process.exit(goals.every(([, met]) => met) ? 0 : 1);

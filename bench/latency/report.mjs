// The widget, a preact form and a SurveyJS form in one run, turn by turn, so that a busy machine slows all alike.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { forms } from './forms.mjs';
import { browser, coldStart, taps } from './measure.mjs';

const here = (name) => new URL(name, import.meta.url).pathname;
const { values: { runs } } = parseArgs({ options: { runs: { type: 'string', default: '50' } } });
const RUNS = Number(runs);
/** ms, p95. */
const GOALS = { cold: 1500, tap: 50 };

const built = await forms(here('../../target/debug/huiqi'));
const CANDIDATES = [
  { name: 'huiqi', dir: here('../../dist'), start: '[data-action=ask]', question: 'main [data-question]',
    whole: '[data-live]', ready: '[data-huiqi=ready]', option: '.option:not(.option-quiet)', next: 'form [type=submit]' },
  { name: 'preact, by hand', dir: built.preact, question: '[data-question]', option: 'label:has(input[type=radio], input[type=checkbox])', next: '[data-next]' },
  { name: 'SurveyJS', dir: built.surveyjs, question: '.sd-question', option: '.sd-item label', next: '.sd-navigation__next-btn' },
];

/** Serves a folder as a real server should, and tells the address. */
function serve(dir, plain) {
  const server = spawn(process.execPath, [here('../../scripts/serve.mjs'), '--port', '0', '--dir', dir, ...(plain ? ['--plain'] : [])]);
  const address = new Promise((tell) => {
    server.stdout.on('data', (text) => { const [found] = /http:\/\/\S+/.exec(text) ?? []; if (found) tell(found); });
  });
  return { server, address };
}

const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.ceil(numbers.length * share) - 1)];
const ms = (number) => `${Math.round(number)} ms`.padStart(8);

const servers = [];
const chromium = await browser();
let missed = false;
try {
  const measured = [];
  for (const one of CANDIDATES) {
    const { server, address } = serve(one.dir, one.name !== 'huiqi');
    servers.push(server);
    measured.push({ ...one, address: await address, cold: [], all: [], tap: [], bytes: 0 });
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const one of measured) {
      const { first, all, bytes } = await coldStart(chromium, one);
      one.cold.push(first);
      one.all.push(all);
      one.bytes = bytes;
    }
  }
  for (const one of measured) one.tap = await taps(chromium, one, RUNS);
  console.log(`\n${RUNS} runs, Chromium with its CPU slowed 6×, slow 4G (150 ms, 1.6 Mbit/s), a phone of 360 px; p50 / p95.\n`);
  const row = (name, ...cells) => console.log(name.padEnd(16) + cells.map((cell) => cell.padStart(24)).join(''));
  const both = (numbers) => `${ms(at(numbers, 0.5))} /${ms(at(numbers, 0.95))}`;
  row('', 'over the line', 'first byte → question', '→ first result', 'tap → painted');
  for (const { name, whole, bytes, cold, all, tap } of measured) {
    row(name, `${(bytes / 1000).toFixed(1)} KB`, both(cold), whole ? both(all) : 'none', both(tap));
  }
  const [ours] = measured;
  for (const [what, goal] of Object.entries(GOALS)) {
    const reached = at(ours[what], 0.95);
    if (reached > goal) { missed = true; console.error(`missed: ${what} p95 of ${Math.round(reached)} ms is over ${goal} ms`); }
  }
} finally {
  await chromium.close();
  for (const server of servers) server.kill();
}
process.exitCode = missed ? 1 : 0;

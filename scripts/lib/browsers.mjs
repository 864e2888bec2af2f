// browsers.mjs: runs the tests of `cargo test --test browser` and prints what each feature did in each browser, from what
// the tests wrote down of every visit. Fails where a test failed, or where a feature of the list below was not tried at all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { featureList } from '../finish/wasm.mjs';

const BROWSERS = ['Chromium', 'Chromium 86', 'Chromium 78', 'Chromium 69', 'Firefox', 'WebKit'];

/** What a row is about, and which tests show it; a test counts in the first row that it fits. */
const FEATURES = [
  ['opens', /^(smoke::|old_kernels::opens_in)/],
  ['main job, amounts checked', /^main_job::/],
  ['other firms to an outcome', /^taps::/],
  ['each file once', /^loading::every_file/],
  ['wasm missing, changed, untyped', /^loading::/],
  ['pages of every kind', /^hosts::/],
  ['servers of every kind', /^servers::/],
  ['heals, lets go of frames', /^healing::/],
  ['words and heights, framed', /^framed::/],
  ['embedded by one line', /^(embed|old_kernels)::(one_line|a_script_in_the_head)/],
  ['sandboxed frame', /::a_sandbox/],
  ['odd host styles', /^embed::odd/],
  ['two, folded, taken out', /^embed::(two|what_was_folded|taken_out)/],
  ['height, 200 changes', /^embed::the_height/],
  ['host fills in, visitor hands over', /^embed::/],
  ['offline, framed', /^offline::opens_in_a_frame/],
  ['offline', /::opens_without/],
  ['update by choice', /^offline::a_new_release/],
  ['half a release, full disk', /^offline::/],
  ['nothing goes out', /^nothing_out::/],
  ['hostile page, 10,000 messages', /^hostile::/],
  ['damaged links and storage', /^damaged::/],
  ['accessibility (axe)', /^axe::/],
  ['everything else', /./],
];

const work = mkdtempSync(join(tmpdir(), 'huiqi-browsers-'));
const results = join(work, 'results.jsonl');

/** Passes what cargo says on, and gives it; the table is of the whole lot, so no test is left out. */
function runTests() {
  const cargo = spawn('cargo', ['test', '--test', 'browser'], {
    env: { ...process.env, HUIQI_RESULTS: results }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts = [];
  cargo.stdout.on('data', (part) => {
    parts.push(part);
    process.stdout.write(part);
  });
  return new Promise((done) => cargo.on('close', (status) => done({ status, said: Buffer.concat(parts).toString() })));
}

/** Visits by row and browser; one counts as failed also where its test failed after it. */
function table(visits, failed) {
  const cells = new Map();
  for (const { test, browser, passed } of visits) {
    const [row] = FEATURES.find(([, fits]) => fits.test(test));
    const key = `${row}|${browser}`;
    const cell = cells.get(key) ?? { good: 0, bad: 0 };
    cell[passed && !failed.has(test) ? 'good' : 'bad'] += 1;
    cells.set(key, cell);
  }
  return cells;
}

const shown = (cell) => (!cell ? '–' : cell.bad > 0 ? `✗ ${cell.bad} of ${cell.good + cell.bad}` : `✓ ${cell.good}`);

function print(cells) {
  const width = Math.max(...FEATURES.map(([row]) => row.length)) + 2;
  const line = (first, rest) => console.log(first.padEnd(width) + rest.map((text) => text.padEnd(13)).join('').trimEnd());
  line('visits that went well', BROWSERS);
  for (const [row] of FEATURES) line(row, BROWSERS.map((browser) => shown(cells.get(`${row}|${browser}`))));
  console.log('✓ N: all of N visits; ✗: some failed; –: not tried there');
}

const { status, said } = await runTests();
const failed = new Set([...said.matchAll(/^test (\S+) \.\.\. FAILED$/gm)].map(([, name]) => name));
const visits = readFileSync(results, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
rmSync(work, { recursive: true });
const cells = table(visits, failed);
print(cells);
console.log(featureList(join('dist', readdirSync('dist').find((name) => name.endsWith('_bg.wasm')))));
const untried = FEATURES.filter(([row]) => row !== 'everything else' && !BROWSERS.some((browser) => cells.has(`${row}|${browser}`)));
untried.forEach(([row]) => console.error(`browsers: no test shows \`${row}\`; see the list in scripts/lib/browsers.mjs`));
process.exit(status !== 0 || untried.length > 0 ? 1 : 0);

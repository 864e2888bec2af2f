// lighthouse.mjs ADDRESS: scores of each page, as Lighthouse's mobile settings have it, in a table; fails below the budgets.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const BUDGETS = { performance: 95, accessibility: 100, 'best-practices': 96, seo: 100 };
const PAGES = ['', 'policies.html'];
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run';

function judge(address, file) {
  const command = [address, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${FLAGS}`];
  const run = spawnSync('node_modules/.bin/lighthouse', command, {
    stdio: 'inherit',
    env: { CHROME_PATH: '/usr/bin/chromium', ...process.env },
  });
  if (run.status !== 0) throw new Error(`lighthouse ended with ${run.status}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const [, , address] = process.argv;
mkdirSync('target/lighthouse', { recursive: true });
console.log(['page'.padEnd(16), ...Object.keys(BUDGETS)].join('  '));
let low = 0;
for (const page of PAGES) {
  const report = judge(address + page, `target/lighthouse/${page || 'widget'}.json`);
  const scores = Object.keys(BUDGETS).map((name) => [name, Math.round(report.categories[name].score * 100)]);
  console.log([(page || 'the widget').padEnd(16), ...scores.map(([name, score]) => String(score).padStart(name.length))].join('  '));
  for (const [name, score] of scores.filter(([key, value]) => value < BUDGETS[key])) {
    low += 1;
    const failed = report.categories[name].auditRefs.map(({ id }) => report.audits[id]).filter((audit) => audit.score !== null && audit.score < 0.9);
    console.log(`  ${name} ${score} is below ${BUDGETS[name]}: ${failed.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`).join('; ')}`);
  }
}
process.exit(low ? 1 : 0);

// Prints what a visitor downloads first, and refuses a build that is over the budget.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** In KB of 1000 bytes, brotli 11. */
// The aim is 170; the dataset of all 23 documents and the search that keeps results tight are past it. Before it is raised
// `scripts/size/table` says where it went, and what it bought is written here: 3 for the first screens in index.html, with
// which a phone on slow 4G shows the first question two seconds sooner than the wasm could; 7 for the nearest change on
// the cards; 1 for screening a visit three times as fast; 2 for opening also where a file stalls or arrives damaged; 7 for
// the list's situations, items and topics, 36 for the visit over them, and 44 for answers that imply one another, dates under
// conditions and the rows that the list gained: all that is to come down again.
export const BUDGETS = { 'first load': 319, 'embed.js': 1.5 };

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

/** index.html and every file its head and scripts name; a link that a visitor clicks is not part of it. */
function firstLoad(dir) {
  const page = readFileSync(join(dir, 'index.html'), 'utf8');
  const tags = page.match(/<(?:script|link|img)\b[^>]*>/g) ?? [];
  const named = tags.flatMap((tag) => [...tag.matchAll(/\s(?:src|href|data-glue|data-wasm)="([^"]+)"/g)]);
  const files = named.map(([, address]) => address.replace(/^\.\//, '')).filter((name) => existsSync(join(dir, name)));
  return ['index.html', ...new Set(files)];
}

function row(dir, name) {
  const raw = statSync(join(dir, name)).size;
  const compressed = join(dir, `${name}.br`);
  return { name, raw, sent: existsSync(compressed) ? statSync(compressed).size : raw };
}

function check(what, bytes) {
  if (bytes > BUDGETS[what] * 1000) {
    throw new Error(`${what} is ${(bytes / 1000).toFixed(1)} KB, over the budget of ${BUDGETS[what]} KB`);
  }
}

export function printFirstLoad(dir) {
  const rows = firstLoad(dir).map((name) => row(dir, name)).sort((a, b) => b.sent - a.sent);
  const sum = (key) => rows.reduce((total, file) => total + file[key], 0);
  console.log('     raw  brotli KB  first load');
  for (const file of rows) console.log(`${kb(file.raw)}  ${kb(file.sent)}   ${file.name}`);
  console.log(`${kb(sum('raw'))}  ${kb(sum('sent'))}   all, of ${BUDGETS['first load']}`);
  check('first load', sum('sent'));
  if (existsSync(join(dir, 'embed.js'))) check('embed.js', row(dir, 'embed.js').sent);
}

// table.mjs NAMED.wasm DIST [--functions N]
// Prints the first load in KB, raw and brotli, by what it is for. A part's brotli is its share: each part is compressed
// alone, and the sum scaled to what the whole file takes.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotli } from '../finish/compress.mjs';
import { contents } from './wasm.mjs';

const [named, dist] = process.argv.slice(2);
const listed = Number(process.argv[process.argv.indexOf('--functions') + 1]) || 0;

/** The crate, and in ours the module, of a function. */
function owner(name) {
  const path = name.replace(/^<+(?:&|mut |dyn |\(|\[)*/, '').match(/^[a-z_][\w]*(?:(?:\[[0-9a-f]+\])?::\w+)?/)?.[0] ?? '';
  const [crate, module] = path.replace(/\[[0-9a-f]+\]/g, '').split('::');
  if (crate === 'huiqi_core' || crate === 'huiqi_widget') return `${crate}::${module ?? ''}`;
  return /^(?:core|alloc|std|yew|rust_decimal|js_sys|wasm_bindgen|gloo\w*|serde\w*|web_sys|dlmalloc|hashbrown|indexmap|slab|implicit_clone|boolinator)$/.test(crate) ? crate : 'other';
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const size = (path) => { try { return statSync(path).size; } catch { return 0; } };
const { functions, data } = contents(readFileSync(named));

const groups = new Map([['dataset and texts', [data]]]);
for (const { name, bytes } of functions) {
  const key = owner(name);
  groups.set(key, [...(groups.get(key) ?? []), bytes]);
}
const wasm = readdirSync(dist).find((name) => name.endsWith('_bg.wasm'));
const sent = size(join(dist, `${wasm}.br`));
const rows = [...groups].map(([name, parts]) => {
  const whole = Buffer.concat(parts);
  return { name, raw: whole.length, alone: brotli(whole).length };
});
const scale = sent / rows.reduce((total, row) => total + row.alone, 0);
console.log('     raw    brotli  of the wasm');
for (const row of rows.sort((a, b) => b.alone - a.alone)) console.log(`${kb(row.raw)}  ${kb(row.alone * scale)}  ${row.name}`);

console.log('     raw    brotli  of the first load');
const page = readFileSync(join(dist, 'index.html'), 'utf8');
for (const name of readdirSync(dist).filter((file) => file === 'index.html' || (page.includes(file) && size(join(dist, `${file}.br`))))) {
  if (name !== 'policies.html') console.log(`${kb(size(join(dist, name)))}  ${kb(size(join(dist, `${name}.br`)))}  ${name}`);
}
if (listed) {
  console.log('     raw  largest functions');
  const largest = [...functions].sort((a, b) => b.bytes.length - a.bytes.length).slice(0, listed);
  for (const { name, bytes } of largest) console.log(`${kb(bytes.length)}  ${name}`);
}

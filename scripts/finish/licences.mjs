// Writes licences.txt: the crates that the wasm is made of, and the notices that their licences ask to be passed on.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TARGET = 'wasm32-unknown-unknown';
const NOTICE = /^(licen[cs]e|copying|notice)/i;

const cargo = (...words) =>
  execFileSync('cargo', words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });

/** Every crate that is linked into the wasm; `cargo metadata` alone would add what the build script needs. */
function linkedCrates() {
  const tree = cargo('tree', '--locked', '--package=huiqi-widget', `--target=${TARGET}`, '--edges=normal,no-proc-macro',
    '--prefix=none', '--format={p}');
  const linked = new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')));
  const { packages } = JSON.parse(cargo('metadata', '--format-version=1', '--locked', `--filter-platform=${TARGET}`));
  return packages.filter(({ name, version, source }) => source && linked.has(`${name} v${version}`));
}

/** Text of each notice and the crates that come with it; most crates share theirs. */
function notices(crates) {
  const byText = new Map();
  for (const { name, manifest_path: manifest } of crates) {
    const folder = dirname(manifest);
    for (const file of readdirSync(folder).filter((entry) => NOTICE.test(entry))) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim();
      byText.set(text, [...(byText.get(text) || []), name]);
    }
  }
  return byText;
}

export function writeLicences(dir) {
  const crates = linkedCrates().sort((a, b) => a.name.localeCompare(b.name));
  const nameless = crates.filter(({ license }) => !license);
  if (nameless.length > 0) throw new Error(`\`${nameless[0].name}\` names no licence; see whether it may be used at all`);
  const rows = crates.map(({ name, version, license, repository }) => `${name} ${version}: ${license}, ${repository || ''}`);
  const texts = [...notices(crates)].map(([text, names]) => `${[...new Set(names)].join(', ')}\n\n${text}`);
  const parts = ["The widget contains Rust's standard library (MIT OR Apache-2.0) and these crates:", rows.join('\n'), ...texts];
  writeFileSync(join(dir, 'licences.txt'), `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

// The wasm must run on Chromium 69 and iOS 12: WebAssembly 1.0 and mutable globals, nothing newer.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const NEWER_FEATURES = [
  'sign-extension', 'saturating-float-to-int', 'bulk-memory', 'reference-types', 'multi-value', 'simd',
];
const FEATURES = ['mutable-globals', ...NEWER_FEATURES];

/** What a validator without those features says against the file; nothing where it needs none of them. */
function objection(path, features) {
  const run = spawnSync('wasm-validate', [...features.map((feature) => `--disable-${feature}`), path], { encoding: 'utf8' });
  if (run.error) throw new Error('`wasm-validate` is missing: run scripts/setup, which installs wabt');
  return run.status === 0 ? undefined : run.stderr.split('\n')[0];
}

export function checkOldEngines(dir, name) {
  const found = objection(join(dir, name), NEWER_FEATURES);
  if (found) throw new Error(`${name} uses what Chromium 69 and iOS 12 do not have: ${found}`);
}

/** One line: which features beyond WebAssembly 1.0 the file needs, each found by a validator that has all but that one. */
export function featureList(path) {
  const needed = FEATURES.filter((feature) => objection(path, [feature]));
  const without = FEATURES.filter((feature) => !needed.includes(feature));
  return `wasm features: WebAssembly 1.0${needed.map((feature) => `, ${feature}`).join('')}; not needed: ${without.join(', ')}`;
}

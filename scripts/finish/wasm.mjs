// The wasm must run on Chromium 69 and iOS 12: WebAssembly 1.0 and mutable globals, nothing newer.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const NEWER_FEATURES = [
  'sign-extension', 'saturating-float-to-int', 'bulk-memory', 'reference-types', 'multi-value', 'simd',
];

export function checkOldEngines(dir, name) {
  const flags = NEWER_FEATURES.map((feature) => `--disable-${feature}`);
  const run = spawnSync('wasm-validate', [...flags, join(dir, name)], { encoding: 'utf8' });
  if (run.error) throw new Error('`wasm-validate` is missing: run scripts/setup, which installs wabt');
  if (run.status !== 0) {
    const first = run.stderr.split('\n')[0];
    throw new Error(`${name} uses what Chromium 69 and iOS 12 do not have: ${first}`);
  }
}

// Fills the service worker's list of this release's files, where there is a worker.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, stagedFiles } from './files.mjs';

// What static/sw.js writes, between brackets, where the list belongs.
const PLACE = '/* files */';

export function fillServiceWorker(dir) {
  const path = join(dir, 'sw.js');
  if (!existsSync(path)) return;
  const worker = readFileSync(path, 'utf8');
  if (!worker.includes(PLACE)) throw new Error(`sw.js has no \`${PLACE}\` for the list of files`);
  const rows = stagedFiles(dir)
    .filter((name) => name !== 'sw.js')
    .map((name) => `[${JSON.stringify(name)}, ${JSON.stringify(contentHash(readFileSync(join(dir, name))))}]`);
  writeFileSync(path, worker.replace(PLACE, () => rows.join(', ')));
}

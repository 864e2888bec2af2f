// Writes the service worker: static/worker.js with the list of this release's files.
import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { integrity, stagedFiles } from './files.mjs';
import { lowered } from './lower.mjs';

// What static/worker.js writes where the list and the release's name belong.
const FILES = '/* files */';
const RELEASE = '/* release */';

/** Not for a visit of the widget: what host pages and Node take, notices, the page for sandboxes (they have no workers). */
const LEFT_OUT = /^(worker\.js|embed\.js|api\.(js|d\.ts)|package\.json|licences\.txt|sandboxed\.html)$|\.(br|gz)$/;

export function writeServiceWorker(dir) {
  const path = join(dir, 'worker.js');
  const source = readFileSync('static/worker.js', 'utf8');
  for (const mark of [FILES, RELEASE]) {
    if (!source.includes(mark)) throw new Error(`worker.js has no \`${mark}\``);
  }
  const rows = stagedFiles(dir)
    .filter((name) => !LEFT_OUT.test(name))
    .map((name) => [name, integrity(readFileSync(join(dir, name)))]);
  // The script counts too: a worker of another release must not fill, or on failure drop, the cache of this one.
  const release = createHash('sha256').update(source).update(JSON.stringify(rows)).digest('hex').slice(0, 16);
  const list = JSON.stringify(rows).slice(1, -1);
  writeFileSync(path, source.replace(FILES, () => list).replace(RELEASE, () => release));
  writeFileSync(path, lowered(path, 'iife'));
}

// The JavaScript API: static/api.js with the names of this release's files, its types, and a package.json by which Node
// takes the scripts of this folder for modules.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stagedFiles } from './files.mjs';

export function writeApi(dir) {
  const wasm = stagedFiles(dir).find((name) => name.endsWith('_bg.wasm'));
  const glue = readFileSync(join(dir, 'index.html'), 'utf8').match(/\sdata-glue="(?:\.\/)?([^"]+)"/)?.[1];
  if (!wasm || !glue) throw new Error('no wasm or glue for api.js');
  const script = readFileSync('static/api.js', 'utf8');
  writeFileSync(join(dir, 'api.js'), script.replace('{glue}', glue).replace('{wasm}', wasm));
  copyFileSync('static/api.d.ts', join(dir, 'api.d.ts'));
  const manifest = { name: 'huiqi', private: true, type: 'module', exports: { types: './api.d.ts', default: './api.js' } };
  writeFileSync(join(dir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

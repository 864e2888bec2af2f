// Names every asset by its final content, after scripts and styles are lowered.
// (Trunk names by the hash of cargo's wasm, before wasm-opt: other wasm-opt flags would keep the name.)
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, stagedFiles } from './files.mjs';
import { lowered } from './lower.mjs';

/** `huiqi-widget-0123456789abcdef_bg.wasm` without the hash, from which Trunk drops leading zeros. */
const plainName = (name) => name.replace(/-[0-9a-f]{8,16}(?=[_.])/, '');

/** Puts the hash before the first `_` or `.` of the ending. */
function hashedName(name, bytes) {
  return plainName(name).replace(/(_bg)?\.\w+$/, (ending) => `-${contentHash(bytes)}${ending}`);
}

export function nameByContent(dir) {
  const pagePath = join(dir, 'index.html');
  let page = readFileSync(pagePath, 'utf8');
  const settle = (name, bytes) => {
    const final = hashedName(name, bytes);
    if (!page.includes(name)) throw new Error(`index.html does not name \`${name}\``);
    writeFileSync(join(dir, name), bytes);
    renameSync(join(dir, name), join(dir, final));
    page = page.replaceAll(name, final);
    return final;
  };

  const files = stagedFiles(dir);
  const wasm = files.find((name) => name.endsWith('.wasm'));
  const glue = wasm.replace('_bg.wasm', '.js');
  const finalWasm = settle(wasm, readFileSync(join(dir, wasm)));
  // The glue's own default address, for hosts that call `init()` with nothing.
  const glueText = lowered(join(dir, glue)).toString().replaceAll(plainName(wasm), finalWasm);
  settle(glue, Buffer.from(glueText));
  for (const name of files.filter((file) => ['boot.js', 'offline.js'].includes(file) || file.endsWith('.css'))) {
    settle(name, lowered(join(dir, name)));
  }
  // esbuild has put what boot.js and app.css import into them, and wasm-bindgen's snippets into the glue.
  for (const part of ['early.js', 'frame.js', 'press.js', 'app']) rmSync(join(dir, part), { recursive: true });
  rmSync(join(dir, 'snippets'), { recursive: true, force: true });
  // Host pages know this one by its plain name, and read it as what they are written in where no server says what it is.
  writeFileSync(join(dir, 'guard.js'), lowered(join(dir, 'guard.js'), 'iife'));
  writeFileSync(join(dir, 'embed.js'), lowered(join(dir, 'embed.js'), 'iife', 'ascii'));
  writeFileSync(pagePath, page);
}

// Lowers scripts and styles to what Chromium 69 and iOS 12 read.
import { buildSync } from 'esbuild';

const COMMON = { bundle: true, write: false, minify: true, legalComments: 'none', charset: 'utf8', logLevel: 'warning' };
// Both are younger than ES2018 on paper, but in Chromium 64 and iOS 12.
const MODULE_WORDS = { 'dynamic-import': true, 'import-meta': true };

/**
 * The bytes of the script or style at `path`, with what it imports, lowered and minified. A script is a module unless its
 * `format` is `iife`; in `ascii` it can be read as whatever a page around it is written in.
 */
export function lowered(path, format = 'esm', charset = 'utf8') {
  const settings = path.endsWith('.css')
    ? { target: ['chrome69', 'ios12', 'firefox78'] }
    : { target: 'es2018', format, charset, supported: MODULE_WORDS };
  return Buffer.from(buildSync({ entryPoints: [path], ...COMMON, ...settings }).outputFiles[0].contents);
}

// Writes into every page which bytes it may load and from where, and that no other site hears where a visitor comes from:
// `integrity` on each local file, the CSP, and the referrer policy.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrity, stagedFiles } from './files.mjs';
import { metaPolicy, sandboxedMetaPolicy } from '../lib/csp.mjs';

/** What boot.js fetches, by the attributes that name it. */
const FETCHED = ['wasm', 'glue', 'offline'];

const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Integrity of a file beside the page, or nothing for another kind of address. */
function localIntegrity(dir, address) {
  const path = address && join(dir, address);
  return path && existsSync(path) ? integrity(readFileSync(path)) : undefined;
}

function sealTag(dir, tag) {
  const own = localIntegrity(dir, attribute(tag, 'src') ?? attribute(tag, 'href'));
  let added = '';
  const kept = tag.replace(/\sdata-integrity="none"/, ''); // an instruction to Trunk, which leaves it in
  // In a sandboxed frame our own files are of another origin, and only a CORS answer can be checked.
  if (own) added += ` integrity="${own}"`;
  if (own && attribute(tag, 'crossorigin') === undefined) added += ' crossorigin="anonymous"';
  for (const later of FETCHED) {
    const wanted = localIntegrity(dir, attribute(tag, `data-${later}`));
    if (wanted) added += ` data-${later}-integrity="${wanted}"`;
  }
  return kept.replace(/\s*\/?>$/, `${added}>`);
}

/** index.html for a sandboxed frame; embed.js takes it there. */
const SANDBOXED = 'sandboxed.html';

const REFERRER = '<meta name="referrer" content="no-referrer">';

function seal(dir, page, policy) {
  const charset = /<meta charset="?utf-8"?\s*\/?>/i;
  if (!charset.test(page)) throw new Error('a page has no <meta charset="utf-8"> to put the CSP after');
  return page
    .replace(/<(?:script|link)\b[^>]*>/g, (tag) => sealTag(dir, tag))
    .replace(charset, (tag) => `${tag}<meta http-equiv="Content-Security-Policy" content="${policy}">${REFERRER}`);
}

export function sealPages(dir) {
  for (const name of stagedFiles(dir).filter((file) => file.endsWith('.html'))) {
    const path = join(dir, name);
    const page = readFileSync(path, 'utf8');
    writeFileSync(path, seal(dir, page, metaPolicy()));
    if (name === 'index.html') writeFileSync(join(dir, SANDBOXED), seal(dir, page, sandboxedMetaPolicy()));
  }
}

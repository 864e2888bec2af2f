// habits.mjs --list | --dir DIR --habit NAME [--port N]
// Static servers as they are found, each with one habit, serving a release below the path that the habit has; lists them as
// JSON lines for `tests/browser/servers.rs`: `path` of the widget, whether the visitor can only be `told`, and whether what
// `hangs` is gone without.
import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { EVERY_ANSWER, headerPolicy } from '../../scripts/lib/csp.mjs';

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain',
};
const isHashed = (name) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name);
const cacheControl = (name) => (isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
const asked = new Map();
/** Is a file asked for the first time. */
const isFirst = (name) => {
  asked.set(name, (asked.get(name) ?? 0) + 1);
  return asked.get(name) === 1;
};

/** A file that never comes as it should. */
const fault = (of, how, more = { told: true }) => ({ fault: { of, how }, ...more });

// A redirect of worker.js no browser allows. What a habit may say: `redirect(name)` to another name, `find(name)` another file, `type(ending)`, `headers(name)`,
// `bytes(name, all)` other bytes, `cut(name)` the line ends in the middle, `missing` what stands for a file that is not there.
const HABITS = {
  ordinary: {},
  'index.html goes to /': { redirect: (name) => (name === 'index.html' ? './' : undefined), status: 308 },
  '/ goes to index.html': { redirect: (name) => (name === '' ? 'index.html' : undefined), status: 302 },
  'endings are taken off': {
    redirect: (name) => (name === 'index.html' ? './' : name.endsWith('.html') ? name.slice(0, -5) : undefined),
    find: (name) => (name && !extname(name) ? `${name}.html` : name),
    status: 308,
  },
  'pages get a slash': {
    redirect: (name) => (name === 'index.html' ? './' : name.endsWith('.html') ? `${name.slice(0, -5)}/` : undefined),
    find: (name) => (/^\w+\/$/.test(name) ? `${name.slice(0, -1)}.html` : name),
    status: 301,
  },
  'all through another place': { redirect: (name) => (name.startsWith('real/') ? undefined : `real/${name}`), find: (name) => name.replace(/^real\//, ''), status: 307, only: /^(?!worker).*\.(wasm|js|css|html|svg|png|webmanifest)$/ },
  'no charset': { type: (ending) => TYPES[ending] },
  'types of long ago': {
    type: (ending) => ({ '.js': 'application/x-javascript', '.wasm': 'application/octet-stream', '.webmanifest': 'text/plain', '.json': 'text/plain', '.svg': 'application/octet-stream' }[ending] ?? TYPES[ending]),
  },
  'scripts are text': { type: (ending) => (ending === '.js' ? 'text/plain' : TYPES[ending]), told: true },
  'no headers of ours': { headers: () => ({}) },
  'nothing is kept': { headers: () => ({ 'Cache-Control': 'no-store' }) },
  'all is kept for a year': { headers: () => ({ 'Cache-Control': 'public, max-age=31536000, immutable' }) },
  // Firefox itself keeps no worker that varies so.
  'varies by everything': { headers: (name) => (name === 'worker.js' ? {} : { Vary: '*' }) },
  'compresses on the way': {
    headers: () => ({ 'Content-Encoding': 'gzip', 'Cache-Control': 'no-cache' }), bytes: (name, all) => gzipSync(all),
  },
  'the line is cut once': { cut: (name) => /\.wasm$|huiqi-widget.*\.js$|\.css$/.test(name) && isFirst(name) },
  'files are half there at first': { bytes: (name, all) => (isHashed(name) && isFirst(name) ? all.subarray(0, all.length / 2) : all) },
  'capitals are the same': { find: (name) => name.toLowerCase(), path: 'INDEX.HTML' },
  'a folder below': { path: 'a/b/huiqi/' },
  'a missing file is a page': { missing: 'index.html' },
  'no script may run': { headers: () => ({ 'Content-Security-Policy': "script-src 'none'" }), told: true },
  'boot.js is missing': fault(/^boot-/, { status: 404 }),
  'boot.js is forbidden': fault(/^boot-/, { status: 403 }),
  'boot.js is an error': fault(/^boot-/, { status: 500 }),
  'boot.js is empty': fault(/^boot-/, { bytes: () => '' }),
  'boot.js is a page': fault(/^boot-/, { bytes: () => '<!doctype html><title>welcome</title>', type: 'text/html' }),
  'boot.js is text': fault(/^boot-/, { type: 'text/plain' }),
  'boot.js is altered': fault(/^boot-/, { bytes: (all) => `${all};` }),
  'boot.js is half': fault(/^boot-/, { bytes: (all) => all.subarray(0, all.length / 2) }),
  'boot.js is cut off': fault(/^boot-/, { cut: true }),
  'boot.js is elsewhere': fault(/^boot-/, { status: 302, location: 'http://localhost:9/boot.js' }),
  'boot.js hangs': fault(/^boot-/, { hangs: true }),
  'boot.js and guard.js hang': fault(/^(boot-|guard)/, { hangs: true }),
  'boot.js and guard.js are missing': fault(/^(boot-|guard)/, { status: 404 }),
  'the glue is missing': fault(/^huiqi-widget.*\.js$/, { status: 404 }),
  'the wasm is missing': fault(/\.wasm$/, { status: 404 }),
  'the wasm is half': fault(/\.wasm$/, { bytes: (all) => all.subarray(0, all.length / 2) }),
  'the style sheet hangs': fault(/\.css$/, { hangs: true }, { hangs: true }),
  'the style sheet is missing': fault(/\.css$/, { status: 404 }, { hangs: true }),
};

/** Answers wrongly; `true` where it did. */
function failed({ of, how }, name, all, headers, response) {
  if (!of.test(name)) return false;
  if (how.hangs) return true;
  const type = how.type ? { 'Content-Type': how.type } : {};
  const bytes = how.status ? '' : how.bytes?.(all) ?? all;
  response.writeHead(how.status ?? 200, { ...headers, ...type, 'Content-Length': Buffer.byteLength(bytes), ...(how.location ? { Location: how.location } : {}) });
  if (how.cut) response.write(all.subarray(0, all.length / 2), () => response.destroy());
  else response.end(bytes);
  return true;
}

const { values } = parseArgs({
  options: { list: { type: 'boolean' }, dir: { type: 'string' }, habit: { type: 'string' }, port: { type: 'string' } },
});

function answer(habit, base, request, response) {
  const end = (status, headers, body) => response.writeHead(status, headers).end(body);
  const path = decodeURIComponent(new URL(request.url, 'http://host').pathname).slice(1);
  if (!path.startsWith(base)) return end(404, {});
  const name = path.slice(base.length);
  const target = habit.redirect?.(name);
  if (target !== undefined && (!habit.only || habit.only.test(name))) return end(habit.status, { Location: `/${base}${target}` });
  const file = (habit.find?.(name) ?? name) || 'index.html';
  const exact = readdirSync(values.dir).find((one) => one === file || (habit.path === 'INDEX.HTML' && one.toLowerCase() === file));
  const found = exact ?? habit.missing;
  if (!found) return end(404, { 'Content-Type': 'text/html' }, '<title>404</title>');
  const ending = extname(found);
  const all = readFileSync(join(values.dir, found));
  const bytes = exact && habit.bytes ? habit.bytes(found, all) : all;
  const common = {
    ...EVERY_ANSWER, 'Cache-Control': cacheControl(found),
    'Content-Security-Policy': headerPolicy(request.headers['user-agent'], `http://${request.headers.host}`),
  };
  const type = habit.type?.(ending) ?? `${TYPES[ending]}${/html|js|css|txt/.test(ending) ? '; charset=utf-8' : ''}`;
  const headers = { ...(habit.headers ? { 'Access-Control-Allow-Origin': '*', ...habit.headers(found) } : common), 'Content-Type': type, 'Content-Length': bytes.length };
  if (habit.fault && failed(habit.fault, found, all, headers, response)) return undefined;
  if (!habit.cut?.(found)) return end(200, headers, bytes);
  response.writeHead(200, headers);
  return response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

if (values.list) {
  for (const [name, { path = '', told = false, hangs = false }] of Object.entries(HABITS)) {
    console.log(JSON.stringify({ name, path, told, hangs }));
  }
} else {
  const habit = HABITS[values.habit];
  const base = habit.path?.endsWith('/') ? habit.path : '';
  const server = createServer((request, response) => answer(habit, base, request, response));
  server.listen(Number(values.port ?? 0), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
}

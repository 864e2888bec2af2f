// serve.mjs [--port N] [--dir DIR] [--ancestors SITES] [--untyped-wasm] [--damaged-wasm] [--held-wasm] [--plain] [--log FILE]
// Serves a finished dist/ as docs/hosting.md asks of a real server, and prints the address.
// Without --port it takes 8080 or the next free one; port 0 is any free one.
// For tests: a server that does not know the type of wasm, one whose wasm has been changed, one that keeps it until
// somebody asks for `/let-go`, one that sends no header of ours (a host page's), and a list of everything asked for.
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { appendFileSync, existsSync } from 'node:fs';
import { basename, extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { EVERY_ANSWER, headerPolicy } from './lib/csp.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

const ENCODINGS = [['br', '.br'], ['gzip', '.gz']];
const FIRST_PORT = 8080;
const LAST_PORT = 8099;

/** A name with a content hash never changes its content; what host pages name has to be there also while we are not. */
function cacheControl(path) {
  if (/-[0-9a-f]{16}(_bg)?\.\w+$/.test(path)) return 'public, max-age=31536000, immutable';
  return basename(path) === 'embed.js' ? 'public, max-age=600, stale-while-revalidate=2592000' : 'no-cache';
}

/** The file below `dir` that the address names, or nothing for an address that is malformed or leaves the folder. */
function fileOf(dir, address) {
  try {
    const path = normalize(decodeURIComponent(new URL(address, 'http://host').pathname));
    return path.includes('\0') ? undefined : join(dir, path.endsWith('/') ? `${path}index.html` : path);
  } catch {
    return undefined;
  }
}

async function firstReadable(candidates) {
  for (const [encoding, path] of candidates) {
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) return { encoding, bytes };
  }
  return undefined;
}

function commonHeaders(request, { plain, ancestors }) {
  if (plain) return {};
  const policy = headerPolicy(request.headers['user-agent'], `http://${request.headers.host}`);
  return {
    ...EVERY_ANSWER,
    'Content-Security-Policy': ancestors ? `${policy}; frame-ancestors ${ancestors}` : policy,
  };
}

/** What goes wrong on real servers and lines. */
function spoil(faults, path, found, headers) {
  if (extname(path) !== '.wasm') return found;
  if (faults['untyped-wasm']) headers['Content-Type'] = 'application/octet-stream';
  // A custom section that a validator would skip, behind everything that is signed for.
  return faults['damaged-wasm'] ? { bytes: Buffer.concat([found.bytes, Buffer.from([0, 2, 1, 120])]) } : found;
}

async function answer({ dir, log, ...faults }, request, response) {
  const headers = commonHeaders(request, faults);
  if (log) appendFileSync(log, `${JSON.stringify({ method: request.method, url: request.url, ...request.headers })}\n`);
  const end = (status, more = {}, body = '') => response.writeHead(status, { ...headers, ...more }).end(body);
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { Allow: 'GET, HEAD' });

  const path = fileOf(dir, request.url);
  const offers = (request.headers['accept-encoding'] ?? '').split(',').filter((item) => !/;\s*q=0(\.0+)?\s*$/.test(item));
  const accepted = offers.map((item) => item.trim().split(';')[0]);
  const encoded = faults['damaged-wasm'] ? [] : ENCODINGS.filter(([encoding]) => accepted.includes(encoding));
  const read = path && (await firstReadable([...encoded.map(([name, end]) => [name, path + end]), [undefined, path]]));
  if (!read) return end(404, { 'Content-Type': TYPES['.txt'] }, 'not found\n');

  headers['Content-Type'] = TYPES[extname(path)] ?? 'application/octet-stream';
  headers['Cache-Control'] = cacheControl(path);
  const found = spoil(faults, path, read, headers);
  headers.Vary = 'Accept-Encoding, User-Agent';
  headers.ETag = `"${createHash('sha256').update(found.bytes).digest('hex').slice(0, 32)}"`;
  if (request.headers['if-none-match'] === headers.ETag) return end(304);
  if (found.encoding) headers['Content-Encoding'] = found.encoding;
  headers['Content-Length'] = found.bytes.length;
  return end(200, {}, request.method === 'HEAD' ? '' : found.bytes);
}

function listen(server, port, last) {
  server.once('error', (error) => {
    if (error.code === 'EADDRINUSE' && port < last) return listen(server, port + 1, last);
    console.error(`serve: port ${port}: ${error.code === 'EADDRINUSE' ? 'in use; choose another with --port' : error.message}`);
    process.exit(1);
  });
  server.listen(port, '127.0.0.1');
}

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    dir: { type: 'string', default: 'dist' },
    log: { type: 'string' },
    plain: { type: 'boolean' },
    ancestors: { type: 'string' },
    'untyped-wasm': { type: 'boolean' },
    'damaged-wasm': { type: 'boolean' },
    'held-wasm': { type: 'boolean' },
  },
});
const asked = values.port === undefined ? undefined : Number(values.port);
if (asked !== undefined && !(Number.isInteger(asked) && asked >= 0 && asked <= 65535)) {
  console.error(`serve: \`${values.port}\` is not a port; give a number from 0 to 65535`);
  process.exit(2);
}
if (!existsSync(join(values.dir, 'index.html'))) {
  console.error(`serve: no index.html in \`${values.dir}\`; scripts/build makes it`);
  process.exit(1);
}
let letGo;
const held = new Promise((resolve) => { letGo = resolve; });
const server = createServer(async (request, response) => {
  if (request.url === '/let-go') letGo();
  if (values['held-wasm'] && request.url.endsWith('.wasm')) await held;
  answer(values, request, response).catch((error) => {
    console.error(`serve: ${request.url}: ${error.message}`);
    response.destroy();
  });
});
server.on('listening', () => console.log(`http://127.0.0.1:${server.address().port}/`));
listen(server, asked ?? FIRST_PORT, asked ?? LAST_PORT);

// served.mjs ADDRESS [FRAME_ANCESTORS]
// Asks a server for every file of dist/ as browsers of today and of 2018 do, prints the headers as served, one line a kind
// of file, and fails with each that is not as docs/hosting.md has it. FRAME_ANCESTORS is what the policy has to name.
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { EVERY_ANSWER, headerPolicy } from './csp.mjs';

const DIR = 'dist';
const AGENTS = {
  'Chromium 120': 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Chromium 96': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0.4664.45 Safari/537.36',
  'Chromium 69 (360)': 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.100 Safari/537.36',
  'iOS 12': 'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1',
  'iOS 17': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
  'Firefox 128': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
};
const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8',
  wasm: 'application/wasm', json: 'application/json; charset=utf-8', svg: 'image/svg+xml', png: 'image/png',
  webmanifest: 'application/manifest+json; charset=utf-8',
};
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync, undefined: (bytes) => bytes };

const [, , address, ancestors] = process.argv;
const request = address.startsWith('https:') ? secureRequest : plainRequest;
const problems = [];

function ask(name, headers, method = 'GET') {
  return new Promise((resolve, reject) => {
    // A test's own certificate is nobody's; what is asked for here is not whether to trust it.
    const asked = request(new URL(name, address), { method, headers, rejectUnauthorized: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

function same(what, found, wanted) {
  if (found !== wanted) problems.push(`${what}: \`${found}\`, not \`${wanted}\``);
}

/** What may be kept without asking again, and what may not. */
function cacheControl(name) {
  if (/-[0-9a-f]{16}(_bg)?\.\w+$/.test(name)) return 'public, max-age=31536000, immutable';
  return name === 'embed.js' ? 'public, max-age=600, stale-while-revalidate=2592000' : 'no-cache';
}

function policy(agent) {
  const own = headerPolicy(AGENTS[agent], new URL(address).origin);
  return ancestors ? `${own}; frame-ancestors ${ancestors}` : own;
}

/** Encodings that there are for a file: of what is compressed already none. */
const encodings = (files, name) => [['br', '.br'], ['gzip', '.gz']].filter(([, end]) => files.includes(name + end));

async function checkFile(files, name) {
  const ending = name.split('.').pop();
  const there = encodings(files, name);
  const ways = [
    ['gzip, deflate, br, zstd', there[0]?.[0]],
    ['gzip, deflate', there.find(([encoding]) => encoding === 'gzip')?.[0]],
    ['identity', undefined],
    ['gzip;q=1, br;q=0', there.find(([encoding]) => encoding === 'gzip')?.[0]],
  ];
  for (const [accept, encoding] of ways) {
    const { status, headers, bytes } = await ask(name, { 'accept-encoding': accept, 'user-agent': AGENTS['Chromium 120'] });
    const what = `${name} (${accept})`;
    same(`${what} status`, status, 200);
    same(`${what} content-encoding`, headers['content-encoding'], encoding);
    same(`${what} bytes`, UNPACK[encoding](bytes).equals(readFileSync(`${DIR}/${name}`)), true);
    same(`${what} content-type`, headers['content-type'], TYPES[ending] ?? headers['content-type']);
    same(`${what} cache-control`, headers['cache-control'], cacheControl(name));
    same(`${what} content-security-policy`, headers['content-security-policy'], policy('Chromium 120'));
    for (const [key, wanted] of Object.entries(EVERY_ANSWER)) same(`${what} ${key}`, headers[key.toLowerCase()], wanted);
    if (address.startsWith('https:')) same(`${what} HSTS`, headers['strict-transport-security'], 'max-age=31536000');
    same(`${what} set-cookie`, headers['set-cookie'], undefined);
    same(`${what} varies by encoding`, /accept-encoding/i.test(headers.vary ?? ''), true);
    const again = await ask(name, { 'accept-encoding': accept, 'if-none-match': headers.etag ?? '' });
    same(`${what} asked again`, again.status, 304);
  }
  const head = await ask(name, {}, 'HEAD');
  same(`${name} HEAD`, `${head.status} ${head.bytes.length}`, '200 0');
}

/** Every file that a page names carries the hash of what is served. */
async function checkIntegrity(name) {
  const page = (await ask(name, {})).bytes.toString();
  same(`${name} meta referrer`, page.includes('<meta name="referrer" content="no-referrer">'), true);
  same(`${name} meta policy`, /<meta http-equiv="Content-Security-Policy" content="[^"]+">/.test(page), true);
  let count = 0;
  for (const tag of page.match(/<(?:script|link)\b[^>]*>/g) ?? []) {
    const value = (key) => new RegExp(`\\s${key}="([^"]*)"`).exec(tag)?.[1];
    const files = [[value('src') ?? value('href'), value('integrity')], [value('data-wasm'), value('data-wasm-integrity')]];
    for (const [file, promised] of files.filter(([file]) => file && !file.startsWith('data:'))) {
      const { bytes } = await ask(file, {});
      same(`${name} integrity of ${file}`, promised, `sha384-${createHash('sha384').update(bytes).digest('base64')}`);
      count += 1;
    }
  }
  return count;
}

async function printKinds(names) {
  const kinds = new Map(names.map((name) => [`${name.split('.').pop()} ${cacheControl(name)}`, name]));
  for (const name of kinds.values()) {
    const { headers } = await ask(name, { 'accept-encoding': 'gzip, br', 'user-agent': AGENTS['Chromium 120'] });
    const told = ['content-type', 'content-encoding', 'cache-control', 'vary'].map((key) => headers[key] ?? '-');
    console.log(`${name.padEnd(38)} ${told.join(' | ')}`);
  }
  const { headers } = await ask('', {});
  for (const key of Object.keys(EVERY_ANSWER)) console.log(`every file: ${key}: ${headers[key.toLowerCase()]}`);
}

async function checkAgents() {
  for (const agent of Object.keys(AGENTS)) {
    const found = (await ask('', { 'user-agent': AGENTS[agent] })).headers['content-security-policy'];
    same(`policy for ${agent}`, found, policy(agent));
    console.log(`${agent.padEnd(18)} ${found}`);
  }
}

const files = readdirSync(DIR);
const names = files.filter((name) => !/\.(br|gz)$/.test(name));
for (const name of names) await checkFile(files, name);
let sealed = 0;
for (const name of names.filter((file) => file.endsWith('.html'))) sealed += await checkIntegrity(name);
same('a file that is not there', (await ask('no-such-file', {})).status, 404);
same('POST', (await ask('', {}, 'POST')).status, 405);
await printKinds(names);
await checkAgents();
console.log(`${names.length} files, each in 4 encodings; ${sealed} hashes in the pages; ${problems.length} problems`);
problems.forEach((problem) => console.error(`served: ${problem}`));
process.exit(problems.length ? 1 : 0);

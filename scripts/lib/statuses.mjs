// statuses.mjs: docs/hosting/nginx.conf under a real nginx, asked for what is there, unchanged, malformed, forbidden, missing
// and not allowed: which header stands on which answer, as a table. Fails with each that is missing.
import { request as secureRequest } from 'node:https';
import { request as plainRequest } from 'node:http';
import { connect } from 'node:tls';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERY_ANSWER, headerPolicy } from './csp.mjs';
import { startNginx } from './nginx.mjs';

const HOST = 'https://bureau.example';
const HSTS = 'max-age=31536000';
const problems = [];

/** A copy of the release with a file that may not be read. */
function releaseFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'huiqi-site-'));
  chmodSync(dir, 0o755);
  cpSync('dist', dir, { recursive: true });
  writeFileSync(join(dir, 'locked.html'), 'locked');
  chmodSync(join(dir, 'locked.html'), 0o000);
  return dir;
}

function ask(address, method = 'GET', headers = {}) {
  const request = address.startsWith('https:') ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    request(address, { method, headers, rejectUnauthorized: false }, (answer) => {
      let text = '';
      answer.on('data', (part) => { text += part; });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    }).on('error', reject).end();
  });
}

/** What no client would send. */
function malformed(address) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: new URL(address).port, host: '127.0.0.1', rejectUnauthorized: false }, () => socket.write('GET / HTTP/1.1\r\n\r\n'));
    let text = '';
    socket.on('data', (part) => { text += part; });
    socket.on('error', reject);
    socket.on('end', () => {
      const [head, body] = text.split('\r\n\r\n');
      const [first, ...lines] = head.split('\r\n');
      const headers = Object.fromEntries(lines.map((one) => [one.split(': ')[0].toLowerCase(), one.slice(one.indexOf(': ') + 2)]));
      resolve({ status: Number(first.split(' ')[1]), headers, text: body });
    });
  });
}

async function answersOf(address) {
  const { headers } = await ask(address);
  const hashed = (await ask(address)).text.match(/[\w-]+-[0-9a-f]{16}\.js/)[0];
  return [
    [200, await ask(address)],
    [304, await ask(address, 'GET', { 'If-None-Match': headers.etag })],
    [400, await malformed(address)],
    [403, await ask(`${address}locked.html`)],
    [404, await ask(`${address}${hashed.replace(/[0-9a-f]{16}/, '0123456789abcdef')}`)],
    [405, await ask(address, 'POST')],
  ];
}

const wantedOf = (address) => ({
  ...EVERY_ANSWER,
  'Strict-Transport-Security': HSTS,
  'Content-Security-Policy': `${headerPolicy('', new URL(address).origin)}; frame-ancestors 'self' ${HOST}`,
  Server: 'nginx',
});

/** Only what is there may be kept, and only what is packed may say so. */
function checkKeeping([status, { headers }]) {
  const kept = headers['cache-control'];
  if (kept !== 'no-cache') problems.push(`${status}: cache-control is \`${kept}\``);
  if (status >= 400 && headers['content-encoding']) problems.push(`${status}: content-encoding is \`${headers['content-encoding']}\``);
}

async function checkRedirect({ address, plainAddress }) {
  const { status, headers } = await ask(`${plainAddress}policies.html`);
  console.log(`http: ${status} to ${headers.location}, from ${headers.server}`);
  if (status !== 301 || headers.location !== `${address}policies.html`) problems.push('http does not lead to https');
}

const folder = releaseFolder();
const nginx = await startNginx(HOST, folder);
try {
  const wanted = wantedOf(nginx.address);
  const rows = await answersOf(nginx.address);
  const width = Math.max(...Object.keys(wanted).map((key) => key.length)) + 2;
  console.log(''.padEnd(width) + rows.map(([status]) => String(status).padEnd(6)).join(''));
  for (const [key, value] of Object.entries(wanted)) {
    const marks = rows.map(([status, { headers }]) => {
      const isThere = headers[key.toLowerCase()] === value;
      if (!isThere) problems.push(`${status}: ${key} is \`${headers[key.toLowerCase()]}\`, not \`${value}\``);
      return (isThere ? '✓' : '✗').padEnd(6);
    });
    console.log(key.padEnd(width) + marks.join(''));
  }
  rows.filter(([status, answer]) => answer.status !== status).forEach(([status, answer]) => problems.push(`${answer.status} came for ${status}`));
  rows.filter(([, { text }]) => /nginx\/\d/.test(text)).forEach(([status]) => problems.push(`${status}: the page names the version`));
  rows.forEach(checkKeeping);
  await checkRedirect(nginx);
} finally {
  await nginx.stop();
  rmSync(folder, { recursive: true, force: true });
}
problems.forEach((problem) => console.error(`statuses: ${problem}`));
process.exit(problems.length ? 1 : 0);

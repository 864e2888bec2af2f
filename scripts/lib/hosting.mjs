// hosting.mjs [SECONDS]: docs/hosting/nginx.conf under a real nginx: every header on every file, the widget in old and new browsers, a
// page that may embed it and one that may not, and how many visitors one small machine serves.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { startNginx } from './nginx.mjs';

const SECONDS = Number(process.argv[2] ?? 14);
const AT_ONCE = 50;
const problems = [];

const run = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

function attempt(what, does) {
  try {
    does();
  } catch (error) {
    problems.push(`${what}: ${error.message.split('\n')[0]}`);
  }
}

/** A page with the embedding line, of which the widget's address comes later; by two names it is two sites. */
function hostPage() {
  const host = { widget: '' };
  const page = () => `<!doctype html><meta charset="utf-8"><title>host</title><script src="${host.widget}embed.js" data-huiqi></script>`;
  host.server = createServer((request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page()));
  return new Promise((done) => {
    host.server.listen(0, '127.0.0.1', () => done(Object.assign(host, { port: host.server.address().port })));
  });
}

/** Does the widget start in a frame of that page? */
async function startsIn(browser, address) {
  const page = await browser.newPage();
  const ready = page.evaluateOnNewDocument(() => {
    window.heard = new Promise((done) => {
      document.addEventListener('ready', () => done(true), true);
      // A page that is kept out of a frame still ends its loading.
      document.addEventListener('load', () => setTimeout(() => done(false), 5000), true);
    });
  });
  await ready;
  await page.goto(address);
  const started = await page.evaluate(() => window.heard);
  await page.close();
  return started;
}

async function checkFrames({ port }) {
  const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--ignore-certificate-errors'] });
  try {
    const rows = [[`http://localhost:${port}/`, true], [`http://127.0.0.1:${port}/`, false]];
    for (const [address, wanted] of rows) {
      const started = await startsIn(browser, address);
      console.log(`framed by a site that is ${wanted ? '' : 'not '}named in frame-ancestors: ${started ? 'starts' : 'kept out'}`);
      if (started !== wanted) problems.push(`framed by ${address}: ${started}, not ${wanted}`);
    }
  } finally {
    await browser.close();
  }
}

/** The files of a first visit, as index.html names them. */
function firstVisit() {
  const page = readFileSync('dist/index.html', 'utf8');
  const tags = page.match(/<(?:script|link)\b[^>]*>/g).filter((tag) => !/rel="(icon|manifest)"/.test(tag));
  const named = tags.flatMap((tag) => [...tag.matchAll(/\s(?:src|href|data-wasm)="(?:\.\/)?([^"]+)"/g)]);
  return ['', ...new Set(named.map(([, name]) => name))];
}

function load(address, name, seconds) {
  const told = run('ab', '-q', '-k', '-t', String(seconds), '-n', '10000000', '-c', String(AT_ONCE),
    '-H', 'Accept-Encoding: gzip, br', address + name);
  const number = (label) => Number(new RegExp(`${label}:\\s+([0-9.]+)`).exec(told)?.[1] ?? 0);
  const failed = number('Failed requests') + number('Non-2xx responses');
  return { requests: number('Complete requests'), failed, rate: number('Requests per second'), p99: Number(/99%\s+(\d+)/.exec(told)?.[1]) };
}

function loadRun(address) {
  const files = firstVisit();
  let spent = 0;
  let failed = 0;
  let requests = 0;
  for (const name of files) {
    const of = load(address, name, Math.max(1, Math.round(SECONDS / files.length)));
    console.log(`${(name || 'index.html').padEnd(38)} ${String(Math.round(of.rate)).padStart(7)} requests/s, 99 % within ${of.p99} ms, ${of.requests} requests, ${of.failed} errors`);
    spent += 1 / of.rate;
    failed += of.failed;
    requests += of.requests;
  }
  if (failed > 0) problems.push(`${failed} of ${requests} requests failed`);
  if (requests === 0) problems.push('no requests were answered');
  console.log(`a first visit is ${files.length} files: ${Math.round(1 / spent)} first visits a second, ${AT_ONCE} at once, on this machine; ${requests} requests, errors ${failed}`);
}

const host = await hostPage();
const allowed = `http://localhost:${host.port}`;
const nginx = await startNginx(allowed);
host.widget = nginx.address;
try {
  attempt('headers', () => console.log(run('node', 'scripts/lib/served.mjs', nginx.address, `'self' ${allowed}`)));
  const seen = JSON.stringify([{ sees: ["[data-screen='start'] h1", ''] }]);
  for (const version of [69, 78, 86]) {
    attempt(`Chromium ${version}`, () => console.log(run('node', 'scripts/old-chromium.cjs', String(version), nginx.address, seen).trim()));
  }
  await checkFrames(host);
  loadRun(nginx.address);
} finally {
  host.server.close();
  await nginx.stop();
}
problems.forEach((problem) => console.error(`hosting: ${problem}`));
process.exit(problems.length ? 1 : 0);

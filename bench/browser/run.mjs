// Serves the page to a headless Chromium and waits for what it finds.
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { firms } from '../lib/firms.mjs';
import { DATASET } from '../lib/rules.mjs';
import { profiles } from '../lib/profiles.mjs';

const CHROMIUM = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const here = (name) => new URL(name, import.meta.url);

/** The page's script in one file; the dataset that Node reads from disk goes in as a value. */
async function bundle() {
  const rules = readFileSync(here('../lib/rules.mjs'), 'utf8')
    .replace(/^import .*node:fs.*$/m, '')
    .replace(/JSON\.parse\(readFileSync.*\)\);$/m, () => `${JSON.stringify(DATASET)};`);
  const plugin = { name: 'dataset', setup: (build) => build.onLoad({ filter: /lib\/rules\.mjs$/ }, () => ({ contents: rules })) };
  const { outputFiles } = await build({
    entryPoints: [here('page.mjs').pathname], bundle: true, write: false, format: 'esm', target: 'chrome100', plugins: [plugin], logLevel: 'warning',
  });
  return outputFiles[0].text;
}

export async function inChromium() {
  const files = {
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>'],
    '/page.js': ['text/javascript', await bundle()],
    '/profiles.json': ['application/json', JSON.stringify(profiles())],
    '/firms.json': ['application/json', JSON.stringify(firms())],
    '/small.wasm': ['application/wasm', readFileSync(here('../out/huiqi_bench_bg.wasm'))],
    '/fast.wasm': ['application/wasm', readFileSync(here('../out/fast/huiqi_bench_bg.wasm'))],
  };
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
  let browser;
  const server = createServer();
  try {
    return await new Promise((settle, fail) => {
      server.on('request', (request, response) => {
        if (request.method === 'POST') {
          request.setEncoding('utf8');
          let text = '';
          request.on('data', (part) => { text += part; });
          request.on('end', () => { response.end(); settle(JSON.parse(text)); });
          return;
        }
        const [type, body] = files[request.url] ?? ['text/plain', ''];
        response.writeHead(files[request.url] ? 200 : 404, { 'content-type': type });
        response.end(body);
      });
      server.listen(0, '127.0.0.1', () => {
        browser = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${folder}`, `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
        browser.on('error', fail);
        browser.on('exit', () => fail(new Error('Chromium ended too early')));
      });
      setTimeout(() => fail(new Error('Chromium gave no answer in 300 s')), 300_000).unref();
    });
  } finally {
    browser?.removeAllListeners('exit');
    browser?.kill();
    server.close();
    setTimeout(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }), 500);
  }
}

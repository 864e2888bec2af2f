// Fetches the wasm, starts it, and says in `<html data-huiqi>` how that went: starting, ready or failed; `data-boot` says
// that this script ran at all, without which static/app/opening.css tells the visitor. The names of this release's files and
// their hashes are on the script element. Nothing of the widget belongs here.

import { handOver, removeEarly, showEarly, tellWait } from './early.js';
import { join, ready, tell } from './frame.js';
import { guardPresses } from './press.js';

const page = document.documentElement;
const files = document.querySelector('script[data-wasm]').dataset;
// Longer than a slow line needs, in milliseconds.
const PATIENCE = 10000;
// Says in the tab's storage that what is kept of this release has been looked over.
const MENDED = 'huiqi-mended';

const address = (name) => new URL(name, document.baseURI).href;

/** What `get` gives, or where that fails once more what it gives past everything that was kept on the way. */
const twice = (get) => get('default').catch(() => get('reload'));

async function compiledWasm(cache) {
  const response = await fetch(address(files.wasm), { integrity: files.wasmIntegrity || '', cache });
  if (!response.ok) throw new Error(`${files.wasm}: status ${response.status}`);
  if (WebAssembly.compileStreaming) {
    try {
      return await WebAssembly.compileStreaming(response.clone());
    } catch (error) {
      // A server that calls wasm something else than application/wasm is common; the bytes may still be good.
    }
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Runs a module whose bytes are checked; `import()` alone checks none, but gives one that is there already. */
function checked(name, integrity) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    Object.assign(element, { type: 'module', crossOrigin: 'anonymous', integrity: integrity || '', src: address(name) });
    element.onload = () => resolve(element.src);
    element.onerror = () => reject(new Error(`${name}: not there, or not as it was built`));
    document.head.append(element);
  });
}

/** One that failed is not asked for again under the same address. */
const module = (name, integrity) => twice((cache) => checked(cache === 'reload' ? `${name}?again` : name, integrity));

/** The tab's storage, or nothing in a sandbox, which has no worker either. */
function storage() {
  try {
    return sessionStorage;
  } catch (error) {
    return undefined;
  }
}

/** Once in a visit: what the worker has kept may be damaged. It looks over all of it, and the page begins again. */
function beginAgain() {
  const worker = storage() && !storage()[MENDED] && navigator.serviceWorker && navigator.serviceWorker.controller;
  if (!worker) return;
  storage()[MENDED] = 'yes';
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => location.reload();
  worker.postMessage('mend', [port2]);
}

function failed(error) {
  page.dataset.huiqi = 'failed';
  removeEarly();
  document.getElementById('huiqi-root').hidden = true;
  const said = document.getElementById('huiqi-failed');
  said.hidden = false;
  // For whoever is asked for help: a message says less than where in the wasm it was.
  said.dataset.error = `${error} ${error.stack || ''}`;
  tell('error', { message: String(error) });
  console.error(error);
}

async function start() {
  const [glue, wasm] = await Promise.all([
    module(files.glue, files.glueIntegrity).then((there) => import(there)), twice(compiledWasm),
  ]);
  // A trap leaves the widget's memory in an unknown state, so nothing it shows afterwards may be trusted.
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) failed(event.error);
  });
  await glue.default({ module_or_path: wasm });
  // The first render is queued as a microtask; a timer comes after it.
  setTimeout(async () => {
    await handOver();
    if (page.dataset.huiqi !== 'starting') return;
    page.dataset.huiqi = 'ready';
    ready();
    if (storage()) delete storage()[MENDED];
    // A sandbox has no workers. Without the file the widget is as good, with the network.
    if (window.origin !== 'null') module(files.offline, files.offlineIntegrity).catch(() => {});
  });
}

/** A style sheet that does not come keeps the browser from showing anything: from here on it is waited for beside the page. */
function unblock() {
  document.querySelectorAll('head link[rel=stylesheet]').forEach((link) => {
    if (link.sheet) return;
    const later = link.cloneNode();
    link.remove();
    document.head.append(later);
  });
}

/** Loads the page anew where the worker has learnt that other sites may frame it than before. */
function leaveFrames() {
  if (parent === window || !storage() || !navigator.serviceWorker) return;
  navigator.serviceWorker.onmessage = ({ data }) => data === 'look again' && location.reload();
}

function begin() {
  page.dataset.boot = '';
  leaveFrames();
  join();
  guardPresses();
  showEarly();
  start().catch((error) => {
    failed(error);
    beginAgain();
  });
}

setTimeout(() => {
  unblock();
  tellWait();
}, PATIENCE);

// Not waiting for the style sheet, this script can be there before the rest of the page.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
